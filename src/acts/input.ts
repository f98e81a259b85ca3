/**
 * The shapes that come in through the doors: every text bounded, every list bounded, every code from its closed list.
 * Forms, command line, API and its description are all made from these.
 */
import { z } from 'zod';
import { CLASSES, isArmClass } from '../domain/arms/classification.ts';
import { ACTIONS, type ArmDescription } from '../domain/arms/description.ts';
import { type Happened, parseHappened } from '../domain/base/happened.ts';
import { parseUuid } from '../domain/base/id.ts';
import type { ArmEvent } from '../domain/custody/event.ts';
import { type EventType, isEventType, LIFE_CYCLE } from '../domain/custody/life-cycle.ts';
import { MARK_CONDITIONS, MARK_KINDS, MARK_METHODS, PARTS } from '../domain/marks/mark.ts';

/** Named limits of what comes in. */
export const TEXT_MAX = 300;
export const NOTE_MAX = 2000;
export const MARKS_MAX = 40;

export const uuid = z
  .string()
  .max(40)
  .meta({ format: 'uuid' })
  .transform((text, context) => {
    const id = parseUuid(text);
    if (!id)
      context.addIssue({ code: 'custom', message: `Expected an id such as 0190a1b2-…; got "${text}".` });
    return (id ?? '') as string;
  });

export const happened = z
  .string()
  .max(24)
  .refine((text): text is Happened => parseHappened(text) !== undefined, {
    error: ({ input }) =>
      `Expected a date as 2021, 2021-03, 2021-03-04 or 2021-03-04T10:30:00Z, or nothing where it is not known; got "${input}".`,
  });

export const text = z.string().trim().max(TEXT_MAX);
export const words = z.string().min(1).max(TEXT_MAX);

export const armClass = z
  .string()
  .max(40)
  .meta({ enum: Object.keys(CLASSES) })
  .refine(isArmClass, {
    message: `Expected one of the classes: ${Object.keys(CLASSES).join(', ')}.`,
  });

export const eventType = z
  .string()
  .max(40)
  .meta({ enum: Object.keys(LIFE_CYCLE) })
  .refine((value): value is EventType => isEventType(value), {
    message: `Expected an event of the life of an arm: ${Object.keys(LIFE_CYCLE).join(', ')}.`,
  });

export const mark = z
  .strictObject({
    kind: z.enum(MARK_KINDS),
    part: z.enum(PARTS).default('arm'),
    text: z.string().max(TEXT_MAX),
    condition: z.enum(MARK_CONDITIONS).default('legible'),
    script: z.enum(['latin', 'cyrillic', 'greek', 'arabic', 'mixed', 'other', 'none']).optional(),
    method: z.enum(MARK_METHODS).optional(),
    readBy: uuid.optional(),
    readOn: z.string().max(24).optional(),
    note: z.string().max(NOTE_MAX).optional(),
  })
  .describe('A mark as an eye read it; the text stays as it stood.');

export const parties = z.strictObject({
  owner: uuid.optional(),
  unit: uuid.optional(),
  keeper: uuid.optional(),
  bearer: uuid.optional(),
});

export const basis = z.strictObject({
  kind: words,
  number: text.optional(),
  authority: text.optional(),
  right: uuid.optional(),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Expected a SHA-256 digest: 64 hexadecimal digits.')
    .optional(),
});

export const description = z.strictObject({
  class: armClass,
  classText: text.optional(),
  action: z.enum(ACTIONS).optional(),
  maker: text.optional(),
  model: text.optional(),
  calibre: text.optional(),
  year: z.int().min(1300).max(2200).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Expected a country by its two letters (ISO 3166-1), such as XA.')
    .optional(),
  countryText: text.optional(),
  importer: text.optional(),
  importCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  importYear: z.int().min(1300).max(2200).optional(),
  production: z
    .enum(['unknown', 'industrial', 'craft', 'privately-made', 'printed', 'converted', 'modular'])
    .optional(),
  material: z.enum(['unknown', 'steel', 'alloy', 'polymer', 'polymer-with-insert', 'other']).optional(),
  baseObject: text.optional(),
});

/** Number of a register, as the database counts them. */
export const registerId = z.int().min(0).max(2_147_483_647);

/** An id its client made, so that a repeated submission is harmless. */
export const submission = {
  act: uuid.optional().describe('Id of the submission, made by the client.'),
  device: z.string().max(40).optional().describe("The device's own clock."),
};

/** A shape whose members may be absent but never undefined. */
export type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined: an absent member and an undefined one are different things in an entry. */
export function compact<T extends object>(value: T): Compact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Compact<T>;
}

/** One event of the life of an arm, as the doors give it. */
export const armEvent = z.strictObject({
  type: eventType,
  asked: z.boolean().default(false).describe('True: ask leave before it is done. False: it happened.'),
  happened: happened.optional(),
  from: parties.optional(),
  to: parties.optional(),
  by: uuid.optional().describe('Party that saw, verified or confirms.'),
  how: z.enum(['read', 'scanned', 'sealed-crate', 'photograph']).optional(),
  basis: basis.optional(),
  place: text.optional(),
  marks: z.array(mark).max(MARKS_MAX).optional(),
  description: description.partial().optional(),
  part: z
    .strictObject({
      part: mark.shape.part,
      id: text.optional(),
      marks: z.array(mark).max(MARKS_MAX).optional(),
    })
    .optional(),
  due: z.iso.date().optional().describe('Day by which a hand-over is to be confirmed.'),
  about: uuid.optional().describe('Entry that a finding is about.'),
  why: z.string().max(NOTE_MAX).optional(),
});
export type ArmEventInput = z.infer<typeof armEvent>;

/** The event as the domain knows it. */
export function eventOf(wanted: ArmEventInput, now: string): ArmEvent {
  return compact({
    type: wanted.type,
    happened: wanted.happened ?? (now as Happened),
    asked: wanted.asked ? (true as const) : undefined,
    from: wanted.from && compact(wanted.from),
    to: wanted.to && compact(wanted.to),
    by: wanted.by,
    how: wanted.how,
    basis: wanted.basis && compact(wanted.basis),
    place: wanted.place,
    marks: wanted.marks?.map(compact),
    arm: wanted.description && (compact(wanted.description) as ArmDescription),
    part: wanted.part && compact({ ...wanted.part, marks: wanted.part.marks?.map(compact) }),
    due: wanted.due,
    about: wanted.about,
    why: wanted.why,
  });
}
