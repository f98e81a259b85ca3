/**
 * Adds a photograph or a document to an arm: the original in chunks, its re-encoded copies, and an entry of the arm with
 * the digest of the original, in one transaction. The document bears the id of the act, so that a submission that comes
 * again adds nothing. That somebody saw the arm is another event, recorded apart.
 *
 * What could go wrong: a person's name in the title, a place or a device in the file. None of them is in the entry; title
 * and bytes can be erased; copies are written anew.
 *
 * @clause, J-05
 */
import { z } from 'zod';
import type { Happened } from '../domain/base/happened.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { DOCUMENT_KINDS, type DocumentFact, MEDIA } from '../domain/documents/document.ts';
import { PARTS } from '../domain/marks/mark.ts';
import { isArm } from '../store/arm.ts';
import type { Tx } from '../store/database.ts';
import {
  findSameDocument,
  insertChunks,
  insertCopy,
  insertDocument,
  type KeptDocument,
} from '../store/document.ts';
import { changeArm, findReceipt, type Receipt } from './change-arm.ts';
import { compact, happened, submission, text, uuid } from './input.ts';
import { type Copy, makeCopies } from './make-copies.ts';
import { type Act, type Actor, newId, type Office } from './office.ts';
import { id, receiptOutput } from './output.ts';
import {
  type FileBody,
  inRoom,
  RECEIVE_LIMITS,
  type ReceivedFile,
  type ReceiveLimits,
  receiveFile,
} from './receive-file.ts';

const NAME = 'add-document';
const MEDIA_LENGTH_MAX = 100;
const NAME_LENGTH_MAX = 255;

const input = z.strictObject({
  ...submission,
  arm: uuid,
  kind: z.enum(DOCUMENT_KINDS),
  title: text.optional().describe('What it shows. Stands outside the ledger and can be erased.'),
  part: z.enum(PARTS).optional().describe('The part of the arm that a photograph shows.'),
  taken: happened.optional().describe('When the picture was taken or the paper written.'),
  media: z.string().max(MEDIA_LENGTH_MAX).optional().describe('The type that the sender states.'),
  name: z
    .string()
    .max(NAME_LENGTH_MAX)
    .optional()
    .describe('Name of the file: only its ending is read, and it is not kept.'),
  bytes: z.int().min(0).optional().describe('How long the sender says the file is.'),
});
export type AddDocument = z.infer<typeof input>;

/** The document's id is the receipt's act. */
export type DocumentAdded = Receipt & { readonly document: string };

/** The act, with the body that its door receives; nothing of the body is read before arm and right are known. */
export function addDocument(
  body: FileBody,
  limits: ReceiveLimits = RECEIVE_LIMITS,
): Act<AddDocument, DocumentAdded> {
  return {
    name: NAME,
    says: 'Add a photograph or a document to an arm',
    clauses: ['A-01', 'A-02', 'ITI 11'],
    input,
    output: receiptOutput.extend({ document: id }),
    changes: true,
    async run(office, actor, wanted) {
      const act = wanted.act ?? newId(office);
      if (!(await isArm(office.db, actor.scope, wanted.arm)))
        return refusal('arm-unknown', { arm: wanted.arm });
      const submission = { kind: NAME, operator: actor.operator };
      const before = await findReceipt(office.db, act, wanted.arm, submission);
      if (before) return withDocument(before);
      return inRoom(actor.operator, async () => {
        const file = await receiveFile(body, wanted, limits);
        return isRefusal(file) ? file : keepDocument(office, actor, { ...wanted, act }, file);
      });
    },
  };
}

/** Makes the copies and keeps everything in the transaction of the entry. */
async function keepDocument(
  office: Office,
  actor: Actor,
  wanted: AddDocument & { readonly act: string },
  file: ReceivedFile,
): Promise<DocumentAdded | Refusal> {
  const { act, device, arm } = wanted;
  const copies = MEDIA[file.media].isPicture ? await makeCopies(file.bytes, file.media) : [];
  if (isRefusal(copies)) return copies;
  // Who may add documents may record that he did: no list of events in a role has to name it.
  const scope = { ...actor.scope, events: new Set(['documented']) };
  const receipt = await changeArm(
    office,
    { ...actor, scope },
    {
      act,
      device,
      kind: NAME,
      arm,
      commands: (recorded) => [
        { type: 'documented', happened: recorded as Happened, document: factOf(act, wanted, file) },
      ],
      also: (tx, recorded) => keepFile(tx, act, wanted, file, copies, recorded),
    },
  );
  return withDocument(receipt);
}

function withDocument(receipt: Receipt | Refusal): DocumentAdded | Refusal {
  return isRefusal(receipt) ? receipt : { ...receipt, document: receipt.act };
}

/** A document as its entry names it. */
export function factOf(
  id: string,
  wanted: Pick<AddDocument, 'kind' | 'taken'>,
  file: ReceivedFile,
): DocumentFact {
  return compact({
    id,
    kind: wanted.kind,
    media: file.media,
    digest: file.digest,
    bytes: file.bytes.length,
    taken: wanted.taken,
  });
}

/** Keeps the bytes in the transaction of the entry; the arm's row is locked, so the same file is not added twice at once. */
async function keepFile(
  tx: Tx,
  id: string,
  wanted: AddDocument,
  file: ReceivedFile,
  copies: readonly Copy[],
  recorded: string,
): Promise<Refusal | undefined> {
  const same = await findSameDocument(tx, wanted.arm, file.digest);
  if (same !== undefined) return refusal('document-known-already', { document: same });
  const { arm, kind, title, part, taken } = wanted;
  await keepBytes(tx, { id, arm, trace: undefined, kind, title, part, taken, added: recorded }, file, copies);
  return undefined;
}

/** Keeps what a document is, with its bytes and those of its copies. */
export async function keepBytes(
  tx: Tx,
  document: Omit<KeptDocument, 'media' | 'bytes' | 'digest' | 'erased'>,
  { media, bytes, digest }: ReceivedFile,
  copies: readonly Copy[],
): Promise<void> {
  const { id } = document;
  await insertDocument(tx, { ...document, media, bytes: bytes.length, digest, erased: undefined });
  await insertChunks(tx, id, 'original', bytes);
  for (const { content, ...copy } of copies) {
    await insertCopy(tx, id, copy);
    await insertChunks(tx, id, copy.form, content);
  }
}
