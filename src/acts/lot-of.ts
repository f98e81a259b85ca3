/**
 * The suspected lot that a recovery lies in, as the thing of one request: each recovery with its marks and its reference. The
 * exporting State is asked once for all of them. Not an act itself.
 *
 * @clause C-17
 */
import { EVERYTHING } from '../domain/access/scope.ts';
import { type SuspectedLot, suspectLots } from '../domain/trace/lots.ts';
import type { TracedItem } from '../domain/trace/request.ts';
import type { Statements } from '../store/database.ts';
import type { TraceRow } from '../store/trace.ts';
import { listRecoveredNumbers } from '../store/trace-lists.ts';
import { listContents } from '../store/trace-said.ts';
import type { Office } from './office.ts';
import type { TraceContent } from './open-trace.ts';
import { referenceOf } from './trace-rows.ts';
import { ITEMS_MAX } from './trace-shapes.ts';

/** The lot of a trace, where its number lies among those of other recoveries. */
export async function findLotOf(
  db: Statements,
  { id, lies }: Pick<TraceRow, 'id' | 'lies'>,
): Promise<SuspectedLot | undefined> {
  if (!lies) return undefined;
  const lots = suspectLots(await listRecoveredNumbers(db, EVERYTHING, lies));
  return lots.find(({ traces }) => traces.includes(id));
}

/** What one request says of all recoveries of a lot; the thing itself stays described as it is. */
export async function lotItem(
  db: Statements,
  office: Office,
  item: TracedItem,
  { traces }: SuspectedLot,
): Promise<TracedItem> {
  const contents = await listContents(db, traces.slice(0, ITEMS_MAX));
  const items = contents.map(({ id, opened, content }) => {
    const { item: one } = JSON.parse(content.toString('utf8')) as TraceContent;
    return { marks: one.marks, reference: referenceOf(office.state, { id, opened }) };
  });
  return { ...item, kind: 'lot', quantity: items.length, items };
}
