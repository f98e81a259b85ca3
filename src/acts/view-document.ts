/**
 * Shows the re-encoded copy of a picture. Only those who see the words and papers of cases see it, and only for arms and traces
 * within their reach; a paper that waits to be registered is for those who reach all. Every look leaves a line in the access log. What it answers holds no position, no device and no name.
 *
 * @clause A-01, J-04, J-05
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Fault, isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { COPY_FORMS } from '../domain/documents/document.ts';
import { isArm } from '../store/arm.ts';
import { type CopyRow, findDocument, type KeptDocument, listCopies, readChunks } from '../store/document.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { openFile } from './trace-file.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({ document: uuid, form: z.enum(COPY_FORMS).default('large') });
export type ViewDocument = z.infer<typeof input>;

export type DocumentView = {
  readonly document: KeptDocument;
  readonly copy: CopyRow;
  readonly content: Buffer;
};

export const viewDocument: Act<ViewDocument, DocumentView> = {
  name: 'view-document',
  says: 'Show the copy of a photograph or a scanned paper',
  clauses: ['A-01', 'J-05'],
  input,
  changes: false,
  async run(office, actor, { document: wanted, form }) {
    const document = await openDocument(office, actor, 'view-document', wanted);
    if (isRefusal(document)) return document;
    const copy = (await listCopies(office.db, [wanted])).find((one) => one.form === form);
    if (copy === undefined) return refusal('document-has-no-copy', { media: document.media });
    const chunks: Buffer[] = [];
    for await (const chunk of readChunks(office.db, wanted, form)) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    if (createHash('sha256').update(content).digest('hex') !== copy.digest) throw alteredDocument(wanted);
    return { document, copy, content };
  },
};

/**
 * The document where the actor may see it; the look is logged whatever comes of it. Who may not see cases learns nothing
 * of what there is, and what lies beyond the scope is answered like what does not exist.
 * @refuses documents-not-seen, document-unknown, document-erased
 */
export async function openDocument(
  office: Office,
  actor: Actor,
  act: string,
  wanted: string,
): Promise<KeptDocument | Refusal> {
  const found = await findDocument(office.db, wanted);
  const isWithin = found !== undefined && (await mayLook(office, actor, found));
  const subject = isWithin ? (found.arm ?? found.trace ?? '') : '';
  await logAccess(office.db, accessOf(office, actor, act, `${subject} ${wanted}`.trim()));
  if (!actor.scope.sees.has('case')) return refusal('documents-not-seen', {}, 'J-02');
  if (!isWithin) return refusal('document-unknown', { document: wanted });
  return found.erased === undefined ? found : refusal('document-erased', { when: found.erased.slice(0, 10) });
}

async function mayLook(
  { db }: Office,
  { scope, operator }: Actor,
  { arm, trace }: KeptDocument,
): Promise<boolean> {
  if (arm !== undefined) return isArm(db, scope, arm);
  if (trace === undefined) return scope.arms === 'all';
  const file = await openFile(db, scope, trace);
  return !isRefusal(file) && refuseUnnamed(file, operator) === undefined;
}

/** Stops where bytes are not those that were kept. */
export function alteredDocument(id: string): Fault {
  return new Fault(
    'database',
    `The bytes of document ${id} are not those that were recorded. Nothing of it is given out. Have the database looked at, and restore it from a backup.`,
  );
}
