/**
 * What each reason weighs, as a waterfall: from one arm of the whole register, reason by reason, to this one. Each row is drawn
 * beside its figure; what speaks against runs the other way, is hatched and bears its sign, so that no colour is needed.
 */
import { html } from 'hono/html';
import { BIT_NAMES, type BitName, type CandidateTold, type Identified } from '../../acts/identify-output.ts';
import { type Html, inSentence } from './text.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import type { Words } from './words/words.ts';

export type Fall = {
  readonly name: 'prior' | 'rivals' | 'result' | BitName;
  readonly bits: number;
  readonly from: number;
};

/** Probabilities are told to four decimals: odds beyond are not known. */
const SHARE_MIN = 0.000_05;
const WIDTH = 240;
const HEIGHT = 20;
const MARGIN = 6;

/** The steps from an arm of which nothing is known to this one; the last is what they come to. */
export function fallsOf({ priorBits }: Pick<Identified, 'priorBits'>, one: CandidateTold): readonly Fall[] {
  const share = Math.min(1 - SHARE_MIN, Math.max(SHARE_MIN, one.probability));
  const result = Math.log2(share / (1 - share));
  const steps: { readonly name: Fall['name']; readonly bits: number }[] = [
    { name: 'prior', bits: priorBits },
    ...BIT_NAMES.flatMap((name) => {
      const bits = one.bits[name];
      return bits === undefined ? [] : [{ name, bits }];
    }),
  ];
  const before = steps.reduce((sum, { bits }) => sum + bits, 0);
  steps.push({ name: 'rivals', bits: result - before });
  let from = 0;
  const falls = steps.map((step) => {
    const fall = { ...step, from };
    from += step.bits;
    return fall;
  });
  return [...falls, { name: 'result', bits: result, from: 0 }];
}

/** The waterfall of one candidate, behind a line that opens it. */
export function bitsDetails(words: Words, found: Pick<Identified, 'priorBits'>, one: CandidateTold): Html {
  const texts = IDENTIFY_WORDS[words.language];
  const falls = fallsOf(found, one);
  const ends = falls.flatMap(({ from, bits }) => [from, from + bits]);
  const [min, max] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const x = (bits: number): number => MARGIN + ((bits - min) / (max - min || 1)) * (WIDTH - 2 * MARGIN);
  const nameOf = (name: Fall['name']): string =>
    name === 'prior' || name === 'rivals' || name === 'result' ? texts[name] : texts.features[name];
  const rows = falls.map(
    (fall) =>
      html`<tr class="${fall.name}"><th scope="row">${nameOf(fall.name)}</th><td class="number"><bdi dir="ltr">${formatBits(words, fall.bits)}</bdi></td><td>${bar(fall, x)}</td></tr>`,
  );
  return html`<details class="weighs" data-keep="bits-${one.armId}"><summary>${texts.details}</summary><div class="inside"><p class="quiet">${texts.detailsSay}</p><div class="scroll" tabindex="0" role="region" aria-label="${texts.details} · ${inSentence(one.number, 'ltr')}"><table><thead><tr><th scope="col">${texts.reason}</th><th scope="col">${texts.bits}</th><th scope="col"><bdi dir="ltr" class="scale">${texts.drawn}</bdi></th></tr></thead><tbody>${rows}</tbody></table></div></div></details>`;
}

/** Bits with their sign, to one decimal. */
export function formatBits({ locale }: Words, bits: number): string {
  const wish = { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, wish).format(bits).replace('-', '−');
}

function bar({ name, from, bits }: Fall, x: (bits: number) => number): Html {
  const [left, right] = [x(Math.min(from, from + bits)), x(Math.max(from, from + bits))];
  const width = Math.max(1.5, right - left).toFixed(1);
  const how = bits < 0 ? 'against' : 'for';
  const fill = bits < 0 ? html` fill="url(#against)"` : '';
  const start = name === 'result' ? '' : html`<path class="start" d="M${x(from).toFixed(1)} 0V${HEIGHT}"/>`;
  return html`<svg class="fall" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path class="zero" d="M${x(0).toFixed(1)} 0V${HEIGHT}"/>${start}<rect class="${how}" x="${left.toFixed(1)}" y="4" width="${width}" height="${HEIGHT - 8}"${fill}/></svg>`;
}

/** The hatch of what speaks against; once on a page. */
export function againstHatch(): Html {
  return html`<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="against" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="5" height="5"/><path class="stroke" d="M0 0V5"/></pattern></defs></svg>`;
}
