/** Who may read what came to a trace for authorised officials only, and what those see who may not. */
import { html } from 'hono/html';
import type { RequestView, TraceView } from '../../acts/trace-view-output.ts';
import { table } from './arm-tables.ts';
import { type Html, said } from './text.ts';
import { card, momentSaid } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { READS_WORDS } from './words/reads.ts';
import { OFFICIAL_WORDS } from './words/trace-officials.ts';

/** True where what was told in a request is not for whoever looks. */
export const isClosed = ({ officialsOnly }: Pick<RequestView, 'officialsOnly'>): boolean =>
  officialsOnly === 'not-named';

/** True where anything of the trace is not for whoever looks. */
export const isClosedTo = ({ requests }: Pick<TraceView, 'requests'>): boolean => requests.some(isClosed);

/** The card of the officials; nothing where the limit stands nowhere and nobody was named. */
export function officialsCard(visit: Working, view: TraceView): Html | string {
  const { requests, officials, id } = view;
  const isReserved = requests.some(({ officialsOnly }) => officialsOnly !== undefined);
  if (!isReserved && officials.length === 0) return '';
  const texts = OFFICIAL_WORDS[visit.words.language];
  const rows = officials.map(({ name, received, at }) => {
    const who = name === '' ? html`<span class="quiet">${texts.officialUnnamed}</span>` : said(name);
    const how = [
      ...(received ? [texts.officialReceived] : []),
      ...(at ? [texts.officialNamed(momentSaid(visit.words, at))] : []),
    ];
    return html`<tr><th scope="row">${who}</th><td class="says">${how.map((one) => html`<span class="line">${one}</span>`)}</td></tr>`;
  });
  const list =
    rows.length === 0
      ? html`<p class="quiet">${texts.nobodyNamed}</p>`
      : table(texts.officials, [texts.official, texts.officialHow], rows);
  // Whoever is not named names nobody, but for those who see no cases and gain nothing by it.
  const may =
    offers(visit, 'name-official') && (!isClosedTo(view) || !visit.person.role.sees.includes('case'));
  const way = may
    ? html`<p class="do"><a class="button plain" href="${link(visit, `/traces/${id}/official`)}">${texts.nameOfficial}</a></p>`
    : '';
  const reads = offers(visit, 'list-accesses')
    ? html`<p><a href="${link(visit, `/traces/${id}/reads`)}">${READS_WORDS[visit.words.language].ofTrace}</a></p>`
    : '';
  return card(
    'officials',
    texts.officials,
    html`<p class="quiet">${texts.officialsSay}</p>${list}${way}${reads}`,
  );
}
