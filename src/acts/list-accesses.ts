/**
 * Who looked at this arm, when and for what purpose; or what somebody looked at. Looking at the list is a look too.
 *
 * @clause J-04, J-11
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { listAccessesBetween, listAccessesOf } from '../store/access.ts';
import { findTrace } from '../store/trace.ts';
import { type Access, logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { text, uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { accessOutput } from './output.ts';
import { mayTouch } from './trace-file.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limits: lines on one page; days in which one looks for the lines of somebody. */
export const ACCESSES_LISTED_MAX = 200;
export const ACCESS_DAYS_MAX = 31;
const DAY_MS = 86_400_000;

const input = z.strictObject({
  arm: text.optional().describe('Id or State number of the arm that was looked at.'),
  trace: uuid.optional().describe('Id of the trace that was looked at.'),
  operator: text.optional().describe('Id of the account, "key:" and the id of a key, or "console".'),
  from: z.iso.date().optional().describe('First day; a week ago where none is given.'),
  to: z.iso.date().optional().describe('Last day; today where none is given.'),
  flagged: z
    .boolean()
    .default(false)
    .describe('Only refused tries, emergency access, looks by the name of a holder, and looks for oneself.'),
  limit: z.int().min(1).max(ACCESSES_LISTED_MAX).default(50),
  after: z
    .string()
    .regex(/^[0-9a-f-]{36}$/)
    .optional()
    .describe('Cursor of the page before.'),
});
export type ListAccesses = z.infer<typeof input>;

export type AccessShown = Omit<Access, 'subjects'> & {
  readonly name: string | undefined;
  /** How many arms or other things the line is about. */
  readonly subjects: number;
};
export type Accesses = { readonly accesses: readonly AccessShown[]; readonly next: string | undefined };

const output = z.strictObject({ accesses: z.array(accessOutput), next: z.string().optional() });

export const listAccesses: Act<ListAccesses, Accesses> = {
  name: 'list-accesses',
  says: 'Show who looked at an arm, or what somebody looked at, and why',
  clauses: ['ITI 15', 'own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const { limit, after } = wanted;
    const subject = await subjectOf(office, actor, wanted);
    await logAccess(
      office.db,
      accessOf(office, actor, 'list-accesses', subject === undefined || isRefusal(subject) ? '' : subject),
    );
    if (isRefusal(subject)) return subject;
    const days = daysOf(office, wanted);
    if (subject === undefined && isRefusal(days)) return days;
    const lines =
      subject === undefined && !isRefusal(days)
        ? await listAccessesBetween(
            office.db,
            { ...days, operator: wanted.operator, flagged: wanted.flagged },
            limit,
            after,
          )
        : await listAccessesOf(office.db, subject ?? '', limit, after);
    const accesses = await shownAccesses(office, actor, lines);
    return { accesses, next: lines.length === limit ? lines.at(-1)?.id : undefined };
  },
};

/** The arm or the trace that was looked at, where one is named and lies within reach. */
async function subjectOf(
  office: Office,
  { scope }: Actor,
  { arm, trace }: ListAccesses,
): Promise<string | Refusal | undefined> {
  if (arm !== undefined) return armIdOf(office, scope, arm);
  if (trace === undefined) return undefined;
  const row = await findTrace(office.db, trace);
  return row && mayTouch(scope, row) ? trace : refusal('trace-unknown', { trace });
}

/** The lines as the one who asks may see them: who looked stands only for those who oversee. */
export async function shownAccesses(
  office: Office,
  actor: Actor,
  lines: readonly Access[],
): Promise<readonly AccessShown[]> {
  const named = actor.scope.sees.has('operator');
  const operators = lines.map(({ operator }) => operator);
  const names = await namesOfOperators(office, operators, named);
  return lines.map(({ subjects, operator, ...line }) => ({
    ...line,
    operator: named ? operator : '',
    name: names.get(operator),
    subjects: subjects === '' ? 0 : subjects.split(' ').length,
  }));
}

/** The days asked for, as a stretch of time that is not too long to look through. */
export function daysOf(
  office: Office,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): { readonly fromMs: number; readonly untilMs: number } | Refusal {
  const untilMs = to === undefined ? office.clock() + 1 : Date.parse(to) + DAY_MS;
  const fromMs = from === undefined ? untilMs - 7 * DAY_MS : Date.parse(from);
  if (untilMs <= fromMs) return refusal('days-reversed', { from: from ?? '', until: to ?? '' });
  return untilMs - fromMs > (ACCESS_DAYS_MAX + 1) * DAY_MS
    ? refusal('too-many-days', { most: ACCESS_DAYS_MAX })
    : { fromMs, untilMs };
}
