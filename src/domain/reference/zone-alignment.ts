/**
 * Lays a reading along the zones of one grammar, with as few places as can be that contradict it. Which zone ends where is
 * found by dynamic programming over zones and places, forwards and backwards, so the work is bounded by
 * zones · places · longest zone whatever was typed: nothing is tried twice.
 *
 * What could go wrong: a lost stretch may hide any number of characters of any zones, so a zone may be met in part, or not at
 * all, where one is lost.
 *
 * @clause A-12, B-08
 */
import { alikeOf } from '../marks/look-alike.ts';
import type { Place, Reading } from '../marks/reading.ts';
import type { SerialGrammar, Zone, ZoneValue } from './serial-grammar.ts';

/** Places that may contradict a grammar which a reading is still held against. */
export const WRONG_MAX = 2;
const NEVER = WRONG_MAX + 1;

/** A zone over the places from one to before another, with the writings of its code that it may be. */
export type Span = {
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
  readonly values: readonly ZoneValue[];
};

export type Aligned = {
  /** Places that contradict the grammar in the best way to lay it. */
  readonly wrong: number;
  /** Every span that stands in some best way, in the order of the zones. */
  readonly spans: readonly Span[];
  /** One best way: a span for each zone. */
  readonly way: readonly Span[];
};

type Edge = { readonly to: number; readonly cost: number; readonly values: readonly ZoneValue[] };

/** The best ways to lay a reading along a grammar; undefined where more than WRONG_MAX places contradict it. */
export function alignZones({ zones }: SerialGrammar, reading: Reading): Aligned | undefined {
  const { places } = reading;
  const lost = new Set(reading.gaps);
  const ends = places.length;
  const forward = zones.map(() => new Uint8Array(ends + 1).fill(NEVER));
  forward.push(new Uint8Array(ends + 1).fill(NEVER));
  forward[0]![0] = 0;
  const edges = zones.map((zone, z) =>
    Array.from({ length: ends + 1 }, (_, from) => {
      const cost = forward[z]![from]!;
      if (cost >= NEVER) return [];
      const out = edgesOf(zone, places, lost, from);
      for (const edge of out) {
        const next = forward[z + 1]!;
        next[edge.to] = Math.min(next[edge.to]!, cost + edge.cost);
      }
      return out;
    }),
  );
  const wrong = forward[zones.length]![ends]!;
  if (wrong >= NEVER) return undefined;
  return { wrong, ...traced(zones, edges, forward, wrong, ends) };
}

/** Goes back from the end along what a best way may be. */
function traced(
  zones: readonly Zone[],
  edges: readonly (readonly (readonly Edge[])[])[],
  forward: readonly Uint8Array[],
  wrong: number,
  ends: number,
): { spans: readonly Span[]; way: readonly Span[] } {
  const spans: Span[] = [];
  let open = new Map<number, number>([[ends, wrong]]);
  const way: Span[] = [];
  let onWay = ends;
  for (let z = zones.length - 1; z >= 0; z--) {
    const before = new Map<number, number>();
    const here: Span[] = [];
    for (let from = 0; from <= ends; from++) {
      const cost = forward[z]![from]!;
      for (const edge of edges[z]![from]!) {
        if (open.get(edge.to) !== cost + edge.cost) continue;
        before.set(from, cost);
        here.push({ zone: zones[z]!, from, to: edge.to, values: edge.values });
      }
    }
    const step = here.find(({ to }) => to === onWay)!;
    way.unshift(step);
    onWay = step.from;
    spans.unshift(...here);
    open = before;
  }
  return { spans, way };
}

/** How far a zone may reach from a place, and what that costs. */
function edgesOf(
  zone: Zone,
  places: readonly Place[],
  lost: ReadonlySet<number>,
  from: number,
): readonly Edge[] {
  const edges: Edge[] = [];
  let cost = 0;
  let isOpen = lost.has(from);
  for (let to = from; to <= places.length && to - from <= zone.max; to++) {
    if (to > from) {
      isOpen ||= lost.has(to);
      cost += wrongAt(places[to - 1]!, zone.characters);
    }
    if (!isOpen && to - from < zone.min) continue;
    const edge =
      zone.writings === undefined || (to === from && zone.min === 0)
        ? { to, cost, values: [] }
        : codeEdge(zone.writings, places, lost, from, to);
    if (edge.cost < NEVER) edges.push(edge);
    if (zone.writings === undefined && cost >= NEVER) break;
  }
  return edges;
}

/** A code is one of its writings: those that the places contradict least. */
function codeEdge(
  writings: readonly ZoneValue[],
  places: readonly Place[],
  lost: ReadonlySet<number>,
  from: number,
  to: number,
): Edge {
  let cost = NEVER;
  let values: ZoneValue[] = [];
  for (const value of writings) {
    const one = writtenCost([...value.written], places, lost, from, to);
    if (one > cost || one >= NEVER) continue;
    if (one < cost) values = [];
    cost = one;
    values.push(value);
  }
  return { to, cost, values };
}

/** The fewest places that contradict one writing; characters of it may fall where a stretch is lost. */
function writtenCost(
  written: readonly string[],
  places: readonly Place[],
  lost: ReadonlySet<number>,
  from: number,
  to: number,
): number {
  if (written.length < to - from) return NEVER;
  // costs[c]: with the first c characters behind, at the place that is looked at.
  let costs = new Uint8Array(written.length + 1).fill(NEVER);
  costs[0] = 0;
  for (let at = from; ; at++) {
    if (lost.has(at)) for (let c = 1; c <= written.length; c++) costs[c] = Math.min(costs[c]!, costs[c - 1]!);
    if (at === to) return costs[written.length]!;
    const next = new Uint8Array(written.length + 1).fill(NEVER);
    for (let c = 0; c < written.length; c++)
      next[c + 1] = Math.min(NEVER, costs[c]! + wrongAt(places[at]!, written[c]!));
    costs = next;
  }
}

/** 1 where a place can be none of these characters. A worn one may be what looks like it. */
export function wrongAt({ may, worn }: Place, characters: string): 0 | 1 {
  if (may === '') return 0;
  for (const one of may) {
    if (characters.includes(one)) return 0;
    if (worn && [...alikeOf(one)].some((other) => characters.includes(other))) return 0;
  }
  return 1;
}
