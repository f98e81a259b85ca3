/**
 * How many bits each name of a table could have at most, so that thousands of names need not be aligned: counted from letters
 * alone, without their places.
 *
 * What could go wrong: a bound that is too low leaves out a name that was meant. A test holds it against alignments.
 */
import { type Asked, COMMON, COSTS, CUT_FROM, WHOLE_BITS } from './alignment.ts';
import { LETTER_BITS } from './surprise.ts';

/**
 * The most bits that each name could have. Letters that agree in an alignment are letters in common in one order, counted for a
 * whole row of an alignment at once with one bit for each letter of the text; those of the name that are not typed at all are
 * slips, and so is the rest. Never less than `alignedBits`, nor than 0.
 */
export function hopesOf(
  { codes: text, mostOf, gains }: Asked,
  names: Uint16Array,
  starts: Uint32Array,
): Float64Array {
  const hopes = new Float64Array(starts.length - 1);
  const looked = Math.min(text.length, WORD);
  // What is typed beyond that may all be in common.
  const beyond = text.length - looked;
  for (let at = 0; at < looked; at++) PLACES[text[at]! & KIND]! |= 1 << at;
  const all = (1 << looked) - 1;
  for (let name = 0; name < hopes.length; name++) {
    const from = starts[name]!;
    const to = starts[name + 1]!;
    let row = all;
    let common = beyond;
    let agreeing = 0;
    let missing = 0;
    let lost = 0;
    let most = 0;
    let previous = -1;
    for (let at = from; at < to; at++) {
      const letter = names[at]!;
      const places = PLACES[letter & KIND]!;
      const sum = (row + (row & places)) | 0;
      const agrees = sum >>> looked;
      row = (sum | (row & ~places)) & all;
      common += agrees;
      const gain = letter < COMMON ? gains[letter]! : LETTER_BITS;
      if (gain > 0) agreeing += gain;
      else {
        missing++;
        lost += letter === previous && gain < -COSTS.doubled ? -COSTS.doubled : gain;
      }
      previous = letter;
      const letters = at - from + 1;
      // Best is a cut as early as may be, or right behind a letter that agrees, or none.
      const isWhole = at + 1 === to;
      if (!isWhole && letters !== CUT_FROM && (agrees === 0 || letters < CUT_FROM)) continue;
      const bits = mostOf[common]! < agreeing ? mostOf[common]! : agreeing;
      const more = isWhole ? text.length - letters : 0;
      const hope = bits + lost + hopeOf(more, letters - missing, common) - (isWhole ? 0 : COSTS.cut);
      if (hope > most) most = hope;
    }
    hopes[name] = most;
  }
  for (let at = 0; at < looked; at++) PLACES[text[at]! & KIND] = 0;
  return hopes;
}

/**
 * What is added at most to the bits of the letters in common: so many letters of a name that may agree but are not in common are
 * slips, and so many more letters of the text than of the name are inserted or stand beside.
 */
function hopeOf(more: number, letters: number, common: number): number {
  const slips = letters > common ? letters - common : 0;
  const swapped = common < slips ? common : slips;
  const beside = more <= 0 ? 0 : more === 1 ? COSTS.doubled : WHOLE_BITS + COSTS.besideAtEdge;
  return 2 * WHOLE_BITS - slips * COSTS.alike + swapped * SWAP_GAIN - beside;
}

/** By how much two swapped letters speak better than one that agrees and one that is alike. */
const SWAP_GAIN = LETTER_BITS - COSTS.swapped + COSTS.alike;
/** Letters of a text that are bits of one word. */
const WORD = 30;
/** Letters are told apart by so many bits of their number; others that share them can only raise a hope. */
const KIND = 0x7ff;
/** For each letter, at which places of the text it stands. */
const PLACES = new Int32Array(KIND + 1);
