/**
 * One batch of a file: its rows, entries, arms, quarantine, work and the job's cursor, in one transaction. A row is known
 * again by what it says and by how often it has come; a row met before registers nothing.
 *
 * @clause
 */
import { assert, Fault, isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { REGISTER_KINDS } from '../domain/intake/register-kind.ts';
import type { UnderstoodRow } from '../domain/intake/row.ts';
import type { Right } from '../domain/licence/right.ts';
import type { SerialDamage } from '../domain/reference/impossible.ts';
import type { Statements } from '../store/database.ts';
import {
  copyHoldings,
  copyImportRows,
  listKnownRows,
  markRowsSeen,
  moveImport,
  quarantineRows,
} from '../store/import.ts';
import type { SealedEntry } from '../store/ledger.ts';
import { copyParties, copyRights, type NewParty } from '../store/party.ts';
import { openWork } from '../store/work.ts';
import { breathe } from './breathe.ts';
import { addDamage, type Counters } from './import-counters.ts';
import { type MadeRow, makeRow, sealHolding, setAside } from './import-made.ts';
import { meetParties } from './import-parties.ts';
import { proposalsOf } from './import-proposals.ts';
import type { FreshRow, ImportRun, PreparedRow } from './import-run.ts';
import { type ArmsPlan, keepPlan, type NewArm, planArms } from './keep-in-bulk.ts';
import { type Encounter, meetListings } from './meet-listings.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { namedIn } from './row-events.ts';
import { notesOn } from './serial-notes.ts';

/** A batch made ready: what it will write, and what it makes of the run. */
export type BatchPlan = {
  readonly rows: number;
  readonly from: number;
  readonly counters: Counters;
  readonly seen: readonly { readonly fingerprint: string; readonly occurrence: number }[];
  readonly made: readonly MadeRow[];
  readonly newArms: readonly NewArm[];
  readonly arms: ArmsPlan;
  readonly parties: readonly NewParty[];
  readonly rights: readonly Right[];
};

/**
 * Makes a batch ready. It may run while the batch before is still being kept: `before` is that batch, whose rows the
 * database does not show yet.
 */
export async function planBatch(
  office: Office,
  actor: Actor,
  run: ImportRun,
  rows: readonly PreparedRow[],
  before?: BatchPlan,
): Promise<BatchPlan | Refusal> {
  const act = newId(office);
  const facts = REGISTER_KINDS[run.kind];
  const counters = structuredClone(before?.counters ?? run.counters);
  const from = before ? before.from + before.rows : run.cursor;
  const { fresh, seen } = await sortRows(office.db, run, counters, rows, before);
  const named = fresh.flatMap(({ understood }) =>
    'texts' in understood && understood.outcome !== 'other' ? namedIn(understood.texts, facts) : [],
  );
  const met = await meetParties(
    office.db,
    office,
    actor,
    act,
    run.parties,
    named,
    'right' in facts ? facts.right : undefined,
  );
  if (isRefusal(met)) return met;
  const wishes = { office, actor, act, run, from, rows: rows.length, others: met.entries };
  let made: readonly MadeRow[] = await makeRows(office, run, fresh);
  let arms = await planMade(wishes, made);
  if (isRefusal(arms)) {
    made = setAside(office, actor, act, made, counters);
    arms = await planMade(wishes, made);
  }
  if (isRefusal(arms)) return arms;
  const newArms = made.flatMap((one) => one.arms);
  counters.armsMade += newArms.length;
  if (from < NOTED_ROWS_MAX) addDamage(counters, await impossibleIn(office, newArms));
  return {
    rows: rows.length,
    from,
    counters,
    seen,
    made,
    newArms,
    arms,
    parties: met.parties,
    rights: met.rights,
  };
}

/** Named limit: rows of a file whose serials are held against the ways of their makers. All others are when an arm is shown. */
const NOTED_ROWS_MAX = 5_000;

/** What cannot be of these arms, going by their serials. */
async function impossibleIn(office: Office, arms: readonly NewArm[]): Promise<readonly SerialDamage[]> {
  const found: SerialDamage[] = [];
  for (const [place, { entries }] of arms.entries()) {
    if (place % BREATH_ROWS === 0) await breathe();
    const [event] = entries[0]?.events ?? [];
    if (!event?.arm) continue;
    const noted = await notesOn(office, event.arm, event.marks ?? [], event.happened || undefined);
    found.push(...noted.map(({ kind }): SerialDamage => `serial-${kind}`));
  }
  return found;
}

/** Rows made between two breaths. */
const BREATH_ROWS = 50;

async function makeRows(
  office: Office,
  run: ImportRun,
  fresh: readonly FreshRow[],
): Promise<readonly MadeRow[]> {
  const made: MadeRow[] = [];
  for (const row of fresh) {
    if (made.length % BREATH_ROWS === 0) await breathe();
    made.push(makeRow(office, run, row));
  }
  return made;
}

type PlanWishes = {
  readonly office: Office;
  readonly actor: Actor;
  readonly act: string;
  readonly run: ImportRun;
  readonly from: number;
  readonly rows: number;
  readonly others: readonly SealedEntry[];
};

async function planMade(wishes: PlanWishes, made: readonly MadeRow[]): Promise<ArmsPlan | Refusal> {
  const { office, actor, act, run, from, rows } = wishes;
  const others = [...wishes.others];
  for (const { holding } of made) {
    const entry = holding && sealHolding(office, actor, act, holding);
    if (isRefusal(entry)) return entry;
    if (entry) others.push(entry);
  }
  const newArms = made.flatMap((one) => one.arms);
  const result = JSON.stringify({ import: run.id, from, rows, arms: newArms.length });
  return planArms(office, actor, { id: act, kind: 'import-batch', result }, newArms, others);
}

/**
 * Keeps a batch that was made ready, with its place in the file, in one transaction, and moves the run on.
 * @durable after return
 */
export async function keepBatch(office: Office, run: ImportRun, plan: BatchPlan): Promise<void> {
  let alarms = run.alarms;
  await office.db.transaction(async (tx) => {
    await copyParties(tx, plan.parties);
    await copyRights(tx, plan.rights);
    await keepPlan(tx, plan.arms);
    await markRowsSeen(tx, run.register, run.id, plan.seen);
    await copyHoldings(
      tx,
      run.register,
      plan.made.flatMap((one) => (one.holding ? [one.holding] : [])),
    );
    await copyImportRows(
      tx,
      run.register,
      run.id,
      plan.made.map((one) => one.row),
    );
    await quarantineRows(
      tx,
      run.id,
      plan.made.flatMap((one) => (one.reasons ? [{ ...one.row, reasons: one.reasons }] : [])),
    );
    const proposals = await proposalsOf(tx, office, plan.newArms);
    await openWork(tx, proposals);
    await meetListings(tx, office, newArms(plan), false);
    alarms = run.alarms + plan.arms.work.length + proposals.length;
    const counters = JSON.stringify({ ...plan.counters, alarms });
    const to = plan.from + plan.rows;
    const moved = await moveImport(tx, {
      id: run.id,
      from: plan.from,
      to,
      counters,
      state: 'running',
      at: nowOf(office),
    });
    if (!moved)
      throw new Fault(
        'interrupted',
        'Another process is bringing in this file. Wait for it, or stop it, and start again.',
      );
  });
  run.cursor = plan.from + plan.rows;
  run.counters = plan.counters;
  run.alarms = alarms;
  office.nudge();
}

/** The arms of a batch as lists of lost and stolen arms meet them. */
function newArms({ newArms: arms }: BatchPlan): readonly Encounter[] {
  return arms.flatMap(({ id: arm, entries }) => {
    const event = entries[0]?.events[0];
    const { marks = [], arm: described = {} } = event ?? {};
    return [{ arm, met: 'registration', marks, described }];
  });
}

type Seen = { readonly fingerprint: string; readonly occurrence: number };

/** Splits the batch into rows met before and new ones, and counts all of them. */
async function sortRows(
  db: Statements,
  run: ImportRun,
  counters: Counters,
  rows: readonly PreparedRow[],
  before: BatchPlan | undefined,
): Promise<{ readonly fresh: readonly FreshRow[]; readonly seen: readonly Seen[] }> {
  const known = await listKnownRows(db, run.register, run.id, [
    ...new Set(rows.map((row) => row.fingerprint)),
  ]);
  const used = new Set(before?.seen.map((row) => `${row.fingerprint} ${row.occurrence}`));
  const free = new Map<string, Seen[]>();
  const highest = new Map<string, number>();
  for (const row of known) {
    highest.set(row.fingerprint, Math.max(highest.get(row.fingerprint) ?? 0, row.occurrence));
    if (row.used || used.has(`${row.fingerprint} ${row.occurrence}`)) continue;
    const list = free.get(row.fingerprint);
    if (list) list.push(row);
    else free.set(row.fingerprint, [row]);
  }
  for (const { row } of before?.made ?? [])
    highest.set(row.fingerprint, Math.max(highest.get(row.fingerprint) ?? 0, row.occurrence));
  const seen: Seen[] = [];
  const fresh: FreshRow[] = [];
  for (const row of rows) {
    const met = free.get(row.fingerprint)?.shift();
    count(counters, row.understood, met !== undefined);
    if (met) {
      seen.push({ fingerprint: row.fingerprint, occurrence: met.occurrence });
      continue;
    }
    const occurrence = (highest.get(row.fingerprint) ?? 0) + 1;
    highest.set(row.fingerprint, occurrence);
    fresh.push({ ...row, occurrence });
  }
  return { fresh, seen };
}

/** Rows read = rows registered + already known + other objects + quarantined, always. */
function count(counters: Counters, understood: UnderstoodRow, before: boolean): void {
  counters.rowsRead++;
  if (understood.outcome === 'other') counters.otherObjects++;
  else if (understood.outcome === 'quarantined') {
    counters.quarantined++;
    for (const reason of understood.reasons)
      counters.quarantineReasons[reason] = (counters.quarantineReasons[reason] ?? 0) + 1;
  } else if (before) counters.alreadyKnown++;
  else {
    counters.armsRegistered++;
    addDamage(counters, understood.damage);
  }
  const { rowsRead, armsRegistered, alreadyKnown, otherObjects, quarantined } = counters;
  assert(
    rowsRead === armsRegistered + alreadyKnown + otherObjects + quarantined,
    'every row read is accounted for',
  );
}
