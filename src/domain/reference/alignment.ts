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
export const WHOLE_BITS = 2;
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
/** Latin, Greek, Cyrillic and Arabic letters come before this one. */
const COMMON = 0x700;
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
  /** What it costs that a name begins or ends at each place. */
  readonly beside: Float64Array;
  /** The most that a letter of a name can give, wherever it is aligned; beyond the common letters, those that stand in it. */
  readonly gains: Float64Array;
  readonly others: ReadonlySet<number>;
  /** The most that a plain letter can give where it was not typed itself. */
  readonly slips: Float64Array;
  /** One for each two letters that follow each other. */
  readonly pairs: Uint8Array;
};

/** Makes a typed text ready. */
export function askedOf({ letters, edges }: Typed): Asked {
  const n = Math.min(letters.length, TYPED_MAX);
  const codes = new Uint16Array(n);
  const beside = new Float64Array(n + 1);
  const gains = new Float64Array(COMMON).fill(-COSTS.dropped);
  const slips = new Float64Array(PLAIN).fill(-COSTS.dropped);
  const pairs = new Uint8Array(64 * 64);
  const others = new Set<number>();
  for (let j = 0; j <= n; j++)
    beside[j] = j === 0 || j === n ? -WHOLE_BITS : edges.has(j) ? COSTS.besideAtEdge : COSTS.beside;
  for (let j = 0; j < n; j++) {
    const b = letters.charCodeAt(j);
    codes[j] = b;
    if (b >= COMMON) others.add(b);
    else if (b >= PLAIN) gains[b] = LETTER_BITS;
    else {
      for (let a = 0; a < PLAIN; a++) {
        const bits = STEPS[a * PLAIN + b]!;
        if (bits > gains[a]!) gains[a] = bits;
        if (a !== b && bits > slips[a]!) slips[a] = bits;
      }
    }
    if (j > 0) pairs[pairOf(codes[j - 1]!, b)] = 1;
  }
  return { codes, beside, gains, others, slips, pairs };
}

/** Numbers that are written anew by each alignment: nothing waits while one runs. */
const ROWS = [0, 1, 2].map(() => new Float64Array(TYPED_MAX + 1));
const LEFT = new Float64Array(NAME_MAX + 1);

/**
 * The most bits that a name can have, told from its letters and which of them follow each other in the text: where two do
 * not, a slip lies between them. The letters of the name stand among others, from `from` to before `to`.
 */
export function mostBits(asked: Asked, names: Uint16Array, from: number, to: number): number {
  const { gains, slips, others, pairs } = asked;
  const n = asked.codes.length;
  const m = to - from;
  let agreed = 0;
  let slipped = 0;
  let cut = Number.NEGATIVE_INFINITY;
  // What of a name is so much longer than the text cannot have been dropped.
  const end = Math.min(to, from + Math.ceil(n * LONGEST) + 2);
  for (let at = from; at < end; at++) {
    const a = names[at]!;
    const previous = at > from ? names[at - 1]! : -1;
    const isThere = a < COMMON ? gains[a] === LETTER_BITS : others.has(a);
    let slip = a < PLAIN ? slips[a]! : -COSTS.dropped;
    if (a === previous && slip < -COSTS.doubled) slip = -COSTS.doubled;
    const before = agreed > slipped ? agreed : slipped;
    if (isThere) {
      let follows = agreed;
      if (at > from && pairs[pairOf(previous, a)] === 0) {
        // Two letters that were swapped part their pair from its neighbours.
        const isBeside =
          (at - 1 > from && pairs[pairOf(previous, names[at - 2]!)] === 1) ||
          (at + 1 < to && pairs[pairOf(names[at + 1]!, a)] === 1);
        if (!isBeside) follows -= COSTS.inserted;
      }
      agreed = LETTER_BITS + (follows > slipped ? follows : slipped);
    } else agreed = Number.NEGATIVE_INFINITY;
    slipped = slip + before;
    const sofar = agreed > slipped ? agreed : slipped;
    if (at - from + 1 >= CUT_FROM && sofar > cut) cut = sofar;
  }
  const sum = Math.max(agreed, slipped, cut - COSTS.cut);
  if (n <= m) return sum + 2 * WHOLE_BITS;
  // What was typed beyond the name stands between its letters, if it does not stand beside it.
  const between = m * LETTER_BITS - (n - m) * COSTS.doubled + 2 * WHOLE_BITS;
  return Math.max(sum + WHOLE_BITS - COSTS.besideAtEdge, Math.min(sum + 2 * WHOLE_BITS, between));
}

/** The most bits of a name of so many letters, where so many were typed and so many different ones of its own were not. */
export function hopeOf(letters: number, typed: number, missing: number): number {
  const slips = Math.max(missing, letters - typed);
  const whole = (letters - missing) * LETTER_BITS - slips * COSTS.alike;
  if (letters <= CUT_FROM) return whole + 2 * WHOLE_BITS;
  // Those that were not typed may all stand behind a cut.
  const agreed = Math.min(typed, Math.max(CUT_FROM, letters - missing));
  return Math.max(whole, agreed * LETTER_BITS - COSTS.cut) + 2 * WHOLE_BITS;
}

/** A number for two letters that follow each other; few pairs share one. */
function pairOf(a: number, b: number): number {
  return ((a & 63) << 6) | (b & 63);
}

/** How many times longer a name is than what was typed where dropping its other letters takes back all that agrees. */
const LONGEST = 1 + LETTER_BITS / COSTS.doubled;

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
    const reach = alignRow(text, a, i > 1 ? names[from + i - 2]! : -1, LEFT[i]!, before, last, now);
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
  text: Uint16Array,
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
    const other = last[j - 1]! + stepBits(a, b);
    if (other > cell) cell = other;
    const skipped = last[j]! - dropped;
    if (skipped > cell) cell = skipped;
    if (a === earlier && previous === b) {
      const swapped = before[j - 2]! + 2 * LETTER_BITS - COSTS.swapped;
      if (swapped > cell) cell = swapped;
    }
    now[j] = cell;
    const room = (n - j) * LETTER_BITS;
    const most = cell + (room < left ? room : left);
    if (most > reach) reach = most;
  }
  return reach;
}

/** What it gives that the letter b was typed for the letter a. */
function stepBits(a: number, b: number): number {
  if (a < PLAIN && b < PLAIN) return STEPS[a * PLAIN + b]!;
  return a === b ? LETTER_BITS : -COSTS.substitution;
}
