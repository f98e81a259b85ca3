/** The page of what became of a file: every row accounted for, the damage found, what waits for a person, the quarantine. */
import { html } from 'hono/html';
import type { ImportShown } from '../../acts/list-imports.ts';
import type { Quarantined } from '../../acts/list-quarantined.ts';
import { table } from './arm-tables.ts';
import { filesWords } from './files-page.ts';
import { page } from './page.ts';
import { type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded } from './when.ts';
import type { FilesWords } from './words/files.ts';

const CELLS_SHOWN_MAX = 300;

/** The page. `rows` are the first in quarantine, undefined where the role does not see them. */
export function resultPage(visit: Visit, found: ImportShown, rows: readonly Quarantined[] | undefined): Html {
  const texts = filesWords(visit);
  const { words } = visit;
  const { counters, state } = found;
  const how = state === 'done' ? texts.done : state === 'stopped' ? texts.noFile : texts.states[state];
  const figure = (name: string, count: number): Html =>
    html`<div><dt>${name}</dt><dd>${formatCount(words, count)}</dd></div>`;
  const figures = [
    figure(texts.rows, counters.rowsRead),
    figure(texts.registered, counters.armsRegistered),
    figure(texts.known, counters.alreadyKnown),
    figure(texts.others, counters.otherObjects),
    figure(texts.quarantined, counters.quarantined),
    figure(texts.armsMade, counters.armsMade),
  ];
  const about = [found.register, found.by, formatRecorded(words, found.touched)].filter(
    (one) => one !== undefined,
  );
  return page(
    visit,
    texts.result,
    html`<h1>${said(found.file)}</h1><p class="lead">${how}</p><p class="quiet">${about.map((one) => html`<span class="line">${said(one)}</span>`)}</p><section class="card" aria-labelledby="result"><h2 id="result">${texts.result}</h2><dl class="figures">${figures}</dl><p class="quiet">${texts.sum}</p></section>${damageCard(visit, found)}${alarmsCard(visit, found)}${quarantineCard(visit, found, rows)}<p class="do"><a class="button plain" href="${link(visit, '/files')}">${texts.back}</a></p>`,
  );
}

function damageCard(visit: Visit, { counters }: ImportShown): Html {
  const texts = filesWords(visit);
  const { damage } = visit.words.terms;
  const found = Object.entries(counters.damage).sort((a, b) => b[1] - a[1]);
  const lines = found.map(([one, count]) => {
    const says = one in damage ? damage[one as keyof typeof damage] : one;
    return html`<li>${texts.countOf(formatCount(visit.words, count), says)}</li>`;
  });
  const list = lines.length === 0 ? html`<p class="quiet">${texts.noDamage}</p>` : html`<ul>${lines}</ul>`;
  return html`<section class="card" aria-labelledby="damage"><h2 id="damage">${texts.damage}</h2>${list}</section>`;
}

function alarmsCard(visit: Visit, { counters }: ImportShown): Html {
  const texts = filesWords(visit);
  const count = counters.alarms ?? 0;
  const way = offers(visit, 'list-work')
    ? html` <a href="${link(visit, '/to-settle')}">${texts.work}</a>`
    : '';
  const says =
    count === 0
      ? html`<p class="quiet">${texts.noAlarms}</p>`
      : html`<p><strong>${formatCount(visit.words, count)}</strong>${way}</p>`;
  return html`<section class="card" aria-labelledby="alarms"><h2 id="alarms">${texts.alarms}</h2>${says}</section>`;
}

function quarantineCard(
  visit: Visit,
  { id, counters }: ImportShown,
  rows: readonly Quarantined[] | undefined,
): Html | string {
  const texts = filesWords(visit);
  if (rows === undefined) return '';
  const total = counters.quarantined;
  const shown = rows.map(
    ({ sheet, row, reasons, cells }) =>
      html`<tr><th scope="row">${said(sheet)} ${formatCount(visit.words, row)}</th><td>${sayReasons(texts, reasons)}</td><td class="says">${said(cellsOf(cells).join(' · ').slice(0, CELLS_SHOWN_MAX))}</td></tr>`,
  );
  const list =
    rows.length === 0
      ? html`<p class="quiet">${texts.quarantineNone}</p>`
      : html`<p>${texts.quarantineSays}</p>${rows.length < total ? html`<p class="quiet">${texts.shown(formatCount(visit.words, rows.length))}</p>` : ''}${table(texts.quarantineTitle, [texts.row, texts.reason, texts.cells], shown)}<p class="do"><a class="button" href="${link(visit, `/files/${id}/quarantined.csv`)}" download>${texts.download}</a></p>`;
  return html`<section class="card" aria-labelledby="quarantine"><h2 id="quarantine">${texts.quarantineTitle}</h2>${list}</section>`;
}

/** Reasons as they are kept, joined by commas or blanks, in words. */
export function sayReasons(texts: FilesWords, reasons: string): string {
  return reasons
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one) => (one in texts.reasons ? texts.reasons[one as keyof typeof texts.reasons] : one))
    .join('; ');
}

/** The cells of a row as it stood; none where they were erased. */
export function cellsOf(cells: string | null): readonly string[] {
  return cells === null ? [] : (JSON.parse(cells) as string[]);
}
