/**
 * How every act changes an arm: lock its row, fold its entries, decide, keep the entry with everything that follows from
 * it, in one transaction. Where the same submission comes again, it gets its first answer. Not an act itself.
 */

import { mayRecord } from '../domain/access/scope.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Contradiction } from '../domain/custody/arm-state.ts';
import { decide, type Surroundings } from '../domain/custody/decide.ts';
import type { ArmEvent, RecordedEvent } from '../domain/custody/event.ts';
import { type Fold, fold, foldOn, stateOf } from '../domain/custody/fold.ts';
import { isCivil } from '../domain/custody/party.ts';
import { armAlong, armRowOf, findKeeper, lockArm, updateMarks } from '../store/arm.ts';
import type { Statements, Tx } from '../store/database.ts';
import { appendAct, findKeptAct, isRepeated, type KeptAct, listBodiesOf } from '../store/ledger.ts';
import { listParties, listRights } from '../store/party.ts';
import { openWork, type WorkItem } from '../store/work.ts';
import { meetChanged } from './met-arms.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { firstAnswer, type Submission } from './once.ts';
import { eventsOfBody, seal } from './seal.ts';
import { keptOrUndone, refusalOf, undo } from './undone.ts';

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
  /** What is stated or asked; where it depends on the moment of recording, that moment is given. */
  readonly commands: readonly ArmEvent[] | ((recorded: string) => readonly ArmEvent[]);
  /** True where leave is asked: then the keeper that stands when the request comes in must be the one that is met. */
  readonly asks?: boolean;
  /** What else belongs to the same transaction; a refusal undoes everything. */
  readonly also?: (tx: Tx, recorded: string) => Promise<Refusal | undefined>;
};

/** Keeps one or more events of one arm as one entry, or says why not. */
export async function changeArm(office: Office, actor: Actor, change: ArmChange): Promise<Receipt | Refusal> {
  const act = change.act ?? newId(office);
  const at = nowOf(office);
  const seen = change.asks ? { at, keeper: await findKeeper(office.db, change.arm) } : undefined;
  try {
    const done = await office.db.transaction((tx) =>
      changeInside(tx, office, actor, { ...change, act }, seen),
    );
    office.nudge();
    return done;
  } catch (error) {
    if (!isRepeated(error)) return refusalOf(error);
    const submission = { kind: change.kind, operator: actor.operator };
    return (await findReceipt(office.db, act, change.arm, submission)) ?? refusal('act-id-taken', { act });
  }
}

/** The first answer to a submission of this arm, or of any; a refusal where its id was used for something else. */
export async function findReceipt(
  db: Statements,
  act: string,
  arm: string | undefined,
  submission?: Submission,
): Promise<Receipt | Refusal | undefined> {
  const kept = await findKeptAct(db, act);
  return kept && receiptFrom(kept, { act, arm }, submission);
}

function receiptFrom(
  kept: KeptAct,
  { act, arm }: { act: string; arm: string | undefined },
  submission: Submission | undefined,
): Receipt | Refusal {
  const receipt = firstAnswer<Receipt>(kept, act, submission);
  const same = isRefusal(receipt) || arm === undefined || receipt.arm === arm;
  return same ? receipt : refusal('act-id-taken', { act });
}

async function changeInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: ArmChange & { readonly act: string },
  seen: Surroundings['seen'],
): Promise<Receipt> {
  const row = await lockArm(tx, actor.scope, change.arm);
  if (!row) return undo(refusal('arm-unknown', { arm: change.arm }));
  const { bodies, before: kept } = await listBodiesOf(tx, change.arm, change.act);
  const submission = { kind: change.kind, operator: actor.operator };
  if (kept) return keptOrUndone(receiptFrom(kept, change, submission));
  const before = bodies.flatMap(eventsOfBody);
  const folded = fold(before);
  const was = stateOf(folded);
  const recorded = recordedAfter(before, nowOf(office));
  const commands = typeof change.commands === 'function' ? change.commands(recorded) : change.commands;
  const beyond = commands.find((command) => !mayRecord(actor.scope, command.type));
  if (beyond) return undo(refusal('event-not-permitted', { event: beyond.type }));
  const events = keptOrUndone(await decideAll(tx, folded, commands, seen, recorded));
  const id = newId(office);
  const entry = keptOrUndone(seal(office, actor, { ...change, id, subject: change.arm, recorded, events }));
  const after = events.map(
    (event): RecordedEvent => ({ ...event, entry: id, recorded, operator: actor.operator }),
  );
  const state = stateOf(foldOn(folded, after));
  const alarms = newContradictions(was.contradictions, state.contradictions);
  const receipt = receiptOf(change, row.number, id, recorded, events, alarms);
  const { act, kind } = change;
  const result = JSON.stringify(receipt);
  const now = armRowOf(change.arm, row.register, row.number, state);
  await appendAct(tx, { id: act, kind, operator: actor.operator, recorded, result }, [entry], armAlong(now));
  const stood = armRowOf(change.arm, row.register, row.number, was);
  await updateMarks(tx, { row: now, marks: state.marks }, { row: stood, marks: was.marks });
  await openWork(tx, workOf(office, change.arm, alarms, recorded));
  await meetChanged(tx, office, { arm: change.arm, state, events, entry: id, recorded });
  keptOrUndone(await change.also?.(tx, recorded));
  return receipt;
}

/** The moment of recording, after every entry the arm has: acts on one arm follow each other also where a clock does not. */
function recordedAfter(before: readonly RecordedEvent[], now: string): string {
  const newest = before.reduce((last, event) => (event.recorded > last ? event.recorded : last), '');
  return newest < now ? now : new Date(Date.parse(newest) + 1).toISOString();
}

async function decideAll(
  tx: Tx,
  before: Fold,
  commands: readonly ArmEvent[],
  seen: Surroundings['seen'],
  recorded: string,
): Promise<readonly ArmEvent[] | Refusal> {
  let state = stateOf(before);
  const standing = [state.now.owner, state.now.keeper, ...Object.values(state.pending?.to ?? {})];
  const ids = [...new Set([...commands.flatMap(namedIn), ...standing].filter((id) => id !== undefined))];
  const parties = await listParties(tx, ids);
  const civil = [...parties.values()].filter(isCivil).map((party) => party.id);
  const rights = await listRights(tx, civil);
  const decided: RecordedEvent[] = [];
  for (const command of commands) {
    // Only the first of several commands meets the arm as it was seen; what follows meets what the first made of it.
    const around = { parties, rights, ...(seen && decided.length === 0 ? { seen } : {}) };
    const events = decide(state, command, around);
    if (isRefusal(events)) return events;
    decided.push(...events.map((event) => ({ ...event, entry: '~', recorded, operator: '' })));
    if (command !== commands.at(-1)) state = stateOf(foldOn(before, decided));
  }
  return decided.map(({ entry: _entry, recorded: _recorded, operator: _operator, ...event }) => event);
}

function namedIn(command: ArmEvent): readonly (string | undefined)[] {
  return [...Object.values(command.to ?? {}), ...Object.values(command.from ?? {}), command.by];
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
