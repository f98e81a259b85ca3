/**
 * How words are compared: folded to lower case without accents, Arabic letter variants or punctuation, so that
 * `N° de Série`, `NUMERO_DE_SERIE` and `numero de serie` are one. Folding is for understanding only: what a register
 * wrote is kept as written elsewhere. What could go wrong: two different words folding to one; the word lists are
 * folded by this same function, so they meet on equal terms.
 */

const ASCII = /^[\x20-\x7e]*$/;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const ASCII_NOT_WORD = /[^a-z0-9]+/g;

/** The longest text whose understanding is remembered; longer ones are worked out each time. */
const REMEMBERED_TEXT_CHARACTERS = 200;

/** The text in lower case, without accents and punctuation, its words parted by one space. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(ASCII_NOT_WORD, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]+/gu, '')
    .toLowerCase()
    .replace(/ة/g, 'ه')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0)! & 0xff) % 16))
    .replace(NOT_WORD, ' ')
    .trim();
}

/** Folds a heading or a name typed by a programmer: `weaponSerial_no` becomes `weapon serial no`. */
export function foldHeading(text: string): string {
  return fold(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

/** Remembers up to `limit` answers of a pure function; when full, all are forgotten and it starts anew. */
export function remember<Value>(limit: number, answer: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = answer(text);
    if (text.length > REMEMBERED_TEXT_CHARACTERS) return value;
    if (known.size >= limit) known.clear();
    known.set(text, { value });
    return value;
  };
}

/** A phrase list: `key: 'phrase|phrase'` turned into folded phrase -> key; the first key to name a phrase keeps it. */
export function phraseMap<Key extends string>(
  lists: Readonly<Partial<Record<Key, string>>>,
): Map<string, Key> {
  const map = new Map<string, Key>();
  for (const key of Object.keys(lists) as Key[]) {
    for (const phrase of lists[key]!.split('|')) {
      const folded = fold(phrase);
      if (folded !== '' && !map.has(folded)) map.set(folded, key);
    }
  }
  return map;
}

/** The longest run of whole words (at most `words`) of a folded text that a phrase list knows; earlier wins a tie. */
export function findPhrase<Value>(
  folded: string,
  phrases: ReadonlyMap<string, Value>,
  words = 5,
): { value: Value; phrase: string } | undefined {
  const whole = phrases.get(folded);
  if (whole !== undefined) return { value: whole, phrase: folded };
  const tokens = folded.split(' ', 40);
  for (let length = Math.min(words, tokens.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const phrase = tokens.slice(start, start + length).join(' ');
      const value = phrases.get(phrase);
      if (value !== undefined) return { value, phrase };
    }
  }
  return undefined;
}

/** Control, zero-width and bidirectional characters, which the eye does not see; tab and line ends are not among them. */
export const UNSEEN_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** The alphabet a text's letters belong to. */
export function findScript(
  text: string,
): 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'mixed' | 'other' | 'none' {
  if (ASCII.test(text)) return /[A-Za-z]/.test(text) ? 'latin' : 'none';
  const seen: ('latin' | 'cyrillic' | 'greek' | 'arabic' | 'other')[] = [];
  if (/\p{Script=Latin}/u.test(text.replace(/[ªº]/g, ''))) seen.push('latin');
  if (/\p{Script=Cyrillic}/u.test(text)) seen.push('cyrillic');
  if (/\p{Script=Greek}/u.test(text)) seen.push('greek');
  if (/\p{Script=Arabic}|[٠-٩۰-۹]/u.test(text)) seen.push('arabic');
  if (/(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}])\p{L}/u.test(text))
    seen.push('other');
  return seen.length > 1 ? 'mixed' : (seen[0] ?? 'none');
}
