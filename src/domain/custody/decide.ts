/**
 * What may be done with an arm. A command that asks for permission can be refused, with the clause it fails;
 * a command that states what happened is always turned into its event, and what does not fit is for the fold to say.
 *
 * @clause PoA II.8, ITI 8(c), FP 8(1)(c), FP 6(2)
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import { isRightValid, type Right } from '../licence/right.ts';
import { hasTransferMark } from '../marks/adequate.ts';
import { isAdequatelyMarked } from './adequacy.ts';
import type { ArmState } from './arm-state.ts';
import type { ArmEvent, Parties } from './event.ts';
import { ruleOf, type Status } from './life-cycle.ts';
import { isCivil, type Party } from './party.ts';

export type CustodyRefusal =
  | 'arm-unknown'
  | 'arm-known-already'
  | 'not-adequately-marked'
  | 'transfer-mark-missing'
  | 'already-ended'
  | 'arm-is-missing'
  | 'held-as-evidence'
  | 'keeper-is-another'
  | 'party-unknown'
  | 'party-is-gone'
  | 'receiver-is-giver'
  | 'receiver-missing'
  | 'right-missing'
  | 'hand-over-pending'
  | 'no-hand-over-pending'
  | 'not-the-receiver'
  | 'number-known-already'
  | 'number-missing'
  | 'number-not-marked'
  | 'same-person-verifies';

/** What is known beside the arm when a command is decided. */
export type Surroundings = {
  readonly parties: ReadonlyMap<string, Party>;
  readonly rights: readonly Right[];
};

export type Decided = readonly ArmEvent[] | Refusal<CustodyRefusal>;

const EVIDENCE: ReadonlySet<Status> = new Set(['seized', 'found', 'in-evidence', 'in-laboratory']);
const MISSING: ReadonlySet<Status> = new Set(['lost', 'stolen', 'captured']);

/**
 * Decides one command on one arm.
 * @refuses every code of CustodyRefusal; facts (`asked` absent) are refused only where they name an unknown arm or party
 */
export function decide(state: ArmState, command: ArmEvent, around: Surroundings): Decided {
  if (!state.exists && command.type !== 'registered') return refusal('arm-unknown');
  const stranger = strangerIn(command, around);
  if (stranger) return refusal('party-unknown', { party: stranger });
  const no = command.asked ? mayNot(state, command, around) : impossible(state, command);
  return no ?? eventsOf(state, command, around);
}

function strangerIn(command: ArmEvent, around: Surroundings): string | undefined {
  const named = [...Object.values(command.to ?? {}), ...Object.values(command.from ?? {}), command.by];
  return named.find((party) => party !== undefined && !around.parties.has(party));
}

/** The few statements that cannot be understood even as facts. */
function impossible(state: ArmState, command: ArmEvent): Refusal<CustodyRefusal> | undefined {
  if (command.type === 'registered' && state.exists) return refusal('arm-known-already');
  if (command.type === 'number-assigned' && state.number)
    return refusal('number-known-already', { number: state.number.number }, 'ITI 9');
  if (['number-tagged', 'number-marked', 'number-verified'].includes(command.type) && !state.number)
    return refusal('number-missing', {}, 'ITI 9');
  if (command.type === 'number-verified') return mayNotVerify(state, command);
  if (command.type === 'hand-over-confirmed' || command.type === 'hand-over-refused')
    return mayNotAnswer(state, command);
  if (command.type === 'hand-over-withdrawn' && !state.pending) return refusal('no-hand-over-pending');
  return undefined;
}

/** Practice: a mark is verified by a second person, never by the one who made it. */
function mayNotVerify(state: ArmState, command: ArmEvent): Refusal<CustodyRefusal> | undefined {
  if (state.number?.marked === undefined) return refusal('number-not-marked', {}, 'ITI 7');
  if (command.by !== undefined && command.by === state.number.markedBy)
    return refusal('same-person-verifies', {}, 'ITI 7');
  return undefined;
}

function mayNotAnswer(state: ArmState, command: ArmEvent): Refusal<CustodyRefusal> | undefined {
  if (!state.pending) return refusal('no-hand-over-pending');
  if (command.by !== undefined && command.by !== state.pending.to.keeper) return refusal('not-the-receiver');
  return undefined;
}

