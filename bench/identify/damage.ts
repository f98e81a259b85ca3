/**
 * What happens to a number between the metal and the paper, thrown by dice. The tables of what is taken for what and the
 * rates are of this file's own and differ from the weights of the program, which shall be measured and not mirrored.
 */
import type { Dice } from '../../src/doors/demo/random.ts';

/** What each character is taken for, the first most often. Some pairs the program does not know as alike. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  '0': 'OOOODQ6',
  '1': 'II7LJ',
  '2': 'ZZ7',
  '3': '88B5',
  '4': 'A9',
  '5': 'SS6',
  '6': 'GG8C',
  '7': '1TZ',
  '8': 'BB3S',
  '9': '4G',
  A: '4',
  B: '88DR',
  C: 'GGO',
  D: '00O',
  E: 'FB',
  F: 'EP',
  G: '6CC',
  H: 'NM',
  I: '11L',
  J: 'IL',
  K: 'XH',
  L: '1IJ',
  M: 'NHW',
  N: 'MH',
  O: '0000QD',
  P: 'RF',
  Q: 'OO0',
  R: 'PB',
  S: '555',
  T: '7Y',
  U: 'VV',
  V: 'UUY',
  W: 'M',
  X: 'K',
  Y: 'VX',
  Z: '222',
  А: 'AA4',
  Б: '6',
  В: 'BB8',
  Г: 'T',
  Д: 'Л',
  Е: 'EE',
  Ж: 'X',
  З: '33',
  И: 'НN',
  К: 'KK',
  Л: 'П',
  М: 'MM',
  Н: 'HH',
  О: 'OO0',
  П: 'Н',
  Р: 'PP',
  С: 'CC',
  Т: 'TT',
  У: 'YY',
  Ф: '0',
  Х: 'XX',
  Ц: 'U',
  Ч: '4',
  Ш: 'Щ',
};

const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CYRILLIC = 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШ';
const DIGITS = '0123456789';

const isDigit = (character: string): boolean => DIGITS.includes(character);
const isLetter = (character: string): boolean => LATIN.includes(character) || CYRILLIC.includes(character);

/** The characters that stand on the arm, without what parts them. */
export const charactersOf = (serial: string): readonly string[] =>
  [...serial].filter((one) => isDigit(one) || isLetter(one));

type Characters = readonly string[];

const replaced = (all: Characters, at: number, count: number, ...by: readonly string[]): string[] => [
  ...all.slice(0, at),
  ...by,
  ...all.slice(at + count),
];

/** One character as another that looks like it; all Latin where a Cyrillic number was typed on a Latin keyboard. */
export function alike(dice: Dice, all: Characters): Characters {
  const cyrillic = all.filter((one) => CYRILLIC.includes(one));
  const isTypable = cyrillic.length > 0 && cyrillic.every((one) => 'АВЕКМНОРСТУХ'.includes(one));
  if (isTypable && dice.chance(0.5))
    return all.map((one) => (CYRILLIC.includes(one) ? TAKEN_FOR[one]![0]! : one));
  const places = all.flatMap((one, at) => (one in TAKEN_FOR ? [at] : []));
  const at = dice.pick(places);
  return replaced(all, at, 1, dice.pick([...TAKEN_FOR[all[at]!]!]));
}

/** Rates of the kinds of one edit, told beside every result. */
export const EDIT_SHARES = {
  replaced: 0.4,
  lost: 0.25,
  added: 0.2,
  swapped: 0.15,
  replacedByItsKind: 0.85,
  replacedByWhatLooksAlike: 0.1,
  replacedByAny: 0.05,
  addedTwice: 0.4,
  addedOfTheKindBeside: 0.5,
  addedAny: 0.1,
} as const;

/** One character replaced, lost, added, or swapped with the next. */
export function edited(dice: Dice, all: Characters): Characters {
  const kind = dice.weigh([
    ['replaced', EDIT_SHARES.replaced],
    ['lost', EDIT_SHARES.lost],
    ['added', EDIT_SHARES.added],
    ['swapped', EDIT_SHARES.swapped],
  ]);
  const at = dice.int(all.length);
  if (kind === 'replaced') return replaced(all, at, 1, anotherFor(dice, all[at]!));
  if (kind === 'lost') return replaced(all, at, 1);
  if (kind === 'added') return replaced(all, at + 1, 0, addedAfter(dice, all[at]!));
  const places = all.flatMap((one, n) => (n + 1 < all.length && one !== all[n + 1] ? [n] : []));
  if (places.length === 0) return replaced(all, at, 1);
  const swap = dice.pick(places);
  return replaced(all, swap, 2, all[swap + 1]!, all[swap]!);
}

