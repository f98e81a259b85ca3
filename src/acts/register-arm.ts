/**
 * Registers an arm: its description, its marks as read, who answers for it, and the State number that it gets at once.
 * An arm whose serial is removed, absent or unreadable is registered like any other; one whose serial contradicts what is stated
 * of it is too, and the answer says so.
 */
import { z } from 'zod';
import { mayRecord, type Scope } from '../domain/access/scope.ts';
import type { Happened } from '../domain/base/happened.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { decide } from '../domain/custody/decide.ts';
import type { ArmEvent, RecordedEvent } from '../domain/custody/event.ts';
import { armState } from '../domain/custody/fold.ts';
import { armRowOf, insertArm } from '../store/arm.ts';
import { isDuplicate } from '../store/database.ts';
import { appendAct, claimSubjects, isRepeated } from '../store/ledger.ts';
import { listParties } from '../store/party.ts';
import { openWork } from '../store/work.ts';
import { findReceipt, type Receipt, workOf } from './change-arm.ts';
import { drawNumber, isDrawnTwice } from './draw-number.ts';
import { proposalsOf } from './import-proposals.ts';
import {
  basis,
  compact,
  description,
  happened,
  MARKS_MAX,
  mark,
  parties,
  registerId,
  submission,
  text,
  uuid,
} from './input.ts';
import { meetListings } from './meet-listings.ts';
import { encounterOf } from './met-arms.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { receiptOutput } from './output.ts';
import { seal } from './seal.ts';
import { notesOn } from './serial-notes.ts';
import { type Noted, notedOutput } from './serial-output.ts';

const input = z.strictObject({
  ...submission,
  arm: uuid.optional(),
  register: registerId.default(0),
  description,
  marks: z.array(mark).max(MARKS_MAX).default([]),
  to: parties.optional(),
  happened: happened.optional(),
  place: text.optional(),
  basis: basis.optional(),
});
export type RegisterArm = z.infer<typeof input>;

/** What a registration answers: the receipt, and what cannot be of the arm going by its serial. */
export type ArmRegistered = Receipt & { readonly noted: Noted };

const KIND = 'register-arm';

export const registerArm: Act<RegisterArm, ArmRegistered> = {
  name: KIND,
  says: 'Register an arm',
  clauses: ['ITI 11', 'PoA II.9'],
  input,
  output: receiptOutput.extend({ noted: notedOutput }),
  changes: true,
  async run(office, actor, wanted) {
    const receipt = await registerOnce(office, actor, wanted);
    if (isRefusal(receipt)) return receipt;
    const { description, marks, happened } = wanted;
    return {
      ...receipt,
      noted: await notesOn(office, compact(description), marks, happened),
    };
  },
};

async function registerOnce(office: Office, actor: Actor, wanted: RegisterArm): Promise<Receipt | Refusal> {
  const act = wanted.act ?? newId(office);
  for (;;) {
    const number = drawNumber(office);
    try {
      const done = await register(office, actor, { ...wanted, act }, number);
      if (!isRefusal(done)) office.nudge();
      return done;
    } catch (error) {
      if (isDuplicate(error, 'arm_pkey')) return refusal('arm-known-already', { arm: wanted.arm ?? '' });
      // Two arms drew one number: draw again. A repeated submission gets its first answer.
      if (isDrawnTwice(error)) continue;
      if (!isRepeated(error)) throw error;
      return firstAnswer(office, actor, act, wanted.arm);
    }
  }
}

async function firstAnswer(
  office: Office,
  actor: Actor,
  act: string,
  arm: string | undefined,
): Promise<Receipt | Refusal> {
  const receipt = await findReceipt(office.db, act, arm, { kind: KIND, operator: actor.operator });
  return receipt ?? refusal('act-id-taken', { act });
}

async function register(
  office: Office,
  actor: Actor,
  wanted: RegisterArm & { readonly act: string },
  number: string,
): Promise<Receipt | Refusal> {
  const arm = wanted.arm ?? newId(office);
  const recorded = nowOf(office);
  const beyond = refuseBeyond(actor.scope, wanted);
  if (beyond) return beyond;
  const command = registration(wanted, recorded, number);
  return office.db.transaction(async (tx) => {
    if (wanted.arm !== undefined && (await claimSubjects(tx, [arm])) !== undefined) {
      const submission = { kind: KIND, operator: actor.operator };
      const before = await findReceipt(tx, wanted.act, arm, submission);
      return before ?? refusal('arm-known-already', { arm });
    }
    const known = await listParties(tx, Object.values(command.to ?? {}));
    const events = decide(armState([]), command, { parties: known, rights: [] });
    if (isRefusal(events)) return events;
    const id = newId(office);
    const entry = seal(office, actor, {
      id,
      act: wanted.act,
      kind: KIND,
      subject: arm,
      recorded,
      device: wanted.device,
      events,
    });
    if (isRefusal(entry)) return entry;
    const state = armState(
      events.map((event): RecordedEvent => ({ ...event, entry: id, recorded, operator: actor.operator })),
    );
    const receipt: Receipt = {
      act: wanted.act,
      entry: id,
      arm,
      number,
      recorded,
      events: events.map((event) => event.type),
      alarms: state.contradictions.map(({ kind, severity }) => ({ kind, severity })),
    };
    const { operator } = actor;
    const row = { id: wanted.act, kind: KIND, operator, recorded, result: JSON.stringify(receipt) };
    await appendAct(tx, row, [entry]);
    await insertArm(tx, armRowOf(arm, wanted.register, number, state), state.marks);
    const proposals = await proposalsOf(tx, office, [{ id: arm, entries: [{ kind: KIND, events }] }]);
    await openWork(tx, [...workOf(office, arm, state.contradictions, recorded), ...proposals]);
    await meetListings(tx, office, [encounterOf(arm, state, 'registration')], false);
    return receipt;
  });
}

/** The event that an arm is registered. */
function registration(wanted: RegisterArm, recorded: string, number: string): ArmEvent {
  return compact({
    type: 'registered' as const,
    happened: wanted.happened ?? (recorded.slice(0, 10) as Happened),
    arm: compact(wanted.description),
    marks: wanted.marks.map(compact),
    number,
    to: wanted.to && compact(wanted.to),
    place: wanted.place,
    basis: wanted.basis && compact(wanted.basis),
  });
}

/** What is registered must be in reach of the one who registers it: not in another agency's books. */
function refuseBeyond(scope: Scope, wanted: RegisterArm): Refusal | undefined {
  if (!mayRecord(scope, 'registered')) return refusal('event-not-permitted', { event: 'registered' });
  if (scope.arms === 'all' || scope.arms === 'civil') return undefined;
  const { unit, keeper, owner } = wanted.to ?? {};
  const own = [unit, keeper, owner].some((party) => party !== undefined && scope.parties.includes(party));
  return scope.arms === 'own' && own ? undefined : refusal('beyond-own-agency', {});
}
