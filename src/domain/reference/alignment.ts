/**
 * How well a typed word fits a name, in bits: log2 of how much likelier the typing is if that name was meant than if
 * anything else was. Letters that agree speak for the name, each as much as a letter drawn blindly would be a surprise;
 * slips cost what they are rare. The name may stand inside more ("pistola taurus", "taurus24/7", a form that cuts after ten
 * places): what stands around it costs only the surprise that it is there.
 *
 * Symbols as in docs/theory-of-matching.md: c is the cost of a slip in bits, h the surprise of one letter.
 */

/** h: the surprise of one letter or digit among 27 that are about equally met in such fields. */
export const LETTER_BITS = Math.log2(27);

/** c: what slips cost, in bits, from how seldom they are met in names of makers that police officers typed. */
const COSTS = {
  /** Another letter. */
  substitution: 5.5,
  /** A letter that sounds or looks alike: taurus, tauros. */
  alike: 2.5,
  /** Another digit, which makes another model or calibre. */
  digit: 12,
  inserted: 6,
  dropped: 5.5,
  /** A double letter written once, a single one twice. */
  doubled: 3,
  swapped: 6,
  /** Something stands before or behind, beginning at the edge of a word. */
  besideAtEdge: 2,
  /** Something is glued before or behind. */
  beside: 6,
  /** The end of a longer name is cut off. */
  cut: 3.5,
};
/** What it speaks for a name that the text begins or ends where the name does. */
const WHOLE_BITS = 2;
/** Letters of a name that must stand before a cut. */
const CUT_FROM = 5;

const ALIKE_GROUPS = [
  'ouw0',
  'eiyj1l',
  'szcxk5',
  'ckq',
  'bpv8',
  'dt',
  'fv',
  'gj6',
  'mn',
  'ae',
  'iy1',
  'uv',
  'rl',
  'hn',
];
const ALIKE: ReadonlySet<string> = new Set(
  ALIKE_GROUPS.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))),
);

/** A typed text as it is aligned: its letters and digits, and before which of them a word begins. */
export type Typed = { readonly letters: string; readonly edges: ReadonlySet<number> };

/** Letters and digits of a folded text, glued, with the places where words began. */
export function typedOf(folded: string): Typed {
  const edges = new Set<number>([0]);
  let letters = '';
  for (const word of folded.split(' ')) {
    edges.add(letters.length);
    letters += word;
  }
  edges.add(letters.length);
  return { letters, edges };
}

/** Named limits: letters of a typed text and of a name that are aligned. */
export const TYPED_MAX = 40;
export const NAME_MAX = 40;

/**
 * The bits by which a typed text speaks for a name (both folded, names glued), over all ways in which the name can stand in
 * it. Below zero it speaks against.
 */
export function alignedBits(typed: Typed, name: string): number {
  const text = typed.letters;
  const n = Math.min(text.length, TYPED_MAX);
  const m = Math.min(name.length, NAME_MAX);
  if (n === 0 || m === 0) return Number.NEGATIVE_INFINITY;
  const besideCost = (at: number): number =>
    at === 0 || at === n ? -WHOLE_BITS : typed.edges.has(at) ? COSTS.besideAtEdge : COSTS.beside;
  let before = new Float64Array(n + 1);
  let last = new Float64Array(n + 1);
  let now = new Float64Array(n + 1);
  for (let j = 0; j <= n; j++) last[j] = -besideCost(j);
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 1; i <= m; i++) {
    now[0] = last[0]! - COSTS.dropped;
    for (let j = 1; j <= n; j++) now[j] = bestStep(text, name, i, j, before, last, now);
    const isCut = i < m && i >= CUT_FROM;
    if (i === m || isCut) {
      for (let j = 1; j <= n; j++) {
        // A name is cut only where the text ends with it.
        if (isCut && j < n) continue;
        best = Math.max(best, now[j]! - besideCost(j) - (isCut ? COSTS.cut : 0));
      }
    }
    [before, last, now] = [last, now, before];
  }
  return best;
}

function bestStep(
  text: string,
  name: string,
  i: number,
  j: number,
  before: Float64Array,
  last: Float64Array,
  now: Float64Array,
): number {
  const a = name[i - 1]!;
  const b = text[j - 1]!;
  let step = last[j - 1]! + (a === b ? LETTER_BITS : -substitutionCost(a, b));
  // A letter too many was typed: it is a surprise under the name as under anything else.
  step = Math.max(step, now[j - 1]! - (b === text[j - 2] || b === a ? COSTS.doubled : COSTS.inserted));
  step = Math.max(step, last[j]! - (a === name[i - 2] ? COSTS.doubled : COSTS.dropped));
  if (i > 1 && j > 1 && a === text[j - 2] && name[i - 2] === b)
    step = Math.max(step, before[j - 2]! + 2 * LETTER_BITS - COSTS.swapped);
  return step;
}

function substitutionCost(a: string, b: string): number {
  if (isDigit(a) && isDigit(b)) return COSTS.digit;
  return ALIKE.has(a + b) ? COSTS.alike : COSTS.substitution;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
