/** How States mark arms: what is looked through with drawings, one practice, and the practices of a State for other pages. */
import { html } from 'hono/html';
import type { MarkingPractices, PracticeTold } from '../../acts/list-marking-practices.ts';
import type { ReferenceChanges } from '../../acts/list-reference-changes.ts';
import { PRACTICE_KINDS } from '../../domain/reference/practice.ts';
import { parseDrawing } from '../../domain/reference/symbols.ts';
import { countryName } from './country-name.ts';
import { doneNote } from './deeds.ts';
import { choiceField, inputField } from './forms.ts';
import { markDrawing } from './mark-drawing.ts';
import { keptLanguage, page } from './page.ts';
import { historyCard, ownTag } from './reference-state.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount } from './when.ts';
import { PRACTICE_WORDS } from './words/practices.ts';

const textsOf = ({ words }: Pick<Visit, 'words'>) => PRACTICE_WORDS[words.language];

/** The list, with what is looked for. */
export function practicesPage(visit: Visit, { practices, total, next }: MarkingPractices): Html {
  const texts = textsOf(visit);
  const { after: _after, lang: _lang, ...query } = visit.query;
  const way = (path: string, label: string): Html =>
    html`<a class="button plain" href="${path}">${label}</a> `;
  const more = next ? way(link(visit, '/marking-practices', { ...query, after: next }), texts.next) : '';
  const first = visit.query.after ? way(link(visit, '/marking-practices', query), texts.first) : '';
  const list =
    total === 0
      ? html`<p>${texts.none}</p>`
      : html`<p class="quiet">${texts.found(formatCount(visit.words, total))}</p>${practiceList(visit, practices)}<p class="do">${first}${more}</p>`;
  const add = offers(visit, 'record-marking-practice')
    ? html`<a class="button" href="${link(visit, '/marking-practices/record')}">${texts.add}</a> `
    : '';
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${doneNote(visit, texts.done)}${searchForm(visit)}<p class="do">${add}${way(link(visit, '/reference'), texts.to)}</p><section class="card">${list}</section>`,
  );
}

function searchForm(visit: Visit): Html {
  const texts = textsOf(visit);
  const { q, mark, country, kind } = visit.query;
  const kinds = PRACTICE_KINDS.map((value) => ({ value, label: texts.kinds[value] }));
  const fields = html`${inputField({ name: 'mark', label: texts.mark, value: mark, max: 120 }, 'search')}${inputField({ name: 'country', label: texts.country, value: country, max: 60 })}${choiceField({ name: 'kind', label: texts.kind, value: kind }, kinds, texts.any)}${inputField({ name: 'q', label: texts.text, value: q, max: 120 }, 'search')}`;
  return html`<form class="card filter" action="/marking-practices" aria-label="${texts.show}">${keptLanguage(visit)}<p class="hint">${texts.mark}${visit.words.colon}${texts.markHint}</p><div class="fields">${fields}</div><p class="do"><button class="plain">${texts.show}</button></p></form>`;
}

/** Practices with their drawings; `beside` is what else stands with each. */
export function practiceList(
  visit: Visit,
  practices: readonly PracticeTold[],
  beside: (practice: PracticeTold) => Html | string = () => '',
): Html {
  const texts = textsOf(visit);
  const items = practices.map((one) => {
    const name = html`<a href="${link(visit, `/marking-practices/${one.code}`)}">${said(one.authority ?? one.code)}</a>${ownTag(visit, one.state !== undefined)}`;
    const facts = [texts.kinds[one.kind], yearsOf(visit, one.fit ?? one), texts.sureness[one.sure]].filter(
      Boolean,
    );
    return html`<li class="practice">${drawingOf(visit, one)}<div>${whoseOf(visit, one.fit?.countries ?? one.countries)}<span class="line">${name}</span><span class="line">${looksOf(visit, one)}</span><span class="line quiet">${facts.join(' · ')}</span>${beside(one)}</div></li>`;
  });
  return html`<ul class="practices">${items}</ul>`;
}

/** Named limit: States that are named at once. */
const NAMED_MAX = 5;

function whoseOf(visit: Visit, countries: readonly string[]): Html {
  const names = countriesOf(visit, countries);
  if (countries.length <= NAMED_MAX) return html`<strong class="line">${names}</strong>`;
  const { countries: label } = textsOf(visit);
  return html`<details><summary>${label}${visit.words.colon}${formatCount(visit.words, countries.length)}</summary>${names}</details>`;
}

/** The drawing of a practice, or an empty place. */
export function drawingOf(visit: Visit, { drawing }: PracticeTold): Html {
  const drawn = drawing === undefined ? undefined : parseDrawing(drawing);
  return drawn === undefined || 'says' in drawn
    ? html`<span class="mark-drawing" aria-hidden="true"></span>`
    : markDrawing(visit, drawn);
}

/** Names of States in the order of the language. */
export function countriesOf(visit: Visit, countries: readonly string[]): Html {
  const names = countries
    .map((one) => countryName(visit, one))
    .toSorted((a, b) => a.localeCompare(b, visit.words.locale));
  return html`${names.map((one, at) => html`${at === 0 ? '' : ' · '}${said(one)}`)}`;
}

/** What it looks like, in the language of the page where it is written so, else in the first that there is. */
function looksOf({ words }: Visit, { looks }: PracticeTold): Html {
  const own = looks[words.language];
  const [language, text] =
    own === undefined ? (Object.entries(looks)[0] ?? ['en', '']) : [words.language, own];
  return html`<span lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">${said(text ?? '')}</span>`;
}

