/**
 * What looks alike on worn metal or in a hurried hand, also across scripts: 0 and O before all, then B and 8, 1 and I, C and
 * G, 2 and Z, and letters of other scripts that are the same strokes. It says what may be meant, and changes nothing that
 * was read.
 *
 * @clause A-10
 */

/** Characters that are taken for each other; one may stand in several groups. */
const ALIKE_GROUPS = [
  'O0QDОΟ',
  'I1LJІ',
  'Z27',
  'S5Ѕ',
  'B8ВΒ',
  'G6C',
  'A4АΑ',
  'UV',
  'MN',
  'EЕΕ',
  'KКΚ',
  'MМΜ',
  'HНΗ',
  'PРΡ',
  'CС',
  'TТΤ',
  'XХΧ',
  'YУΥ',
  '3З8',
  '9G',
];
const ALIKE = new Map<string, string>();
for (const group of ALIKE_GROUPS) {
  const all = [...group];
  for (const one of all) ALIKE.set(one, `${ALIKE.get(one) ?? ''}${all.filter((it) => it !== one).join('')}`);
}

/** The characters that one is taken for. */
export function alikeOf(character: string): string {
  return ALIKE.get(character) ?? '';
}
