/**
 * How a State runs its traces: its clocks, which registers may be looked into and which agencies are asked instead, who
 * releases an answer, whose arms are never listed, and whether a copy goes out where an embargo was breached. Set by `set-trace-rules`; until then those
 * that come with the program hold. Not an act itself.
 *
 * @clause A-13, C-05, C-16
 */
import { z } from 'zod';
import { REFUSAL_GROUNDS } from '../domain/trace/answer.ts';
import { CLOCK_RULES } from '../domain/trace/clocks.ts';
import { CHANNELS } from '../domain/trace/event.ts';
import type { Statements } from '../store/database.ts';
import { findTraceRules } from '../store/trace-rules.ts';
import { NOTE_MAX, registerId, text, uuid } from './input.ts';

/** Named limits of the template of a letter. */
const HEAD_LINES_MAX = 10;
const SIGNATURES_MAX = 4;

/** How the letters of a State look: its head, the articles it writes under, who signs, and room for a stamp. */
export const letterTemplate = z.strictObject({
  head: z.array(text).max(HEAD_LINES_MAX).default([]).describe('Lines of the letterhead.'),
  place: text.default('').describe('Where letters are written.'),
  articles: z.string().trim().max(NOTE_MAX).default('').describe('Articles of law that an answer rests on.'),
  signatures: z.array(text).max(SIGNATURES_MAX).default([]).describe('Offices that sign, one line each.'),
  hasStamp: z.boolean().default(true).describe('Room is left for a stamp.'),
});
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** Named limit: agencies whose arms are never listed. */
const NEVER_LISTED_MAX = 200;
const days = z.int().min(0).max(3650);
export const traceRules = z.strictObject({
  acknowledgeDays: days.default(CLOCK_RULES.acknowledgeDays),
  acknowledgeUrgentDays: days.default(CLOCK_RULES.acknowledgeUrgentDays),
  answerDays: days.default(CLOCK_RULES.answerDays),
  answerUrgentDays: days.default(CLOCK_RULES.answerUrgentDays),
  agencyDays: days.default(CLOCK_RULES.agencyDays),
  agencyUrgentDays: days.default(CLOCK_RULES.agencyUrgentDays),
  remindDays: days.default(CLOCK_RULES.remindDays),
  reviewDays: days.default(CLOCK_RULES.reviewDays),
  hitDays: days.default(CLOCK_RULES.hitDays),
  aloneWhenUrgent: z
    .boolean()
    .default(false)
    .describe('One officer may release an urgent answer alone; it is reviewed afterwards.'),
  withholdGround: z
    .enum(REFUSAL_GROUNDS)
    .default('confidentiality-law')
    .describe('The ground on which names are withheld until somebody decides otherwise.'),
  asked: z
    .array(z.strictObject({ register: registerId, agency: uuid, name: text.min(1) }))
    .max(100)
    .default([])
    .describe('Registers that are asked rather than read, and the agency that answers for each.'),
  neverListed: z
    .array(uuid)
    .max(NEVER_LISTED_MAX)
    .default([])
    .describe('Agencies, with all below them, whose arms no partner is told of: defence holdings.'),
  law: text
    .default('')
    .describe('The law under which an arm is illicit where it is found; proposed for each request.'),
  letter: letterTemplate.default(letterTemplate.parse({})),
  embargoCopyTo: z
    .strictObject({ to: text.min(1), channel: z.enum(CHANNELS).default('letter') })
    .optional()
    .describe('The body that gets a copy where an embargo was breached; none where the State allows none.'),
});
export type TraceRules = z.infer<typeof traceRules>;

/** The rules as they hold now. */
export async function readTraceRules(db: Statements): Promise<TraceRules> {
  const kept = await findTraceRules(db);
  return traceRules.parse(kept ? JSON.parse(kept.rules) : {});
}
