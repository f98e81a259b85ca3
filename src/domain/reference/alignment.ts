/**
 * How well a typed word fits a name, in bits: log2 of how much likelier the typing is if that name was meant than if
 * anything else was. Letters that agree speak for the name, each as much as a letter drawn blindly would be a surprise;
 * slips cost what they are rare. The name may stand inside more ("pistola taurus", "taurus24/7", a form that cuts after ten
 * places): what stands around it costs only the surprise that it is there.
 *
 * Symbols as in docs/theory-of-matching.md: c is the cost of a slip in bits, h(j) the surprise of the letter at place j.
 */
import { LETTER_BITS } from './surprise.ts';

/** c: what slips cost, in bits, from how seldom they are met in names of makers that police officers typed. */
export const COSTS = {
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
export const WHOLE_BITS = 2;
/** Letters of a name that must stand before a cut. */
export const CUT_FROM = 5;

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
/** Letters that are no Latin ones or Western digits are never alike. */
const PLAIN = 128;
/** Latin, Greek, Cyrillic and Arabic letters come before this one. */
export const COMMON = 0x700;
/** What it gives in bits that one letter stands for another, both plain; for itself it gives its surprise. */
const STEPS: Float64Array = plainSteps();

function plainSteps(): Float64Array {
  const steps = new Float64Array(PLAIN * PLAIN).fill(-COSTS.substitution);
  const set = (a: string, b: string, bits: number): void => {
    steps[a.charCodeAt(0) * PLAIN + b.charCodeAt(0)] = bits;
  };
  for (const group of ALIKE_GROUPS) for (const a of group) for (const b of group) set(a, b, -COSTS.alike);
  for (const a of '0123456789') for (const b of '0123456789') set(a, b, -COSTS.digit);
  return steps;
}

/** Letters and digits of a text that was folded, glued, and before which of them a word begins. */
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

/** A typed text made ready to be aligned with many names. */
export type Asked = {
  /** Its letters as numbers, which are compared quickly. */
  readonly codes: Uint16Array;
  /** h: what each of them gives where it agrees. */
  readonly surprise: Float64Array;
  /** The most that so many of them give together, and that those from each on do. */
  readonly mostOf: Float64Array;
  readonly from: Float64Array;
  /** What it costs that a name begins or ends at each place. */
  readonly beside: Float64Array;
  /** The most that a letter of a name can give, wherever it is aligned; beyond the common letters, those that stand in it. */
  readonly gains: Float64Array;
  readonly others: ReadonlySet<number>;
};

/** Makes a typed text ready, with the surprise of each of its letters. */
export function askedOf({ letters, edges }: Typed, surprise: Float64Array): Asked {
  const n = Math.min(letters.length, TYPED_MAX);
  const codes = new Uint16Array(n);
  const beside = new Float64Array(n + 1);
  const gains = new Float64Array(COMMON).fill(-COSTS.dropped);
  const others = new Set<number>();
  for (let j = 0; j <= n; j++)
    beside[j] = j === 0 || j === n ? -WHOLE_BITS : edges.has(j) ? COSTS.besideAtEdge : COSTS.beside;
  for (let j = 0; j < n; j++) {
    const b = letters.charCodeAt(j);
    codes[j] = b;
    if (b >= COMMON) others.add(b);
    else if (b >= PLAIN) gains[b] = Math.max(gains[b]!, surprise[j]!);
    else {
      for (let a = 0; a < PLAIN; a++) {
        const bits = a === b ? surprise[j]! : STEPS[a * PLAIN + b]!;
        if (bits > gains[a]!) gains[a] = bits;
      }
    }
  }
  const from = new Float64Array(n + 1);
  for (let j = n - 1; j >= 0; j--) from[j] = from[j + 1]! + surprise[j]!;
  const mostOf = new Float64Array(n + 1);
  for (const [at, bits] of surprise.slice(0, n).sort().reverse().entries())
    mostOf[at + 1] = mostOf[at]! + bits;
  return { codes, surprise, mostOf, from, beside, gains, others };
}

/** Numbers that are written anew by each alignment: nothing waits while one runs. */
const ROWS = [0, 1, 2].map(() => new Float64Array(TYPED_MAX + 1));
const LEFT = new Float64Array(NAME_MAX + 1);

/** Fills LEFT with the most that the letters of the name from each on can give, and tells it of all. */
function gainsLeft({ gains, others }: Asked, names: Uint16Array, from: number, to: number): number {
  const m = to - from;
  let left = 0;
  LEFT[m] = 0;
  for (let i = m - 1; i >= 0; i--) {
    const a = names[from + i]!;
    let most = a < COMMON ? gains[a]! : others.has(a) ? LETTER_BITS : -COSTS.dropped;
    if (most < -COSTS.doubled && i > 0 && a === names[from + i - 1]) most = -COSTS.doubled;
    left += most;
    if (i >= CUT_FROM && left < 0) left = 0;
    LEFT[i] = left;
  }
  return left;
}

/**
 * The bits by which a typed text speaks for a name (both folded, names glued), over all ways in which the name can stand in
 * it. Below zero it speaks against. Where they cannot reach `floor`, any number below it is answered, and sooner.
 */
export function alignedBits(
  asked: Asked,
  names: Uint16Array,
  from: number,
  to: number,
  floor = Number.NEGATIVE_INFINITY,
): number {
  const { codes: text, beside } = asked;
  const n = text.length;
  const m = to - from;
  if (n === 0 || m === 0) return Number.NEGATIVE_INFINITY;
  gainsLeft(asked, names, from, to);
  let [before, last, now] = ROWS as [Float64Array, Float64Array, Float64Array];
  for (let j = 0; j <= n; j++) last[j] = -beside[j]!;
  let best = Number.NEGATIVE_INFINITY;
  let reachBefore = Number.POSITIVE_INFINITY;
  for (let i = 1; i <= m; i++) {
    const a = names[from + i - 1]!;
    const reach = alignRow(asked, a, i > 1 ? names[from + i - 2]! : -1, LEFT[i]!, before, last, now);
    if (i === m) for (let j = 1; j <= n; j++) best = Math.max(best, now[j]! - beside[j]!);
    // A name is cut only where the text ends with it.
    else if (i >= CUT_FROM) best = Math.max(best, now[n]! - beside[n]! - COSTS.cut);
    // Two swapped letters step over a row, so the row before must be hopeless too.
    if (reach + WHOLE_BITS < floor && reachBefore + WHOLE_BITS < floor && best < floor) return best;
    reachBefore = reach;
    [before, last, now] = [last, now, before];
  }
  return best;
}

/** Works out a row, one letter of the name against all of the text, and tells the most that can come of it. */
function alignRow(
  { codes: text, surprise, from }: Asked,
  a: number,
  previous: number,
  left: number,
  before: Float64Array,
  last: Float64Array,
  now: Float64Array,
): number {
  const n = text.length;
  const dropped = a === previous ? COSTS.doubled : COSTS.dropped;
  let b = -1;
  let cell = last[0]! - COSTS.dropped;
  now[0] = cell;
  let reach = cell + left;
  for (let j = 1; j <= n; j++) {
    const earlier = b;
    b = text[j - 1]!;
    // A letter too many was typed: it is a surprise under the name as under anything else.
    cell -= b === earlier || b === a ? COSTS.doubled : COSTS.inserted;
    const other = last[j - 1]! + (a === b ? surprise[j - 1]! : otherBits(a, b));
    if (other > cell) cell = other;
    const skipped = last[j]! - dropped;
    if (skipped > cell) cell = skipped;
    if (a === earlier && previous === b) {
      const swapped = before[j - 2]! + surprise[j - 2]! + surprise[j - 1]! - COSTS.swapped;
      if (swapped > cell) cell = swapped;
    }
    now[j] = cell;
    const room = from[j]!;
    const most = cell + (room < left ? room : left);
    if (most > reach) reach = most;
  }
  return reach;
}

/** What it gives that the letter b was typed for another one, a. */
function otherBits(a: number, b: number): number {
  return a < PLAIN && b < PLAIN ? STEPS[a * PLAIN + b]! : -COSTS.substitution;
}
