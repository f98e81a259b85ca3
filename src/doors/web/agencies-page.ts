/** Agencies as a tree that goes two levels down on each page, and one agency with its names, its parts and what became of it. */
import { html } from 'hono/html';
import type { AgencyEvent, AgencyShown } from '../../acts/list-agencies.ts';
import { table } from './arm-tables.ts';
import { doneNote } from './deeds.ts';
import { page } from './page.ts';
import type { Names } from './people-page.ts';
import { type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatRecorded, formatWhen } from './when.ts';
import { AGENCY_WORDS } from './words/agencies.ts';

/** Agencies of one level, those right below them, and whether there are more than are shown. */
export type Tree = {
  readonly level: readonly AgencyShown[];
  readonly below: readonly AgencyShown[];
  readonly next: string | undefined;
  readonly moreBelow: boolean;
};

export type AgencyDeed = 'rename' | 'place' | 'merge' | 'disband';
export const AGENCY_DEEDS: readonly AgencyDeed[] = ['rename', 'place', 'merge', 'disband'];

const TONES = { active: 'sound', merged: 'late', disbanded: 'late' } as const;

function agencyLine(visit: Visit, one: AgencyShown): Html {
  const { words } = visit;
  const gone =
    one.state === 'active'
      ? ''
      : html` <span class="tag late">${AGENCY_WORDS[words.language].states[one.state]}</span>`;
  return html`<a href="${link(visit, `/agencies/${one.id}`)}">${said(one.name)}</a> <span class="quiet">· ${words.terms.partyKinds[one.kind]}</span>${gone}`;
}

function treeList(visit: Visit, { level, below, next, moreBelow }: Tree, path: string): Html {
  const texts = AGENCY_WORDS[visit.words.language];
  const items = level.map((one) => {
    const parts = below.filter(({ parent }) => parent === one.id);
    return html`<li>${agencyLine(visit, one)}${parts.length > 0 ? html`<ul>${parts.map((part) => html`<li>${agencyLine(visit, part)}</li>`)}</ul>` : ''}</li>`;
  });
  const { gone } = visit.query;
  const first =
    visit.query.after === undefined
      ? ''
      : html`<a href="${link(visit, path, { gone })}">${texts.firstPage}</a>`;
  const more = next
    ? html`<a class="button plain" href="${link(visit, path, { gone, after: next })}">${texts.next}</a>`
    : '';
  return html`<ul class="tree">${items}</ul>${moreBelow ? html`<p class="quiet">… ${texts.moreBelow}</p>` : ''}${first || more ? html`<p class="do">${first} ${more}</p>` : ''}`;
}

