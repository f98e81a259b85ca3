/**
 * Sets which mailboxes are told that something waits: those of the trace desk, and those of agencies for what they are asked. The
 * addresses stand beside the ledger, whose entry tells how many there are.
 *
 * @clause C-05, J-04
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { replaceNoticeAddresses } from '../store/notice.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { submission, uuid } from './input.ts';
import { type Act, newId } from './office.ts';
import { once } from './once.ts';
import { keptOutput } from './output.ts';

/** Named limit: mailboxes. */
export const NOTICES_MAX = 100;

const input = z.strictObject({
  ...submission,
  notices: z
    .array(
      z.strictObject({
        address: z.email().max(320),
        agency: uuid
          .optional()
          .describe('Told of questions to this agency; else of what waits at the trace desk.'),
        language: z.enum(['en', 'fr', 'ar']).default('en'),
      }),
    )
    .max(NOTICES_MAX),
});

export const setNotices: Act<z.infer<typeof input>, Kept> = {
  name: 'set-notices',
  says: 'Set which mailboxes are told that something waits',
  clauses: ['C-05'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { device, notices, ...wanted }) {
    const act = wanted.act ?? newId(office);
    const kind = 'set-notices';
    const run = () =>
      office.db.transaction(async (tx) => {
        const events = [{ type: 'notices-set', mailboxes: notices.length }];
        const kept = await appendEntry(tx, office, actor, {
          act,
          device,
          kind,
          subject: office.node,
          events,
        });
        if (isRefusal(kept)) return kept;
        const all = notices.map((one) => ({ id: newId(office), ...one, agency: one.agency }));
        await replaceNoticeAddresses(tx, all, kept.recorded);
        return kept;
      });
    const done = await once(office, act, run, { kind, operator: actor.operator });
    return isRefusal(done) ? done : done.result;
  },
};
