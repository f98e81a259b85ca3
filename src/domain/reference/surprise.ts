/**
 * How much of a surprise each letter of a typed text is where no name of the table is meant: little where many names go on
 * so ("arms", "manufacturing"), much where none does. A letter is told from the three before it. What stands in the names of
 * one entry alone counts for nothing, so that no name is made common by standing in the table itself.
 *
 * Symbols as in docs/theory-of-matching.md: h(j) is the surprise of the letter at place j in bits.
 */

/** The most that one letter can be a surprise: as one of 27 that are equally often met. */
export const LETTER_BITS = Math.log2(27);
/** Letters before one from which it is told. */
const TOLD_BY = 3;

/** The surprise of each letter of a text that is folded into words, in their order, without what parts them. */
export type Surprise = (written: string) => Float64Array;

/** What was met behind a few letters: entries by how they go on, all together, and ways to go on. */
type Met = { readonly entries: Map<string, number>; all: number };

/** Tells surprises among the names of these entries, written as the texts are that will be asked; learns when first asked. */
export function surpriseAmong(entries: () => Iterable<readonly string[]>): Surprise {
  let behind: ReadonlyMap<string, Met> | undefined;
  return (written) => {
    behind ??= learn(entries());
    const known = behind;
    return Float64Array.from(lettersOf(written), ({ before, letter }) => {
      let likely = 2 ** -LETTER_BITS;
      // What little stands before is known well and tells little; what more stands before tells what is left.
      for (let from = before.length; from >= 0; from--) {
        const met = known.get(before.slice(from));
        if (!met) break;
        const others = Math.max(0, (met.entries.get(letter) ?? 0) - 1);
        likely = (others + met.entries.size * likely) / met.all;
      }
      return Math.min(LETTER_BITS, -Math.log2(likely));
    });
  };
}

function learn(entries: Iterable<readonly string[]>): ReadonlyMap<string, Met> {
  const behind = new Map<string, Met>();
  for (const names of entries) {
    const steps = new Set<string>();
    for (const name of names)
      for (const { before, letter } of lettersOf(name))
        for (let from = 0; from <= before.length; from++) steps.add(before.slice(from) + letter);
    for (const step of steps) count(behind, step.slice(0, -1), step.slice(-1));
  }
  return behind;
}

/** Each letter of a text with what stands before it, where its words begin by a blank. */
function lettersOf(written: string): readonly { readonly before: string; readonly letter: string }[] {
  const spaced = ` ${written}`;
  const letters = [];
  for (let at = 1; at < spaced.length; at++)
    if (spaced[at] !== ' ')
      letters.push({ before: spaced.slice(Math.max(0, at - TOLD_BY), at), letter: spaced[at]! });
  return letters;
}

function count(behind: Map<string, Met>, before: string, letter: string): void {
  const met = behind.get(before) ?? { entries: new Map<string, number>(), all: 0 };
  met.entries.set(letter, (met.entries.get(letter) ?? 0) + 1);
  met.all++;
  behind.set(before, met);
}