/** The tree of agencies. */
export function agenciesPage(visit: Visit, tree: Tree): Html {
  const texts = AGENCY_WORDS[visit.words.language];
  const gone = visit.query.gone === 'yes';
  const other = html`<a class="button plain" href="${link(visit, '/agencies', { gone: gone ? undefined : 'yes' })}">${gone ? texts.hideGone : texts.showGone}</a>`;
  const add = offers(visit, 'record-agency')
    ? html`<a class="button" href="${link(visit, '/agencies/add')}">${texts.add}</a>`
    : '';
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p><p class="do">${add} ${other}</p><section class="card">${tree.level.length === 0 ? html`<p>${texts.none}</p>` : treeList(visit, tree, '/agencies')}</section>`,
  );
}

export type AgencyView = {
  readonly agency: AgencyShown;
  readonly tree: Tree;
  readonly tookIn: readonly AgencyShown[];
  readonly names: Names;
};

/** One agency. */
export function agencyPage(visit: Visit, view: AgencyView): Html {
  const { words } = visit;
  const texts = AGENCY_WORDS[words.language];
  const { agency, tree, tookIn } = view;
  const parts = html`<section class="card" aria-labelledby="parts"><h2 id="parts">${texts.parts}</h2>${tree.level.length === 0 ? html`<p>${texts.noneBelow}</p>` : treeList(visit, tree, `/agencies/${agency.id}`)}</section>`;
  const taken =
    tookIn.length === 0
      ? ''
      : html`<section class="card" aria-labelledby="took"><h2 id="took">${texts.tookIn}</h2><ul class="tree">${tookIn.map((one) => html`<li>${agencyLine(visit, one)}</li>`)}</ul></section>`;
  return page(
    visit,
    texts.title,
    html`<p class="find"><a href="${link(visit, '/agencies')}">${texts.all}</a></p><h1>${said(agency.name)}</h1>${doneNote(visit, { recorded: texts.done })}${answers(visit, view)}${deeds(visit, agency)}${namesCard(visit, agency)}${parts}${taken}${historyCard(visit, view)}`,
  );
}

function agencyLink(visit: Visit, id: string, names: Names): Html {
  return html`<a href="${link(visit, `/agencies/${id}`)}">${said(names.get(id) ?? id.slice(-6))}</a>`;
}

function answers(visit: Visit, { agency, names }: AgencyView): Html {
  const { words } = visit;
  const texts = AGENCY_WORDS[words.language];
  const answer = (name: string, value: Html | string): Html =>
    html`<div><dt>${name}</dt><dd><strong>${value}</strong></dd></div>`;
  const state = html`<span class="tag ${TONES[agency.state]}">${texts.states[agency.state]}</span>`;
  return html`<dl class="answers">${answer(texts.kind, words.terms.partyKinds[agency.kind])}${answer(texts.state, state)}${answer(texts.partOf, agency.parent ? agencyLink(visit, agency.parent, names) : texts.partOfNothing)}${agency.into ? answer(texts.mergedInto, agencyLink(visit, agency.into, names)) : ''}${answer(texts.usesShort, agency.usesRegister ? texts.usesYes : texts.usesNo)}</dl>`;
}

function deeds(visit: Visit, { id, state }: AgencyShown): Html | string {
  const texts = AGENCY_WORDS[visit.words.language];
  const people = offers(visit, 'list-people')
    ? html`<a class="button plain" href="${link(visit, '/people', { party: id })}">${texts.people}</a>`
    : '';
  if (!offers(visit, 'record-agency') || state !== 'active') return html`<p class="do">${people}</p>`;
  const ways = AGENCY_DEEDS.map(
    (deed) =>
      html`<a class="button plain" href="${link(visit, `/agencies/${id}/${deed}`)}">${texts[deed]}</a> `,
  );
  return html`<p class="do"><a class="button" href="${link(visit, '/agencies/add', { under: id })}">${texts.addBelow}</a> ${ways}${people}</p>`;
}

/** From when to when it bore which name; in the order in which that happened, as far as it is known. */
function namesCard(visit: Visit, { history = [] }: AgencyShown): Html | string {
  const { words } = visit;
  const texts = AGENCY_WORDS[words.language];
  const named = history.filter((event) => event.name !== undefined);
  if (named.length === 0) return '';
  const rows = named.map((event, n) => {
    const later = named[n + 1];
    const until = later === undefined ? texts.now : formatWhen(words, later.happened);
    return html`<tr><th scope="row">${said(event.name ?? '')}</th><td class="day">${formatWhen(words, event.happened)}</td><td class="day">${until}</td></tr>`;
  });
  return html`<section class="card" aria-labelledby="names"><h2 id="names">${texts.names}</h2>${table(texts.names, [texts.name, texts.from, texts.until], rows)}</section>`;
}

function historyCard(visit: Visit, { agency, names }: AgencyView): Html {
  const { words } = visit;
  const texts = AGENCY_WORDS[words.language];
  const about = ({ name, parent, into }: AgencyEvent): Html =>
    html`${name === undefined ? '' : html`<span class="line">${said(name)}</span>`}${[parent, into].filter((id) => id !== undefined).map((id) => html`<span class="line">${agencyLink(visit, id, names)}</span>`)}`;
  const rows = (agency.history ?? []).map(
    (event) =>
      html`<tr><th scope="row">${texts.events[event.type]}</th><td class="says">${about(event)}</td><td class="day">${formatWhen(words, event.happened)}</td><td class="day">${formatRecorded(words, event.recorded)}</td></tr>`,
  );
  return html`<section class="card" aria-labelledby="history"><h2 id="history">${texts.history}</h2>${table(texts.history, [texts.event, texts.name, texts.when, texts.recorded], rows)}</section>`;
}
