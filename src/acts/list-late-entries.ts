/**
 * Shows facts that were recorded long after they happened, with by whom and how many of each: what is written down late may
 * have been written to fit. Files that were brought in are not among it, as old registers are late by nature.
 *
 * @clause J-04
 */
import { z } from 'zod';
import { latestOf } from '../domain/base/happened.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import { isLate, LATE_AFTER_DAYS } from '../domain/custody/spans.ts';
import { type FactLine, listHandFacts } from '../store/oversight.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import type { Act } from './office.ts';
import { happened, id, instant } from './output.ts';
import { eventsOfBody } from './seal.ts';
import { cursorOf, readCursor, stretchInput, stretchOf } from './stretch.ts';
import { accessOf } from './view-arm.ts';

const DAY_MS = 86_400_000;

const entry = z.strictObject({
  arm: id,
  number: z.string().describe('State number of the arm.'),
  entry: id,
  event: z.string(),
  happened,
  recorded: instant,
  daysLate: z.int().describe('Days between the last moment it may have happened and its recording.'),
  operator: z.string(),
});
const output = z.strictObject({
  entries: z.array(entry),
  people: z.array(
    z.strictObject({
      operator: z.string(),
      name: z.string().optional(),
      late: z.int().describe('Late facts among those looked through.'),
      recorded: z.int().describe('Acts of recording looked through.'),
    }),
  ),
  lateAfterDays: z.int().describe('More days than this between happening and recording are late.'),
  next: z.string().optional().describe('Cursor of the next page: give it as "after".'),
});
export type LateEntries = z.infer<typeof output>;

export const listLateEntries: Act<z.infer<typeof stretchInput>, LateEntries> = {
  name: 'list-late-entries',
  says: 'Show facts recorded long after they happened, and by whom',
  clauses: ['ITI 15', 'own'],
  input: stretchInput,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const days = stretchOf(office, wanted);
    const stretch = isRefusal(days) ? undefined : { ...days, after: readCursor(wanted.after) };
    const lines = stretch ? await listHandFacts(office.db, actor.scope, stretch, wanted.limit) : [];
    const entries = lines.flatMap(lateIn);
    const arms = [...new Set(entries.map(({ arm }) => arm))];
    await logAccess(office.db, accessOf(office, actor, 'list-late-entries', arms.join(' ')));
    if (isRefusal(days)) return days;
    const named = actor.scope.sees.has('operator');
    const operators = [...new Set(lines.map(({ operator }) => operator))];
    const names = await namesOfOperators(office, operators, named);
    const people = operators.map((operator) => ({
      operator: named ? operator : '',
      name: names.get(operator),
      late: entries.filter((one) => one.operator === operator).length,
      recorded: lines.filter((one) => one.operator === operator).length,
    }));
    return {
      entries: entries.map((one) => ({ ...one, operator: named ? one.operator : '' })),
      people: people.filter(({ late }) => late > 0).toSorted((a, b) => b.late - a.late),
      lateAfterDays: LATE_AFTER_DAYS,
      next: lines.length === wanted.limit ? cursorOf(lines.at(-1)) : undefined,
    };
  },
};

/** The late facts of one entry. */
function lateIn({ arm, number, body, operator }: FactLine): readonly z.infer<typeof entry>[] {
  if (arm === null || number === null || body === null) return [];
  return eventsOfBody(body)
    .filter(isLate)
    .map((event) => ({
      arm,
      number,
      entry: event.entry,
      event: event.type,
      happened: event.happened,
      recorded: event.recorded,
      daysLate: Math.floor((Date.parse(event.recorded) - Date.parse(latestOf(event.happened))) / DAY_MS),
      operator,
    }));
}
