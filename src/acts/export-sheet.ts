/**
 * An export that somebody asks for on a page: the rows of a search, bounded in number, under a line that says who took them,
 * when, for what and by which entry. The entry stands in the ledger before the first row leaves, so that an export that was
 * broken off half way is told as well.
 *
 * Neither holders nor sites are in it: a list of them is what a burglar looks for, and needs a second person's yes.
 *
 * @clause J-04
 */
import type { Scope } from '../domain/access/scope.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { countArms, PAGE_ROWS_MAX } from '../store/find.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { EXPORT_COLUMNS, exportRow } from './export-arms.ts';
import { type FindArms, findArms, searchOf } from './find-arms.ts';
import type { Actor, Office } from './office.ts';

/** Named limits: arms in one export from a page, and in one that is made as a whole before it is sent. */
export const EXPORT_ARMS_MAX = 50_000;
export const EXPORT_WHOLE_MAX = 5000;

export type Row = readonly string[];
export type SheetExport = {
  readonly arms: number;
  readonly entry: string;
  readonly recorded: string;
  /** The rows page by page, the line on who took them and the headings first; nothing is read before it is asked for. */
  rows(): AsyncGenerator<readonly Row[]>;
};

/**
 * Begins an export: counts, keeps the entry, and gives the rows.
 * @refuses export-too-large, and what finding refuses
 * @durable the entry, before the first row
 */
export async function exportSheet(
  office: Office,
  actor: Actor,
  wanted: FindArms,
  most = EXPORT_ARMS_MAX,
): Promise<SheetExport | Refusal> {
  const arms = await countFound(office, actor.scope, wanted, most);
  if (isRefusal(arms)) return arms;
  const kept = await appendEntry(office.db, office, actor, {
    kind: 'export-arms',
    subject: office.node,
    events: [{ type: 'arms-exported', arms, purpose: actor.purpose }],
  });
  if (isRefusal(kept)) return kept;
  office.nudge();
  const { entry, recorded } = kept;
  return { arms, entry, recorded, rows: () => rowsOf(office, actor, wanted, kept, most) };
}

async function countFound(
  office: Office,
  scope: Scope,
  wanted: FindArms,
  most: number,
): Promise<number | Refusal> {
  const search = await searchOf(office, scope, wanted);
  if (isRefusal(search)) return search;
  const { total, more } = await countArms(office.db, scope, search, most);
  return more ? refusal('export-too-large', { most }) : total;
}

async function* rowsOf(
  office: Office,
  actor: Actor,
  wanted: FindArms,
  kept: Kept,
  most: number,
): AsyncGenerator<readonly Row[]> {
  const head: Row[] = office.demonstration ? [['DEMONSTRATION']] : [];
  yield [...head, [actor.operator, kept.recorded, actor.purpose, kept.entry], [...EXPORT_COLUMNS]];
  // Arms that are recorded while the export runs do not make it longer than was allowed.
  for (let after: string | undefined, given = 0; given < most; ) {
    const limit = Math.min(PAGE_ROWS_MAX, most - given);
    const found = await findArms.run(office, actor, { ...wanted, limit, last: false, after });
    if (isRefusal(found)) return;
    if (found.arms.length > 0) yield found.arms.map(exportRow);
    if (found.next === undefined) return;
    given += found.arms.length;
    after = found.next;
  }
}
