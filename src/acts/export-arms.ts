/**
 * Exports a list of arms, page by page, as the rows of a sheet. Holders are not in it: a list of holders is a shopping list
 * for burglars. Each export is an entry of the ledger, with how many arms left the house and for what purpose.
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { type FoundArm, PAGE_ROWS_MAX } from '../store/find.ts';
import { appendEntry } from './append-entry.ts';
import { type FindArms, findArms } from './find-arms.ts';
import type { Actor, Office } from './office.ts';

export const EXPORT_COLUMNS = [
  'number',
  'class',
  'maker',
  'model',
  'calibre',
  'serial',
  'status',
  'last_on',
  'contradictions',
] as const;

/** An arm as a row under those headings. */
export function exportRow(arm: FoundArm): readonly string[] {
  const { number, maker, model, calibre, serial, status, lastOn } = arm;
  const cells = [number, arm.class, maker, model, calibre, serial, status, lastOn];
  return [...cells.map((cell) => cell ?? ''), String(arm.contradictions)];
}

export type ArmsExport = { readonly arms: number };

/** Gives the rows to `write` in pages; the first row holds the headings. */
export async function exportArms(
  office: Office,
  actor: Actor,
  wanted: FindArms,
  write: (rows: readonly (readonly string[])[]) => Promise<void>,
): Promise<ArmsExport | Refusal> {
  if (office.demonstration) await write([['DEMONSTRATION']]);
  await write([[...EXPORT_COLUMNS]]);
  let arms = 0;
  for (let after: string | undefined = wanted.after; ; ) {
    const page = await findArms.run(office, actor, { ...wanted, limit: PAGE_ROWS_MAX, last: false, after });
    if (isRefusal(page)) return page;
    await write(page.arms.map(exportRow));
    arms += page.arms.length;
    if (page.next === undefined) break;
    after = page.next;
  }
  const events = [{ type: 'arms-exported', arms, purpose: actor.purpose }];
  const kept = await appendEntry(office.db, office, actor, {
    kind: 'export-arms',
    subject: office.node,
    events,
  });
  if (isRefusal(kept)) return kept;
  office.nudge();
  return { arms };
}
