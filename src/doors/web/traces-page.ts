/** The trace desk: what is due from us and what is owed to us, the earliest first; then traces as a filtered list. */
import { html } from 'hono/html';
import type { ListTraces, TraceList } from '../../acts/list-traces.ts';
import { FAILURES, OUTCOMES } from '../../domain/trace/outcome.ts';
import { table } from './arm-tables.ts';
import { choiceField, inputField } from './forms.ts';
import { keptLanguage, page } from './page.ts';
import { code, type Html, said } from './text.ts';
import { arrow, begun, card, clock, countryCell, termsOf, textsOf } from './trace-told.ts';
import { link, offers, type Visit, type Working } from './visit.ts';
import { formatWhen } from './when.ts';
import { PAPERS_WORDS } from './words/papers.ts';

type Due = TraceList['due'][number];

/** What the desk shows beside the lists: how late it is, what agencies are called, and how many lines it has room for. */
export type DeskWith = {
  readonly now: number;
  readonly agencies: ReadonlyMap<string, string>;
  readonly most?: number;
};

const THEIRS: ReadonlySet<Due['what']> = new Set([
  'agency',
  'waiting-for-answer',
  'waiting-for-acknowledgement',
]);
/** Named limit: lines of what is due on the desk, each way. */
const DUE_SHOWN_MAX = 40;

