/**
 * Opens an arm by a decided match: whoever decided that a reading is of this arm sees its holder, site and unit, for a bounded
 * time. It needs a power of its own and one's own decision, which must be the latest on its reading; and the machine must have
 * given that arm half or more, or a second officer decided the same. Each opening is reviewed like an emergency access, and
 * ends with a bad review or with a later decision that says otherwise.
 *
 * What could go wrong: an officer opens arms to himself at will, for a serial that is known can be typed as a reading. So
 * whoever has many openings that nobody reviewed gets no further one, and docs/security.md says what is left.
 *
 * @clause A-13, J-02, J-04, J-11
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { ALONE_FROM, MATCH_OPENS_DAYS, opensUntil } from '../domain/identification/decided.ts';
import type { Statements } from '../store/database.ts';
import { countWaitingOf, isOpenedBy, saveEmergency } from '../store/emergency.ts';
import { findMatch, listDecided, type Match } from '../store/match.ts';
import { logAccess, openWork } from '../store/work.ts';
import type { Kept } from './append-entry.ts';
import { changeRights } from './change-rights.ts';
import { submission, uuid } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { MATCH_OPENED_KIND } from './opened-kinds.ts';
import { id, instant, keptOutput } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limits: openings of one person that may wait for a review, and days in which one is due. */
export const MATCH_OPENINGS_WAITING_MAX = 10;
const REVIEW_DAYS = 7;
const DAY_MS = 86_400_000;

const input = z.strictObject({
  ...submission,
  match: uuid.describe('Id of an own decision, as decide-match and list-matches tell it.'),
});
export type OpenMatchedArm = z.infer<typeof input>;

export type MatchedArmOpened = Kept & { readonly arm: string; readonly until: string };

export const openMatchedArm: Act<OpenMatchedArm, MatchedArmOpened> = {
  name: 'open-matched-arm',
  says: 'Open an arm by an own decision on a match, for a time; reviewed',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput.extend({ arm: id, until: instant }),
  changes: true,
  async run(office, actor, { match: wanted, ...submitted }) {
    const match = await findMatch(office.db, actor.scope, wanted);
    const own = match?.operator === actor.operator ? match : undefined;
    await logAccess(office.db, accessOf(office, actor, 'open-matched-arm', own?.arm ?? ''));
    if (!own) return refusal('match-unknown', { match: wanted });
    const until = await untilOf(office.db, office, own);
    if (isRefusal(until)) return until;
    const done = await changeRights(office, actor, submitted, 'open-matched-arm', (tx) =>
      open(tx, office, actor, own),
    );
    return isRefusal(done) ? done : { ...done.result, arm: own.arm, until };
  },
};

async function open(tx: Statements, office: Office, actor: Actor, match: Match) {
  const account = parseUuid(actor.operator);
  if (!account) return refusal('account-needed');
  const until = await untilOf(tx, office, match);
  if (isRefusal(until)) return until;
  const from = nowOf(office);
  const { arm } = match;
  // One decision opens once: after a bad review it takes another one, with another why.
  if (await isOpenedBy(tx, arm, match.id)) return refusal('match-opened-before');
  const waiting = await countWaitingOf(tx, account, 'match');
  if (waiting >= MATCH_OPENINGS_WAITING_MAX)
    return refusal('matches-waiting', { waiting, most: MATCH_OPENINGS_WAITING_MAX });
  const id = newId(office);
  await saveEmergency(tx, { id, arm, account, from, until, match: match.id });
  const due = new Date(office.clock() + REVIEW_DAYS * DAY_MS).toISOString().slice(0, 10);
  const item = { subject: arm, id, kind: MATCH_OPENED_KIND, severity: 'low' as const, entry: id };
  await openWork(tx, [{ ...item, against: undefined, opened: from, due }]);
  const event = { type: 'matched-arm-opened', emergency: id, arm, account, match: match.id, from, until };
  return { subject: id, events: [event] };
}

/** Until when this decision opens its arm, or why it does not. */
async function untilOf(db: Statements, office: Office, match: Match): Promise<string | Refusal> {
  const decided = await listDecided(db, [match]);
  // Only the newest of one's own is opened by, so that its why is what a supervisor reads.
  if (decided.find(({ operator }) => operator === match.operator)?.id !== match.id)
    return refusal('match-not-same');
  const opening = opensUntil(decided, match.operator, office.clock());
  if ('until' in opening) return opening.until;
  switch (opening.closed) {
    case 'not-same':
      return refusal('match-not-same');
    case 'ended':
      return refusal('match-ended', { days: MATCH_OPENS_DAYS });
    case 'second-needed':
      return refusal('match-second-needed', { percent: ALONE_FROM * 100 });
  }
}
