/**
 * One batch of a file: its rows, entries, arms, quarantine, work and the job's cursor, in one transaction. A row is known
 * again by what it says and by how often it has come; a row met before registers nothing.
 *
 * @clause
 */
import { makeStateNumber } from '../domain/arms/number.ts';
import { assert, Fault, isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { eventOfWords } from '../domain/intake/event-words.ts';
import { REGISTER_KINDS, type RegisterKind } from '../domain/intake/register-kind.ts';
import type { UnderstoodRow } from '../domain/intake/row.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import { isDuplicate, type Statements } from '../store/database.ts';
import {
  copyHoldings,
  copyImportRows,
  type Holding,
  listKnownRows,
  markRowsSeen,
  moveImport,
  type NewRow,
  quarantineRows,
} from '../store/import.ts';
import { copyParties, type NewParty } from '../store/party.ts';
import { openWork } from '../store/work.ts';
import { addDamage, type Counters } from './import-counters.ts';
import { meetParties, type NamedParty, type PartyMemory, partyMet } from './import-parties.ts';
import { proposalsOf } from './import-proposals.ts';
import { type ArmsPlan, keepPlan, type NewArm, planArms } from './keep-in-bulk.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { namedIn, partiesOf, rowEvents } from './row-events.ts';
import { seal } from './seal.ts';

export type PreparedRow = {
  readonly sheet: string;
  readonly row: number;
  readonly fingerprint: string;
  readonly understood: UnderstoodRow;
  /** The row as it stood, as JSON. */
  readonly cells: string;
};

export type ImportRun = {
  readonly id: string;
  readonly register: number;
  readonly kind: RegisterKind;
  readonly digest: string;
  readonly parties: PartyMemory;
  cursor: number;
  counters: Counters;
};

/** Named limit: rows of one batch. */
export const BATCH_ROWS = 2000;

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
  const met = await meetParties(office.db, office, actor, act, run.parties, named);
  if (isRefusal(met)) return met;
  const made = fresh.map((row) => makeRow(office, run, row));
  const newArms = made.flatMap((one) => one.arms);
  const counted = countedEntries(
    office,
    actor,
    act,
    made.flatMap((one) => (one.holding ? [one.holding] : [])),
  );
  if (isRefusal(counted)) return counted;
  counters.armsMade += newArms.length;
  const result = JSON.stringify({ import: run.id, from, rows: rows.length, arms: newArms.length });
  const arms = planArms(office, actor, { id: act, kind: 'import-batch', result }, newArms, [
    ...met.entries,
    ...counted,
  ]);
  if (isRefusal(arms)) return arms;
  return { rows: rows.length, from, counters, seen, made, newArms, arms, parties: met.parties };
}

/**
 * Keeps a batch that was made ready, with its place in the file, in one transaction, and moves the run on.
 * @durable after return
 */
export async function keepBatch(office: Office, run: ImportRun, plan: BatchPlan): Promise<void> {
  await office.db.transaction(async (tx) => {
    await copyParties(tx, plan.parties);
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
    await openWork(tx, await proposalsOf(tx, office, plan.newArms));
    const counters = JSON.stringify(plan.counters);
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
  office.nudge();
}

/** True where a batch could not be kept because two arms drew one State number: it is made ready again. */
export function isDrawnTwice(error: unknown): boolean {
  return isDuplicate(error, 'arm_number_pkey');
}

type FreshRow = PreparedRow & { readonly occurrence: number };
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

type MadeRow = {
  readonly row: NewRow;
  readonly arms: readonly NewArm[];
  readonly holding?: Holding;
  readonly reasons?: string;
};

function makeRow(office: Office, run: ImportRun, row: FreshRow): MadeRow {
  const { understood } = row;
  const salt = office.random(SALT_BYTES);
  const base = { ...row, salt, subject: undefined };
  if (understood.outcome === 'other') return { row: { ...base, outcome: 'o' }, arms: [] };
  if (understood.outcome === 'quarantined')
    return { row: { ...base, outcome: 'q' }, arms: [], reasons: understood.reasons.join(' ') };
  const facts = REGISTER_KINDS[run.kind];
  const idOf = (named: NamedParty) => partyMet(run.parties, named);
  if (understood.outcome === 'holding') {
    const { description, quantity, date, texts } = understood;
    const { maker, model, calibre } = description;
    const keeper = partiesOf(texts, facts, idOf)?.keeper;
    const lastOn = date !== undefined && date.length >= 10 ? date.slice(0, 10) : undefined;
    const holding: Holding = {
      id: newId(office),
      class: description.class,
      maker,
      model,
      calibre,
      quantity,
      keeper,
      lastOn,
    };
    return { row: { ...base, outcome: 'h', subject: holding.id }, arms: [], holding };
  }
  const provenance = {
    file: run.digest,
    sheet: row.sheet,
    row: row.row,
    cells: Buffer.from(commitment(salt, Buffer.from(row.cells))).toString('hex'),
    confidence: understood.confidence,
    ...(understood.damage.length > 0 ? { damage: understood.damage } : {}),
  };
  const event = eventOfWords(understood.texts.event ?? understood.texts.status ?? '');
  const arms = (understood.several ?? [understood.marks]).map((marks): NewArm => {
    const number = makeStateNumber(office.state, office.random(8));
    const events = rowEvents({ understood, marks, number, provenance, facts, event, idOf });
    return { id: newId(office), number, register: run.register, entries: [{ kind: 'import', events }] };
  });
  return { row: { ...base, outcome: 'a', subject: arms[0]?.id }, arms };
}

/** Unnumbered holdings are entries too: so many arms declared without numbers, to be counted out. */
function countedEntries(office: Office, actor: Actor, act: string, holdings: readonly Holding[]) {
  const entries = [];
  for (const { id, ...facts } of holdings) {
    const declared = JSON.parse(JSON.stringify({ type: 'holding-declared', ...facts })) as object;
    const entry = seal(office, actor, {
      id: newId(office),
      act,
      kind: 'import',
      subject: id,
      recorded: nowOf(office),
      events: [declared],
    });
    if (isRefusal(entry)) return entry;
    entries.push(entry);
  }
  return entries;
}
