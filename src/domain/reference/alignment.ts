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
/** Letters that are no Latin ones or Western digits are never alike. */
const PLAIN = 128;
/** What it gives in bits that one letter stands for another, both plain. */
const STEPS: Float64Array = plainSteps();

function plainSteps(): Float64Array {
  const steps = new Float64Array(PLAIN * PLAIN).fill(-COSTS.substitution);
  const set = (a: string, b: string, bits: number): void => {
    steps[a.charCodeAt(0) * PLAIN + b.charCodeAt(0)] = bits;
  };
  for (const group of ALIKE_GROUPS) for (const a of group) for (const b of group) set(a, b, -COSTS.alike);
  for (const a of '0123456789') for (const b of '0123456789') set(a, b, -COSTS.digit);
  for (let code = 0; code < PLAIN; code++) steps[code * PLAIN + code] = LETTER_BITS;
  return steps;
}

/** A typed text as it is aligned: its letters and digits, their codes, and before which of them a word begins. */
export type Typed = {
  readonly letters: string;
  readonly codes: Uint16Array;
  readonly edges: ReadonlySet<number>;
};

/** Letters and digits of a folded text, glued, with the places where words began. */
export function typedOf(folded: string): Typed {
  const edges = new Set<number>([0]);
  let letters = '';
  for (const word of folded.split(' ')) {
    edges.add(letters.length);
    letters += word;
  }
  edges.add(letters.length);
  return { letters, codes: codesOf(letters), edges };
}

/** The letters of a glued text as numbers, which are compared quickly. */
export function codesOf(letters: string): Uint16Array {
  return Uint16Array.from(letters, (_, place) => letters.charCodeAt(place)).subarray(0, TYPED_MAX);
}

/** Named limits: letters of a typed text and of a name that are aligned. */
export const TYPED_MAX = 40;
export const NAME_MAX = 40;

/** Rows that are written anew by each alignment: nothing waits while one runs. */
const ROWS = [0, 1, 2].map(() => new Float64Array(TYPED_MAX + 1));

/**
 * The bits by which a typed text speaks for a name (both folded, names glued), over all ways in which the name can stand in
 * it. Below zero it speaks against. Where they cannot reach `floor`, any number below it is answered, and sooner.
 */
export function alignedBits(
  { codes: text, edges }: Typed,
  name: Uint16Array,
  floor = Number.NEGATIVE_INFINITY,
): number {
  const n = text.length;
  const m = name.length;
  if (n === 0 || m === 0) return Number.NEGATIVE_INFINITY;
  let [before, last, now] = ROWS as [Float64Array, Float64Array, Float64Array];
  for (let j = 0; j <= n; j++) last[j] = -besideCost(edges, j, n);
  let best = Number.NEGATIVE_INFINITY;
  let reachBefore = Number.POSITIVE_INFINITY;
  for (let i = 1; i <= m; i++) {
    const reach = alignRow(text, name, i, before, last, now);
    if (i === m) for (let j = 1; j <= n; j++) best = Math.max(best, now[j]! - besideCost(edges, j, n));
    // A name is cut only where the text ends with it.
    else if (i >= CUT_FROM) best = Math.max(best, now[n]! + WHOLE_BITS - COSTS.cut);
    // Two swapped letters step over a row, so the row before must be hopeless too.
    if (Math.max(reach, reachBefore) + WHOLE_BITS < floor && best < floor) return best;
    reachBefore = reach;
    [before, last, now] = [last, now, before];
  }
  return best;
}

/** What it costs that the name begins or ends at a place of the text. */
function besideCost(edges: ReadonlySet<number>, at: number, n: number): number {
  if (at === 0 || at === n) return -WHOLE_BITS;
  return edges.has(at) ? COSTS.besideAtEdge : COSTS.beside;
}

/** Works out a row, the name's letter i against all of the text, and tells the most that can come of it. */
function alignRow(
  text: Uint16Array,
  name: Uint16Array,
  i: number,
  before: Float64Array,
  last: Float64Array,
  now: Float64Array,
): number {
  const n = text.length;
  const left = name.length - i;
  const a = name[i - 1]!;
  const previous = i > 1 ? name[i - 2]! : -1;
  const dropped = a === previous ? COSTS.doubled : COSTS.dropped;
  now[0] = last[0]! - COSTS.dropped;
  let reach = now[0] + LETTER_BITS * Math.min(n, left);
  for (let j = 1; j <= n; j++) {
    const b = text[j - 1]!;
    const earlier = j > 1 ? text[j - 2]! : -1;
    let step = last[j - 1]! + stepBits(a, b);
    // A letter too many was typed: it is a surprise under the name as under anything else.
    const inserted = now[j - 1]! - (b === earlier || b === a ? COSTS.doubled : COSTS.inserted);
    if (inserted > step) step = inserted;
    const skipped = last[j]! - dropped;
    if (skipped > step) step = skipped;
    if (a === earlier && previous === b) {
      const swapped = before[j - 2]! + 2 * LETTER_BITS - COSTS.swapped;
      if (swapped > step) step = swapped;
    }
    now[j] = step;
    const most = step + LETTER_BITS * Math.min(n - j, left);
    if (most > reach) reach = most;
  }
  return reach;
}

/** What it gives that the letter b was typed for the letter a. */
function stepBits(a: number, b: number): number {
  if (a < PLAIN && b < PLAIN) return STEPS[a * PLAIN + b]!;
  return a === b ? LETTER_BITS : -COSTS.substitution;
}

/** For one typed text: the most bits that a name can have, told from its letters alone, whatever their order. */
export function boundOf({ codes: text }: Typed): (name: Uint16Array) => number {
  const n = text.length;
  const plain = new Float64Array(PLAIN).fill(-COSTS.dropped);
  const others = new Set<number>();
  for (const b of text) {
    if (b >= PLAIN) others.add(b);
    else for (let a = 0; a < PLAIN; a++) plain[a] = Math.max(plain[a]!, STEPS[a * PLAIN + b]!);
  }
  return (name) => {
    const m = name.length;
    let sum = 0;
    let cut = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < m; i++) {
      const a = name[i]!;
      let most = a < PLAIN ? plain[a]! : others.has(a) ? LETTER_BITS : -COSTS.dropped;
      if (i > 0 && a === name[i - 1] && most < -COSTS.doubled) most = -COSTS.doubled;
      sum += most;
      if (i + 1 >= CUT_FROM && i + 1 < m && sum > cut) cut = sum;
    }
    // No more letters agree than were typed; the others of the name were dropped.
    const whole = m > n ? Math.min(sum, n * LETTER_BITS - (m - n) * COSTS.doubled) : sum;
    // What was typed beyond the name either stands beside it or between its letters.
    const ends =
      n > m
        ? Math.max(2 * WHOLE_BITS - (n - m) * COSTS.doubled, WHOLE_BITS - COSTS.besideAtEdge)
        : 2 * WHOLE_BITS;
    return Math.max(whole + ends, cut + 2 * WHOLE_BITS - COSTS.cut);
  };
}
