/**
 * Shows an asker his or her own requests for files that name persons or sites, the newest first. Those of others are not
 * told from what is not there.
 *
 * @clause J-04
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { findExportRequest, listExportRequests } from '../store/export-request.ts';
import { logAccess } from '../store/work.ts';
import { EXPORTS_LISTED_MAX, type Exports, exportsOutput, shownExports } from './export-requests.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({
  request: uuid.optional().describe('This one alone.'),
  after: uuid.optional().describe('Id of the last one of the page before.'),
  limit: z.int().min(1).max(EXPORTS_LISTED_MAX).default(50),
});

export const listOwnExports: Act<z.infer<typeof input>, Exports> = {
  name: 'list-own-exports',
  says: 'Show what one has asked for oneself in files that name persons or sites',
  clauses: ['ITI 15', 'own'],
  input,
  output: exportsOutput,
  changes: false,
  async run(office, actor, { request, limit, after }) {
    await logAccess(office.db, accessOf(office, actor, 'list-own-exports', request ?? ''));
    if (request !== undefined) {
      const found = await findExportRequest(office.db, request);
      if (found?.asker !== actor.operator) return refusal('export-unknown');
      return { exports: await shownExports(office, [found], 'own'), next: undefined };
    }
    const kept = await listExportRequests(office.db, { asker: actor.operator, after, limit: limit + 1 });
    const next = kept.length > limit ? kept[limit - 1]?.id : undefined;
    return { exports: await shownExports(office, kept.slice(0, limit), 'own'), next };
  },
};
