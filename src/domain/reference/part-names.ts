/**
 * Names by which a maker goes inside its own: without what stands in brackets, either side of a bar, the word by which it is
 * mostly called ("Beretta"), and a last word behind an initial ("S. Wesson").
 */
import { fold } from '../base/text.ts';
import type { Maker } from './entry.ts';

/** A word tells a maker from others where it stands in its code, in several of its names, and in those of few others. */
const NAMES_MIN = 2;
const MAKERS_MAX = 3;
const LETTERS_MIN = 4;

/** Makes what tells the part names of a maker of these. */
export function partNamesOf(makers: Iterable<Maker>): (maker: Maker) => readonly string[] {
  const among = new Map<string, number>();
  for (const maker of makers)
    for (const word of new Set(wordsOf(maker))) among.set(word, (among.get(word) ?? 0) + 1);
  return (maker) => {
    const own = Map.groupBy(wordsOf(maker), (word) => word);
    const isTelling = (word: string): boolean =>
      word.length >= LETTERS_MIN &&
      maker.code.split('-').includes(word) &&
      (own.get(word)?.length ?? 0) >= NAMES_MIN &&
      among.get(word)! <= MAKERS_MAX;
    const bare = maker.name.replace(/\([^)]*\)/g, ' ').trim();
    const words = fold(bare).split(' ');
    const [first, last] = words;
    const [called] = maker.code.split('-');
    return [
      bare,
      ...bare.split(' / '),
      ...(words.length === 2 && isTelling(last!) ? [`${first![0]}. ${last}`] : []),
      ...(isTelling(called!) ? [called!] : []),
    ];
  };
}

/** The words of each of a maker's names, once for each name in which they stand. */
function wordsOf({ name, aliases }: Maker): readonly string[] {
  return [name, ...aliases.map(({ text }) => text)].flatMap((one) => [...new Set(fold(one).split(' '))]);
}
