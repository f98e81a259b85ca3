/**
 * What of an arm cannot be, going by its serials as they were read and the way in which its maker writes them. Worked out anew
 * whenever an arm is shown or registered, and never kept: it follows the tables as they are corrected. Not an act itself.
 */
import type { ArmDescription } from '../domain/arms/description.ts';
import { type Happened, latestOf } from '../domain/base/happened.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import { ruleOf } from '../domain/custody/life-cycle.ts';
import { inOrder } from '../domain/custody/order.ts';
import type { Mark } from '../domain/marks/mark.ts';
import { parseReading } from '../domain/marks/reading.ts';
import { type Impossible, impossibleOf } from '../domain/reference/impossible.ts';
import { findMaker } from './named-maker.ts';
import type { Office } from './office.ts';

/** Named limit: serials of one arm that are held against the grammars. */
const SERIALS_MAX = 10;

/** What cannot be of an arm that is described and marked so; `seenOn` is when it was certainly there. */
export async function notesOn(
  office: Pick<Office, 'reference'>,
  arm: Partial<ArmDescription>,
  marks: readonly Pick<Mark, 'kind' | 'text'>[],
  seenOn: Happened | undefined,
): Promise<readonly Impossible[]> {
  const serials = marks.filter(({ kind, text }) => kind === 'serial' && text !== '').map(({ text }) => text);
  if (arm.maker === undefined || serials.length === 0) return [];
  const lookup = await office.reference();
  const maker = findMaker(lookup, arm.maker);
  const grammars = maker === undefined ? [] : lookup.grammarsOf(maker.code);
  if (maker === undefined || grammars.length === 0) return [];
  const facts = { maker: maker.code, class: arm.class ?? 'unknown', year: arm.year, seenOn };
  return [...new Set(serials)]
    .slice(0, SERIALS_MAX)
    .flatMap((text) => impossibleOf(grammars, { ...facts, serial: parseReading(text).reading }));
}

/** When an arm was first certainly there; not told of one that got another serial later, for then it says nothing. */
export function firstSeen(events: readonly RecordedEvent[]): Happened | undefined {
  const standing = inOrder(events);
  if (standing.some(({ type }) => type === 're-marked')) return undefined;
  return standing
    .filter(({ type, happened }) => happened !== '' && (type === 'registered' || ruleOf(type).seen))
    .map(({ happened }) => happened)
    .sort((a, b) => (latestOf(a) < latestOf(b) ? -1 : 1))[0];
}
