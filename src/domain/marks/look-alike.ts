/**
 * What looks alike on worn metal or in a hurried hand, also across scripts. Every character stands for a class, and a mark
 * folds to one byte for each of its places, so that all marks which an eye may take for each other share one key. The fold
 * keeps the number and the order of places; it finds, and never replaces what was read.
 *
 * The classes part the characters: they hold what is taken for each other most (0 and O before all, B and 8, 1 and I, 6 and
 * G, 2 and Z) and letters of other scripts that are the same strokes. Beyond them stand pairs that look alike less often, or
 * of which each is met so often that one key for both would find too much.
 *
 * @clause A-10
 */
import { type Place, parseReading } from './reading.ts';

/** Each class by the byte that stands for it, with the characters that belong to it. */
const CLASSES: Readonly<Record<string, string>> = {
  '0': '0OQDОΟØ',
  '1': '1ILІΙЇ',
  '2': '2ZΖ',
  '3': '3ЗЭ',
  '4': '4AАΑЧ',
  '5': '5SЅ',
  '6': '6GCСБ',
  '7': '7',
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
/** Pairs that look alike beyond the classes. */
const MORE_PAIRS = ['17', '27', 'IJ', 'LJ', '1J', '38', '3B', '9G', 'BD', 'MN', 'HM', 'HN', 'PR', 'Б8', 'EF'];

/** What stands for a place of which nothing certain is known. */
export const ANY = '?';
/** What stands for a character of no class: rare letters of other scripts, and symbols. */
const OTHER = '~';

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CLASSES).flatMap(([byte, members]) => [...members].map((one) => [one, byte] as const)),
);

const ALIKE = new Map<string, string>();
for (const group of [...Object.values(CLASSES), ...MORE_PAIRS])
  for (const one of group)
    ALIKE.set(
      one,
      [...new Set([...(ALIKE.get(one) ?? ''), ...group])].filter((other) => other !== one).join(''),
    );

/** Bytes of classes that hold Latin letters or Western digits, and those of other scripts alone. */
export const COMMON_CLASSES = Object.keys(CLASSES).filter((byte) => /[0-9A-Z]/.test(byte));
export const RARE_CLASSES = [...Object.keys(CLASSES).filter((byte) => /[a-z]/.test(byte)), OTHER];

/** The byte of a character, in capitals. */
export function classOf(character: string): string {
  return CLASS_OF.get(character) ?? OTHER;
}

/** The characters that one is taken for. */
export function alikeOf(character: string): string {
  return ALIKE.get(character) ?? '';
}

/** The byte of a place: of its one character, or of anything. */
function byteOf({ may }: Place): string {
  return may === '' || [...may].length > 1 ? ANY : classOf(may);
}

const PLAIN = /^[A-Za-z0-9]*$/;
const PLAIN_BYTES: readonly string[] = Array.from({ length: 128 }, (_, code) =>
  classOf(String.fromCharCode(code).toUpperCase()),
);

/** One byte for each place of a mark as it was written; symbols alone fold to one byte for all of them. */
export function foldMark(text: string): string {
  if (PLAIN.test(text) && text.length <= FOLD_MAX) {
    let folded = '';
    for (let at = 0; at < text.length; at++) folded += PLAIN_BYTES[text.charCodeAt(at)]!;
    return folded;
  }
  const { places } = parseReading(text).reading;
  return places.length === 0 ? OTHER : places.map(byteOf).join('');
}

/** Named limit: places of a mark that are folded. */
export const FOLD_MAX = 40;
