/**
 * How every act changes an arm: lock its row, fold its entries, decide, keep the entry with everything that follows from
 * it, in one transaction. Where the same submission comes again, it gets its first answer. Not an act itself.
 */

import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { ArmState, Contradiction } from '../domain/custody/arm-state.ts';
import { decide } from '../domain/custody/decide.ts';
import type { ArmEvent, RecordedEvent } from '../domain/custody/event.ts';
import { armState } from '../domain/custody/evolve.ts';
import { armRowOf, lockArm, updateArm } from '../store/arm.ts';
import { isDuplicate, type Tx } from '../store/database.ts';
import { appendAct, findActResult, listBodiesOf } from '../store/ledger.ts';
import { listParties, listRights } from '../store/party.ts';
import { openWork, type WorkItem } from '../store/work.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { eventsOfBody, seal } from './seal.ts';

/** What an act gives back: proof that it was kept, and what it set off. */
export type Receipt = {
  readonly act: string;
  readonly entry: string;
  readonly arm: string;
  readonly number: string;
  readonly recorded: string;
  readonly events: readonly string[];
  readonly alarms: readonly { readonly kind: string; readonly severity: string }[];
};

export type ArmChange = {
  readonly act?: string | undefined;
  readonly device?: string | undefined;
  readonly kind: string;
  readonly arm: string;
  readonly commands: readonly ArmEvent[];
};

/** Keeps one or more events of one arm as one entry, or says why not. */
export async function changeArm(office: Office, actor: Actor, change: ArmChange): Promise<Receipt | Refusal> {
  const act = change.act ?? newId(office);
  try {
    const done = await office.db.transaction((tx) => changeInside(tx, office, actor, { ...change, act }));
    if (!isRefusal(done)) office.nudge();
    return done;
  } catch (error) {
    if (!isDuplicate(error, 'ledger_act_pkey')) throw error;
    const before = await findActResult(office.db, act);
    return JSON.parse(before ?? '{}') as Receipt;
  }
}

async function changeInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: ArmChange & { readonly act: string },
): Promise<Receipt | Refusal> {
  const row = await lockArm(tx, change.arm);
  if (!row) return refusal('arm-unknown', { arm: change.arm });
  const before = (await listBodiesOf(tx, change.arm)).flatMap(eventsOfBody);
  const was = armState(before);
  const decided = await decideAll(tx, was, before, change.commands);
  if (isRefusal(decided)) return decided;
  const recorded = nowOf(office);
  const id = newId(office);
  const entry = seal(office, actor, { ...change, id, subject: change.arm, recorded, events: decided });
  if (isRefusal(entry)) return entry;
  const after = decided.map(
    (event): RecordedEvent => ({ ...event, entry: id, recorded, operator: actor.operator }),
  );
  const state = armState([...before, ...after]);
  const alarms = newContradictions(was.contradictions, state.contradictions);
  const receipt = receiptOf(change, row.number, id, recorded, decided, alarms);
  await appendAct(
    tx,
    {
      id: change.act,
      kind: change.kind,
      operator: actor.operator,
      recorded,
      result: JSON.stringify(receipt),
    },
    [entry],
  );
  await updateArm(tx, armRowOf(change.arm, row.register, row.number, state), state.marks, was.marks.length);
  await openWork(tx, workOf(office, change.arm, alarms, recorded));
  return receipt;
}

async function decideAll(
  tx: Tx,
  was: ArmState,
  before: readonly RecordedEvent[],
  commands: readonly ArmEvent[],
): Promise<readonly ArmEvent[] | Refusal> {
  let state = was;
  const named = commands.flatMap((command) => [
    ...Object.values(command.to ?? {}),
    ...Object.values(command.from ?? {}),
    command.by,
  ]);
  const standing = [state.now.owner, state.now.keeper, ...Object.values(state.pending?.to ?? {})];
  const ids = [...new Set([...named, ...standing].filter((id) => id !== undefined))];
  const parties = await listParties(tx, ids);
  const receivers = commands
    .filter((command) => command.asked)
    .map((command) => command.to?.owner ?? state.now.owner);
  const rights = await listRights(
    tx,
    receivers.filter((id) => id !== undefined),
  );
  const decided: ArmEvent[] = [];
  for (const command of commands) {
    const events = decide(state, command, { parties, rights });
    if (isRefusal(events)) return events;
    decided.push(...events);
    if (command === commands.at(-1)) break;
    state = armState([
      ...before,
      ...decided.map((event) => ({
        ...event,
        entry: '',
        recorded: '9999-12-31T00:00:00.000Z',
        operator: '',
      })),
    ]);
  }
  return decided;
}

/** What stands among the contradictions now and did not before. */
export function newContradictions(
  before: readonly Contradiction[],
  after: readonly Contradiction[],
): readonly Contradiction[] {
  const known = new Set(before.map((one) => `${one.kind} ${one.entry}`));
  return after.filter((one) => !known.has(`${one.kind} ${one.entry}`));
}

/** One item on the work list for each contradiction. */
export function workOf(
  office: Office,
  subject: string,
  alarms: readonly Contradiction[],
  opened: string,
): readonly WorkItem[] {
  return alarms.map((alarm) => ({
    subject,
    id: newId(office),
    kind: alarm.kind,
    severity: alarm.severity,
    entry: alarm.entry,
    against: alarm.against,
    opened,
    due: undefined,
  }));
}

function receiptOf(
  change: ArmChange & { readonly act: string },
  number: string,
  entry: string,
  recorded: string,
  events: readonly ArmEvent[],
  alarms: readonly Contradiction[],
): Receipt {
  return {
    act: change.act,
    entry,
    arm: change.arm,
    number,
    recorded,
    events: events.map((event) => event.type),
    alarms: alarms.map(({ kind, severity }) => ({ kind, severity })),
  };
}