/** The years that a practice or a mark leaves open. */
export function yearsOf(
  visit: Visit,
  { from, to }: { readonly from?: number; readonly to?: number },
): string {
  const texts = textsOf(visit);
  const isolated = (year: number): string => `\u2066${year}\u2069`;
  if (from !== undefined && to !== undefined)
    return from === to ? isolated(from) : texts.span(isolated(from), isolated(to));
  if (from !== undefined) return texts.since(isolated(from));
  return to === undefined ? '' : texts.to1(isolated(to));
}

/** One practice, with what the State changed of it. */
export function practicePage(visit: Visit, one: PracticeTold, changes: ReferenceChanges): Html {
  const texts = textsOf(visit);
  const { parts } = visit.words.terms;
  const codes = Object.entries(one.years);
  const facts: readonly (readonly [string, Html | string])[] = [
    [texts.countries, countriesOf(visit, one.countries)],
    [texts.kind, texts.kinds[one.kind]],
    [texts.looks, looksOf(visit, one)],
    [
      texts.texts,
      one.texts.length === 0
        ? ''
        : html`<ul class="facts">${one.texts.map((text) => html`<li>${code(text)}</li>`)}</ul>`,
    ],
    [texts.pattern, one.pattern === undefined ? '' : code(one.pattern)],
    [texts.where, one.where.map((part) => parts[part]).join(' · ')],
    [texts.years, yearsOf(visit, one)],
    [
      texts.yearCodes,
      codes.length === 0 ? '' : html`${codes.map(([name, year]) => html`${code(`${name} ${year}`)} `)}`,
    ],
    [texts.source, html`<span lang="en" dir="ltr">${said(one.source)}</span>`],
    [texts.sure, texts.sureness[one.sure]],
    [texts.code, code(one.code)],
  ];
  const rows = facts.flatMap(([name, value]) =>
    value === '' ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`],
  );
  const way = (deed: string, label: string): Html =>
    html`<a class="button plain" href="${link(visit, `/marking-practices/${one.code}/${deed}`)}">${label}</a> `;
  const ways = offers(visit, 'record-marking-practice')
    ? html`<p class="do">${way('change', texts.change)}${one.state ? way('take-back', texts.takeBack) : ''}</p>`
    : '';
  const title = one.authority ?? one.code;
  return page(
    visit,
    title,
    html`<p class="back"><a href="${link(visit, '/marking-practices')}">${texts.all}</a></p><h1>${said(title)}${ownTag(visit, one.state !== undefined)}</h1>${doneNote(visit, texts.done)}<section class="card"><div class="practice">${drawingOf(visit, one)}<dl class="answers">${rows}</dl></div></section>${ways}${historyCard(visit, changes)}`,
  );
}
