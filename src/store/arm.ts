/**
 * What is remembered of arms: one row an arm folded from its entries, its marks by the key they are found under, and its
 * State number. The row is locked while an act decides, so that two people never take over one arm at once.
 */

import type { Scope } from '../domain/access/scope.ts';
import { dayOf } from '../domain/base/happened.ts';
import type { ArmState } from '../domain/custody/arm-state.ts';
import { lastDayOf } from '../domain/custody/evolve.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { foldMark } from '../domain/marks/look-alike.ts';
import type { Mark } from '../domain/marks/mark.ts';
import type { CopyRows } from './copy.ts';
import type { Row, Statements } from './database.ts';
import type { Along } from './ledger.ts';
import { saidNumber } from './said.ts';
import { armsIn, valuesFrom } from './scope.ts';

export type ArmRow = {
  readonly id: string;
  readonly number: string;
  readonly register: number;
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  readonly serial: string | undefined;
  readonly makerKey: string | undefined;
  readonly modelKey: string | undefined;
  readonly country: string | undefined;
  readonly year: number | undefined;
  readonly status: string;
  readonly owner: string | undefined;
  readonly unit: string | undefined;
  readonly keeper: string | undefined;
  readonly bearer: string | undefined;
  readonly lastOn: string | undefined;
  readonly seenOn: string | undefined;
  readonly seenHow: string | undefined;
  readonly pendingDue: string | undefined;
  /** To whom it was posted and who has not confirmed yet. */
  readonly receiver: string | undefined;
  readonly contradictions: number;
  readonly version: number;
};

/** Longest key kept for a maker or model: an index row has its limits, and nobody searches by more. */
const KEY_LENGTH_MAX = 64;
const TEXT_LENGTH_MAX = 300;
const SMALLINT_MAX = 32_767;

const keyOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : searchKey(text).slice(0, KEY_LENGTH_MAX) || undefined;
const shortOf = (text: string | undefined): string | undefined => text?.slice(0, TEXT_LENGTH_MAX);

/** The row of an arm, from what its entries amount to. */
export function armRowOf(id: string, register: number, number: string, state: ArmState): ArmRow {
  const { description, now } = state;
  return {
    id,
    number,
    register,
    class: description.class,
    maker: shortOf(description.maker),
    model: shortOf(description.model),
    calibre: shortOf(description.calibre),
    serial: shortOf(serialShown(state.marks)),
    makerKey: keyOf(description.maker),
    modelKey: keyOf(description.model),
    country: description.country,
    year: description.year,
    status: state.status,
    owner: now.owner,
    unit: now.unit,
    keeper: now.keeper,
    bearer: now.bearer,
    lastOn: lastDayOf(state),
    seenOn: state.lastSeen ? dayOf(state.lastSeen.at) : undefined,
    seenHow: state.lastSeen?.how,
    pendingDue: state.pending?.due,
    receiver: receiverOf(state),
    contradictions: Math.min(state.contradictions.length, SMALLINT_MAX),
    version: state.entries,
  };
}

function receiverOf({ pending }: ArmState): string | undefined {
  if (!pending) return undefined;
  const { keeper, unit, bearer, owner } = pending.to;
  return keeper ?? unit ?? bearer ?? owner;
}

/** The serial that stands for the arm in lists: the newest one that could be read at all. */
function serialShown(marks: readonly Mark[]): string | undefined {
  return marks.findLast((mark) => mark.kind === 'serial' && mark.text.length > 0)?.text;
}

/** A mark by its exact key and by the fold of what looks alike. */
export type MarkKey = { readonly kind: string; readonly key: string; readonly fold: string };

/** Marks by which an arm may be found; security marks never. */
export function markKeysOf(marks: readonly Mark[]): readonly MarkKey[] {
  const keys: MarkKey[] = [];
  for (const mark of marks) {
    if (mark.kind === 'security') continue;
    const key = searchKey(mark.text).slice(0, KEY_LENGTH_MAX);
    if (key.length > 0 && !keys.some((one) => one.kind === mark.kind && one.key === key))
      keys.push({ kind: mark.kind, key, fold: foldMark(mark.text) });
  }
  return keys;
}

/** The columns of an arm's row, as a statement names them. */
export const ARM_COLUMNS = `arm_id, number, register_id, class, maker, model, calibre, serial, maker_key, model_key, country, year,
  status, owner_id, unit_id, keeper_id, bearer_id, last_on, seen_on, seen_how, pending_due, receiver_id, contradictions, version`;
export const MARK_COPY = 'arm_mark (arm_id, mark_no, kind, key, fold, said)';
export const ARM_COPY = `arm (${ARM_COLUMNS})`;

/** Writes an arm's row for a bulk copy into ARM_COPY. */
export function copyArm(rows: CopyRows, arm: ArmRow): void {
  rows
    .row(24)
    .uuid(arm.id)
    .text(arm.number)
    .int4(arm.register)
    .text(arm.class)
    .text(arm.maker)
    .text(arm.model);
  rows
    .text(arm.calibre)
    .text(arm.serial)
    .text(arm.makerKey)
    .text(arm.modelKey)
    .text(arm.country)
    .int2(arm.year);
  rows.text(arm.status).uuid(arm.owner).uuid(arm.unit).uuid(arm.keeper).uuid(arm.bearer).day(arm.lastOn);
  rows.day(arm.seenOn).text(arm.seenHow).day(arm.pendingDue).uuid(arm.receiver);
  rows.int2(arm.contradictions).int4(arm.version);
}