/** The page of the desk. */
export function tracesPage(visit: Working, list: TraceList, filter: Filter, desk: DeskWith): Html {
  const texts = textsOf(visit).desk;
  const isFirst = !filter.after && !isCounted(filter);
  const due = isFirst
    ? html`<div class="two-even">${dueCard(visit, list, 'ours', desk)}${dueCard(visit, list, 'theirs', desk)}</div>`
    : '';
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${ways(visit)}${due}${filterForm(visit, filter)}${listCard(visit, list, filter)}`,
  );
}

const WAYS = [
  { path: '/traces/questions', act: 'list-questions', name: 'questions' },
  { path: '/traces/lots', act: 'list-suspected-lots', name: 'lots' },
  { path: '/traces/statistics', act: 'count-traces', name: 'statistics' },
  { path: '/traces/rules', act: 'view-trace-rules', name: 'rules' },
] as const;

function ways(visit: Visit): Html | string {
  const texts = textsOf(visit).desk;
  const open = WAYS.filter(({ act }) => offers(visit, act));
  const letter = offers(visit, 'register-message')
    ? html`<li><a class="button plain" href="${link(visit, '/traces/register')}">${PAPERS_WORDS[visit.words.language].register}</a></li>`
    : '';
  if (open.length === 0 && letter === '') return '';
  return html`<nav class="ways-row" aria-label="${texts.title}"><ul class="ways">${open.map(({ path, name }) => html`<li><a class="button plain" href="${link(visit, path)}">${texts[name]}</a></li>`)}${letter}</ul></nav>`;
}

/** What is due from us or owed to us; the earliest first, the urgent before the rest of the late. */
export function dueCard(
  visit: Visit,
  { due }: Pick<TraceList, 'due'>,
  whose: 'ours' | 'theirs',
  desk: DeskWith,
): Html {
  const texts = textsOf(visit).desk;
  const all = due.filter(({ what }) => THEIRS.has(what) === (whose === 'theirs'));
  const none = whose === 'ours' ? texts.nothingOurs : texts.nothingTheirs;
  if (all.length === 0) return card(`due-${whose}`, texts[whose], html`<p class="quiet">${none}</p>`);
  const most = desk.most ?? DUE_SHOWN_MAX;
  const rows = all.slice(0, most).map((one) => dueRow(visit, one, desk));
  const more = all.length > most ? html`<p class="quiet">${texts.moreDue}</p>` : '';
  const heads = [texts.by, texts.what, texts.with];
  return card(`due-${whose}`, texts[whose], html`${table(texts[whose], heads, rows)}${more}`);
}

function dueRow(
  visit: Visit,
  { trace, reference, what, due, urgent, country, agency }: Due,
  { now, agencies }: DeskWith,
): Html {
  const { words } = visit;
  const texts = textsOf(visit).desk;
  const mark = urgent ? html` <span class="tag late">${texts.urgent}</span>` : '';
  const way = html`<a href="${link(visit, `/traces/${trace}`)}">${begun(words, termsOf(visit).due[what])}</a>`;
  const name = agency === undefined ? undefined : agencies.get(agency);
  const whom = name === undefined ? countryCell(words, country) : said(name);
  return html`<tr><td>${clock(visit, due, now, what !== 'release')}${mark}</td><td class="says">${way}<span class="line quiet">${code(reference)}</span></td><td>${whom}</td></tr>`;
}

/** Which traces are asked for. */
export type Filter = Omit<ListTraces, 'limit'>;
const isCounted = ({ status, kind, country, outcome, failure, year, ours, asked, state }: Filter): boolean =>
  [status, kind, country, outcome, failure, year, ours, asked, state].some((one) => one !== undefined);

function filterForm(visit: Visit, filter: Filter): Html {
  const texts = textsOf(visit).desk;
  const terms = termsOf(visit);
  const choices = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) =>
    codes.map((value) => ({ value, label: names[value] }));
  const { query } = visit;
  const fields = html`${choiceField({ name: 'status', label: texts.status, value: filter.status }, choices(['open', 'closed'], terms.traceStatuses), texts.any)}${choiceField({ name: 'kind', label: texts.kind, value: filter.kind }, choices(['own', 'asked'], terms.traces), texts.any)}${inputField({ name: 'country', label: texts.country, hint: texts.countryHint, value: query.country, code: true, max: 2 })}${choiceField({ name: 'outcome', label: texts.outcome, value: filter.outcome }, choices(OUTCOMES, terms.outcomes), texts.any)}${choiceField({ name: 'failure', label: texts.failure, value: filter.failure }, choices(FAILURES, terms.failures), texts.any)}${inputField({ name: 'year', label: texts.year, value: query.year, code: true, max: 4 }, 'text', html` inputmode="numeric"`)}`;
  return html`<form class="card filter" action="/traces" aria-label="${texts.filter}">${keptLanguage(visit)}<div class="fields">${fields}<p class="do"><button class="plain">${texts.show}</button></p></div></form>`;
}

/** Says what a figure counted, where the list is that of a figure. */
function countedNote(visit: Visit, { ours, asked, state }: Filter): Html | string {
  if (ours === undefined && asked === undefined && state === undefined) return '';
  const texts = textsOf(visit).desk;
  const parts = [
    ...(ours ? [ours === 'requester' ? texts.sent : texts.received] : []),
    ...(asked ? [texts.byYear(`\u2066${asked}\u2069`)] : []),
    ...(state ? [texts.states[state]] : []),
  ];
  const all = html`<a href="${link(visit, '/traces')}">${texts.all}</a>`;
  return html`<p>${texts.counted(parts.join(visit.words.language === 'ar' ? '، ' : ', '))} ${all}</p>`;
}

function listCard(visit: Visit, list: TraceList, filter: Filter): Html {
  const texts = textsOf(visit).desk;
  const { after, ...asked } = visit.query;
  const next = list.next
    ? html`<a class="button" href="${link(visit, '/traces', { ...asked, after: list.next })}">${texts.next}</a>`
    : '';
  const first = after
    ? html`<a class="button plain" href="${link(visit, '/traces', asked)}">${texts.first}</a>`
    : '';
  const rows = list.traces.map((trace) => traceRow(visit, trace));
  const heads = [texts.trace, texts.kind, texts.status, texts.requests, texts.opened, texts.touched];
  const lines = rows.length === 0 ? html`<p>${texts.none}</p>` : table(texts.list, heads, rows);
  const foot = next || first ? html`<p class="do">${next}${first}</p>` : '';
  return card('traces', texts.list, html`${countedNote(visit, filter)}${lines}${foot}`);
}

function traceRow(visit: Visit, trace: TraceList['traces'][number]): Html {
  const { words } = visit;
  const texts = textsOf(visit).desk;
  const terms = termsOf(visit);
  const requests = trace.requests.map(
    ({ country, status, urgent, ours }) =>
      html`<span class="line">${arrow(words, ours === 'requester' ? 'out' : 'in')} ${countryCell(words, country)}${words.colon}${terms.statuses[status]}${urgent ? html` <span class="tag late">${texts.urgent}</span>` : ''}</span>`,
  );
  const ended = trace.outcome ? html`<span class="line quiet">${terms.outcomes[trace.outcome]}</span>` : '';
  const tone = trace.status === 'open' ? '' : 'sound';
  const named = trace.case ? html`<span class="line quiet">${said(trace.case)}</span>` : '';
  return html`<tr><th scope="row"><a href="${link(visit, `/traces/${trace.id}`)}">${code(trace.reference)}</a>${named}</th><td>${terms.traces[trace.kind]}</td><td><span class="tag ${tone}">${terms.traceStatuses[trace.status]}</span>${ended}</td><td class="says">${requests.length === 0 ? html`<span class="quiet">${texts.noRequests}</span>` : requests}</td><td class="day">${formatWhen(words, trace.opened)}</td><td class="day">${formatWhen(words, trace.touched)}</td></tr>`;
}
