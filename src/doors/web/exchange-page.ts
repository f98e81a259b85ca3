/** How the exchange with other nodes stands: what waits for whom, what was held or refused, what was not taken. */
import { html } from 'hono/html';
import type { ExchangeState, PassedShown } from '../../acts/view-exchange.ts';
import { refusal } from '../../domain/base/refusal.ts';
import { table } from './arm-tables.ts';
import { page } from './page.ts';
import { sayRefusal } from './refusal-words.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded, formatWhen } from './when.ts';
import { PEER_WORDS } from './words/peers.ts';

/** The state of the exchange. */
export function exchangePage(visit: Visit, state: ExchangeState): Html {
  const { words } = visit;
  const texts = PEER_WORDS[words.language];
  const names = new Map(state.peers.map(({ peer, name }) => [peer, name]));
  const counts = state.notTaken.map(
    ({ day, code: why, count }) =>
      html`<tr><td class="day">${formatWhen(words, day)}</td><td class="says">${sayRefusal(words, refusal(why))}</td><td>${formatCount(words, count)}</td></tr>`,
  );
  const notTaken =
    counts.length === 0
      ? html`<p>${texts.nothing}</p>`
      : table(texts.notTaken, [texts.day, texts.why2, texts.count], counts);
  const peers = offers(visit, 'list-peers')
    ? html`<p><a href="${link(visit, '/peers')}">${texts.back}</a></p>`
    : '';
  return page(
    visit,
    texts.exchange,
    html`<h1>${texts.exchange}</h1><p class="lead">${texts.exchangeLead}</p>${peers}<section class="card">${peersTable(visit, state)}</section><section class="card"><h2>${texts.sent}</h2>${passedTable(visit, texts.sent, state.sent, names)}</section><section class="card"><h2>${texts.came}</h2>${passedTable(visit, texts.came, state.came, names)}</section><section class="card"><h2>${texts.notTaken}</h2>${notTaken}</section>`,
  );
}

function peersTable(visit: Visit, { peers }: ExchangeState): Html {
  const { words } = visit;
  const texts = PEER_WORDS[words.language];
  if (peers.length === 0) return html`<p>${texts.none}</p>`;
  const rows = peers.map(
    ({ state, name, standing, waiting, oldest, next, answer }) =>
      html`<tr><th scope="row">${code(state)} ${said(name)}</th><td>${texts.standing[standing]}</td><td>${formatCount(words, waiting)}</td><td class="day">${oldest ? formatRecorded(words, oldest) : ''}</td><td class="day">${next ? formatRecorded(words, next) : ''}</td><td>${answer ? code(answer) : ''}</td></tr>`,
  );
  const heads = [texts.peer, texts.stands, texts.waiting, texts.oldest, texts.next, texts.answer];
  return table(texts.exchange, heads, rows);
}

function passedTable(
  visit: Visit,
  label: string,
  passed: readonly PassedShown[],
  names: ReadonlyMap<string, string>,
): Html {
  const { words } = visit;
  const texts = PEER_WORDS[words.language];
  if (passed.length === 0) return html`<p>${texts.nothing}</p>`;
  const rows = passed.map((one) => {
    const why =
      one.code === undefined ? '' : html`<span class="line">${sayRefusal(words, refusal(one.code))}</span>`;
    const word = one.reason === undefined ? '' : html`<span class="line">${code(one.reason)}</span>`;
    const other =
      one.conflicts === 0
        ? ''
        : html`<span class="line">${texts.conflicts(formatCount(words, one.conflicts))}</span>`;
    return html`<tr><td>${said(names.get(one.peer) ?? one.peer)}</td><td>${code(one.type)}</td><td class="day">${formatRecorded(words, one.made)}</td><td>${texts.states[one.state] ?? one.state}</td><td class="says">${why}${word}${other}</td></tr>`;
  });
  return table(label, [texts.peer, texts.type, texts.made, texts.state, texts.why2], rows);
}
