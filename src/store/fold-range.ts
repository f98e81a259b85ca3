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
  return { forwards: together(forwards), backwards: together(turned(backwards)) };
}

/** In the order of their index, or the database sorts them. */
function together(folds: string[]): string | undefined {
  return folds.length > 0 ? folds.sort().join(BETWEEN) : undefined;
}

/** All written backwards, turned as one text: a fold is of single bytes. */
function turned(folds: readonly string[]): string[] {
  if (folds.length === 0) return [];
  return Buffer.from(folds.join(BETWEEN), 'latin1').reverse().toString('latin1').split(BETWEEN);
}

/** SQL of the folds of such a text. */
export function foldsIn(text: string): string {
  return `string_to_array(${text}, '${BETWEEN}')`;
}

/** Whether as much of a fold is as in the other before they differ as behind it. */
function isAlikeAhead(fold: string, other: string): boolean {
  const [last, otherLast] = [fold.length - 1, other.length - 1];
  for (let at = 0; at <= last && at <= otherLast; at++) {
    const isAhead = fold.charCodeAt(at) === other.charCodeAt(at);
    const isBehind = fold.charCodeAt(last - at) === other.charCodeAt(otherLast - at);
    if (isAhead !== isBehind) return isAhead;
    if (!isAhead) return true;
  }
  return true;
}
