/**
 * The shapes of what partners tell each other of lost and stolen arms: every text bounded, every list short, every code from its
 * closed list. Not an act itself.
 *
 * @clause C-12
 */
import { z } from 'zod';
import { HIT_ANSWERS } from '../domain/trace/hit.ts';
import { CANCEL_REASONS, LISTED_AS, type ListedThing } from '../domain/trace/listing.ts';
import { armClass, happened, NOTE_MAX, text, uuid } from './input.ts';
import { country, sentMark } from './trace-shapes.ts';

/** Named limit: numbers of one entry. */
export const LISTED_MARKS_MAX = 10;

/** No database keeps this sign in a text. */
const isKept = (value: string): boolean => !value.includes('\0');
const line = text.refine(isKept);
const note = z.string().trim().max(NOTE_MAX).refine(isKept);

export const listedThing = z.strictObject({
  status: z.enum(LISTED_AS),
  happened,
  place: line.optional(),
  class: armClass,
  maker: line.optional(),
  model: line.optional(),
  calibre: line.optional(),
  country: country.optional(),
  marks: z
    .array(sentMark.refine(({ text: mark }) => isKept(mark)))
    .min(1)
    .max(LISTED_MARKS_MAX),
  owner: line.optional(),
  reference: line.min(1),
  ground: line.min(1),
}) satisfies z.ZodType<ListedThing, unknown>;

/** What the body of each message holds. */
export const LISTING_BODIES = {
  published: z.strictObject({ entry: listedThing, expires: z.iso.date() }),
  cancelled: z.strictObject({ reason: z.enum(CANCEL_REASONS) }),
  hit: z.strictObject({
    listing: uuid.describe('The entry, as its listing side calls it.'),
    country: country.describe('Where it was met, and nothing nearer.'),
  }),
  asked: z.strictObject({ text: note.optional() }),
  told: z.union([
    z.strictObject({ answer: z.enum(HIT_ANSWERS), text: note.optional() }),
    z.strictObject({ cancelled: z.literal(true) }),
  ]),
};
