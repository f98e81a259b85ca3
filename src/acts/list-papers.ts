/**
 * Lists the papers of a trace, or those that came in and wait to be registered, the newest first. Erased ones are listed as
 * erased.
 *
 * @clause C-13, J-04
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { type CopyRow, type KeptDocument, listCopies, listPapersOf } from '../store/document.ts';
import { findTrace } from '../store/trace.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import { documentOutput } from './list-documents.ts';
import type { Act, Actor, Office } from './office.ts';
import { id } from './output.ts';
import { pageOf } from './page-of.ts';
import { mayTouch } from './trace-file.ts';
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
    if (!(await mayList(office, actor, trace))) return refusal('trace-unknown', { trace: trace ?? '' });
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

async function mayList({ db }: Office, { scope }: Actor, trace: string | undefined): Promise<boolean> {
  if (trace === undefined) return scope.arms === 'all';
  const row = await findTrace(db, trace);
  return row !== undefined && mayTouch(scope, row);
}
