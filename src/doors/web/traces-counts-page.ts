/** Statistics of traces: requests by partner and year, own traces by how they ended. Each figure is a link to the list that it was counted from. */
import { html } from 'hono/html';
import type { TraceCounts } from '../../acts/count-traces.ts';
import { table } from './arm-tables.ts';
import { inputField } from './forms.ts';
import { keptLanguage, page } from './page.ts';
import type { Html } from './text.ts';
import { card, countryCell, countSaid, momentSaid, termsOf, textsOf } from './trace-told.ts';
import { link, offers, type Visit, type Working } from './visit.ts';
import { formatCount } from './when.ts';

type Row = TraceCounts['requests'][number];

/** The page of statistics. */
export function countsPage(visit: Working, counts: TraceCounts): Html {
  const texts = textsOf(visit);
  const { counts: own } = texts;
  const side = (ours: Row['ours'], title: string): Html => {
    const rows = counts.requests.filter((one) => one.ours === ours);
    return card(ours, title, rows.length === 0 ? html`<p>${own.none}</p>` : requestTable(visit, title, rows));
  };
  const years = html`<form class="card filter" action="/traces/statistics" aria-label="${own.years}">${keptLanguage(visit)}<div class="fields">${inputField({ name: 'from', label: own.from, value: visit.query.from, code: true, max: 4 })}${inputField({ name: 'to', label: own.to, value: visit.query.to, code: true, max: 4 })}<p class="do"><button class="plain">${texts.desk.show}</button></p></div></form>`;
  const back = html`<p class="back"><a href="${link(visit, '/traces')}">${texts.trace.back}</a></p>`;
  return page(
    visit,
    own.title,
    html`${offers(visit, 'list-traces') ? back : ''}<h1>${own.title}</h1><p class="lead">${own.lead(momentSaid(visit.words, counts.asOf))}</p>${years}${side('requester', own.sent)}${side('responder', own.received)}${outcomesCard(visit, counts)}`,
  );
}

/** A figure, leading to what it counted. */
function figure(visit: Visit, count: number, query: Readonly<Record<string, string | undefined>>): Html {
  const text = html`<bdi dir="ltr">${formatCount(visit.words, count)}</bdi>`;
  return count > 0 && offers(visit, 'list-traces')
    ? html`<a href="${link(visit, '/traces', query)}">${text}</a>`
    : text;
}

function requestTable(visit: Visit, title: string, rows: readonly Row[]): Html {
  const { words } = visit;
  const { counts: own, trace } = textsOf(visit);
  const most = Math.max(1, ...rows.map(({ requests }) => requests));
  const days = (value: number | undefined): Html | string =>
    value === undefined ? '–' : html`<bdi dir="ltr">${formatDays(visit, value)}</bdi>`;
  const lines = rows.map((row) => {
    const query = {
      ours: row.ours,
      asked: String(row.year),
      ...(row.country ? { country: row.country } : {}),
    };
    const at = (count: number, state?: string): Html =>
      html`<td class="figure">${figure(visit, count, { ...query, state })}</td>`;
    return html`<tr><td>${row.year}</td><th scope="row">${row.country ? countryCell(words, row.country) : trace.unknownCountry}</th><td class="figure">${figure(visit, row.requests, query)}${bar(visit, row, most)}</td>${at(row.acknowledged, 'acknowledged')}${at(row.answered, 'answered')}${at(row.refused, 'refused')}${at(row.open, 'open')}<td class="figure">${days(row.medianDays)}</td><td class="figure">${days(row.ninetiethDays)}</td></tr>`;
  });
  const heads = [
    own.year,
    own.partner,
    own.requests,
    own.acknowledged,
    own.answered,
    own.refused,
    own.open,
    own.median,
    own.ninetieth,
  ];
  return table(title, heads, lines);
}

const BAR = 110;

/** How many were asked, and of these how many were answered, as a bar. */
function bar(visit: Visit, { requests, answered }: Row, most: number): Html {
  const { words } = visit;
  const says = textsOf(visit).counts.barSays(countSaid(words, answered), countSaid(words, requests));
  const wide = Math.max(2, Math.round((requests / most) * BAR));
  const done = Math.round((answered / Math.max(1, requests)) * wide);
  const isTurned = words.direction === 'rtl';
  const x = (width: number): number => (isTurned ? BAR - width : 0);
  return html`<svg class="count-bar" viewBox="0 0 ${BAR} 8" width="${BAR}" height="8" role="img" aria-label="${says}"><rect class="asked" x="${x(wide)}" width="${wide}" height="8" rx="2"/><rect class="answered" x="${x(done)}" width="${done}" height="8" rx="2"/></svg>`;
}

function formatDays({ words }: Visit, days: number): string {
  return new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(days);
}

function outcomesCard(visit: Visit, { outcomes }: TraceCounts): Html {
  const { counts: own } = textsOf(visit);
  const terms = termsOf(visit);
  if (outcomes.length === 0) return card('outcomes', own.outcomes, html`<p>${own.none}</p>`);
  const most = Math.max(...outcomes.map(({ traces }) => traces));
  const rows = outcomes.map(({ year, outcome, failure, traces }) => {
    const query = {
      kind: 'own',
      year: String(year),
      outcome,
      failure,
      ...(outcome ? {} : { status: 'open' }),
    };
    const wide = Math.max(2, Math.round((traces / most) * BAR));
    const isTurned = visit.words.direction === 'rtl';
    const drawn = html`<svg class="count-bar" viewBox="0 0 ${BAR} 8" width="${BAR}" height="8" aria-hidden="true"><rect class="answered" x="${isTurned ? BAR - wide : 0}" width="${wide}" height="8" rx="2"/></svg>`;
    return html`<tr><td>${year}</td><th scope="row">${outcome ? terms.outcomes[outcome] : own.stillOpen}</th><td>${failure ? terms.failures[failure] : ''}</td><td class="figure">${figure(visit, traces, query)}${drawn}</td></tr>`;
  });
  return card(
    'outcomes',
    own.outcomes,
    table(own.outcomes, [own.year, own.outcome, own.failure, own.traces], rows),
  );
}
