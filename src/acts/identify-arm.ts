/**
 * Says which arms what was read of marks may be of: ranked candidates with the bits of each reason, the probability of each and
 * of none of them, how many more fit, and what mark would decide. An investigative lead, to be confirmed by an expert: it
 * records nothing of the arms, merges nothing, and shows neither holder nor site nor unit. The look and the arms it showed go
 * to the access log.
 *
 * @clause PoA II.9, PoA II.10, ITI 11, ITI 17
 */
import { z } from 'zod';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { PARTS } from '../domain/marks/mark.ts';
import { logAccess } from '../store/work.ts';
import { answerTo, type Wanted } from './answer-to.ts';
import { identifierOf } from './identifier.ts';
import { answerOutput, type Identified } from './identify-output.ts';
import type { Act, Actor, Office } from './office.ts';
import { searchMarks } from './search-marks.ts';
import { accessOf } from './view-arm.ts';

const words = z.string().trim().max(300);
const reading = z.string().max(20_000);
/** Named limit: numbers on further parts. */
export const MORE_READINGS_MAX = 3;
/** What may be said of an arm that is to be identified; every word as it is typed. */
export const SAID_FIELDS = {
  maker: words.optional(),
  model: words.optional(),
  calibre: words.optional(),
  class: words.optional().describe('The class or type, as typed or by its code.'),
  country: words.optional().describe('Country of manufacture.'),
  year: z.int().min(1300).max(2100).optional(),
  property: words.optional().describe('Property mark: police, army, a name.'),
  importMark: words.optional().describe('Import mark.'),
};

/** What is asked: what an eye saw, on which parts, what is said beside it, and how wide to look. */
export const QUESTION_FIELDS = {
  reading: reading.describe(
    'What is left of the number: AB1?3, D8624[60], …03971, 7~; or a sentence with several parts.',
  ),
  part: z.enum(PARTS).optional().describe('On which part it stands, where it does not say so itself.'),
  more: z
    .array(z.strictObject({ part: z.enum(PARTS).default('arm'), reading }))
    .max(MORE_READINGS_MAX)
    .optional()
    .describe('Numbers on further parts.'),
  ...SAID_FIELDS,
  wide: z.boolean().default(false).describe('Look for two errors in the number, not one.'),
};

const input = z.strictObject(QUESTION_FIELDS);
export type Identify = z.infer<typeof input>;

export const identifyArm: Act<Identify, Identified> = {
  name: 'identify-arm',
  says: 'Say which arms the marks that are left may be of',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  output: answerOutput,
  changes: false,
  async run(office, actor, wanted) {
    const identified = await identify(office, actor, wanted);
    const shown = isRefusal(identified) ? [] : identified.candidates.map(({ armId }) => armId);
    await logAccess(office.db, accessOf(office, actor, 'identify-arm', shown.join(' ')));
    return identified;
  },
};

/** The answer without the line of the access log, for acts that ask for several or record what they were told. */
export async function identify(office: Office, actor: Actor, wanted: Wanted): Promise<Identified | Refusal> {
  const [identifier, lookup] = await Promise.all([identifierOf(office), office.reference()]);
  return answerTo(identifier, lookup, wanted, (question, wide) =>
    searchMarks(office.db, actor.scope, identifier, question, wide),
  );
}
