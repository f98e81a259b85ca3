/**
 * Sees what a spreadsheet did to a calibre or a model on its way here: 12/70 turned into December 1970, .40 into 0.4,
 * 5.56 into 0.55600000000000005, 24/7 into a day of July. The words stay as they came; beside them stands what was
 * probably typed, where only one thing can have been.
 */

import { remember } from '../base/text.ts';
import { formatDayNumber } from './dates.ts';
import type { CellKind, Damage } from './understood.ts';

export type SpreadsheetDamage = { readonly damage?: Damage; readonly understood?: string };

const NOTHING: SpreadsheetDamage = {};
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/;
/** Day numbers of 2000 to 2064: no calibre is a five-digit number. */
const DAY_NUMBER = /^[2-5]\d{4}(?:\.0+)?$/;
const EXPONENT = /^\d(?:[.,]\d+)?E\+?\d+$/i;

/** Calibres that were typed with a leading point or as a metric number and came back as a fraction of one. */
const FRACTIONS = new Map([
  ['0.4', '.40'],
  ['0.22', '.22'],
  ['0.25', '.25'],
  ['0.3', '.30'],
  ['0.308', '.308'],
  ['0.32', '.32'],
  ['0.357', '.357'],
  ['0.44', '.44'],
  ['0.45', '.45'],
  ['0.5', '.50'],
  ['0.223', '.223'],
  ['0.338', '.338'],
  ['0.556', '5.56'],
  ['0.762', '7.62'],
  ['0.765', '7.65'],
  ['0.635', '6.35'],
  ['0.9', '9'],
]);

const seeText = remember(5_000, (text) => seeDamage(text));

/** What happened to a calibre cell; `0.38` gives no offer, for .38 and .380 both become it. */
export function seeCalibreDamage(text: string, kind: CellKind): SpreadsheetDamage {
  return kind === 'date' ? (fromDay(text) ?? { damage: 'date-for-calibre' }) : seeText(text);
}

function seeDamage(text: string): SpreadsheetDamage {
  const day = fromDay(text) ?? (DAY_NUMBER.test(text) ? fromDay(formatDayNumber(Number(text))) : undefined);
  if (day) return day;
  if (EXPONENT.test(text)) return { damage: 'exponent' };
  if (/^0?[.,]\d+$/.test(text) && text.startsWith('0')) return fromFraction(text.replace(',', '.'));
  if (/^\d+\.0+$/.test(text)) return { damage: 'calibre-as-number', understood: text.split('.')[0]! };
  if (/^\d+\.\d{9,}$/.test(text)) return { damage: 'calibre-as-number', understood: rounded(text) };
  return NOTHING;
}

function fromFraction(text: string): SpreadsheetDamage {
  // A hand that typed three places (0.380) kept the zero; a spreadsheet would have dropped it.
  if (/^0\.\d{2}0$/.test(text)) return { damage: 'calibre-as-number', understood: text.slice(1) };
  const understood = FRACTIONS.get(rounded(text));
  return { damage: 'calibre-as-number', ...(understood === undefined ? {} : { understood }) };
}

function rounded(text: string): string {
  return String(Number(Number(text).toPrecision(10)));
}

/** A day stands where "month/two-digit year" or "day/month" was typed: 12/70 is a gauge and a chamber length. */
function fromDay(text: string): SpreadsheetDamage | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  if (day === '01' && year! < '2000')
    return { damage: 'date-for-calibre', understood: `${Number(month)}/${year!.slice(2)}` };
  return { damage: 'date-for-calibre' };
}

/** What happened to a model cell: a day stands where "day/month" was typed, as in 24/7. */
export function seeModelDamage(text: string, kind: CellKind): SpreadsheetDamage {
  const match = ISO_DAY.exec(text);
  if (!match) return kind === 'date' ? { damage: 'date-for-calibre' } : NOTHING;
  const [, year, month, day] = match;
  const understood = year! < '2000' ? undefined : `${Number(day)}/${Number(month)}`;
  return { damage: 'date-for-calibre', ...(understood === undefined ? {} : { understood }) };
}
