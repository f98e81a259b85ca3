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
import { isDuplicate, type Tx } from '../store/database.ts';
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
import { openWork } from '../store/work.ts';
import { addDamage, type Counters } from './import-counters.ts';
import { meetParties, type NamedParty, type PartyMemory, partyMet } from './import-parties.ts';
import { proposalsOf } from './import-proposals.ts';
import { keepInBulk, type NewArm } from './keep-in-bulk.ts';
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

/** Keeps one batch and moves the run on; nothing of the run changes where it fails. */
export async function importBatch(
  office: Office,
  actor: Actor,
  run: ImportRun,
  rows: readonly PreparedRow[],
): Promise<Refusal | undefined> {
  for (;;) {
    const counters = structuredClone(run.counters);
    try {
      const refused = await office.db.transaction((tx) =>
        batchInside(tx, office, actor, { ...run, counters }, rows),
      );
      if (refused) return refused;
      run.counters = counters;
      run.cursor += rows.length;
      office.nudge();
      return undefined;
    } catch (error) {
      // Two arms drew one State number: draw again. Party names may have been rolled back with the batch.
      run.parties.clear();
      if (!isDuplicate(error, 'arm_number_pkey')) throw error;
    }
  }
}

async function batchInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  run: ImportRun,
  rows: readonly PreparedRow[],
): Promise<Refusal | undefined> {
  const act = newId(office);
  const facts = REGISTER_KINDS[run.kind];
  const fresh = await newRowsOf(tx, run, rows);
  const named = fresh.flatMap(({ understood }) =>
    'texts' in understood && understood.outcome !== 'other' ? namedIn(understood.texts, facts) : [],
  );
  const others = await meetParties(tx, office, actor, act, run.parties, named);
  if (isRefusal(others)) return others;
  const made = fresh.map((row) => makeRow(office, run, row));
  const arms = made.flatMap((one) => one.arms);
  const holdings = made.flatMap((one) => (one.holding ? [one.holding] : []));
  const counted = countedEntries(office, actor, act, holdings);
  if (isRefusal(counted)) return counted;
  run.counters.armsMade += arms.length;
  const result = JSON.stringify({ import: run.id, from: run.cursor, rows: rows.length, arms: arms.length });
  const kept = await keepInBulk(tx, office, actor, { id: act, kind: 'import-batch', result }, arms, [
    ...others,
    ...counted,
  ]);
  if (isRefusal(kept)) return kept;
  await openWork(tx, await proposalsOf(tx, office, arms));
  await copyHoldings(tx, run.register, holdings);
  await copyImportRows(
    tx,
    run.register,
    run.id,
    made.map((one) => one.row),
  );
  await quarantineRows(
    tx,
    run.id,
    made.flatMap((one) => (one.reasons ? [{ ...one.row, reasons: one.reasons }] : [])),
  );
  const moved = await moveImport(tx, {
    id: run.id,
    from: run.cursor,
    to: run.cursor + rows.length,
    counters: JSON.stringify(run.counters),
    state: 'running',
    at: nowOf(office),
  });
  if (!moved)
    throw new Fault(
      'interrupted',
      'Another process is bringing in this file. Wait for it, or stop it, and start again.',
    );
  return undefined;
}

type FreshRow = PreparedRow & { readonly occurrence: number };

/** Splits the batch into rows met before and new ones, and counts all of them. */
async function newRowsOf(tx: Tx, run: ImportRun, rows: readonly PreparedRow[]): Promise<readonly FreshRow[]> {
  const known = await listKnownRows(tx, run.register, run.id, [
    ...new Set(rows.map((row) => row.fingerprint)),
  ]);
  const free = new Map<string, { occurrence: number }[]>();
  const highest = new Map<string, number>();
  for (const row of known) {
    highest.set(row.fingerprint, Math.max(highest.get(row.fingerprint) ?? 0, row.occurrence));
    if (!row.used) free.set(row.fingerprint, [...(free.get(row.fingerprint) ?? []), row]);
  }
  const seen: { fingerprint: string; occurrence: number }[] = [];
  const fresh: FreshRow[] = [];
  for (const row of rows) {
    const before = free.get(row.fingerprint)?.shift();
    count(run.counters, row.understood, before !== undefined);
    if (before) {
      seen.push({ fingerprint: row.fingerprint, occurrence: before.occurrence });
      continue;
    }
    const occurrence = (highest.get(row.fingerprint) ?? 0) + 1;
    highest.set(row.fingerprint, occurrence);
    fresh.push({ ...row, occurrence });
  }
  await markRowsSeen(tx, run.register, run.id, seen);
  return fresh;
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
  const salt = Uint8Array.from(office.random(SALT_BYTES));
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