function anotherFor(dice: Dice, character: string): string {
  const from = dice.weigh([
    [kindOf(character), EDIT_SHARES.replacedByItsKind],
    [TAKEN_FOR[character] ?? DIGITS, EDIT_SHARES.replacedByWhatLooksAlike],
    [DIGITS + LATIN, EDIT_SHARES.replacedByAny],
  ]);
  return dice.pick([...from].filter((one) => one !== character));
}

function addedAfter(dice: Dice, character: string): string {
  return dice.pick([
    ...dice.weigh([
      [character, EDIT_SHARES.addedTwice],
      [kindOf(character), EDIT_SHARES.addedOfTheKindBeside],
      [DIGITS + LATIN, EDIT_SHARES.addedAny],
    ]),
  ]);
}

const kindOf = (character: string): string =>
  isDigit(character) ? DIGITS : CYRILLIC.includes(character) ? CYRILLIC : LATIN;

/** One to three places that cannot be read. */
export function unknown(dice: Dice, all: Characters): Characters {
  const many = Math.min(dice.from(1, 3), all.length - 2);
  const places = new Set<number>();
  while (places.size < many) places.add(dice.int(all.length));
  return all.map((one, at) => (places.has(at) ? '?' : one));
}

/** One to three characters gone at an end; the sign of it stands there, or nothing does. */
export function lost(dice: Dice, all: Characters, sign: '…' | ''): Characters {
  const many = Math.min(dice.from(1, 3), all.length - 3);
  return dice.chance(0.5) ? [sign, ...all.slice(many)] : [...all.slice(0, all.length - many), sign];
}

/** The first two letters that stand side by side and differ, swapped; undefined where there are none. */
export function prefixSwapped(dice: Dice, all: Characters): Characters | undefined {
  const places = all.flatMap((one, at) => {
    const next = all[at + 1];
    return next !== undefined && isLetter(one) && isLetter(next) && one !== next ? [at] : [];
  });
  if (places.length === 0) return undefined;
  const at = dice.pick(places);
  return replaced(all, at, 2, all[at + 1]!, all[at]!);
}

/** Without the letter before all, or without the first zero behind the letters or before all; undefined where there is neither. */
export function leadingLost(dice: Dice, all: Characters): Characters | undefined {
  const zero = all.findIndex((one, at) => one === '0' && (at === 0 || isLetter(all[at - 1]!)));
  const places = [...(isLetter(all[0]!) ? [0] : []), ...(zero >= 0 ? [zero] : [])];
  return places.length === 0 ? undefined : replaced(all, dice.pick(places), 1);
}

/** Parted, in small letters, behind a word for number, or in digits of another script. */
export function punctuated(dice: Dice, all: Characters): string {
  const mark = dice.pick([' ', '-', '.', '/', ' - ']);
  const parted = all.map((one, at) => (at > 0 && dice.chance(0.25) ? mark + one : one)).join('');
  const shown = parted === all.join('') ? `${all[0]}${mark}${all.slice(1).join('')}` : parted;
  return dice.weigh([
    [shown, 5],
    [shown.toLowerCase(), 3],
    [shown.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))), 1],
  ]);
}

/** Chances of what happens to a number that an officer writes down, character by character or once a number. */
export const NATURAL_RATES = {
  zeroForO: 0.03,
  alike: 0.007,
  replaced: 0.003,
  lost: 0.002,
  added: 0.0012,
  swapped: 0.0014,
  leadingLost: 0.02,
  unknownPlaces: 0.1,
  lostEndMarked: 0.06,
  lostEndUnmarked: 0.02,
} as const;

/** A number as it would come in: every kind of damage at its rate, all rates times a factor. */
export function naturally(dice: Dice, serial: readonly string[], factor: number): readonly string[] {
  const happens = (name: keyof typeof NATURAL_RATES): boolean => dice.chance(NATURAL_RATES[name] * factor);
  let read: string[] = [];
  for (const one of serial) {
    if (happens('lost')) continue;
    if ((one === '0' || one === 'O') && happens('zeroForO')) read.push(one === '0' ? 'O' : '0');
    else if (happens('alike')) read.push(dice.pick([...(TAKEN_FOR[one] ?? DIGITS)]));
    else if (happens('replaced')) read.push(anotherFor(dice, one));
    else read.push(one);
    if (happens('added')) read.push(addedAfter(dice, one));
    const { length } = read;
    if (length > 1 && happens('swapped')) read.push(...read.splice(length - 2, 2).reverse());
  }
  if (read.length < 4) return serial;
  if (happens('leadingLost')) read = [...(leadingLost(dice, read) ?? read)];
  if (happens('unknownPlaces')) read = [...unknown(dice, read)];
  if (happens('lostEndMarked')) read = [...lost(dice, read, '…')];
  else if (happens('lostEndUnmarked')) read = [...lost(dice, read, '')];
  return read;
}