/** Writes the marks of an arm for a bulk copy into MARK_COPY. */
export function copyMarks(rows: CopyRows, arm: ArmRow, marks: readonly Mark[]): void {
  const said = saidNumber(arm);
  markKeysOf(marks).forEach(({ kind, key, fold }, place) => {
    rows.row(6).uuid(arm.id).int2(place).text(kind).text(key).text(fold).long(said);
  });
}

/** The values of a row in the order of its columns. */
export const valuesOf = (arm: ArmRow): unknown[] =>
  [
    arm.id,
    arm.number,
    arm.register,
    arm.class,
    arm.maker,
    arm.model,
    arm.calibre,
    arm.serial,
    arm.makerKey,
    arm.modelKey,
    arm.country,
    arm.year,
    arm.status,
    arm.owner,
    arm.unit,
    arm.keeper,
    arm.bearer,
    arm.lastOn,
    arm.seenOn,
    arm.seenHow,
    arm.pendingDue,
    arm.receiver,
    arm.contradictions,
    arm.version,
  ].map((value) => value ?? null);

/** Keeps a new arm with its number and marks. */
export async function insertArm(tx: Statements, arm: ArmRow, marks: readonly Mark[]): Promise<void> {
  await tx.rows('insert into arm_number (number, arm_id) values ($1, $2)', [arm.number, arm.id]);
  await tx.rows(
    `insert into arm (${ARM_COLUMNS}) values (${Array.from({ length: 24 }, (_, n) => `$${n + 1}`).join(', ')})`,
    valuesOf(arm),
  );
  await insertMarks(tx, arm, marks);
}

/** What an act made of an arm, to be written along with it. */
export function armAlong(arm: ArmRow): Along {
  const values = valuesOf(arm).filter((_, place) => place !== 2);
  const names = ARM_COLUMNS.split(/,\s+/).filter((_, place) => place !== 2);
  return {
    text: (from) =>
      `update arm set ${names
        .map((name, place) => `${name} = $${from + place}`)
        .slice(1)
        .join(', ')} where arm_id = $${from}`,
    values,
  };
}

/** Writes an arm's row by itself. */
export async function updateArm(tx: Statements, arm: ArmRow): Promise<void> {
  const { text, values } = armAlong(arm);
  await tx.rows(text(1), values);
}

/** An arm's row and the marks it is found by. */
export type MarkedArm = { readonly row: ArmRow; readonly marks: readonly Mark[] };

/** Keeps the keys of an arm's marks where they, or what is said beside them, are others than before. */
export async function updateMarks(tx: Statements, now: MarkedArm, before: MarkedArm): Promise<void> {
  const isSame = hasSameKeys(before.marks, now.marks) && saidNumber(before.row) === saidNumber(now.row);
  if (!isSame) await replaceMarks(tx, now.row, now.marks);
}

function hasSameKeys(before: readonly Mark[], after: readonly Mark[]): boolean {
  const textOf = (marks: readonly Mark[]): string =>
    markKeysOf(marks)
      .map((mark) => `${mark.kind} ${mark.key} ${mark.fold}`)
      .join('\n');
  return textOf(before) === textOf(after);
}

/** Puts the keys of these marks in the place of all that are kept of an arm. */
export async function replaceMarks(tx: Statements, arm: ArmRow, marks: readonly Mark[]): Promise<void> {
  await tx.rows('delete from arm_mark where arm_id = $1', [arm.id]);
  await insertMarks(tx, arm, marks);
}

async function insertMarks(tx: Statements, arm: ArmRow, marks: readonly Mark[]): Promise<void> {
  const keys = markKeysOf(marks);
  if (keys.length === 0) return;
  await tx.rows(
    `insert into ${MARK_COPY} select $1, place - 1, kind, key, fold, $5
     from unnest($2::text[], $3::text[], $4::text[]) with ordinality as m (kind, key, fold, place)`,
    [
      arm.id,
      ...(['kind', 'key', 'fold'] as const).map((name) => keys.map((one) => one[name])),
      String(saidNumber(arm)),
    ],
  );
}

/** The keeper of an arm as the row tells, without locking it; undefined where there is none. */
export async function findKeeper(db: Statements, id: string): Promise<string | undefined> {
  const [row] = await db.rows<{ keeper_id: string | null }>('select keeper_id from arm where arm_id = $1', [
    id,
  ]);
  return row?.keeper_id ?? undefined;
}

type LockedRow = Row & { number: string; register_id: number; version: number };

/** Locks an arm's row until the transaction ends; undefined where there is no such arm in the scope. */
export async function lockArm(
  tx: Statements,
  scope: Scope,
  id: string,
): Promise<{ number: string; register: number; version: number } | undefined> {
  const values: unknown[] = [id];
  const [row] = await tx.rows<LockedRow>(
    `select a.number, a.register_id, a.version from arm a where a.arm_id = $1
     and ${armsIn(scope, 'a', valuesFrom(values))} for update`,
    values,
  );
  return row && { number: row.number, register: row.register_id, version: row.version };
}

/** The id of an arm by its State number; undefined where there is none in the scope. */
export async function findArmByNumber(
  db: Statements,
  scope: Scope,
  number: string,
): Promise<string | undefined> {
  const values: unknown[] = [number];
  const [row] = await db.rows<{ arm_id: string }>(
    `select n.arm_id from arm_number n join arm a on a.arm_id = n.arm_id where n.number = $1
     and ${armsIn(scope, 'a', valuesFrom(values))}`,
    values,
  );
  return row?.arm_id;
}

/** True where an arm with this id is kept and lies in the scope. */
export async function isArm(db: Statements, scope: Scope, id: string): Promise<boolean> {
  const values: unknown[] = [id];
  const within = armsIn(scope, 'a', valuesFrom(values));
  return (await db.rows(`select 1 from arm a where a.arm_id = $1 and ${within}`, values)).length > 0;
}
