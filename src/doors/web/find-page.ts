/** Finding arms: what was asked, a dense table of what fits, its total, and the way to the pages before and after. */
import { html } from 'hono/html';
import type { Found, FoundArm } from '../../acts/find-arms.ts';
import type { KeptSearch } from '../../acts/searches.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import { STATUSES } from '../../domain/custody/life-cycle.ts';
import { table } from './arm-tables.ts';
import { askWay } from './exports-page.ts';
import { type Asked, type FindField, findForm } from './find-form.ts';
import { exportForm, keepForm, keptCard } from './find-kept.ts';
import { problem } from './forms.ts';
import { page } from './page.ts';
import { partyName } from './party-words.ts';
import { markStrip } from './strip.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';
import { FIND_WORDS } from './words/find.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import type { Words } from './words/words.ts';

/** Where a list stands: its address without the page, and the search that is kept for it. */
export type Where = {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly kept?: KeptSearch;
};

/** Where nothing is found as it was typed: the way to what is left of it, with what an address may hold. */
function identifyWay(visit: Visit, { serial, maker, model, calibre, class: kind }: Asked): Html | string {
  if (serial === undefined || !offers(visit, 'identify-arm')) return '';
  const path = link(visit, '/identify', { reading: serial, maker, model, calibre, class: kind });
  return html`<p><a class="button plain" href="${path}">${IDENTIFY_WORDS[visit.words.language].fromFind}</a></p>`;
}

/** The page with a page of results. */
export function foundPage(visit: Visit, found: Found, asked: Asked, where: Where): Html {
  const { words } = visit;
  const count = formatCount(words, found.total);
  const title =
    found.total === 0 ? words.results.none : words.results.total(count, found.more, found.total === 1);
  const says =
    found.total === 0
      ? html`<p>${words.results.noneHint}</p>${identifyWay(visit, asked)}`
      : html`${found.more ? html`<p class="quiet">${words.results.tooMany}</p>` : ''}${foundTable(visit, found)}${pager(visit, found, where)}`;
  const beside = html`${where.kept ? keepForm(visit, where.kept) : ''}${found.total > 0 ? html`${exportForm(visit, asked)}${askWay(visit, asked)}` : ''}`;
  return page(
    visit,
    words.results.title,
    html`<h1>${words.results.title}</h1>${findForm(visit, asked)}<section class="card" aria-labelledby="found"><h2 id="found">${title}</h2>${says}</section><div class="two">${beside}</div>`,
  );
}

export type FormShown = {
  readonly asked?: Asked;
  readonly problem?: { readonly says: string; readonly field?: FindField };
  readonly kept?: readonly KeptSearch[];
};

/** The page with the form alone, or with a sentence on what could not be used. */
export function formPage(visit: Visit, { asked, problem: wrong, kept = [] }: FormShown): Html {
  const { words } = visit;
  return page(
    visit,
    words.results.title,
    html`<h1>${words.results.title}</h1>${problem(wrong?.says)}${findForm(visit, asked, wrong?.field)}${keptCard(visit, kept)}`,
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
        : [html`<a href="${there}">${markStrip(words, arm.serial, { size: 'small' })}</a>`, number];
    return html`<tr><td>${serial}</td><td><span class="line">${classWord(words, arm.class)}</span><span class="line quiet">${named.map((one) => html`${said(one)} `)}</span></td><td>${arm.calibre ? code(arm.calibre) : ''}</td><td>${statusWord(words, arm.status)}</td><td>${arm.keeper === undefined ? words.nobody : said(partyName(words, found.names, arm.keeper))}</td><td class="day">${arm.lastOn === undefined ? words.unknown : formatWhen(words, arm.lastOn)}</td><td>${clashes}</td><td class="day">${state}</td></tr>`;
  });
  const heads = [fields.serial, results.arm, fields.calibre, fields.status, fields.keeper];
  return table(results.title, [...heads, results.last, results.alarms, results.number], rows);
}

const cursorOf = (arm: FoundArm): string => `${arm.lastOn ?? ''}/${arm.id}`;

/** The ways to the first page, the one before, the next and the last. */
function pager(visit: Visit, found: Found, where: Where): Html | string {
  const { results, language } = visit.words;
  const texts = FIND_WORDS[language];
  const { after, last } = visit.query;
  const [first, end] = [found.arms[0], found.arms.at(-1)];
  const further = found.next !== undefined;
  const before = last ? further : Boolean(after);
  const next = last ? Boolean(after) : further;
  const to = (query: Readonly<Record<string, string>>): string =>
    link(visit, where.path, { ...where.query, ...query });
  const away = (there: boolean, query: Readonly<Record<string, string>>, says: string): Html | string =>
    there ? html`<a class="button plain" href="${to(query)}">${says}</a> ` : '';
  if (!first || !end || !(before || next)) return '';
  const ways = [
    away(before, { search: 'all' }, results.first),
    away(before, { last: '1', after: cursorOf(first) }, texts.previous),
    next ? html`<a class="button" href="${to({ after: cursorOf(end) })}">${results.next}</a> ` : '',
    away(next, { last: '1' }, texts.last),
  ];
  return html`<p class="do">${ways}</p>`;
}

function classWord(words: Words, name: string): string {
  return isArmClass(name) ? words.terms.classes[name] : name;
}

function statusWord(words: Words, name: string): string {
  const status = STATUSES.find((one) => one === name);
  return status === undefined ? name : words.terms.statuses[status];
}
