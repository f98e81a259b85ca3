/**
 * Says of many arms at once, such as a list of recovered ones, which registered arms each may be: the answers of identify-arm
 * row by row. Of the arms shown, those put forward with some weight go to the access log.
 *
 * @clause PoA II.9, ITI 11
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { logAccess } from '../store/work.ts';
import type { Wanted } from './answer-to.ts';
import { identify, SAID_FIELDS } from './identify-arm.ts';
import { answerOutput, type Identified } from './identify-output.ts';
import type { Act, Actor, Office } from './office.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: rows of one call. */
export const SCREENED_ROWS_MAX = 100;
/** Arms less likely than this are shown as what they are not, and are no look at them. */
const LOOKED_FROM = 0.05;

const input = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        serial: z.string().max(20_000).describe('What was read of the number.'),
        ...SAID_FIELDS,
      }),
    )
    .min(1)
    .max(SCREENED_ROWS_MAX),
  wide: z.boolean().default(false).describe('Look for two errors in the number, not one.'),
});
export type ScreenRow = z.infer<typeof input>['rows'][number];

/** Of one row: its answer, or why there is none. */
export type Screened = Identified | { readonly refused: string };
const output = z.strictObject({
  rows: z.array(z.union([answerOutput, z.strictObject({ refused: z.string() })])),
});

export const screenMarks: Act<z.infer<typeof input>, { readonly rows: readonly Screened[] }> = {
  name: 'screen-marks',
  says: 'Say of many arms at once which registered ones they may be',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  output,
  changes: false,
  async run(office, actor, { rows, wide }) {
    const answers: Screened[] = [];
    for (const row of rows) answers.push(screenedOf(await identify(office, actor, wantedOf(row, wide))));
    await logScreened(office, actor, answers.flatMap(lookedAt));
    return { rows: answers };
  },
};

/** A row as it is asked. */
export function wantedOf({ serial, ...said }: ScreenRow, wide: boolean): Wanted {
  return { ...said, reading: serial, wide };
}

/** An answer, or the code of its refusal alone. */
export function screenedOf(answer: Awaited<ReturnType<typeof identify>>): Screened {
  return isRefusal(answer) ? { refused: answer.refused } : answer;
}

/** The arms that an answer puts forward. */
export function lookedAt(answer: Screened): readonly string[] {
  if ('refused' in answer) return [];
  return answer.candidates.filter(({ probability }) => probability >= LOOKED_FROM).map(({ armId }) => armId);
}

/** Leaves a line in the access log with the arms that a screening put forward. */
export async function logScreened(office: Office, actor: Actor, shown: readonly string[]): Promise<void> {
  await logAccess(office.db, accessOf(office, actor, 'screen-marks', [...new Set(shown)].join(' ')));
}
