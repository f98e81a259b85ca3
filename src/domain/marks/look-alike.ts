/**
 * What looks alike on worn metal: every character stands for a class, and a serial folds to one byte for each of its places,
 * so that all serials that an eye may take for each other share one key or differ where they truly differ. The fold keeps
 * the length and the order of places; it finds, and never replaces what was read.
 *
 * The classes were drawn from confusions counted in examinations (0 and O before all, then B and D, 1 and I, C and G, 8 and
 * B, 2 and Z) and from letters of other scripts that are the same strokes.
 *
 * @clause A-10
 */

/** Each class by the byte that stands for it, with the characters that belong to it. */
const CLASSES: Readonly<Record<string, string>> = {
  '0': '0OQDОΟØ',
  '1': '1IL7ІΙЇ',
  '2': '2ZΖ',
  '3': '3ЗЭ',
  '4': '4AАΑЧ',
  '5': '5SЅ',
  '6': '6GCСБ',
  '8': '8BВΒ',
  '9': '9',
  E: 'EЕΕЁЄ',
  F: 'FФΦ',
  H: 'HНΗ',
  J: 'JЈ',
  K: 'KКΚЌ',
  M: 'MWМΜШЩ',
  N: 'NΝИЙ',
  P: 'PРΡ',
  R: 'RЯ',
  T: 'TТΤ',
  U: 'UVЦ',
  X: 'XХΧЖ',
  Y: 'YУΥЎ',
  g: 'ГΓЃ',
  d: 'ДΔ',
  l: 'ЛΛ',
  p: 'ПΠ',
  o: 'ЪЬЫ',
  y: 'Ю',
  t: 'ΘЂЋ',
  s: 'ΣΞ',
  w: 'ΩΨ',
};

/** What stands for a place of which nothing is known. */
export const ANY = '?';
/** What stands for a character of no class: rare letters of other scripts. */
const OTHER = '~';

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CLASSES).flatMap(([byte, members]) => [...members].map((one) => [one, byte] as const)),
);

/** The bytes that stand for classes, in the order of their codes. */
export const CLASS_BYTES: readonly string[] = [...Object.keys(CLASSES), OTHER].sort();

/** The byte of a character, in capitals. */
export function classOf(character: string): string {
  return CLASS_OF.get(character) ?? OTHER;
}

/** One byte for each place of a text in capitals without separators. */
export function foldSerial(text: string): string {
  let folded = '';
  for (const character of text) folded += character === ANY ? ANY : classOf(character);
  return folded;
}

/** True where two characters may be taken for each other. */
export function looksAlike(a: string, b: string): boolean {
  return a !== b && classOf(a) === classOf(b) && classOf(a) !== OTHER;
}
