/**
 * What cannot be, going by the serial: made in another year than is stated, made after the arm was seen, or written in a way
 * in which its maker never wrote it then. A note for whoever looks at the arm, no contradiction of the record: the grammars
 * are leads that a State may change, so nothing folded from the ledger hangs on them.
 *
 * It is silent wherever the reading leaves a way out: a worn place may be any character, and a serial that also fits a
 * grammar without years, or one whose years are only a hint, may be of any year.
 *
 * @clause A-12, B-08
 */
import type { ArmClass } from '../arms/classification.ts';
import type { Happened } from '../base/happened.ts';
import { formatReading, type Reading } from '../marks/reading.ts';
import { decodeSerial, type SerialTold } from './decode-serial.ts';
import type { SerialGrammar } from './serial-grammar.ts';

/** What of an arm is held against its serial. */
export type SerialFacts = {
  /** Code of the maker. */
  readonly maker: string;
  readonly class: ArmClass;
  readonly serial: Reading;
  /** The year of making that is stated. */
  readonly year?: number | undefined;
  /** When the arm was certainly there: seen, sold, registered. */
  readonly seenOn?: Happened | undefined;
};

type Common = {
  readonly serial: string;
  /** Ids of the grammars by which it cannot be. */
  readonly grammars: readonly string[];
};
export type Impossible =
  | (Common & {
      readonly kind: 'other-year';
      readonly stated: number;
      readonly years: readonly number[];
    })
  | (Common & {
      readonly kind: 'made-later';
      /** Not made before this: 2021 or 2021-02. */
      readonly made: string;
      readonly seenOn: Happened;
    })
  | (Common & { readonly kind: 'never-so'; readonly stated: number });

/** What a row of a file shows where its serial cannot be. */
export type SerialDamage = `serial-${Impossible['kind']}`;

/** Years that an arm may be finished after its frame was numbered. */
const FINISHED_WITHIN = 1;

/** Everything that cannot be, going by the serial; nothing where that cannot be told. */
export function impossibleOf(
  grammars: readonly SerialGrammar[],
  { maker, class: kind, serial, year, seenOn }: SerialFacts,
): readonly Impossible[] {
  const ofMaker = grammars.filter((grammar) => grammar.maker === maker);
  if (ofMaker.length === 0 || serial.places.every(({ may }) => may === '')) return [];
  const sure: Reading = {
    gaps: serial.gaps,
    places: serial.places.map((place) => (place.worn ? { may: '' } : place)),
  };
  const written = formatReading(serial);
  const ofClass = decodeSerial(ofMaker, sure, { class: kind }).fits;
  // Examiners of one arm often differ in its class: another class of the maker is a way out too.
  const fits = ofClass.length > 0 ? ofClass : decodeSerial(ofMaker, sure).fits;
  if (fits.length === 0) return neverSo(ofMaker, kind, year, written);
  if (!fits.every(({ years, grammar }) => years.length > 0 && !grammar.hint)) return [];
  const common = { serial: written, grammars: fits.map(({ grammar }) => grammar.id) };
  const years = [...new Set(fits.flatMap((fit) => fit.years))].sort((a, b) => a - b);
  const found: Impossible[] = [];
  if (year !== undefined && !years.some((one) => year >= one && year <= one + FINISHED_WITHIN))
    found.push({ kind: 'other-year', ...common, stated: year, years });
  const made = fits.map(earliestMade).sort()[0]!;
  if (seenOn !== undefined && seenOn.length >= 4 && isAfter(made, seenOn))
    found.push({ kind: 'made-later', ...common, made, seenOn });
  return found;
}

function neverSo(
  grammars: readonly SerialGrammar[],
  kind: ArmClass,
  year: number | undefined,
  serial: string,
): readonly Impossible[] {
  if (year === undefined) return [];
  const strict = grammars.filter(
    ({ strict, classes, from, to }) =>
      strict &&
      classes.includes(kind) &&
      from !== undefined &&
      year >= from &&
      (to === undefined || year <= to),
  );
  if (strict.length === 0) return [];
  return [{ kind: 'never-so', serial, grammars: strict.map(({ id }) => id), stated: year }];
}

/** The earliest that a serial may stand for, as 2021-02, or 2021 where no month is told. */
function earliestMade({ years, months }: SerialTold): string {
  return months.length === 0 ? `${years[0]!}` : `${years[0]!}-${String(months[0]!).padStart(2, '0')}`;
}

/** True where the first surely comes after the second, each as exactly as it is known. */
function isAfter(made: string, seen: string): boolean {
  const exact = Math.min(made.length, seen.length, 7);
  return made.slice(0, exact) > seen.slice(0, exact);
}
