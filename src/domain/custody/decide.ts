/**
 * What may be done with an arm. A command that asks for permission can be refused, with the clause it fails;
 * a command that states what happened is always turned into its event, and what does not fit is for the fold to say.
 *
 * @clause PoA II.8, ITI 8(c), FP 8(1)(c), FP 6(2)
 */
import { isSurelyBefore } from '../base/happened.ts';
import { type Refusal, refusal } from '../base/refusal.ts';
import { isRightValid, type Right } from '../licence/right.ts';
import { isAdequatelyMarked, isTransferMarked } from './adequacy.ts';
import type { ArmState } from './arm-state.ts';
import type { ArmEvent, Doubt } from './event.ts';
import { type EventType, HELD, LANES, MISSING, ruleOf } from './life-cycle.ts';
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
  | 'verifier-missing'
  | 'same-person-verifies'
  | 'document-missing';

/** What is known beside the arm when a command is decided. */
export type Surroundings = {
  readonly parties: ReadonlyMap<string, Party>;
  readonly rights: readonly Right[];
  /** When the request came in and which keeper stood then; absent where nobody looked. */
  readonly seen?: { readonly at: string; readonly keeper: string | undefined };
};

export type Decided = readonly ArmEvent[] | Refusal<CustodyRefusal>;

/** A hand-over that names no day is to be confirmed within so many days. */
export const HAND_OVER_DAYS = 7;
const DAY_MS = 86_400_000;
/** Such a move makes somebody the owner, who has to be named. */
const SALES: ReadonlySet<EventType> = new Set(['sold', 'sold-to-trade']);

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
  if (command.type === 'documented' && !command.document) return refusal('document-missing');
  if (command.type === 'number-verified') return mayNotVerify(state, command);
  if (command.type === 'hand-over-confirmed' || command.type === 'hand-over-refused')
    return mayNotAnswer(state, command);
  if (command.type === 'hand-over-withdrawn' && !state.pending) return refusal('no-hand-over-pending');
  return undefined;
}

/** Practice: a mark is verified by a second person, never by the one who made it. */
function mayNotVerify(state: ArmState, command: ArmEvent): Refusal<CustodyRefusal> | undefined {
  if (state.number?.marked === undefined) return refusal('number-not-marked', {}, 'ITI 7');
  if (command.by === undefined) return refusal('verifier-missing', {}, 'ITI 7');
  if (command.by === state.number.markedBy) return refusal('same-person-verifies', {}, 'ITI 7');
  return undefined;
}

function mayNotAnswer(state: ArmState, command: ArmEvent): Refusal<CustodyRefusal> | undefined {
  if (!state.pending) return refusal('no-hand-over-pending');
  const receiver = state.pending.to.keeper ?? state.pending.to.unit ?? state.pending.to.owner;
  const named = command.to?.keeper ?? receiver;
  if (command.by === undefined || command.by !== receiver || named !== receiver)
    return refusal('not-the-receiver', { receiver: receiver ?? '' }, 'PoA II.17');
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
  if (HELD.has(state.status) && command.type !== 'restored-to-owner')
    return refusal('held-as-evidence', { status: state.status }, 'FP 6(1)');
  if (state.pending) return refusal('hand-over-pending', { entry: state.pending.entry }, 'PoA II.17');
  return (
    mayNotGo(state, command, around) ??
    mayNotMove(state, command, around) ??
    mayNotReceive(state, command, around)
  );
}

/** Nothing unmarked is issued, transferred, released or licensed, except to be marked, held as evidence or destroyed. */
function mayNotGo(
  state: ArmState,
  command: ArmEvent,
  around: Surroundings,
): Refusal<CustodyRefusal> | undefined {
  const goes =
    ruleOf(command.type).moves || command.type === 'licensed' || command.type === 'restored-to-owner';
  if (goes && !isAdequatelyMarked(state, command))
    return refusal('not-adequately-marked', { event: command.type }, 'PoA II.8');
  const receiver = around.parties.get(newOwnerOf(command) ?? '');
  if (receiver && isCivil(receiver) && isFromState(state, around) && !isTransferMarked(state, command))
    return refusal('transfer-mark-missing', { event: command.type }, 'FP 8(1)(c)');
  return undefined;
}

/** Who comes to own the arm; a transfer to a keeper outside any unit's books counts as one to its owner. */
function newOwnerOf(command: ArmEvent): string | undefined {
  const { to, type } = command;
  if (to?.owner !== undefined) return to.owner;
  const leaves = type === 'transferred' || type === 'hand-over-posted';
  return leaves && to?.unit === undefined ? to?.keeper : undefined;
}

function isFromState(state: ArmState, around: Surroundings): boolean {
  const giver = around.parties.get(state.now.owner ?? '');
  if (!giver || giver.kind === 'unknown') return state.now.unit !== undefined;
  return !isCivil(giver) && giver.kind !== 'foreign-state';
}