function mayNot(
  state: ArmState,
  command: ArmEvent,
  around: Surroundings,
): Refusal<CustodyRefusal> | undefined {
  const rule = ruleOf(command.type);
  const always = impossible(state, command);
  if (always || !rule.permits) return always;
  if (state.ended)
    return refusal(
      'already-ended',
      { how: state.ended.type, when: state.ended.at, entry: state.ended.entry },
      'FP 6(2)',
    );
  if (MISSING.has(state.status)) return refusal('arm-is-missing', { status: state.status }, 'PoA II.17');
  if (EVIDENCE.has(state.status) && command.type !== 'restored-to-owner')
    return refusal('held-as-evidence', { status: state.status }, 'FP 6(1)');
  if (state.pending) return refusal('hand-over-pending', { entry: state.pending.entry }, 'PoA II.17');
  return (
    mayNotGo(state, command, around) ?? mayNotMove(state, command) ?? mayNotReceive(state, command, around)
  );
}

/** Nothing unmarked is issued, transferred or licensed, except to be marked, held as evidence or destroyed. */
function mayNotGo(
  state: ArmState,
  command: ArmEvent,
  around: Surroundings,
): Refusal<CustodyRefusal> | undefined {
  const rule = ruleOf(command.type);
  if ((rule.moves || command.type === 'licensed') && !isAdequatelyMarked(state, command))
    return refusal('not-adequately-marked', { event: command.type }, 'PoA II.8');
  const receiver = around.parties.get(command.to?.owner ?? '');
  const giver = around.parties.get(state.now.owner ?? '');
  const fromState = giver ? !isCivil(giver) : state.now.unit !== undefined;
  if (
    receiver &&
    isCivil(receiver) &&
    fromState &&
    !hasTransferMark([...state.marks, ...(command.marks ?? [])])
  )
    return refusal('transfer-mark-missing', { event: command.type }, 'FP 8(1)(c)');
  return undefined;
}

function mayNotMove(state: ArmState, command: ArmEvent): Refusal<CustodyRefusal> | undefined {
  const rule = ruleOf(command.type);
  if (!rule.moves || command.type === 'licensed') return undefined;
  const giver = command.from?.keeper;
  if (giver !== undefined && state.now.keeper !== undefined && giver !== state.now.keeper)
    return refusal(
      'keeper-is-another',
      { expected: giver, since: state.since.keeper?.at ?? '' },
      'PoA II.17',
    );
  const receiver = receiverOf(command.to);
  if (receiver === undefined && command.type !== 'exported')
    return refusal('receiver-missing', { event: command.type });
  if (
    command.to?.keeper !== undefined &&
    command.to.keeper === state.now.keeper &&
    command.to.bearer === undefined
  )
    return refusal('receiver-is-giver', {}, 'PoA II.17');
  return undefined;
}

function receiverOf(to: Parties | undefined): string | undefined {
  return to?.keeper ?? to?.bearer ?? to?.owner;
}

function mayNotReceive(
  state: ArmState,
  command: ArmEvent,
  around: Surroundings,
): Refusal<CustodyRefusal> | undefined {
  for (const id of Object.values(command.to ?? {})) {
    const party = id === undefined ? undefined : around.parties.get(id);
    if (party && party.state !== 'active')
      return refusal('party-is-gone', { party: party.name, state: party.state });
  }
  const owner = command.to?.owner ?? (command.type === 'restored-to-owner' ? state.now.owner : undefined);
  const receiver = around.parties.get(owner ?? '');
  if (!receiver || !isCivil(receiver)) return undefined;
  const holds = around.rights.some(
    (right) => right.holder === receiver.id && isRightValid(right, command.happened),
  );
  return holds ? undefined : refusal('right-missing', { event: command.type }, 'PoA II.3');
}

/**
 * The events of a command. An issue or transfer to a keeper who confirms in this register becomes a posted hand-over:
 * the giver posts, the receiver confirms, and until then the giver still answers for the arm.
 */
function eventsOf(state: ArmState, command: ArmEvent, around: Surroundings): readonly ArmEvent[] {
  if (command.type === 'hand-over-confirmed')
    return [{ ...command, to: command.to ?? state.pending?.to ?? {} }];
  const keeper = around.parties.get(command.to?.keeper ?? '');
  const twoSided = command.asked && command.due !== undefined && keeper?.usesRegister === true;
  if (twoSided && ruleOf(command.type).moves && command.type !== 'hand-over-posted')
    return [{ ...command, type: 'hand-over-posted', why: command.why ?? command.type }];
  return [command];
}
