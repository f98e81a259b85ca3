/** Numbers around an arm, each with a line to its place: above the upper half of the arm, below the lower. */
import { html } from 'hono/html';
import type { Html } from '../text.ts';
import type { Place } from './places.ts';
import type { Fit } from './plot.ts';

const GAP = 66;
const EDGE = 34;
/** How much room a row of numbers takes. */
export const ROW = 72;
const MARGIN = 8;

type Pointed = { readonly place: Place; readonly x: number; readonly y: number };

/** True where a number stands above the arm rather than below it. */
export function isAbove({ side, spot }: Place, middle: number): boolean {
  if (side === 'bottom' || spot?.near === 'butt') return false;
  return side === 'top' || (spot?.y ?? 0) < middle;
}

/** The lines and numbers of all places that are seen. */
export function callouts(
  places: readonly Place[],
  fit: Fit,
  middle: number,
  say: (number: number) => string,
): Html {
  const pointed = places.flatMap((place) =>
    place.spot ? [{ place, x: fit.x(place.spot.x), y: fit.y(place.spot.y) }] : [],
  );
  const rows = [
    { y: EDGE, row: pointed.filter(({ place }) => isAbove(place, middle)) },
    { y: fit.height - EDGE, row: pointed.filter(({ place }) => !isAbove(place, middle)) },
  ];
  const drawn = rows.flatMap(({ y, row }) =>
    spread(row, fit.width).map(
      ({ place, x, at }) =>
        html`<path class="leader" d="M${at} ${y}L${x} ${fit.y(place.spot!.y)}"/><circle class="spot" r="5" cx="${x}" cy="${fit.y(place.spot!.y)}"/><circle class="badge" r="22" cx="${at}" cy="${y}"/><text class="badge-number" x="${at}" y="${y}" dy=".36em" text-anchor="middle" direction="ltr">${say(place.number)}</text>`,
    ),
  );
  return html`${drawn}`;
}

/** Numbers of one row, moved apart so that none covers another, in the order of their places. */
function spread(row: readonly Pointed[], width: number): readonly (Pointed & { readonly at: number })[] {
  const sorted = [...row].sort((a, b) => a.x - b.x);
  const at: number[] = [];
  for (const { x } of sorted) at.push(Math.max(x, (at.at(-1) ?? -GAP) + GAP, EDGE));
  for (let place = at.length - 1, limit = width - EDGE; place >= 0; place--, limit -= GAP)
    at[place] = Math.min(at[place]!, limit, (at[place + 1] ?? Number.POSITIVE_INFINITY) - GAP);
  return sorted.map((one, place) => ({ ...one, at: Math.round(at[place]! * 10) / 10 }));
}

/** How much room the numbers need above and below. */
export function roomFor(
  places: readonly Place[],
  middle: number,
): { readonly above: number; readonly below: number } {
  const above = places.some((one) => isAbove(one, middle));
  const below = places.some((one) => !isAbove(one, middle));
  return { above: above ? ROW + MARGIN : MARGIN, below: below ? ROW + MARGIN : MARGIN };
}
