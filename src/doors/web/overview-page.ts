/** The first page: of a demonstration, the form, the counts and what waits; of a live home, only that the register runs. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import { serialOf } from './arm-answers.ts';
import { gravestFirst, sayClash } from './arm-clash.ts';
import { table } from './arm-tables.ts';
import { findForm } from './find-form.ts';
import { page } from './page.ts';
import { code, type Html, said, strip } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';

export type WorkLine = {
  readonly kind: string;
  readonly severity: string;
  readonly opened: string;
  readonly entry: string;
  /** The arm it is about, where it is about one. */
  readonly arm: ArmView | undefined;
};

export type Overview = {
  readonly arms: { readonly total: number; readonly more: boolean };
  readonly entries: number;
  readonly waiting: { readonly total: number; readonly more: boolean };
  readonly work: readonly WorkLine[];
};

/** The first page of a demonstration. */
export function overviewPage(visit: Visit, overview: Overview): Html {
  const { words } = visit;
  const texts = words.overview;
  const count = ({ total, more }: Overview['arms']): string =>
    `\u2066${formatCount(words, total)}${more ? '+' : ''}\u2069`;
  const figures = html`<dl class="figures"><div><dt>${texts.arms}</dt><dd><a href="${link(visit, '/find', { search: 'all' })}">${count(overview.arms)}</a></dd></div><div><dt>${texts.entries}</dt><dd>${formatCount(words, overview.entries)}</dd></div><div><dt>${texts.openWork}</dt><dd><a href="#work">${count(overview.waiting)}</a></dd></div></dl>`;
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${figures}${findForm(visit)}<section class="card" id="work" aria-labelledby="work-title"><h2 id="work-title">${texts.workTitle}</h2>${work(visit, overview.work)}</section>`,
  );
}

function work(visit: Visit, lines: readonly WorkLine[]): Html {
  const { words } = visit;
  const texts = words.overview;
  if (lines.length === 0) return html`<p>${texts.workEmpty}</p>`;
  const rows = lines.map((line) => {
    const grave = line.severity === 'highest' || line.severity === 'high' ? line.severity : 'low';
    const tone = grave === 'highest' ? 'grave' : 'late';
    return html`<tr><td><span class="tag ${tone}">${texts.grave[grave]}</span></td><td>${what(visit, line)}</td><td>${armCell(visit, line.arm)}</td><td class="day">${formatWhen(words, line.opened)}</td></tr>`;
  });
  return table(texts.workTitle, [texts.gravity, texts.what, words.results.arm, texts.opened], rows);
}

function what(visit: Visit, line: WorkLine): string {
  const { words } = visit;
  const view = line.arm;
  const clash = view && gravestFirst(view).find((one) => one.kind === line.kind && one.entry === line.entry);
  if (view && clash) return sayClash(words, view, clash);
  return line.kind === 'perhaps-same-arm' ? words.overview.perhapsSame : words.overview.other;
}

function armCell(visit: Visit, view: ArmView | undefined): Html | string {
  if (!view) return '';
  const serial = serialOf(view);
  const { maker, model } = view.state.description;
  return html`<a href="${link(visit, `/arms/${view.number}`)}">${serial ? strip(serial, { small: true }) : code(view.number)}</a><span class="line quiet">${[maker, model].map((one) => (one ? html`${said(one)} ` : ''))}</span>`;
}

/** The only page of a live home, until there is sign-in. */
export function livePage(visit: Visit, entries: number): Html {
  const { live } = visit.words;
  const says = html`<p>${live.entries(formatCount(visit.words, entries))}</p><p>${live.how} <bdi dir="ltr" class="code">npx countermark</bdi></p>`;
  return page(visit, live.title, html`<h1>${live.title}</h1><p class="lead">${live.runs}</p>${says}`);
}
