/** What acts on listed arms and hits answer, as JSON tells it. Not an act itself. */
import { z } from 'zod';
import { HIT_ANSWERS, HIT_STANDINGS, HIT_WITHHELD, MET } from '../domain/trace/hit.ts';
import { CANCEL_REASONS, LISTED_AS, STANDINGS } from '../domain/trace/listing.ts';
import { listedThing } from './listing-shapes.ts';
import { id, instant } from './output.ts';

export const listingReceiptOutput = z.strictObject({
  act: id,
  entry: id,
  subject: id.describe('The entry of the list, or the hit.'),
  recorded: instant,
});

const day = z.string().meta({ format: 'date' });
const country = z.string();

export const listingShort = z.strictObject({
  id,
  side: z.enum(['own', 'partner']),
  country: country.optional().describe('Whose entry it is, where it is not our own.'),
  arm: id.optional(),
  number: z.string().optional().describe('State number of the arm of an own entry.'),
  mark: z
    .string()
    .optional()
    .describe('First number of the listed arm as it was read; absent where it was erased.'),
  status: z.enum(LISTED_AS),
  standing: z.enum(STANDINGS),
  renewed: z.int(),
  expires: day,
  came: instant,
  class: z.string(),
  maker: z.string().optional(),
  model: z.string().optional(),
  calibre: z.string().optional(),
  partners: z.int().describe('To how many partners an own entry goes.'),
});

export const partnerChoice = z.strictObject({ node: id, state: country, name: z.string() });

const eventOutput = z.strictObject({
  type: z.string(),
  at: instant,
  by: z.string().describe('Empty where it may not be known.'),
  entry: id,
  text: z.string().optional(),
  answer: z.enum(HIT_ANSWERS).optional(),
  reason: z.enum(CANCEL_REASONS).optional(),
  country: country.optional(),
});

export const hitShort = z.strictObject({
  id,
  listing: id,
  side: z.enum(['finder', 'lister']),
  country: country.optional().describe('The partner on the other side.'),
  arm: id.optional(),
  number: z.string().optional().describe('State number of the arm that was met.'),
  mark: z
    .string()
    .optional()
    .describe('First number of the listed arm as it was read; absent where it was erased.'),
  trace: id.optional(),
  met: z.enum(MET),
  probability: z.number().min(0).max(1).optional(),
  standing: z.enum(HIT_STANDINGS),
  isLead: z.boolean().describe('Not grounds for arrest. A lead, to be confirmed with the listing agency.'),
  isTold: z.boolean().describe('The listing side knows of it.'),
  withheld: z.enum(HIT_WITHHELD).optional().describe('Why the listing side was not told.'),
  metAt: instant,
  due: instant.optional(),
  isLate: z.boolean(),
  listedAs: z.enum(LISTED_AS),
  listingStanding: z.enum(STANDINGS),
});
export type HitShort = z.infer<typeof hitShort>;

export const listingViewOutput = listingShort.extend({
  thing: listedThing.optional().describe('Absent where it was erased.'),
  tellsOwner: z.boolean(),
  recovered: z.boolean().describe('The arm of an own entry is no longer recorded as missing.'),
  mayConfirm: z.boolean().describe('False for whoever proposed it.'),
  told: z.array(
    z.strictObject({
      node: id,
      country,
      sent: z.enum(['published', 'renewed', 'cancelled']).optional().describe('What was sent last.'),
      at: instant.optional(),
      receipt: z
        .enum(['taken', 'held', 'refused'])
        .optional()
        .describe('What the machine of the partner said of that.'),
      cancelTold: instant.optional().describe('When the partner told that it cancelled its copy.'),
    }),
  ),
  hits: z.array(hitShort),
  events: z.array(eventOutput),
});
export type ListingView = z.infer<typeof listingViewOutput>;

export const hitViewOutput = hitShort.extend({
  thing: listedThing.optional(),
  mayAsk: z.boolean(),
  mayTell: z.boolean(),
  events: z.array(eventOutput),
});
export type HitView = z.infer<typeof hitViewOutput>;
