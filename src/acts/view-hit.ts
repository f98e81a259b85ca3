/**
 * Shows a hit: what was met, what the entry tells, what was asked and answered, and what may be done now. Until the listing side
 * confirmed it, it says that it is no ground for arrest. Words are for those who see cases.
 *
 * @clause C-12, J-04
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { foldHit, isWaiting } from '../domain/trace/hit.ts';
import { listListingWords } from '../store/listing.ts';
import { findHit, type ListedHit } from '../store/listing-hit.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { hitEvents } from './change-hit.ts';
import { readThing } from './change-listing.ts';
import { hitTold, marksOf, numbersOf } from './hit-short.ts';
import { compact, uuid } from './input.ts';
import { type HitView, hitViewOutput } from './listing-output.ts';
import type { Act, Actor, Office } from './office.ts';
import { mayTell } from './tell-hit.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({ hit: uuid });

export const viewHit: Act<z.infer<typeof input>, HitView> = {
  name: 'view-hit',
  says: 'Show a hit on a list of lost and stolen arms',
  clauses: ['C-12'],
  input,
  output: hitViewOutput,
  changes: false,
  async run(office, actor, { hit }) {
    const row = await findHit(office.db, actor.scope, hit);
    const subjects = [hit, row?.arm ?? ''].join(' ').trim();
    await logAccess(office.db, accessOf(office, actor, 'view-hit', subjects));
    return row ? viewOf(office, actor, row) : refusal('hit-unknown', { hit });
  },
};

async function viewOf(office: Office, actor: Actor, row: ListedHit): Promise<HitView> {
  const { db } = office;
  const { scope } = actor;
  const [events, thing, words, numbers, marks] = await Promise.all([
    hitEvents(db, row.id),
    readThing(db, row.listing),
    scope.sees.has('case') ? listListingWords(db, row.id) : new Map<string, string>(),
    numbersOf(db, scope, [row.arm]),
    marksOf(db, [row.listing]),
  ]);
  const names = await namesOfOperators(
    office,
    events.map(({ operator }) => operator),
    scope.sees.has('operator'),
  );
  const state = foldHit(events)!;
  const isLive = row.listingStanding === 'live';
  return compact({
    ...hitTold(office, row, { numbers, marks }),
    thing,
    mayAsk:
      state.side === 'finder' && isLive && isWaiting(state.standing) && state.withheld !== 'never-listed',
    mayTell: mayTell(row, state),
    events: events.map((event) =>
      compact({
        ...{ type: event.type, at: event.recorded, by: names.get(event.operator) ?? '', entry: event.entry },
        text: 'words' in event ? words.get(event.entry) : undefined,
        answer: event.type === 'hit-answered' ? event.answer : undefined,
      }),
    ),
  }) as HitView;
}
