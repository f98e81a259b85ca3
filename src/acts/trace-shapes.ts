/**
 * The shapes of what is said in a request, whichever way it comes: every text bounded, every list bounded, every code from its
 * closed list, and nothing beyond them. Contracts of the exchange, forms, command line and documents are made from these.
 */
import { z } from 'zod';
import {
  ANSWER_KINDS,
  PARTY_KINDS_TOLD,
  REFUSAL_GROUNDS,
  type TraceAnswer,
  WITHHELD_THINGS,
} from '../domain/trace/answer.ts';
import {
  GROUNDS,
  ITEM_KINDS,
  LIMIT_CODES,
  PHOTOGRAPH_SIDES,
  RECOVERED,
  REQUESTER_KINDS,
  type TraceRequest,
  USES,
} from '../domain/trace/request.ts';
import type { Said, SaidKind } from '../domain/trace/thread.ts';
import { armClass, eventType, happened, MARKS_MAX, mark, NOTE_MAX, text } from './input.ts';

/** Named limits of what travels. */
export const PHOTOGRAPHS_MAX = 8;
export const PHOTOGRAPH_CHARS_MAX = 600_000;
export const ITEMS_MAX = 200;
export const CHAIN_MAX = 200;
export const EARLIER_MAX = 10;
const SEARCHED_MAX = 50;
const LIMITS_MAX = 8;

const note = z.string().trim().max(NOTE_MAX);
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Expected a country by its two letters (ISO 3166-1), such as XA.');
const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const sentMark = mark.pick({ kind: true, part: true, text: true, condition: true, note: true });

export const limit = z.strictObject({ code: z.enum(LIMIT_CODES), text: text.optional() });
export const photograph = z.strictObject({
  side: z.enum(PHOTOGRAPH_SIDES),
  mark: z.int().min(1).max(MARKS_MAX).optional(),
  hasScale: z.boolean(),
  mediaType: z.literal('image/jpeg'),
  digest,
  bytes: z.base64url().max(PHOTOGRAPH_CHARS_MAX),
});

export const item = z.strictObject({
  kind: z.enum(ITEM_KINDS),
  class: armClass,
  part: mark.shape.part.removeDefault().optional(),
  maker: text.optional(),
  model: text.optional(),
  calibre: text.optional(),
  country: country.optional(),
  importCountry: country.optional(),
  importYear: z.int().min(1300).max(2200).optional(),
  year: z.int().min(1300).max(2200).optional(),
  marks: z.array(sentMark).max(MARKS_MAX),
  quantity: z.int().min(1).max(1_000_000_000).optional(),
  lotNumber: text.optional(),
  others: note.optional(),
  items: z
    .array(z.strictObject({ marks: z.array(sentMark).max(MARKS_MAX), reference: text.optional() }))
    .max(ITEMS_MAX)
    .optional(),
});

export const recovery = z.strictObject({
  kind: z.enum(RECOVERED),
  happened,
  country,
  place: text.optional(),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  authority: text,
  circumstances: note,
});

export const requester = z.strictObject({
  kind: z.enum(REQUESTER_KINDS),
  name: text.min(1),
  country: country.optional(),
  mandate: text.optional(),
  contact: text.optional(),
});
export const ground = z.strictObject({
  codes: z.array(z.enum(GROUNDS)).max(GROUNDS.length),
  law: note,
  embargo: text.optional(),
});
export const use = z.strictObject({ code: z.enum(USES), text: text.optional() });
export const urgency = z.strictObject({ level: z.enum(['routine', 'urgent']), reason: text.optional() });
export const limits = z.array(limit).max(LIMITS_MAX);

export const requestContent = z.strictObject({
  reference: text.min(1),
  requester,
  ground,
  recovery,
  item,
  photographs: z.array(photograph).max(PHOTOGRAPHS_MAX),
  use,
  urgency,
  limits,
  case: text.optional(),
  earlier: z
    .array(z.strictObject({ country, reference: text, answered: happened, says: note }))
    .max(EARLIER_MAX)
    .optional(),
}) satisfies z.ZodType<TraceRequest, unknown>;

const party = z.strictObject({
  kind: z.enum(PARTY_KINDS_TOLD),
  country: country.optional(),
  name: text.optional(),
});

export const answerContent = z.strictObject({
  reference: text.min(1),
  kind: z.enum(ANSWER_KINDS),
  item: z
    .strictObject({
      maker: text.optional(),
      model: text.optional(),
      calibre: text.optional(),
      marks: z.array(sentMark).max(MARKS_MAX),
    })
    .optional(),
  chain: z
    .array(
      z.strictObject({
        event: eventType,
        happened,
        from: party.optional(),
        to: party.optional(),
        reference: text.optional(),
      }),
    )
    .max(CHAIN_MAX),
  lastLawful: z
    .strictObject({ holder: party, from: happened.optional(), until: happened.optional() })
    .optional(),
  exportedTo: z.strictObject({ country, licence: text.optional(), happened }).optional(),
  irregularity: z.strictObject({ event: text, happened, reference: text.optional() }).optional(),
  searched: z
    .array(
      z.strictObject({
        register: text,
        outcome: z.enum(['found', 'not-found', 'not-answered', 'not-searched']),
        asOf: happened.optional(),
      }),
    )
    .max(SEARCHED_MAX),
  ground: z.enum(REFUSAL_GROUNDS).optional(),
  reason: note.optional(),
  expected: z.iso.date().optional(),
  withheld: z
    .array(z.strictObject({ what: z.enum(WITHHELD_THINGS), ground: z.enum(REFUSAL_GROUNDS) }))
    .max(WITHHELD_THINGS.length * REFUSAL_GROUNDS.length),
  limits,
  note: note.optional(),
}) satisfies z.ZodType<TraceAnswer, unknown>;

/** What each kind of message holds. */
export const SAID_CONTENT = {
  request: requestContent,
  acknowledged: z.strictObject({ reference: text.min(1), by: text.optional(), note: note.optional() }),
  'more-wanted': z.strictObject({ fields: z.array(text).max(20), text: note }),
  'more-given': z.strictObject({ text: note, request: requestContent.optional() }),
  answer: answerContent,
  'clarification-wanted': z.strictObject({ text: note.min(1) }),
  'clarification-given': z.strictObject({ text: note.min(1) }),
  withdrawn: z.strictObject({ reason: note }),
  closed: z.strictObject({ outcome: text, stage: text.optional(), text: note.optional() }),
} satisfies { readonly [Kind in SaidKind]: z.ZodType<Extract<Said, { kind: Kind }>['content'], unknown> };

const MESSAGES_SEEN_MAX = 100_000;

/** The body of a message of a kind. */
export function traceBodyOf(kind: SaidKind) {
  return z.strictObject({
    seen: z
      .int()
      .min(0)
      .max(MESSAGES_SEEN_MAX)
      .describe(
        'Place of the last message of the other side in this thread that the sender had taken; 0 for none.',
      ),
    content: SAID_CONTENT[kind],
  });
}
