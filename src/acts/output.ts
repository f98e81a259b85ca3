/**
 * The shapes of what acts answer, as JSON tells them: the other half of input.ts. The description of the API is made from
 * them, and every answer is held against them in the tests, so that nothing is shown that nobody decided to show.
 */
import { z } from 'zod';
import { PARTY_KINDS } from '../domain/custody/party.ts';

export const id = z.string().meta({ format: 'uuid' });
export const instant = z.string().meta({ format: 'date-time' });
export const happened = z
  .string()
  .describe('As 2021, 2021-03, 2021-03-04 or an instant; empty where not known.');
/** Id of a party, or the name that a withheld one has in this answer. */
export const partyId = z.string().describe('Id of a party; withheld-1 and so on where it may not be known.');

/** What a change of an arm answers. */
export const receiptOutput = z.strictObject({
  act: id,
  entry: id,
  arm: id,
  number: z.string().describe('State number of the arm.'),
  recorded: instant,
  events: z.array(z.string()),
  alarms: z.array(z.strictObject({ kind: z.string(), severity: z.string() })),
});

/** What an act answers that keeps one entry about something that is no arm. */
export const keptOutput = z.strictObject({ act: id, entry: id, subject: id, recorded: instant });

export const partyOutput = z.strictObject({
  id,
  kind: z.enum(PARTY_KINDS),
  name: z.string().describe('Empty for persons.'),
  parent: id.optional(),
  state: z.enum(['active', 'merged', 'disbanded']),
  into: id.optional(),
  usesRegister: z.boolean(),
  names: z.array(z.strictObject({ name: z.string(), from: happened })),
});

export const workItemOutput = z.strictObject({
  subject: id,
  id,
  kind: z.string(),
  severity: z.enum(['highest', 'high', 'low']),
  entry: id,
  against: id.optional(),
  opened: instant,
  due: z.string().optional(),
});

/** Names by the id or the withheld name that stands for a party. */
export const namesOutput = z
  .record(z.string(), z.string())
  .describe('What to call each party: its name, or its kind where the name is withheld.');

/** A line of the access log as it is shown. */
export const accessOutput = z.strictObject({
  id,
  at: instant,
  operator: z.string().describe('Empty where it may not be known.'),
  name: z.string().optional(),
  act: z.string(),
  purpose: z.string(),
  subjects: z.int().describe('How many arms or other things it is about.'),
});
