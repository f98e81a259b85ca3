/**
 * Arms and traced things as lists of lost and stolen arms meet them, and what a change of an arm sets off: one that was met is
 * looked for among live entries, and one that came back opens work on its own entry. Not an act itself.
 *
 * @clause C-12, E-04
 */
import type { ArmState } from '../domain/custody/arm-state.ts';
import type { ArmEvent } from '../domain/custody/event.ts';
import type { EventType } from '../domain/custody/life-cycle.ts';
import type { Met } from '../domain/trace/hit.ts';
import { listedAs } from '../domain/trace/listing.ts';
import type { TracedItem } from '../domain/trace/request.ts';
import type { Tx } from '../store/database.ts';
import { findListingOfArm } from '../store/listing.ts';
import { closeWorkAbout, openWork } from '../store/work.ts';
import { LISTED_RECOVERED_KIND } from './listing-work.ts';
import { type Encounter, meetListings } from './meet-listings.ts';
import { newId, type Office } from './office.ts';

/** Events by which an arm comes before an authority, or comes to somebody under a right. */
const MET_BY: ReadonlyMap<EventType, Met> = new Map([
  ...(
    [
      'seized',
      'found',
      'surrendered',
      'abandoned-to-state',
      'recovered',
      'recovered-in-operations',
      'held-as-evidence',
      'mark-read',
    ] as const
  ).map((type) => [type, 'seizure'] as const),
  ...(
    [
      'licensed',
      'held-under-right',
      'inherited',
      'sold',
      'sold-to-trade',
      'transferred',
      'imported',
      'exported',
    ] as const
  ).map((type) => [type, 'licence'] as const),
]);

/** An arm as it stands. */
export function encounterOf(arm: string, { marks, description }: ArmState, met: Met): Encounter {
  return { arm, met, marks, described: describedOf(description) };
}

/** The thing of a trace. */
export function encounterWith(
  item: TracedItem,
  more: Pick<Encounter, 'arm' | 'trace' | 'isLimited'>,
): Encounter {
  return { ...more, met: 'trace', marks: item.marks, described: describedOf(item) };
}

function describedOf({ maker, model, calibre, class: kind, country }: ArmState['description'] | TracedItem) {
  return { maker, model, calibre, class: kind, country };
}

export type Changed = {
  readonly arm: string;
  readonly state: ArmState;
  readonly events: readonly ArmEvent[];
  readonly entry: string;
  readonly recorded: string;
};

/** What events of an arm set off among lists. */
export async function meetChanged(
  tx: Tx,
  office: Office,
  { arm, state, events, entry, recorded }: Changed,
): Promise<void> {
  const met = events.map(({ type }) => MET_BY.get(type)).find((one) => one !== undefined);
  if (!met) return;
  await meetListings(tx, office, [encounterOf(arm, state, met)], met === 'seizure');
  if (listedAs(state.status)) return;
  const against = await findListingOfArm(tx, arm);
  if (!against) return;
  await closeWorkAbout(tx, arm, against, [LISTED_RECOVERED_KIND], recorded);
  const item = { subject: arm, id: newId(office), kind: LISTED_RECOVERED_KIND, severity: 'highest' };
  await openWork(tx, [{ ...item, entry, against, opened: recorded, due: undefined }]);
}
