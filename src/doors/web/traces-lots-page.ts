/** Suspected lots: recoveries whose numbers lie close together, each leading to its trace, and the way to ask once for the lot. */
import { html } from 'hono/html';
import type { SuspectedLots } from '../../acts/list-suspected-lots.ts';
import { table } from './arm-tables.ts';
import { page } from './page.ts';
import { code, type Html, said } from './text.ts';
import { card, textsOf } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { formatCount } from './when.ts';

/** Named limit: recoveries of one lot that are named. */
const RECOVERIES_SHOWN_MAX = 12;

/** The page of suspected lots. */
export function lotsPage(visit: Working, { lots }: SuspectedLots): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const { lots: own } = texts;
  const ask = (trace: string): Html | string =>
    offers(visit, 'send-request')
      ? html`<p><a class="button plain" href="${link(visit, `/traces/${trace}/request`)}">${own.askOnce}</a></p>`
      : '';
  const rows = lots.map(({ maker, prefix, digits, from, to, traces }) => {
    const number = (value: number): string => `${prefix}${String(value).padStart(digits, '0')}`;
    const links = traces
      .slice(0, RECOVERIES_SHOWN_MAX)
      .map(
        (trace) =>
          html`<li><a href="${link(visit, `/traces/${trace}`)}">${code(trace.slice(-8).toUpperCase())}</a></li>`,
      );
    return html`<tr><th scope="row">${said(maker)}</th><td>${code(number(from))} – ${code(number(to))}</td><td>${formatCount(words, traces.length)}<ul class="row-links">${links}</ul>${ask(traces[0]!)}</td></tr>`;
  });
  const list =
    rows.length === 0
      ? html`<p>${own.none}</p>`
      : table(own.title, [own.maker, own.numbers, own.recoveries], rows);
  const back = html`<p class="back"><a href="${link(visit, '/traces')}">${texts.trace.back}</a></p>`;
  return page(
    visit,
    own.title,
    html`${back}<h1>${own.title}</h1><p class="lead">${own.lead}</p>${card('lots', own.title, list)}`,
  );
}
