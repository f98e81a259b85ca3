/**
 * What a serial tells by the way in which its maker writes serials: which grammars it fits, the years, months and factory
 * that it may stand for, and, where it fits none, at which place it contradicts one and what could stand there: an O among
 * the digits is a 0. It says what may be, not what is: a serial that fits several grammars has all of them told.
 *
 * @clause A-12, B-08
 */
import type { ArmClass } from '../arms/classification.ts';
import { alikeOf } from '../marks/look-alike.ts';
import { formatReading, type Reading } from '../marks/reading.ts';
import { type SerialGrammar, tellsYears, type ZoneMeaning } from './serial-grammar.ts';
import { type Aligned, alignZones, type Span, WRONG_MAX, wrongAt } from './zone-alignment.ts';

/** By what grammars are chosen; what is not known chooses nothing. */
export type SerialOf = {
  readonly maker?: string | undefined;
  readonly class?: ArmClass | undefined;
  readonly model?: string | undefined;
};

/** A zone as it stands in the reading; `written` only where it can stand nowhere else. */
export type ZoneRead = { readonly means: ZoneMeaning; readonly written?: string };

export type SerialTold = {
  readonly grammar: SerialGrammar;
  /** All years that it may stand for; none where the grammar or the reading tells no year. */
  readonly years: readonly number[];
  readonly months: readonly number[];
  readonly factory?: string;
  readonly zones: readonly ZoneRead[];
};

/** A place that contradicts a grammar. Places are counted from 1. */
export type WrongPlace = {
  readonly place: number;
  readonly stands: string;
  /** What the grammar lets stand there. */
  readonly could: string;
  /** Of these, what looks like the character that was read. */
  readonly alike: string;
};

export type DecodedSerial = {
  readonly fits: readonly SerialTold[];
  /** Where nothing fits: the grammars that the fewest places contradict. */
  readonly misfits: readonly (SerialTold & { readonly wrong: readonly WrongPlace[] })[];
};

/** Named limit: grammars told that nearly fit; and the places that must agree for each that does not. */
const MISFITS_MAX = 5;
const AGREE_FOR_EACH = 3;

/** Decodes a reading by the grammars that may be meant. */
export function decodeSerial(
  grammars: readonly SerialGrammar[],
  reading: Reading,
  of: SerialOf = {},
): DecodedSerial {
  const known = reading.places.filter(({ may }) => may !== '').length;
  if (known === 0) return { fits: [], misfits: [] };
  const laid = grammars
    .filter((grammar) => isMeant(grammar, of))
    .map((grammar) => ({ grammar, aligned: alignZones(grammar, reading) }))
    .filter((one): one is { grammar: SerialGrammar; aligned: Aligned } => one.aligned !== undefined)
    .sort((a, b) => Number(tellsYears(b.grammar)) - Number(tellsYears(a.grammar)));
  const fits = laid.filter(({ aligned }) => aligned.wrong === 0);
  if (fits.length > 0)
    return { fits: fits.map(({ grammar, aligned }) => toldBy(grammar, aligned, reading)), misfits: [] };
  const near = laid.filter(({ aligned }) => known - aligned.wrong >= AGREE_FOR_EACH * aligned.wrong);
  const least = Math.min(WRONG_MAX, ...near.map(({ aligned }) => aligned.wrong));
  return {
    fits: [],
    misfits: near
      .filter(({ aligned }) => aligned.wrong === least)
      .slice(0, MISFITS_MAX)
      .map(({ grammar, aligned }) => ({
        ...toldBy(grammar, aligned, reading),
        wrong: aligned.way.flatMap((span) => wrongIn(span, reading)),
      })),
  };
}

/** True where a grammar may be that of an arm; a class that is not known leaves all. */
function isMeant({ maker, classes, models }: SerialGrammar, of: SerialOf): boolean {
  if (of.maker !== undefined && of.maker !== maker) return false;
  if (of.class !== undefined && of.class !== 'unknown' && !classes.includes(of.class)) return false;
  return of.model === undefined || models.length === 0 || models.includes(of.model);
}

function toldBy(grammar: SerialGrammar, { spans, way }: Aligned, reading: Reading): SerialTold {
  const factory = spansOf(spans, 'factory').filter(({ from, to }) => to > from);
  const written = factory.map((span) => writtenAt(span, reading));
  return {
    grammar,
    years: valuesOf(spans, 'year'),
    months: valuesOf(spans, 'month'),
    ...(new Set(written).size === 1 ? { factory: written[0]! } : {}),
    zones: way
      .filter(({ zone }) => zone.means !== 'separator')
      .map((span) => {
        const isOnly = spans.filter(({ zone }) => zone === span.zone).length === 1;
        const { means } = span.zone;
        return isOnly ? { means, written: writtenAt(span, reading) } : { means };
      }),
  };
}

/** What a code may stand for over all best ways; nothing where it may also be absent. */
function valuesOf(spans: readonly Span[], means: 'year' | 'month'): readonly number[] {
  const all = spansOf(spans, means);
  if (all.some(({ values }) => values.length === 0)) return [];
  const stands = all.flatMap(({ values }) => values.flatMap((value) => value.stands));
  return [...new Set(stands)].sort((a, b) => a - b);
}

function spansOf(spans: readonly Span[], means: ZoneMeaning): readonly Span[] {
  return spans.filter(({ zone }) => zone.means === means);
}

function writtenAt({ from, to }: Span, { places }: Reading): string {
  return formatReading({ places: places.slice(from, to), gaps: [] });
}

function wrongIn({ zone, from, to, values }: Span, { places }: Reading): readonly WrongPlace[] {
  const wrong: WrongPlace[] = [];
  for (let at = from; at < to; at++) {
    const place = places[at]!;
    const could = couldStand(zone.characters, values, at - from, to - from);
    if (wrongAt(place, could) === 0) continue;
    const alike = [...could].filter((one) => [...place.may].some((it) => alikeOf(it).includes(one)));
    wrong.push({ place: at + 1, stands: place.may, could, alike: alike.join('') });
  }
  return wrong;
}

/** The characters of a place of a zone: of a code, those of the writings that the other places leave. */
function couldStand(characters: string, values: Span['values'], at: number, places: number): string {
  const whole = values.filter(({ written }) => [...written].length === places);
  if (whole.length === 0) return characters;
  return [...new Set(whole.map(({ written }) => [...written][at]!))].join('');
}
