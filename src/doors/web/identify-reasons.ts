/**
 * Why an arm may be the one or not, in plain sentences made of the bits of each feature and of what would have happened to
 * the number on its way to paper. A sentence never tells more than its bits do.
 */
import {
  BIT_NAMES,
  type BitName,
  type CandidateTold,
  type Identified,
  type Step,
} from '../../acts/identify-output.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import { parseReading } from '../../domain/marks/reading.ts';
import type { Values } from './forms.ts';
import { inSentence } from './text.ts';
import { formatShare } from './when.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import type { Words } from './words/words.ts';

export type Reason = { readonly name: BitName; readonly bits: number; readonly says: string };

/** Named limits: reasons told at once, and bits below which a feature is no reason. @unit bits */
export const REASONS_TOLD = 3;
const WEAK = 0.5;

/** The reasons of a candidate, the strongest first. */
export function reasonsOf(
  words: Words,
  { understood }: Pick<Identified, 'understood'>,
  typed: Values,
  one: CandidateTold,
): readonly Reason[] {
  return BIT_NAMES.flatMap((name) => {
    const bits = one.bits[name];
    if (bits === undefined || (Math.abs(bits) < WEAK && name !== 'serial')) return [];
    const says =
      name === 'serial' ? numberSays(words, understood, one, bits) : wordSays(words, typed, one, name, bits);
    return [{ name, bits, says }];
  }).sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
}

function numberSays(
  words: Words,
  understood: Identified['understood'],
  one: CandidateTold,
  bits: number,
): string {
  const texts = IDENTIFY_WORDS[words.language];
  const { places } = parseReading(understood.readings[0]?.written ?? '').reading;
  const read = (place: number): string => inSentence(places[place - 1]?.may || '?', 'ltr');
  const steps = one.steps.map((step) => saidStep(words, step, read)).join(listComma(words));
  if (bits <= 0) return texts.numberDiffers(steps);
  return steps === '' ? texts.numberFits : texts.numberFitsBut(steps);
}

/** What stands between the members of a list. */
export function listComma({ language }: Words): string {
  return language === 'ar' ? '، ' : ', ';
}

function saidStep(words: Words, { is, place, stands = '' }: Step, read: (place: number) => string): string {
  const { changes, character, ordinal } = IDENTIFY_WORDS[words.language];
  const name = is === 'lost' && place === 0 ? 'lost-first' : is;
  return changes[name]({
    place: character(ordinal(place)),
    stands: inSentence(stands, 'ltr'),
    read: read(place),
  });
}

function wordSays(
  words: Words,
  typed: Values,
  one: CandidateTold,
  name: Exclude<BitName, 'serial'>,
  bits: number,
): string {
  const texts = IDENTIFY_WORDS[words.language];
  const value = standsAs(words, one, name);
  const shown = inSentence(value, name === 'calibre' || name === 'year' ? 'ltr' : 'own');
  if (bits <= 0) return texts.reasons[name].differs(shown);
  const asTyped = typed.get('maker') ?? '';
  if (name === 'maker' && asTyped !== '' && isMended(value, asTyped))
    return texts.makerMended(shown, inSentence(asTyped));
  return texts.reasons[name].fits(shown);
}

/** True where what was typed is written otherwise than what it was understood as. */
export function isMended(name: string, typed: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const [a, b] = [plain(name), plain(typed)];
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}

/** What the register has of a feature, as words; empty where an answer does not tell it. */
export function standsAs(words: Words, one: CandidateTold, name: BitName): string {
  switch (name) {
    case 'serial':
      return one.serial ?? '';
    case 'class':
      return isArmClass(one.class) ? words.terms.classes[one.class] : one.class;
    case 'year':
      return one.year === undefined ? '' : String(one.year);
    case 'maker':
    case 'model':
    case 'calibre':
      return one[name] ?? '';
    default:
      return '';
  }
}

/** A probability as per cent; what is very small or very large is never shown as none or all. */
export function sayShare(words: Words, share: number): string {
  const texts = IDENTIFY_WORDS[words.language];
  if (share < 0.01) return texts.under(formatShare(words, 0.01));
  if (share > 0.99) return texts.over(formatShare(words, 0.99));
  return formatShare(words, share);
}
