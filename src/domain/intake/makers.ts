/**
 * Sees a model's name or number that leaked into the maker's field ("taurus 24/7", "glockg22"): nothing is changed,
 * the row is flagged. The list is only of makers whose names are often run together with a model.
 */
import { fold, remember } from '../base/text.ts';

const MAKERS = new Set(
  (
    'taurus rossi glock imbel beretta bereta colt cbc boito bersa winchester remington ruger walther browning mauser ' +
    'cz fn hk smithwesson smithandwesson smithwess sw astra llama star savage mossberg canik girsan sarsilmaz tisas ' +
    'sigsauer sig springfield bushmaster norinco zastava izhmash izhevsk tula kalashnikov tokarev makarov benelli ' +
    'franchi tanfoglio steyr armalite marlin stevens ithaca caramuru urko doberman lerap ina hipoint kimber ' +
    'kelltec keltec sccy magnum heckler hecklerkoch iwi imi jericho desert barrett famas manurhin mas arsenal ' +
    'forjastaurus amadeorossi tauros tarus turus tuarus glok clock gloc inbel'
  ).split(' '),
);
const LONGEST_MAKER_CHARACTERS = 14;

/** True where a maker's name is followed by what looks like a model: digits, or the start of a model's name. */
export const isModelInMaker: (text: string) => boolean = remember(20_000, (text) => {
  if (!/\d|pt|g\d/i.test(text) || text.length > 60) return false;
  const squeezed = fold(text).replaceAll(' ', '');
  for (let length = Math.min(LONGEST_MAKER_CHARACTERS, squeezed.length - 1); length >= 2; length -= 1) {
    if (MAKERS.has(squeezed.slice(0, length))) return /\d|^pt/.test(squeezed.slice(length));
  }
  return false;
});

/** True where a maker is one that is often written, so that a column of such words is a column of makers. */
export function isKnownMaker(text: string): boolean {
  return MAKERS.has(fold(text).replaceAll(' ', ''));
}
