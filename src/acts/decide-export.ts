/**
 * A second person says yes or no to a file that names persons or sites, and why. Nobody decides on his or her own request,
 * under whatever posting; a program decides on none, and who made a program's key not on what the program asks.
 *
 * @clause J-02, J-04, J-06
 */
import { z } from 'zod';
import { EXPORT_VERDICTS, refuseDecision } from '../domain/access/export-request.ts';
import { parseUuid } from '../domain/base/id.ts';
import { refusal } from '../domain/base/refusal.ts';
import { findKeyMaker } from '../store/api-key.ts';
import type { Statements } from '../store/database.ts';
import { findExportRequest, saveExportVerdict } from '../store/export-request.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf } from './change-rights.ts';
import { NOTE_MAX, submission, uuid } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({
  ...submission,
  request: uuid,
  verdict: z.enum(EXPORT_VERDICTS),
  words: z.string().trim().min(3).max(NOTE_MAX).describe('Why, and what was looked at.'),
});
export type DecideExport = z.infer<typeof input>;

export const decideExport: Act<DecideExport, Kept> = {
  name: 'decide-export',
  says: 'Say yes or no to a file that names persons or sites',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { request, verdict, words, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'decide-export', async (tx) => {
      const account = parseUuid(actor.operator);
      if (!account) return refusal('account-needed');
      const found = await findExportRequest(tx, request);
      if (!found) return refusal('export-unknown');
      const refused = refuseDecision(found, account, await makerOf(tx, found.asker), office.clock());
      if (refused) return refused;
      const at = nowOf(office);
      if (!(await saveExportVerdict(tx, request, { at, by: account, verdict, said: words })))
        return refusal('export-decided');
      return { subject: request, events: [{ type: 'export-decided', request, verdict }] };
    });
    return keptOf(done);
  },
};

/** Who made the key that asked, where a program asked. */
async function makerOf(tx: Statements, asker: string): Promise<string | undefined> {
  const key = asker.startsWith('key:') ? parseUuid(asker.slice('key:'.length)) : undefined;
  return key && findKeyMaker(tx, key);
}
