/**
 * Emergency access: one arm is opened to one person for an hour, with holder, site and case, for a reason. It is given at
 * once and reviewed the next day by somebody else; whoever has several that nobody reviewed yet gets no further one.
 *
 * What could go wrong: the reason names a person. It stands apart from the ledger, which holds its salted digest.
 *
 * @clause J-02, J-04, J-11
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import type { Statements } from '../store/database.ts';
import { countWaitingOf, listOpenings, saveEmergency } from '../store/emergency.ts';
import { logAccess, openWork } from '../store/work.ts';
import type { Kept } from './append-entry.ts';
import { changeRights } from './change-rights.ts';
import { NOTE_MAX, submission, text } from './input.ts';
import { type Act, newId, nowOf, type Office } from './office.ts';
import { EMERGENCY_KIND } from './opened-kinds.ts';
import { id, instant, keptOutput } from './output.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limits: how long it lasts, how many of one person may wait for a review, what a reason says at least. */
export const EMERGENCY_MINUTES = 60;
export const EMERGENCIES_WAITING_MAX = 3;
const REASON_LENGTH_MIN = 10;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const input = z.strictObject({
  ...submission,
  arm: text.describe('Id or State number of the arm.'),
  reason: z.string().trim().min(REASON_LENGTH_MIN).max(NOTE_MAX).describe('Why it cannot wait.'),
});
export type OpenEmergencyAccess = z.infer<typeof input>;

export type EmergencyOpened = Kept & { readonly arm: string; readonly until: string };

export const openEmergencyAccess: Act<OpenEmergencyAccess, EmergencyOpened> = {
  name: 'open-emergency-access',
  says: 'Open one arm for an hour, with a reason; reviewed the next day',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput.extend({ arm: id, until: instant }),
  changes: true,
  async run(office, actor, { arm: wanted, reason, ...submitted }) {
    const arm = await armIdOf(office, actor.scope, wanted);
    await logAccess(office.db, accessOf(office, actor, 'open-emergency-access', isRefusal(arm) ? '' : arm));
    if (isRefusal(arm)) return arm;
    const from = nowOf(office);
    const until = new Date(office.clock() + EMERGENCY_MINUTES * MINUTE_MS).toISOString();
    const done = await changeRights(office, actor, submitted, 'open-emergency-access', async (tx) => {
      const account = parseUuid(actor.operator);
      if (!account) return refusal('account-needed');
      const refused = await refuseMore(tx, arm, account, from);
      if (refused) return refused;
      const salt = Uint8Array.from(office.random(SALT_BYTES));
      const id = newId(office);
      await saveEmergency(tx, { id, arm, account, reason, salt, from, until });
      await openWork(tx, [itemOf(office, arm, id)]);
      const digest = Buffer.from(commitment(salt, Buffer.from(reason))).toString('hex');
      const event = { type: 'emergency-opened', emergency: id, arm, account, from, until, reason: digest };
      return { subject: id, events: [event] };
    });
    return isRefusal(done) ? done : { ...done.result, arm, until };
  },
};

async function refuseMore(
  tx: Statements,
  arm: string,
  account: string,
  now: string,
): Promise<Refusal | undefined> {
  const openings = await listOpenings(tx, arm, account, now);
  if (openings.some(({ by }) => by === 'emergency')) return refusal('emergency-open', { arm });
  const waiting = await countWaitingOf(tx, account, 'emergency');
  return waiting < EMERGENCIES_WAITING_MAX
    ? undefined
    : refusal('emergencies-waiting', { waiting, most: EMERGENCIES_WAITING_MAX });
}

/** What waits for the supervisor, due the next day. */
function itemOf(office: Office, arm: string, id: string): Parameters<typeof openWork>[1][number] {
  const due = new Date(office.clock() + DAY_MS).toISOString().slice(0, 10);
  const opened = nowOf(office);
  return {
    subject: arm,
    id,
    kind: EMERGENCY_KIND,
    severity: 'high',
    entry: id,
    against: undefined,
    opened,
    due,
  };
}
