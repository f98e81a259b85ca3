/**
 * Shows requests for files that name persons or sites, to those who decide on them and to auditors: who asks, for what, what
 * is looked for, how many arms it is about, what was said of it and what was drawn. Nothing of the arms themselves.
 *
 * @clause J-04, J-06
 */
import { z } from 'zod';
import { DECIDED_WITHIN_HOURS } from '../domain/access/export-request.ts';
import { refusal } from '../domain/base/refusal.ts';
import { findExportRequest, listExportRequests } from '../store/export-request.ts';
import { logAccess } from '../store/work.ts';
import { agoOf, EXPORTS_LISTED_MAX, type Exports, exportsOutput, shownExports } from './export-requests.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({
  waiting: z.boolean().default(true).describe('Only those that wait for a decision, the oldest first.'),
  request: uuid.optional().describe('This one alone, whether it waits or not.'),
  after: uuid.optional().describe('Id of the last one of the page before.'),
  limit: z.int().min(1).max(EXPORTS_LISTED_MAX).default(50),
});

export const listExports: Act<z.infer<typeof input>, Exports> = {
  name: 'list-exports',
  says: 'Show who asked for files that name persons or sites, and what became of it',
  clauses: ['ITI 15', 'own'],
  input,
  output: exportsOutput,
  changes: false,
  async run(office, actor, { waiting, request, limit, after }) {
    await logAccess(office.db, accessOf(office, actor, 'list-exports', request ?? ''));
    const { sees } = actor.scope;
    if (request !== undefined) {
      const found = await findExportRequest(office.db, request);
      if (!found) return refusal('export-unknown');
      return { exports: await shownExports(office, [found], sees), next: undefined };
    }
    const since = waiting ? { undecidedSince: agoOf(office, DECIDED_WITHIN_HOURS) } : {};
    const kept = await listExportRequests(office.db, { ...since, after, limit: limit + 1 });
    const shown = await shownExports(office, kept.slice(0, limit), sees);
    const exports = waiting ? shown.filter((one) => one.state === 'waits') : shown;
    return { exports, next: kept.length > limit ? kept[limit - 1]?.id : undefined };
  },
};
