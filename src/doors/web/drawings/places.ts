/**
 * The places of marks that a drawing points at: marks of one place under one number, places of serials first. Security
 * marks are hidden on purpose and are never among them.
 *
 * @clause ITI 8(e), ITI 10
 */
import type { Design, Spot } from './design.ts';
import type { Side } from './plot.ts';

export type Place = {
  readonly number: number;
  readonly part: string;
  readonly side: string;
  /** The kinds of marks that stand there. */
  readonly kinds: readonly string[];
  /** Where on the drawing; undefined where another arm is drawn that has no such place. */
  readonly spot: Spot | undefined;
};

/** The places that marks such as `serial@frame-right` name, numbered. */
export function placesOf(marksAt: readonly string[], { spots }: Design): readonly Place[] {
  const kinds = new Map<string, string[]>();
  for (const mark of marksAt) {
    const [kind = '', place = ''] = mark.split('@');
    if (kind === 'security') continue;
    kinds.set(place, [...(kinds.get(place) ?? []), kind]);
  }
  const serialsFirst = [...kinds].sort(([, a], [, b]) => serialRank(a) - serialRank(b));
  return serialsFirst.map(([place, found], at) => {
    const cut = place.lastIndexOf('-');
    return {
      number: at + 1,
      part: place.slice(0, cut),
      side: place.slice(cut + 1),
      kinds: found,
      spot: spots[place],
    };
  });
}

const serialRank = (kinds: readonly string[]): number => (kinds.includes('serial') ? 0 : 1);

/** From which sides an arm is drawn so that every place is seen: the first is that of its first serial. */
export function viewsOf(
  places: readonly Place[],
): readonly { readonly side: Side; readonly places: readonly Place[] }[] {
  const sided = places.map(({ side }) => side).filter((side) => side === 'left' || side === 'right');
  const first: Side = sided[0] ?? 'left';
  const second: Side = first === 'left' ? 'right' : 'left';
  const pointed = places.filter(({ spot }) => spot !== undefined);
  const views = [
    { side: first, places: pointed.filter(({ side }) => side !== second) },
    { side: second, places: pointed.filter(({ side }) => side === second) },
  ];
  return views.filter((view) => view.side === first || view.places.length > 0);
}
