/**
 * How folds are looked for by their two indexes, forwards and backwards: the end of a range of folds that begin alike, and
 * which way each of many folds goes. Folds that are alike stand on few pages of an index only where they differ late, so
 * those that differ early from the first are looked for from their end.
 */

/** Sorts behind every byte of a fold. */
export const LAST_BYTE = '\u007f';
/** Stands in no fold. */
const BETWEEN = ',';

/** Folds that go together, written as one text; `undefined` where there are none. */
export type Ways = { readonly forwards: string | undefined; readonly backwards: string | undefined };

/** Which of these folds are looked for from their beginning, and which from their end, written backwards. */
export function waysOf(folds: readonly string[]): Ways {
  const [first = ''] = folds;
  const [forwards, backwards]: [string[], string[]] = [[], []];
  for (const fold of folds) (isAlikeAhead(fold, first) ? forwards : backwards).push(fold);
  return {
    forwards: forwards.length > 0 ? forwards.join(BETWEEN) : undefined,
    // Turned as a whole: their order is of no matter.
    backwards: backwards.length > 0 ? [...backwards.join(BETWEEN)].reverse().join('') : undefined,
  };
}

/** SQL of the folds of such a text. */
export function foldsIn(text: string): string {
  return `string_to_array(${text}, '${BETWEEN}')`;
}

/** Whether as much of a fold is as in the other before they differ as behind it. */
function isAlikeAhead(fold: string, other: string): boolean {
  let ahead = 0;
  while (ahead < fold.length && fold.charCodeAt(ahead) === other.charCodeAt(ahead)) ahead++;
  let behind = 0;
  while (behind < ahead + 1 && fold.at(-1 - behind) === other.at(-1 - behind) && behind < fold.length)
    behind++;
  return ahead >= behind;
}
