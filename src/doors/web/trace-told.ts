/**
 * What stands on every page of a trace in the same way: its words, countries by their names, the thing in one line, clocks.
 *
 * What could go wrong: an invented State of a demonstration that the runtime calls by a name of its own. The codes that no
 * country has (XA and the like) stand as they are.
 */
import { html } from 'hono/html';
import { isArmClass } from '../../domain/arms/classification.ts';
import type { Happened } from '../../domain/base/happened.ts';
import { readEarlier } from '../../domain/trace/earlier.ts';
import type { TracedItem } from '../../domain/trace/request.ts';
import type { TraceTerms } from '../words/trace-shape.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import { markStrip } from './strip.ts';
import { code, type Html, inSentence, said } from './text.ts';
import type { Visit } from './visit.ts';
import { formatCount, formatRecorded, formatWhen } from './when.ts';
import type { TraceFormWords } from './words/trace-forms-en.ts';
import { TRACE_FORM_WORDS, TRACES_WORDS } from './words/traces.ts';
import type { TracesWords } from './words/traces-en.ts';
import type { Words } from './words/words.ts';

/** The sentences of the trace desk. */
export const textsOf = ({ words }: Visit): TracesWords => TRACES_WORDS[words.language];
/** The words of its forms. */
export const formTextsOf = ({ words }: Visit): TraceFormWords => TRACE_FORM_WORDS[words.language];
/** The words of its closed lists. */
export const termsOf = ({ words }: Visit): TraceTerms => TRACE_TERMS[words.language];

const INVENTED = /^X[A-JL-Z]$/;

/** What a country is called. */
export function countryName({ locale }: Words, country: string): string {
  if (INVENTED.test(country)) return country;
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(country) ?? country;
}

/** The same for the middle of a sentence. */
export function countrySaid(words: Words, country: string | undefined, unknown: string): string {
  if (country === undefined) return unknown;
  return inSentence(countryName(words, country), INVENTED.test(country) ? 'ltr' : 'own');
}

/** A country on its own. */
export function countryCell(words: Words, country: string | undefined): Html | string {
  if (country === undefined) return '';
  return INVENTED.test(country) ? code(country) : said(countryName(words, country));
}

/** Several countries in one sentence. */
export function countriesSaid(words: Words, countries: readonly string[]): string {
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' });
  return list.format(countries.map((country) => countrySaid(words, country, '')));
}

/** The serial that a thing is called by. */
export function serialIn({ marks, lotNumber }: Pick<TracedItem, 'marks' | 'lotNumber'>): string | undefined {
  const serials = marks.filter(({ kind, text }) => kind === 'serial' && text !== '');
  const whole = serials.find(({ condition }) => condition === 'legible' || condition === 'restored');
  return (whole ?? serials.at(0))?.text ?? lotNumber;
}

/** The thing in one line: its serial as a strip, maker and model, class and calibre. */
export function itemLine(visit: Visit, item: TracedItem | undefined): Html | string {
  if (!item) return '';
  const { words } = visit;
  const serial = serialIn(item);
  const names = [item.maker, item.model].filter((one) => one !== undefined);
  const calibre = item.calibre ? html` · ${code(item.calibre)}` : '';
  const kind = isArmClass(item.class) && item.kind === 'arm' ? words.terms.classes[item.class] : undefined;
  return html`${serial ? markStrip(words, serial, { size: 'small' }) : ''}<span class="line quiet">${names.map((name) => html`${said(name)} `)}${kind ?? termsOf(visit).items[item.kind]}${calibre}</span>`;
}

/** A day by which something is due: said to be late where it is. */
export function clock(visit: Visit, due: string, now: number, ends = true): Html {
  const late =
    ends && Date.parse(due) < now ? html` <span class="tag grave">${textsOf(visit).desk.late}</span>` : '';
  return html`<span class="day">${formatRecorded(visit.words, due)}</span>${late}`;
}

/** A count in the middle of a sentence. */
export const countSaid = (words: Words, count: number): string =>
  inSentence(formatCount(words, count), 'ltr');

/** A moment in the middle of a sentence. */
export const momentSaid = (words: Words, instant: string): string =>
  inSentence(formatRecorded(words, instant));

/** A sentence with an upper-case letter at its beginning, where its script has one. */
export function begun({ locale }: Words, text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Which way something goes, as the language reads: out to the other side, or in from there. */
export function arrow({ direction }: Words, way: 'in' | 'out'): string {
  return (way === 'out') === (direction === 'ltr') ? '→' : '←';
}

/** One fact of a list of facts. */
export const fact = (name: string, value: Html | string): Html =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** A card of a page. */
export function card(id: string, title: string, contents: Html | string, extra: Html | string = ''): Html {
  return html`<section class="card" aria-labelledby="${id}-title" id="${id}"><div class="card-head"><h2 id="${id}-title">${title}</h2>${extra}</div>${contents}</section>`;
}

/** What an earlier answer said, as a request passes it on. */
export function earlierSaid(visit: Visit, says: string): Html | string {
  const read = readEarlier(says);
  if (!read) return said(says);
  if ('kind' in read) return termsOf(visit).answers[read.kind];
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const { country, happened, licence } = read.exported;
  return html`${begun(words, texts.exportedTo)} ${countryCell(words, country)} · ${formatWhen(words, happened as Happened)}${licence === undefined ? '' : html` · ${said(texts.licence(licence))}`}`;
}
