/**
 * Records how a State marks arms, in the place of the row that came with the program where one has the code, or takes the State's
 * row back. Each change is an entry of the ledger and a version of the tables, like every change of them; none is lost.
 *
 * @clause B-11, ITI 31(b)
 */
import { z } from 'zod';
import { PARTS } from '../domain/marks/mark.ts';
import { PRACTICE_KINDS, PRACTICE_LIMITS, SURENESS } from '../domain/reference/practice.ts';
import { DRAWING_ROWS_MAX, FRAMES } from '../domain/reference/symbols.ts';
import type { Kept } from './append-entry.ts';
import { changeReference } from './edit-reference.ts';
import { submission, TEXT_MAX } from './input.ts';
import type { Act } from './office.ts';
import { keptOutput } from './output.ts';

const said = (most: number) => z.string().trim().min(1).max(most);
const looks = said(PRACTICE_LIMITS.looks).optional();
const year = z.int().min(1300).max(2200).optional();

/** What a practice is, as the doors give it. */
const practice = z.strictObject({
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'Expected a State by its two letters (ISO 3166-1), such as XA.'))
    .min(1)
    .max(PRACTICE_LIMITS.countries)
    .describe('States whose practice it is.'),
  kind: z.enum(PRACTICE_KINDS),
  authority: said(120).optional().describe('Town, house, factory or rule.'),
  looks: z
    .strictObject({ en: looks, fr: looks, ar: looks })
    .describe('What it looks like, in words, in one language or more.'),
  texts: z
    .array(said(PRACTICE_LIMITS.text))
    .max(PRACTICE_LIMITS.texts)
    .default([])
    .describe('The mark as letters.'),
  pattern: said(80)
    .optional()
    .describe("As 'XA' yy: parts cc, yy, yyyy, a, n, code, letters in quotes; ? where one may be missing."),
  drawing: z
    .strictObject({
      frame: z.enum(FRAMES).optional(),
      rows: z
        .array(said(80))
        .min(1)
        .max(DRAWING_ROWS_MAX)
        .describe('From above to below: letters, and figures as :crown.'),
    })
    .optional(),
  where: z.array(z.enum(PARTS)).max(PARTS.length).default([]),
  from: year,
  to: year,
  years: z
    .record(z.string().max(6), z.int())
    .optional()
    .describe('Years by the code that stands in the mark.'),
  source: said(PRACTICE_LIMITS.source),
  sure: z.enum(SURENESS),
});

const input = z
  .strictObject({
    ...submission,
    code: z.string().min(1).max(80).describe('Code of the practice, in small letters and hyphens.'),
    practice: practice.optional(),
    takeBack: z
      .boolean()
      .default(false)
      .describe("True: the State's own row goes, in the place of a practice."),
    adds: z.boolean().default(false).describe('True: refused where a practice has the code already.'),
    seen: z
      .int()
      .min(0)
      .optional()
      .describe("Version of the State's row that was seen, 0 where there was none."),
    why: said(TEXT_MAX).describe('Kept for ever in the ledger; names no person.'),
  })
  .refine(({ practice, takeBack }) => takeBack !== (practice !== undefined), {
    message: 'Expected either a practice, or takeBack.',
    path: ['practice'],
  });
export type RecordMarkingPractice = z.infer<typeof input>;

export const recordMarkingPractice: Act<RecordMarkingPractice, Kept> = {
  name: 'record-marking-practice',
  says: 'Record how a State marks arms, or take the own row back',
  clauses: ['ITI 31(b)', 'ITI 8(b)'],
  input,
  output: keptOutput,
  changes: true,
  run(office, actor, { practice: fields, ...wanted }) {
    // What is undefined is no member of a row.
    const written = fields && (JSON.parse(JSON.stringify(fields)) as typeof fields);
    return changeReference(
      office,
      actor,
      { ...wanted, table: 'practice', fields: written },
      'record-marking-practice',
    );
  },
};
