/**
 * Rows of an old register as people kept it: serials that are words, sentences, several or half read; spellings without
 * end; what a spreadsheet program made of calibres and long numbers. The kinds and their rates follow what real registers
 * hold; every serial in it is of the demonstration.
 */
import {
  AMMUNITION,
  COUNTRY_SPELLINGS,
  NONE_WORDINGS,
  PLACEHOLDERS,
  REMARKS,
  REMOVED_WORDINGS,
  SENTENCES,
  TYPE_SPELLINGS,
  UNKNOWN_WORDS,
  WORN_WORDINGS,
} from './dirty-words.data.ts';
import type { Dice } from './random.ts';
import { formatSerial } from './serials.ts';
import { CALIBRE_SPELLINGS, type DemoMaker, MAKERS, TOWNS } from './words.data.ts';

/** A cell as a register holds it; a day stands as a date only in a workbook. */
export type DirtyCell = string | number | { readonly date: string };
export type DirtyRow = readonly DirtyCell[];

type SerialKind =
  | 'plain'
  | 'parted'
  | 'removed'
  | 'none'
  | 'worn'
  | 'blank'
  | 'placeholder'
  | 'partly'
  | 'sentence'
  | 'several'
  | 'zeros'
  | 'float';

/** In hundredths of a hundred rows; together ten thousand. */
const SERIAL_KINDS: readonly (readonly [SerialKind, number])[] = [
  ['plain', 6730],
  ['parted', 180],
  ['removed', 1670],
  ['none', 260],
  ['worn', 20],
  ['blank', 580],
  ['placeholder', 150],
  ['partly', 190],
  ['sentence', 150],
  ['several', 30],
  ['zeros', 30],
  ['float', 10],
];

/** Looked up by one throw, so that ten million rows do not take an hour. */
const SERIAL_BY_THROW: readonly SerialKind[] = SERIAL_KINDS.flatMap(([kind, share]) =>
  new Array<SerialKind>(share).fill(kind),
);

/** One row of twelve cells; `line` is its own number, `number` the one that its serial is made of. */
export function dirtyRow(dice: Dice, line: number, number: number): DirtyRow {
  const maker = dice.pick(MAKERS);
  const model = dice.pick(maker.models);
  const odd = dice.int(1000);
  if (odd < 10) return ammunition(dice, line);
  if (odd < 14) return counted(dice, line, maker);
  const makerText =
    odd < 120
      ? dice.pick(UNKNOWN_WORDS)
      : odd < 150
        ? `${dice.pick(maker.spellings)} ${model.name}`
        : dice.pick(maker.spellings);
  const modelText = odd % 3 === 0 ? dice.pick(UNKNOWN_WORDS) : model.name;
  const year = 1965 + dice.int(58);
  return [
    line,
    serialCell(dice, maker, number),
    makerText,
    modelText,
    calibreCell(dice, CALIBRE_SPELLINGS[model.calibre]),
    dice.pick(TYPE_SPELLINGS[model.class]!),
    dice.chance(0.7) ? dice.pick(COUNTRY_SPELLINGS[maker.country]!) : '',
    dice.chance(0.5) ? year : '',
    dice.chance(0.9) ? unitOf(dice) : '',
    dice.chance(0.6) ? `RP ${1 + dice.int(4000)}/${2006 + dice.int(20)}` : '',
    dateCell(dice),
    dice.chance(0.2) ? dice.pick(REMARKS) : '',
  ];
}

const UNITS = TOWNS.flatMap((town) => [`Commissariat de ${town}`, `Brigade ${town}`, `CIE GEND ${town}`]);
const unitOf = (dice: Dice): string => dice.pick(UNITS);

function ammunition(dice: Dice, line: number): DirtyRow {
  const how = dice.pick(AMMUNITION);
  return [line, '', '', '', '', how, '', '', unitOf(dice), '', dateCell(dice), `${dice.from(2, 400)} pièces`];
}

/** So many arms in one row, without a number: `O-47 × 40`. */
function counted(dice: Dice, line: number, maker: DemoMaker): DirtyRow {
  const model = dice.pick(maker.models);
  const many = `${model.name} × ${dice.from(2, 60)}`;
  const kind = dice.pick(TYPE_SPELLINGS[model.class]!);
  return [line, '', maker.name, many, model.calibre, kind, '', '', unitOf(dice), '', dateCell(dice), ''];
}

function serialCell(dice: Dice, maker: DemoMaker, number: number): DirtyCell {
  const serial = formatSerial({ prefix: maker.prefix, separator: '' }, number);
  const kind = SERIAL_BY_THROW[dice.int(SERIAL_BY_THROW.length)]!;
  if (kind === 'plain') return serial;
  if (kind === 'removed') return dice.pick(REMOVED_WORDINGS);
  if (kind === 'blank') return '';
  if (kind === 'none') return dice.pick(NONE_WORDINGS);
  if (kind === 'worn') return dice.pick(WORN_WORDINGS);
  if (kind === 'placeholder') return dice.pick(PLACEHOLDERS);
  if (kind === 'parted') return `${serial.slice(0, 2)}${dice.pick(['-', ' ', '.', '/'])}${serial.slice(2)}`;
  if (kind === 'sentence') return dice.pick(SENTENCES).replace('#', () => serial);
  if (kind === 'several') return `${serial}; ${formatSerial({ ...maker, separator: '' }, number + 1)}`;
  // What a spreadsheet program leaves of leading zeros and of a long number.
  if (kind === 'zeros') return Number(serial.slice(2));
  if (kind === 'float') return 1.7e27;
  const at = serial.length - 1 - dice.int(5);
  return `${serial.slice(0, at)}${dice.pick(['?', '*', 'X'])}${serial.slice(at + 1)}`;
}

function calibreCell(dice: Dice, spellings: readonly string[]): DirtyCell {
  const odd = dice.int(1000);
  if (odd < 3) return { date: '1970-12-01' };
  if (odd === 3) return 45_497;
  if (odd === 4) return 0.4;
  if (odd === 5) return '0.55600000000000005';
  return odd < 40 ? '' : dice.pick(spellings);
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

function dateCell(dice: Dice): DirtyCell {
  const [day, month, year] = [1 + dice.int(28), 1 + dice.int(12), 2006 + dice.int(20)];
  const way = dice.int(20);
  if (way < 12) return `${two(day)}/${two(month)}/${year}`;
  if (way < 17) return { date: `${year}-${two(month)}-${two(day)}` };
  if (way === 17) return `${day}.${month}.${year % 100}`;
  return way === 18 ? '' : String(year);
}
