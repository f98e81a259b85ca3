/**
 * An officer decides on a proposal of the machine: that a reading is of this arm, is not, or cannot be said, and why. The
 * question is asked again within the rights of whoever decides, and the arm must be among its candidates. The proposal with
 * its weights and the decision are two entries of one act. Nothing of the arm changes and nothing is merged; a later decision
 * stands beside this one, and the latest counts.
 *
 * What could go wrong: a program that decides, and is somebody's second officer. Only a person with an account decides. Or
 * the why names a person: it stands apart from the ledger, which holds its salted digest, and can be erased by order.
 *
 * @clause PoA II.9, ITI 11
 */
import { z } from 'zod';
import { parseStateNumber } from '../domain/arms/number.ts';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { DECISIONS, type Decision } from '../domain/identification/decided.ts';
import { SALT_BYTES } from '../domain/ledger/hash.ts';
import { appendAct } from '../store/ledger.ts';
import { type Match, saveMatch } from '../store/match.ts';
import { logAccess } from '../store/work.ts';
import type { Kept } from './append-entry.ts';
import { identify, QUESTION_FIELDS } from './identify-arm.ts';
import type { CandidateTold, Identified } from './identify-output.ts';
import { NOTE_MAX, submission, text } from './input.ts';
import { decisionOf, proposalOf, writtenOf } from './match-entries.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { once } from './once.ts';
import { id, keptOutput } from './output.ts';
import { seal } from './seal.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: what a why says at least. */
export const WHY_LENGTH_MIN = 3;
const TOLD_LENGTH_MAX = 60;

const input = z.strictObject({
  ...submission,
  ...QUESTION_FIELDS,
  arm: text.describe('Id or State number of the arm: one of the candidates of the question.'),
  decision: z.enum(DECISIONS).describe('Is the reading of this arm.'),
  why: z
    .string()
    .trim()
    .min(WHY_LENGTH_MIN)
    .max(NOTE_MAX)
    .describe('What it rests on. Kept apart from the ledger, which holds its digest.'),
});
export type DecideMatch = z.infer<typeof input>;

/** The decision as it was kept: `subject` is the match, `entry` that of the decision. */
export type MatchDecided = Kept & {
  readonly proposal: string;
  readonly arm: string;
  readonly number: string;
  readonly decision: Decision;
  readonly probability: number;
};

export const decideMatch: Act<DecideMatch, MatchDecided> = {
  name: 'decide-match',
  says: 'Decide whether a reading is of an arm: same, not same, unsure, and why',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  output: keptOutput.extend({
    proposal: id.describe('Entry of what the machine proposed.'),
    arm: id,
    number: z.string().describe('State number of the arm.'),
    decision: z.enum(DECISIONS),
    probability: z.number().min(0).max(1).describe('What the machine gave this arm.'),
  }),
  changes: true,
  async run(office, actor, wanted) {
    // A named officer decides: no program, and nobody at the machine without an account.
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    const act = wanted.act ?? newId(office);
    const submitted = { kind: 'decide-match', operator: actor.operator };
    const done = await once(office, act, () => decide(office, actor, { ...wanted, act }), submitted);
    return isRefusal(done) ? done : done.result;
  },
};

async function decide(
  office: Office,
  actor: Actor,
  wanted: DecideMatch & { readonly act: string },
): Promise<MatchDecided | Refusal> {
  const identified = await identify(office, actor, wanted);
  const candidates = isRefusal(identified) ? [] : identified.candidates;
  const place = candidates.findIndex((one) => isMeant(one, wanted.arm));
  const candidate = candidates[place];
  await logAccess(office.db, accessOf(office, actor, 'decide-match', candidate?.armId ?? ''));
  if (isRefusal(identified)) return identified;
  if (!candidate)
    return refusal('match-no-candidate', {
      arm: wanted.arm.slice(0, TOLD_LENGTH_MAX),
      reading: writtenOf(identified.understood).slice(0, TOLD_LENGTH_MAX),
    });
  return keep(office, actor, wanted, identified, { candidate, place: place + 1 });
}

/** True where the candidate is the arm of this id or State number. */
function isMeant({ armId, number }: CandidateTold, arm: string): boolean {
  const asId = parseUuid(arm);
  if (asId) return armId === asId;
  const reading = parseStateNumber(arm);
  return 'number' in reading && number === reading.number;
}

async function keep(
  office: Office,
  actor: Actor,
  wanted: DecideMatch & { readonly act: string },
  identified: Identified,
  { candidate, place }: { readonly candidate: CandidateTold; readonly place: number },
): Promise<MatchDecided | Refusal> {
  const { act, device, decision, why } = wanted;
  const { operator } = actor;
  const { armId: arm, number, probability } = candidate;
  const [id, proposal, entry] = [newId(office), newId(office), newId(office)];
  const recorded = nowOf(office);
  const salt = Uint8Array.from(office.random(SALT_BYTES));
  const reading = writtenOf(identified.understood);
  const match = {
    id,
    arm,
    operator,
    at: recorded,
    reading,
    decision,
    probability,
    why,
    salt,
    proposal,
    entry,
  };
  const { version } = await office.reference();
  const kind = 'decide-match';
  const common = { act, device, kind, subject: id, recorded };
  const proposed = seal(office, actor, {
    ...common,
    id: proposal,
    events: [proposalOf(wanted, identified, version)],
  });
  if (isRefusal(proposed)) return proposed;
  const decided = seal(office, actor, {
    ...common,
    id: entry,
    events: [decisionOf(match, candidate, place)],
  });
  if (isRefusal(decided)) return decided;
  const done: MatchDecided = {
    ...{ act, entry, subject: id, recorded, proposal, arm, number, decision, probability },
  };
  const result = JSON.stringify(done);
  await office.db.transaction(async (tx) => {
    await appendAct(tx, { id: act, kind, operator, recorded, result }, [proposed, decided]);
    await saveMatch(tx, match satisfies Match);
  });
  return done;
}
