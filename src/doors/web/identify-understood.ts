/** What was understood of what was typed: the strip of each number with its places in words, and the names it may stand for. */
import { html } from 'hono/html';
import type { Identified, NamedShare } from '../../acts/identify-output.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import { factsOf, parseReading, type Reading } from '../../domain/marks/reading.ts';
import type { Values } from './forms.ts';
import { isMended, listComma } from './identify-reasons.ts';
import { readingStrip } from './strip.ts';
import { type Html, inSentence } from './text.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import type { Words } from './words/words.ts';

/** Names told where a word may stand for several, and the share from which one is told. */
const NAMES_MAX = 3;
const TOLD_FROM = 0.15;
/** A name is what was typed where it is this much likelier than the others; else it may be. */
const SURE_FROM = 0.8;
const SHOWN_MAX = 60;

/** What was understood, as a list of what stands for what. */
export function understoodPart(words: Words, found: Identified, typed: Values): Html {
  const texts = IDENTIFY_WORDS[words.language];
  const { understood } = found;
  const numbers = understood.readings.map(({ part, written }) => {
    const { reading } = parseReading(written);
    const label = part === 'arm' ? texts.number : words.terms.parts[part];
    return item(
      label,
      html`${readingStrip(words, reading, 'large')}<span>${sayReading(words, reading)}</span>`,
    );
  });
  const said = [
    named(words, words.fields.maker, understood.maker, typed.get('maker')),
    named(words, words.fields.calibre, understood.calibre, typed.get('calibre'), 'ltr'),
    understood.class && isArmClass(understood.class)
      ? item(words.fields.class, html`<span>${words.terms.classes[understood.class]}</span>`)
      : '',
    understood.country
      ? item(texts.country, html`<span>${countryName(words, understood.country)}</span>`)
      : '',
  ];
  const left = understood.leftOut.map(({ why, text }) => {
    const shown = inSentence(text.slice(0, SHOWN_MAX), 'ltr');
    return html`<p class="quiet">${why === 'too-long' ? texts.tooLong(shown) : texts.leftOut(shown)}</p>`;
  });
  return html`<section class="understood" aria-labelledby="understood"><h3 id="understood">${texts.understood}</h3><dl>${numbers}${said}</dl>${left}</section>`;
}

const item = (label: string, says: Html): Html => html`<div><dt>${label}</dt><dd>${says}</dd></div>`;

/** "third character worn, fifth 2 or Z". */
export function sayReading(words: Words, reading: Reading): string {
  const texts = IDENTIFY_WORDS[words.language];
  const facts = factsOf(reading);
  const told = [
    ...facts.worn.map((place) => ({ place, says: texts.worn })),
    ...facts.unknown.map((place) => ({ place, says: texts.unknown })),
    ...facts.either.map(({ place, may }) => ({
      place,
      says: (at: string) => texts.either(at, texts.or([...may].map((one) => inSentence(one, 'ltr')))),
    })),
  ].sort((a, b) => a.place - b.place);
  const places = told.map(({ place, says }, at) =>
    says(at === 0 ? texts.character(texts.ordinal(place)) : texts.ordinal(place)),
  );
  const all = [...places, ...facts.lost.map((where) => texts.lost[where])];
  return all.length === 0 ? texts.whole : all.join(listComma(words));
}

function named(
  words: Words,
  label: string,
  shares: readonly NamedShare[],
  typed: string | undefined,
  direction: 'ltr' | 'own' = 'own',
): Html | string {
  if (typed === undefined) return '';
  const texts = IDENTIFY_WORDS[words.language];
  const names = shares.filter(({ probability }) => probability >= TOLD_FROM).slice(0, NAMES_MAX);
  const as = inSentence(typed.slice(0, SHOWN_MAX), direction);
  if (names.length === 0) return item(label, html`<span>${texts.inNoTable(as)}</span>`);
  const name = texts.or(names.map((one) => inSentence(one.name, direction)));
  if (names[0]!.probability < SURE_FROM)
    return item(label, html`<span>${texts.mayStandFor(name, as)}</span>`);
  return item(label, html`<span>${isMended(names[0]!.name, typed) ? texts.typed(name, as) : name}</span>`);
}

function countryName({ locale }: Words, code: string): string {
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
