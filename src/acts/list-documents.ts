/**
 * Lists the photographs and documents of an arm, the newest first, with what there is to show of each. Erased ones are
 * listed as erased.
 *
 * @clause A-01, J-04
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { COPY_FORMS, DOCUMENT_KINDS } from '../domain/documents/document.ts';
import {
  type CopyRow,
  findDocument,
  type KeptDocument,
  listCopies,
  listDocumentsOf,
} from '../store/document.ts';
import { logAccess } from '../store/work.ts';
import { text, uuid } from './input.ts';
import type { Act, Office } from './office.ts';
import { happened, id, instant } from './output.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limit: documents on one page of the list. */
export const DOCUMENTS_SHOWN_MAX = 50;

const input = z.strictObject({
  arm: text.describe('Id or State number of the arm.'),
  after: uuid.optional().describe('The last document of the page before.'),
});

const digest = z.string().describe('SHA-256, in hexadecimal digits.');
/** A document as lists tell it. */
export const documentOutput = z.strictObject({
  id,
  arm: id.optional(),
  trace: id.optional(),
  kind: z.enum(DOCUMENT_KINDS),
  media: z.string(),
  bytes: z.int(),
  digest,
  title: z.string().optional(),
  part: z.string().optional(),
  taken: happened.optional(),
  added: instant,
  erased: instant.optional(),
  copies: z.array(
    z.strictObject({
      document: id,
      form: z.enum(COPY_FORMS),
      media: z.string(),
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
      digest,
    }),
  ),
});

export type DocumentList = {
  readonly arm: string;
  readonly documents: readonly (KeptDocument & { readonly copies: readonly CopyRow[] })[];
  readonly next: string | undefined;
};

export const listDocuments: Act<z.infer<typeof input>, DocumentList> = {
  name: 'list-documents',
  says: 'List the photographs and documents of an arm',
  clauses: ['A-01', 'J-04'],
  input,
  output: z.strictObject({
    arm: id,
    documents: z.array(documentOutput),
    next: id.optional().describe('Id to be given as "after" for the next page.'),
  }),
  changes: false,
  async run(office, actor, wanted) {
    const arm = await armIdOf(office, actor.scope, wanted.arm);
    const logged = logAccess(office.db, accessOf(office, actor, 'list-documents', isRefusal(arm) ? '' : arm));
    const mayLook = !isRefusal(arm) && actor.scope.sees.has('case');
    const [listed] = await Promise.all([mayLook ? list(office, arm, wanted.after) : undefined, logged]);
    if (isRefusal(arm)) return arm;
    return listed ?? refusal('documents-not-seen', {}, 'J-02');
  },
};

async function list(office: Office, arm: string, last: string | undefined): Promise<DocumentList | Refusal> {
  const after = last === undefined ? undefined : await findDocument(office.db.quick, last);
  if (last !== undefined && after?.arm !== arm) return refusal('document-unknown', { document: last });
  const found = await listDocumentsOf(office.db.quick, arm, DOCUMENTS_SHOWN_MAX + 1, after);
  const page = found.slice(0, DOCUMENTS_SHOWN_MAX);
  const copies = await listCopies(
    office.db.quick,
    page.map((document) => document.id),
  );
  return {
    arm,
    documents: page.map((document) => ({
      ...document,
      copies: copies.filter((copy) => copy.document === document.id),
    })),
    next: found.length > page.length ? page.at(-1)?.id : undefined,
  };
}
