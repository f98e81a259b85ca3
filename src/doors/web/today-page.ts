/** The first page: what is overdue, what waits to be confirmed, what is disputed; nothing else. */

import { html } from 'hono/html';
import type { FoundArm } from '../../acts/find-arms.ts';
import type { WorkItem } from '../../acts/list-work.ts';
import { PERHAPS_SAME } from '../../acts/same-evidence.ts';
import type { Counted, HandOverLine, Today } from '../../acts/view-today.ts';
import { table } from './arm-tables.ts';
import { listedWork } from './listing-work.ts';
import { page } from './page.ts';
import { markStrip } from './strip.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';

/** The first page of whoever works with arms; `more` are the parts that stand between hand-overs and work. */
export function todayPage(visit: Visit, today: Today, more: readonly (Html | string)[] = []): Html {
  const { words } = visit;
  const texts = words.overview;
  const count = ({ total, more }: Counted): string =>
    `\u2066${formatCount(words, total)}${more ? '+' : ''}\u2069`;
  const figures = html`<dl class="figures"><div><dt>${texts.arms}</dt><dd><a href="${link(visit, '/find', { search: 'all' })}">${count(today.arms)}</a></dd></div><div><dt>${texts.entries}</dt><dd>${formatCount(words, today.entries)}</dd></div><div><dt>${texts.openWork}</dt><dd><a href="#work">${count(today.open)}</a></dd></div></dl>`;
  return page(
    visit,
    words.way.today,
    html`<h1>${words.way.today}</h1>${figures}${handOvers(visit, today)}${more}<section class="card" id="work" aria-labelledby="work-title"><h2 id="work-title">${texts.workTitle}</h2>${work(visit, today)}</section>`,
  );
}

/** How many entries there are, for a role that sees no arm. */
export function entriesFigure({ words }: Visit, today: Today): Html {
  return html`<dl class="figures"><div><dt>${words.overview.entries}</dt><dd>${formatCount(words, today.entries)}</dd></div></dl>`;
}

function handOvers(visit: Visit, today: Today): Html | string {
  const { words } = visit;
  const texts = words.overview;
  if (today.handOvers.length === 0) return '';
  const rows = today.handOvers.map((line) => {
    const arm = today.about.get(line.arm);
    return html`<tr><td>${stateOf(visit, today, line)}</td><td>${armCell(visit, arm)}</td><td class="day">${line.due === undefined ? '' : formatWhen(words, line.due)}</td></tr>`;
  });
  return html`<section class="card" aria-labelledby="hand-overs"><h2 id="hand-overs">${texts.handOvers}</h2>${table(texts.handOvers, [texts.gravity, words.results.arm, texts.due], rows)}</section>`;
}

function stateOf(visit: Visit, today: Today, line: HandOverLine): Html {
  const texts = visit.words.overview;
  const tone = line.overdue ? 'grave' : 'late';
  const says = line.mine ? texts.waitsForYou : line.overdue ? texts.overdue : texts.waits;
  const tag = html`<span class="tag ${tone}">${says}</span>`;
  if (!line.mine || !offers(visit, 'record-event')) return tag;
  return html`<a href="${link(visit, `/arms/${today.about.get(line.arm)?.number ?? line.arm}/answer`)}">${tag}</a>`;
}

function work(visit: Visit, today: Today): Html {
  const { words } = visit;
  const texts = words.overview;
  if (today.work.length === 0) return html`<p>${texts.workEmpty}</p>`;
  const rows = today.work.map((line) => {
    const grave = line.severity === 'highest' || line.severity === 'high' ? line.severity : 'low';
    const tone = grave === 'highest' ? 'grave' : 'late';
    return html`<tr><td><span class="tag ${tone}">${texts.grave[grave]}</span></td><td>${workName(visit, line)}</td><td>${armCell(visit, today.about.get(line.subject))}</td><td class="day">${formatWhen(words, line.opened)}</td></tr>`;
  });
  const all = offers(visit, 'list-work')
    ? html`<p><a href="${link(visit, '/to-settle')}">${texts.allWork}</a></p>`
    : '';
  return html`${table(texts.workTitle, [texts.gravity, texts.what, words.results.arm, texts.opened], rows)}${all}`;
}

/** What an item of the work list is about, in words. */
export function workName(visit: Visit, item: WorkItem): string {
  const { words } = visit;
  const clash = Object.entries(words.terms.clashes).find(([kind]) => kind === item.kind)?.[1];
  if (clash) return clash.name;
  const listed = listedWork(visit, item);
  if (listed) return listed.name;
  return item.kind === PERHAPS_SAME ? words.overview.perhapsSame : words.overview.other;
}

/** An arm in a line of a list: its serial, or its number where nothing could be read, with maker and model. */
export function armCell(visit: Visit, arm: FoundArm | undefined): Html | string {
  if (!arm) return '';
  const { serial, maker, model, number } = arm;
  return html`<a href="${link(visit, `/arms/${number}`)}">${serial ? markStrip(visit.words, serial, { size: 'small' }) : code(number)}</a><span class="line quiet">${[maker, model].map((one) => (one ? html`${said(one)} ` : ''))}</span>`;
}
