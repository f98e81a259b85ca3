/** A stretch of days that is looked through page by page, the newest first. Not an act itself. */
import { z } from 'zod';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { daysOf } from './list-accesses.ts';
import type { Office } from './office.ts';

/** Named limit: acts looked through for one page. */
export const STRETCH_ACTS_MAX = 500;
const HOUR_MS = 3_600_000;
const CURSOR = /^([0-9T:.+Z-]{10,40})\/([0-9a-f-]{36})$/;

export const stretchInput = z.strictObject({
  hours: z.int().min(1).max(744).optional().describe('The last so many hours, in the place of days.'),
  from: z.iso.date().optional().describe('First day; a week ago where none is given.'),
  to: z.iso.date().optional().describe('Last day; today where none is given.'),
  limit: z.int().min(1).max(STRETCH_ACTS_MAX).default(100).describe('Acts to be looked through.'),
  after: z.string().regex(CURSOR).optional().describe('Cursor of the page before.'),
});

type Wanted = z.infer<typeof stretchInput>;

/**
 * The stretch of time that is asked for.
 * @refuses days-reversed, too-many-days
 */
export function stretchOf(
  office: Office,
  { hours, from, to }: Wanted,
): { readonly fromMs: number; readonly untilMs: number } | Refusal {
  if (hours === undefined) return daysOf(office, { from, to });
  if (from !== undefined || to !== undefined)
    return refusal('input-unreadable', { field: 'hours', says: 'either hours or days', problems: 1 });
  const untilMs = office.clock() + 1;
  return { fromMs: untilMs - hours * HOUR_MS, untilMs };
}

/** The cursor behind a line. */
export function cursorOf(
  line: { readonly at: string; readonly act: string } | undefined,
): string | undefined {
  return line && `${line.at}/${line.act}`;
}

/** The line behind which a page begins. */
export function readCursor(
  after: string | undefined,
): { readonly at: string; readonly act: string } | undefined {
  const [, at, act] = CURSOR.exec(after ?? '') ?? [];
  return at === undefined || act === undefined ? undefined : { at, act };
}
