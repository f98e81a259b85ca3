/** Texts one edit away from a folded one: a byte changed, added, dropped, or two swapped. What may stand where is told by place. */

export type Alphabet = (place: number) => readonly string[];

/**
 * All texts one edit away, and the text itself; edits before `from` are left out.
 * @shape at most about length · bytes · 2 texts
 */
export function addEdits(text: string, changed: Alphabet, added: Alphabet, all: Set<string>, from = 0): void {
  all.add(text);
  const n = text.length;
  for (let at = from; at <= n; at++) {
    const head = text.slice(0, at);
    const rest = text.slice(at);
    for (const byte of added(at)) all.add(`${head}${byte}${rest}`);
    if (at === n) break;
    const tail = text.slice(at + 1);
    if (n > 1) all.add(`${head}${tail}`);
    for (const byte of changed(at)) all.add(`${head}${byte}${tail}`);
    if (at + 1 < n && text[at] !== text[at + 1])
      all.add(`${head}${text[at + 1]}${text[at]}${text.slice(at + 2)}`);
  }
}
