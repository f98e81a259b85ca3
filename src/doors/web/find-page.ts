/** Finding arms: what was asked, a dense table of what fits, its total, and the way to the next page. */
import { html } from 'hono/html';
import type { Found } from '../../acts/find-arms.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import { STATUSES } from '../../domain/custody/life-cycle.ts';
import { table } from './arm-tables.ts';
import { findForm } from './find-form.ts';
import { page } from './page.ts';
import { partyName } from './party-words.ts';
import { code, type Html, said, strip } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';
import type { FieldName, Words } from './words/words.ts';

/** The page with a page of results. */
export function foundPage(visit: Visit, found: Found): Html {
  const { words } = visit;
  const count = formatCount(words, found.total);
  const title =
    found.total === 0 ? words.results.none : words.results.total(count, found.more, found.total === 1);
  const says =
    found.total === 0
      ? html`<p>${words.results.noneHint}</p>`
      : html`${found.more ? html`<p class="quiet">${words.results.tooMany}</p>` : ''}${foundTable(visit, found)}${pager(visit, found)}`;
  return page(
    visit,
    words.results.title,
    html`<h1>${words.results.title}</h1>${findForm(visit)}<section class="card" aria-labelledby="found"><h2 id="found">${title}</h2>${says}</section>`,
  );
}

/** The page with the form alone, or with a sentence on what could not be used. */
export function formPage(
  visit: Visit,
  problem?: { readonly says: string; readonly field?: FieldName },
): Html {
  const { words } = visit;
  const says = problem ? html`<p class="alarm doubt" role="alert">${problem.says}</p>` : '';
  return page(
    visit,
    words.results.title,
    html`<h1>${words.results.title}</h1>${says}${findForm(visit, problem?.field)}`,
  );
}

function foundTable(visit: Visit, found: Found): Html {
  const { words } = visit;
  const { results, fields } = words;
  const rows = found.arms.map((arm) => {
    const there = link(visit, `/arms/${arm.number}`);
    const clashes =
      arm.contradictions > 0
        ? html`<a class="tag grave" href="${there}#events">${formatCount(words, arm.contradictions)}</a>`
        : '';
    const named = [arm.maker, arm.model].filter((one) => one !== undefined);
    const number = code(arm.number);
    // One way to the arm in each row: its serial, or its State number where nothing could be read.
    const [serial, state] =
      arm.serial === undefined
        ? [html`<span class="quiet">–</span>`, html`<a href="${there}">${number}</a>`]
        : [html`<a href="${there}">${strip(arm.serial, { small: true })}</a>`, number];
    return html`<tr><td>${serial}</td><td><span class="line">${classWord(words, arm.class)}</span><span class="line quiet">${named.map((one) => html`${said(one)} `)}</span></td><td>${arm.calibre ? code(arm.calibre) : ''}</td><td>${statusWord(words, arm.status)}</td><td>${arm.keeper === undefined ? words.nobody : said(partyName(words, found.names, arm.keeper))}</td><td class="day">${arm.lastOn === undefined ? words.unknown : formatWhen(words, arm.lastOn)}</td><td>${clashes}</td><td class="day">${state}</td></tr>`;
  });
  const heads = [fields.serial, results.arm, fields.calibre, fields.status, fields.keeper];
  return table(results.title, [...heads, results.last, results.alarms, results.number], rows);
}

function pager(visit: Visit, found: Found): Html {
  const { words } = visit;
  const { after, ...asked } = visit.query;
  const first = after ? html`<a href="${link(visit, '/find', asked)}">${words.results.first}</a>` : '';
  const next = found.next
    ? html`<a class="button" href="${link(visit, '/find', { ...asked, after: found.next })}">${words.results.next}</a>`
    : '';
  return html`<p class="do">${next} ${first}</p>`;
}

function classWord(words: Words, name: string): string {
  return isArmClass(name) ? words.terms.classes[name] : name;
}

function statusWord(words: Words, name: string): string {
  const status = STATUSES.find((one) => one === name);
  return status === undefined ? name : words.terms.statuses[status];
}
