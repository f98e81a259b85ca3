/**
 * Lists the papers of a trace, or those that came in and wait to be registered, the newest first. Erased ones are listed as
 * erased.
 *
 * @clause C-13, J-04
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { type CopyRow, type KeptDocument, listCopies, listPapersOf } from '../store/document.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import { documentOutput } from './list-documents.ts';
import type { Act, Actor, Office } from './office.ts';
import { id } from './output.ts';
import { pageOf } from './page-of.ts';
import { openFile } from './trace-file.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: papers that are listed; a trace seldom has twenty. */
export const PAPERS_SHOWN_MAX = 200;

const input = z.strictObject({
  trace: uuid.optional().describe('The trace; absent for the papers that wait to be registered.'),
  limit: z.int().min(1).max(PAPERS_SHOWN_MAX).default(PAPERS_SHOWN_MAX),
  after: uuid.optional().describe('The last paper of the page before.'),
});

export type PaperList = {
  readonly papers: readonly (KeptDocument & { readonly copies: readonly CopyRow[] })[];
  readonly next?: string | undefined;
};

export const listPapers: Act<z.infer<typeof input>, PaperList> = {
  name: 'list-papers',
  says: 'List the papers of a trace, or those that wait to be registered',
  clauses: ['C-13', 'J-04'],
  input,
  output: z.strictObject({
    papers: z.array(documentOutput),
    next: id.optional().describe('To be given as "after" for the next page.'),
  }),
  changes: false,
  async run(office, actor, { trace, ...wanted }) {
    await logAccess(office.db, accessOf(office, actor, 'list-papers', trace ?? ''));
    if (!actor.scope.sees.has('case')) return refusal('documents-not-seen', {}, 'J-02');
    const refused = await whyNot(office, actor, trace);
    if (refused) return refused;
    const all = await listPapersOf(office.db, trace, PAPERS_SHOWN_MAX * 5);
    const { page: papers, next } = pageOf(all, wanted, (paper) => paper.id);
    const copies = await listCopies(
      office.db,
      papers.map(({ id }) => id),
    );
    return {
      papers: papers.map((paper) => ({
        ...paper,
        copies: copies.filter(({ document }) => document === paper.id),
      })),
      ...(next === undefined ? {} : { next }),
    };
  },
};

/** Papers that wait are for those who reach all; those of a trace for those who may read all that came to it. */
async function whyNot(
  { db }: Office,
  { scope, operator }: Actor,
  trace: string | undefined,
): Promise<Refusal | undefined> {
  if (trace === undefined) return scope.arms === 'all' ? undefined : refusal('trace-unknown', { trace: '' });
  const file = await openFile(db, scope, trace);
  return isRefusal(file) ? file : refuseUnnamed(file, operator);
}
