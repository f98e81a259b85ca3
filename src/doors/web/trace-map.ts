/**
 * Where a trace went on earth, as a small drawing made on the server: the countries of the trace with their names, and the hops
 * between them. Outlines are coarse (1:110 million, public domain) and take no side in a dispute over borders.
 *
 * What could go wrong: an invented State, or one too small for these outlines. It has no place here, and that is said.
 */
import { readFileSync } from 'node:fs';
import { type GeoPermissibleObjects, geoArea, geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import { html } from 'hono/html';
import { feature } from 'topojson-client';
import type { TraceView } from '../../acts/trace-view-output.ts';
import { findCountry } from '../../domain/intake/countries.ts';
import { type Html, inSentence } from './text.ts';
import { waysOf } from './trace-layout.ts';
import { countriesSaid, countryName, textsOf } from './trace-told.ts';
import type { Visit } from './visit.ts';

const WIDTH = 520;
const HEIGHT = 300;
const PAD = 36;
/** How near the map goes at most, so that neighbours are seen. */
const SCALE_MAX = 900;

type Shapes = {
  readonly land: GeoPermissibleObjects;
  readonly countries: ReadonlyMap<string, GeoPermissibleObjects>;
};

let shapes: Shapes | undefined;

/** Names of the outlines that are abbreviated there. */
const SHORT: Readonly<Record<string, string>> = {
  'Dem. Rep. Congo': 'CD',
  'Central African Rep.': 'CF',
  'Dominican Rep.': 'DO',
  'Eq. Guinea': 'GQ',
  eSwatini: 'SZ',
  'S. Sudan': 'SS',
  'W. Sahara': 'EH',
  'Bosnia and Herz.': 'BA',
  'Solomon Is.': 'SB',
  'Falkland Is.': 'FK',
  Macedonia: 'MK',
  Congo: 'CG',
};

/** Parts of a country that are much smaller than its largest lie far from it as often as not; they do not decide where it is. */
const PART_MIN = 0.2;

/** The large parts of a country alone. */
function mainland(shape: GeoPermissibleObjects): GeoPermissibleObjects {
  const geometry = 'geometry' in shape ? shape.geometry : shape;
  if (geometry?.type !== 'MultiPolygon') return shape;
  const { coordinates: polygons } = geometry as { readonly coordinates: number[][][][] };
  const parts = polygons.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const largest = Math.max(...parts.map((part) => geoArea(part)));
  return {
    type: 'GeometryCollection',
    geometries: parts.filter((part) => geoArea(part) >= largest * PART_MIN),
  };
}

type Topology = Parameters<typeof feature>[0];
type Named = { readonly properties: { readonly name?: string } | null };

/** The outlines, read when the first map is drawn. */
function readShapes(): Shapes {
  const file = new URL(import.meta.resolve('world-atlas/countries-110m.json'));
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const { land, countries } = topology.objects as Record<string, Parameters<typeof feature>[1]>;
  const all = feature(topology, countries!) as unknown as {
    readonly features: readonly (GeoPermissibleObjects & Named)[];
  };
  const named = all.features.flatMap((one): [string, GeoPermissibleObjects][] => {
    const name = one.properties?.name ?? '';
    const country = SHORT[name] ?? findCountry(name);
    return country === undefined ? [] : [[country, one]];
  });
  return { land: feature(topology, land!) as GeoPermissibleObjects, countries: new Map(named) };
}

/** The map, or the sentence on why there is none. */
export function traceMap(visit: Visit, view: TraceView, own: string): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  shapes ??= readShapes();
  const { countries, land } = shapes;
  const { places, way, asking } = waysOf(view, own);
  const known = places.filter((country) => countries.has(country));
  const lost = places.filter((country) => country !== '' && !countries.has(country));
  if (known.length === 0) return html`<p class="quiet">${texts.noMap}</p>`;
  const shown = known.map((country) => countries.get(country)!);
  const projection = geoNaturalEarth1().fitExtent(
    [
      [PAD, PAD],
      [WIDTH - PAD, HEIGHT - PAD],
    ],
    {
      type: 'GeometryCollection',
      geometries: shown.map((one) => mainland(one)).map((one) => ('geometry' in one ? one.geometry : one)),
    } as GeoPermissibleObjects,
  );
  if (projection.scale() > SCALE_MAX) {
    const [longitude, latitude] = geoCentroid(mainland(shown[0]!));
    projection
      .scale(SCALE_MAX)
      .center([longitude, latitude])
      .translate([WIDTH / 2, HEIGHT / 2]);
  }
  projection.clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
  const path = geoPath(projection).digits(1);
  const at = (country: string) => projection(geoCentroid(mainland(countries.get(country)!))) ?? [0, 0];
  const hops = new Map(
    [...way, ...asking]
      .filter(({ from, to }) => from !== to && countries.has(from) && countries.has(to))
      .map((row) => [`${row.of} ${row.from} ${row.to}`, row]),
  );
  const lines = [...hops.values()].map(({ from, to, of }) => hop(at(from), at(to), of === 'message'));
  const names = known.map((country) => {
    const [x, y] = at(country);
    return html`<circle class="stop" cx="${round(x)}" cy="${round(y)}" r="4"/><text x="${round(x)}" y="${round(y) - 9}" text-anchor="middle">${inSentence(countryName(words, country))}</text>`;
  });
  const without =
    lost.length > 0 ? html`<p class="quiet">${texts.someNoMap(countriesSaid(words, lost))}</p>` : '';
  return html`<div class="map"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${texts.mapSays(countriesSaid(words, known))}"><path class="land" d="${path(land) ?? ''}"/>${shown.map((one) => html`<path class="country" d="${path(one) ?? ''}"/>`)}${lines}${names}</svg></div>${without}<p class="quiet small">${texts.scale}</p>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A hop as a curve, so that there and back do not lie on each other. */
function hop([x1, y1]: readonly number[], [x2, y2]: readonly number[], isSaid: boolean): Html {
  const [fromX, fromY, toX, toY] = [x1 ?? 0, y1 ?? 0, x2 ?? 0, y2 ?? 0];
  const bend = 0.18;
  const midX = (fromX + toX) / 2 - (toY - fromY) * bend;
  const midY = (fromY + toY) / 2 + (toX - fromX) * bend;
  return html`<path class="hop${isSaid ? ' said' : ''}" d="M${round(fromX)} ${round(fromY)}Q${round(midX)} ${round(midY)} ${round(toX)} ${round(toY)}"/>`;
}