function mayNotMove(
  state: ArmState,
  command: ArmEvent,
  around: Surroundings,
): Refusal<CustodyRefusal> | undefined {
  if (!ruleOf(command.type).moves) return undefined;
  const to = command.to ?? {};
  const expected = command.from?.keeper ?? around.seen?.keeper;
  const looked = command.from?.keeper !== undefined || around.seen !== undefined;
  const another = looked && expected !== state.now.keeper;
  if (another || isOvertaken(state, command, around.seen?.at))
    return refusal(
      'keeper-is-another',
      {
        expected: expected ?? '',
        keeper: state.now.keeper ?? '',
        since: state.since.keeper?.at ?? '',
      },
      'PoA II.17',
    );
  const named = Object.values(to).some((party) => party !== undefined);
  if (command.type !== 'exported' && (!named || (SALES.has(command.type) && to.owner === undefined)))
    return refusal('receiver-missing', { event: command.type });
  if (named && LANES.every((lane) => to[lane] === undefined || to[lane] === state.now[lane]))
    return refusal('receiver-is-giver', {}, 'PoA II.17');
  return undefined;
}

/**
 * True where the arm changed hands after the time for which leave is asked, or after the request came in: nobody can permit
 * the past, and whoever asked went by what stood before.
 */
function isOvertaken(state: ArmState, command: ArmEvent, asked: string | undefined): boolean {
  return LANES.some((lane) => {
    const since = state.since[lane];
    if (since === undefined) return false;
    return isSurelyBefore(command.happened, since.at) || (asked !== undefined && asked < since.recorded);
  });
}

function mayNotReceive(
  state: ArmState,
  command: ArmEvent,
  around: Surroundings,
): Refusal<CustodyRefusal> | undefined {
  for (const id of Object.values(command.to ?? {})) {
    const party = id === undefined ? undefined : around.parties.get(id);
    if (party && party.state !== 'active')
      return refusal('party-is-gone', { party: party.name || party.id, state: party.state });
  }
  // A buyer abroad holds no right of this State: an export rests on its own authorisation.
  if (command.type === 'exported') return undefined;
  const owner = newOwnerOf(command) ?? (command.type === 'restored-to-owner' ? state.now.owner : undefined);
  const receiver = around.parties.get(owner ?? '');
  if (!receiver || !isCivil(receiver)) return undefined;
  const holds = rightsOf(receiver, around).some((right) => isRightValid(right, command.happened));
  return holds ? undefined : refusal('right-missing', { event: command.type }, 'PoA II.3');
}

function rightsOf(party: Party, around: Surroundings): readonly Right[] {
  return around.rights.filter((right) => right.holder === party.id);
}

/** What is known against a stated fact beside the arm itself: the receiver's recorded rights do not cover the time. */
function doubtsOf(command: ArmEvent, around: Surroundings): readonly Doubt[] {
  const receiver = around.parties.get(newOwnerOf(command) ?? '');
  const gives = ruleOf(command.type).moves || command.type === 'held-under-right';
  if (command.asked || !gives || command.type === 'exported' || !receiver || !isCivil(receiver)) return [];
  const rights = rightsOf(receiver, around);
  // A register that holds no rights of somebody knows nothing against them.
  if (rights.length === 0) return [];
  return rights.some((right) => isRightValid(right, command.happened)) ? [] : ['right-not-valid'];
}

/**
 * The events of a command. Where both sides use this register a move to another keeper becomes a posted hand-over: the
 * giver posts, the receiver confirms, and until then the giver still answers for the arm.
 */
function eventsOf(state: ArmState, command: ArmEvent, around: Surroundings): readonly ArmEvent[] {
  const doubts = doubtsOf(command, around);
  if (doubts.length > 0) return [{ ...command, doubts }];
  if (command.type === 'hand-over-confirmed')
    return [{ ...command, to: { ...state.pending?.to, ...command.to } }];
  if (command.type === 'hand-over-posted') return [{ ...command, ...dueOf(command) }];
  const moves = command.asked === true && ruleOf(command.type).moves === true;
  if (!moves || !isTwoSided(state, command, around)) return [command];
  return [{ ...command, type: 'hand-over-posted', meant: command.type, ...dueOf(command) }];
}

function isTwoSided(state: ArmState, command: ArmEvent, around: Surroundings): boolean {
  const keeper = command.to?.keeper;
  if (keeper === undefined || keeper === state.now.keeper) return false;
  if (around.parties.get(keeper)?.usesRegister !== true) return false;
  const giver = around.parties.get(state.now.keeper ?? '');
  return command.due !== undefined || giver?.usesRegister === true;
}

function dueOf(command: ArmEvent): Pick<ArmEvent, 'due'> {
  if (command.due !== undefined || command.happened.length < 10) return {};
  const posted = Date.parse(`${command.happened.slice(0, 10)}T00:00:00Z`);
  return { due: new Date(posted + HAND_OVER_DAYS * DAY_MS).toISOString().slice(0, 10) };
}
