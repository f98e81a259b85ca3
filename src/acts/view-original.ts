/**
 * Gives out the original of a photograph or a document as it came, which may tell where and with what it was taken: a power
 * of its own. Before the first byte goes, the whole is held against the digest in the entry of the arm or trace, which is what is
 * believed. It leaves as a stream of chunks and only ever as a file to be saved.
 *
 * @clause A-01, J-04
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { DocumentFact } from '../domain/documents/document.ts';
import { type KeptDocument, readChunks } from '../store/document.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { eventsOfBody } from './seal.ts';
import { alteredDocument, openDocument } from './view-document.ts';

const input = z.strictObject({ document: uuid });

export type OriginalView = {
  readonly document: KeptDocument;
  /** The entry that holds the digest. */
  readonly entry: string;
  readonly chunks: AsyncIterable<Uint8Array>;
};

export const viewOriginal: Act<z.infer<typeof input>, OriginalView> = {
  name: 'view-original',
  says: 'Give out the original of a photograph or a document',
  clauses: ['A-01', 'J-04'],
  input,
  changes: false,
  run: (office, actor, { document }) => giveOut(office, actor, 'view-original', document),
};

/**
 * The original of a paper of a trace, or of one that waits: whoever answers letters reads them, and a PDF has no copy to show. It
 * gives out nothing that belongs to an arm.
 */
export const viewPaper: Act<z.infer<typeof input>, OriginalView> = {
  name: 'view-paper',
  says: 'Give out the original of a paper of a trace',
  clauses: ['C-13', 'J-04'],
  input,
  changes: false,
  run: (office, actor, { document }) => giveOut(office, actor, 'view-paper', document),
};

async function giveOut(
  office: Office,
  actor: Actor,
  act: 'view-original' | 'view-paper',
  wanted: string,
): Promise<OriginalView | Refusal> {
  const document = await openDocument(office, actor, act, wanted);
  if (isRefusal(document)) return document;
  if (act === 'view-paper' && document.arm !== undefined)
    return refusal('document-unknown', { document: wanted });
  const recorded = await findFact(office, document);
  const hash = createHash('sha256');
  for await (const chunk of readChunks(office.db, wanted, 'original')) hash.update(chunk);
  if (recorded === undefined || hash.digest('hex') !== recorded.fact.digest) throw alteredDocument(wanted);
  return { document, entry: recorded.entry, chunks: readChunks(office.db, wanted, 'original') };
}

/** What was recorded of a document, from the entries of its arm or its trace, or its own while it waited to be registered. */
async function findFact(
  office: Office,
  { arm, trace, id }: KeptDocument,
): Promise<{ readonly entry: string; readonly fact: DocumentFact } | undefined> {
  const { bodies } = await listBodiesOf(office.db, arm ?? trace ?? id);
  const events = bodies.flatMap((body) => eventsOfBody(body) as readonly Recorded[]);
  const found = events.find(({ type, document }) => RECORDS.has(type) && document?.id === id);
  return found?.document && { entry: found.entry, fact: found.document };
}

type Recorded = { readonly type: string; readonly entry: string; readonly document?: DocumentFact };
const RECORDS: ReadonlySet<string> = new Set(['documented', 'paper-added', 'paper-came']);
