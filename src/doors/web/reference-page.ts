/** The pages of makers, calibres and models: a table that is looked through, and one entry with all that is known of it. */
import { html } from 'hono/html';
import { REFERENCE_TABLES, type ReferenceList, type ReferenceTable } from '../../acts/list-reference.ts';
import type { ReferenceChanges } from '../../acts/list-reference-changes.ts';
import type { NormalisedWord } from '../../acts/normalise.ts';
import type { AnyEntry, ReferenceEntry } from '../../acts/view-reference.ts';
import type { Alias, Calibre, Maker, Model } from '../../domain/reference/entry.ts';
import { table } from './arm-tables.ts';
import { doneNote } from './deeds.ts';
import { armDrawing, armOutline } from './drawings/arm-drawing.ts';
import { inputField } from './forms.ts';
import { keptLanguage, page } from './page.ts';
import { changeWays, type Fact, historyCard, ownTag, stateCard, versionNote } from './reference-state.ts';
import { serialForms } from './serial-parts.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount } from './when.ts';
import { DRAWING_WORDS } from './words/drawings.ts';
import { PRACTICE_WORDS } from './words/practices.ts';
import { REFERENCE_WORDS } from './words/reference.ts';
import { REFERENCE_EDIT_WORDS } from './words/reference-edit.ts';

const textsOf = ({ words }: Visit) => REFERENCE_WORDS[words.language];

export type ReferenceListed = {
  readonly table: ReferenceTable;
  readonly text: string;
  readonly list: ReferenceList;
  /** What the words may stand for, where no name holds them. */
  readonly perhaps: NormalisedWord | undefined;
};

/** The page of one table. */
export function referencePage(visit: Visit, { table: shown, text, list, perhaps }: ReferenceListed): Html {
  const texts = textsOf(visit);
  const edits = REFERENCE_EDIT_WORDS[visit.words.language];
  const path = `/reference/${shown}`;
  const tabs = REFERENCE_TABLES.map(
    (one) =>
      html`<a class="button${one === shown ? '' : ' plain'}" href="${link(visit, `/reference/${one}`)}"${one === shown ? html` aria-current="page"` : ''}>${texts.tables[one]}</a> `,
  );
  const field = inputField({ name: 'q', label: texts.look, value: text, max: 120 }, 'search');
  const search = html`<form class="card filter" action="${path}" aria-label="${texts.show}">${keptLanguage(visit)}<div class="fields">${field}<p class="do"><button class="plain">${texts.show}</button></p></div></form>`;
  const q = text === '' ? undefined : text;
  const { maker, own } = visit.query;
  const next = list.next
    ? html`<a class="button plain" href="${link(visit, path, { q, maker, own, after: list.next })}">${texts.next}</a>`
    : '';
  const first = visit.query.after
    ? html`<a class="button plain" href="${link(visit, path, { q, maker, own })}">${texts.first}</a> `
    : '';
  const found =
    list.total === 0
      ? html`<p>${texts.none}</p>${perhaps ? perhapsList(visit, shown, perhaps) : ''}`
      : html`<p class="quiet">${texts.found(formatCount(visit.words, list.total))}</p>${linesTable(visit, shown, list)}<p class="do">${first}${next}</p>`;
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${doneNote(visit, edits.done)}<p class="do">${tabs}<a class="button plain" href="${link(visit, '/marking-practices')}">${PRACTICE_WORDS[visit.words.language].title}</a></p>${search}<p class="do">${ownWays(visit, shown)}</p>${versionNote(visit, list)}<section class="card">${found}</section>${filesCard(visit, shown)}`,
  );
}

/** The ways to add an entry, and to those of the State alone. */
function ownWays(visit: Visit, shown: ReferenceTable): Html {
  const texts = REFERENCE_EDIT_WORDS[visit.words.language];
  const path = `/reference/${shown}`;
  const add = offers(visit, 'edit-reference')
    ? html`<a class="button" href="${link(visit, `/reference/add/${shown}`)}">${texts.add[shown]}</a> `
    : '';
  const isOwn = visit.query.own === 'yes';
  return html`${add}<a class="button plain" href="${link(visit, path, isOwn ? {} : { own: 'yes' })}">${isOwn ? texts.all : texts.ownOnly}</a>`;
}

function filesCard(visit: Visit, shown: ReferenceTable): Html | string {
  if (!offers(visit, 'export-reference')) return '';
  const texts = REFERENCE_EDIT_WORDS[visit.words.language];
  const files = [
    [`${shown}.csv`, texts.downloadAll],
    [`${shown}-own.csv`, texts.downloadOwn],
    ['grammars.json', texts.grammars],
  ] as const;
  const links = files.map(([file, name]) => html`<a href="/reference/files/${file}">${name}</a> `);
  return html`<section class="card" aria-labelledby="files-title"><h2 id="files-title">${texts.download}</h2><p class="do">${links}</p></section>`;
}

function linesTable(visit: Visit, shown: ReferenceTable, { entries }: ReferenceList): Html {
  const texts = textsOf(visit);
  const { classes } = visit.words.terms;
  const outlines = new Map(shown === 'models' ? entries.map(({ code }) => [code, armOutline(code)]) : []);
  const isDrawn = [...outlines.values()].some((one) => one !== undefined);
  const rows = entries.map((one) => {
    const kind = one.kind ?? '';
    const called =
      shown === 'calibres' ? texts.kinds[kind as Calibre['kind']] : (classes[kind as Model['class']] ?? '');
    const name = html`<a href="${link(visit, `/reference/${shown}/${one.code}`)}">${said(one.name)}</a>${ownTag(visit, one.state !== undefined)}`;
    const last = shown === 'makers' ? countryName(visit, one.country) : called;
    const maker = shown === 'models' ? html`<td>${said(one.maker ?? '')}</td>` : '';
    return html`<tr><td>${name}</td>${maker}<td>${last}</td><td>${code(one.code)}</td>${isDrawn ? html`<td>${outlines.get(one.code) ?? ''}</td>` : ''}</tr>`;
  });
  const heads = {
    makers: [texts.name, texts.country, texts.code],
    calibres: [texts.name, texts.kind, texts.code],
    models: [texts.name, texts.maker, texts.class, texts.code],
  }[shown];
  if (isDrawn) heads.push(DRAWING_WORDS[visit.words.language].outline);
  return table(texts.tables[shown], heads, rows);
}

/** What was perhaps meant, each with how likely that is. */
function perhapsList(visit: Visit, shown: ReferenceTable, { candidates }: NormalisedWord): Html | string {
  if (candidates.length === 0) return '';
  const share = new Intl.NumberFormat(visit.words.locale, { style: 'percent' });
  const items = candidates.map(
    (one) =>
      html`<li><a href="${link(visit, `/reference/${shown}/${one.code}`)}">${said(one.name)}</a> <span class="quiet">${share.format(one.probability)}</span></li>`,
  );
  return html`<h2>${textsOf(visit).perhaps}</h2><ul class="facts">${items}</ul>`;
}

/** The page of one entry. */
export function referenceEntryPage(visit: Visit, view: ReferenceEntry, changes: ReferenceChanges): Html {
  const texts = textsOf(visit);
  const { table: shown, entry, names, serials, state } = view;
  const facts = factsOf(visit, entry, names);
  const rows = facts
    .filter(([label, value]) => value !== '' && label !== texts.marksAt)
    .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  const title = 'maker' in entry ? `${entry.name}, ${names[entry.maker] ?? entry.maker}` : entry.name;
  const back = html`<p class="back"><a href="${link(visit, `/reference/${shown}`)}">${texts.tables[shown]}</a></p>`;
  const named = (one: AnyEntry): readonly Fact[] => [
    [texts.name, said(one.name)],
    ...factsOf(visit, one, names),
  ];
  const beside = state?.program ? named(state.program) : [];
  const { done } = REFERENCE_EDIT_WORDS[visit.words.language];
  return page(
    visit,
    title,
    html`${back}<h1>${said(title)}</h1><p class="quiet">${code(entry.code)} · ${texts.toConfirm}</p>${doneNote(visit, done)}<section class="card"><dl class="answers">${rows}</dl></section>${'maker' in entry ? whereToLook(visit, entry) : ''}${changeWays(visit, view)}${stateCard(visit, view, named(entry), beside)}${serialForms(visit, serials)}${historyCard(visit, changes)}`,
  );
}

/** The places of a model's marks, on its drawing. */
function whereToLook(visit: Visit, model: Model): Html {
  const { heading } = DRAWING_WORDS[visit.words.language];
  return html`<section class="card" aria-labelledby="look"><h2 id="look">${heading}</h2>${armDrawing(visit, { model })}</section>`;
}

/** What is known of an entry, each fact by its name. */
function factsOf(visit: Visit, entry: AnyEntry, names: ReferenceEntry['names']): readonly Fact[] {
  const texts = textsOf(visit);
  const to: To = (within, codes) =>
    codes.length === 0
      ? ''
      : html`<ul class="facts">${codes.map((one) => html`<li><a href="${link(visit, `/reference/${within}/${one}`)}">${said(names[one] ?? one)}</a></li>`)}</ul>`;
  const own =
    'family' in entry
      ? calibreFacts(visit, entry, to)
      : 'maker' in entry
        ? modelFacts(visit, entry, to)
        : makerFacts(visit, entry, to);
  return [...own, [texts.alsoCalled, aliasList(visit, entry.aliases)], [texts.source, said(entry.source)]];
}

type To = (within: ReferenceTable, codes: readonly string[]) => Html | string;

function makerFacts(visit: Visit, maker: Maker, to: To): readonly Fact[] {
  const texts = textsOf(visit);
  const models = html`<a href="${link(visit, '/reference/models', { maker: maker.code })}">${texts.models}</a>`;
  return [
    [texts.country, countryName(visit, maker.country)],
    [texts.years, yearsOf(visit, maker)],
    [texts.marks, listOf(maker.marks)],
    [texts.licenceOf, to('makers', maker.licenceOf)],
    [texts.successorOf, to('makers', maker.successorOf)],
    [texts.tables.models, models],
  ];
}

function calibreFacts(visit: Visit, calibre: Calibre, to: To): readonly Fact[] {
  const texts = textsOf(visit);
  const edits = REFERENCE_EDIT_WORDS[visit.words.language];
  const format = new Intl.NumberFormat(visit.words.locale);
  const sizes = [calibre.bulletMm, calibre.caseMm].map((size) =>
    size === undefined ? '–' : format.format(size),
  );
  const isKnown = calibre.bulletMm !== undefined || calibre.caseMm !== undefined;
  const fits = to('calibres', calibre.alsoFits);
  return [
    [texts.kind, texts.kinds[calibre.kind]],
    [edits.columns.family, code(calibre.family)],
    [texts.bullet, isKnown ? code(sizes.join(' × ')) : ''],
    [texts.alsoFits, fits === '' ? '' : html`${fits}<p class="quiet">${texts.alsoFitsSays}</p>`],
    [texts.looksLike, to('calibres', calibre.looksLike)],
  ];
}

function modelFacts(visit: Visit, model: Model, to: To): readonly Fact[] {
  const texts = textsOf(visit);
  const { words } = visit;
  const edits = REFERENCE_EDIT_WORDS[words.language];
  const isEnglish = words.language === 'en';
  const tell =
    model.tellApart === undefined
      ? ''
      : html`${isEnglish ? '' : html`<span class="quiet">${texts.english}</span> `}<span lang="en" dir="ltr">${model.tellApart}</span>`;
  const marks = model.marksAt.map((place) => markPlace(visit, place));
  return [
    [texts.maker, to('makers', [model.maker])],
    [texts.class, words.terms.classes[model.class]],
    [edits.columns.action, model.action ? edits.actions[model.action] : ''],
    [texts.calibres, to('calibres', model.calibres)],
    [texts.country, countryName(visit, model.country)],
    [texts.years, yearsOf(visit, model)],
    [
      texts.marksAt,
      marks.length === 0 ? '' : html`<ul class="facts">${marks.map((one) => html`<li>${one}</li>`)}</ul>`,
    ],
    [texts.lookAlikes, to('models', model.lookAlikes)],
    [texts.tellApart, tell],
  ];
}

/** serial@frame-right in the words of the page. */
function markPlace(visit: Visit, place: string): string {
  const { markKinds, parts } = visit.words.terms;
  const [kind = '', where = ''] = place.split('@');
  const side = where.slice(where.lastIndexOf('-') + 1);
  const part = where.slice(0, where.lastIndexOf('-'));
  const called =
    kind === 'year'
      ? textsOf(visit).markYear
      : ((markKinds as Readonly<Record<string, string>>)[kind] ?? kind);
  const on = (parts as Readonly<Record<string, string>>)[part] ?? part;
  return `${called}${visit.words.colon}${on} (${textsOf(visit).sides[side] ?? side})`;
}

function aliasList(visit: Visit, aliases: readonly Alias[]): Html | string {
  if (aliases.length === 0) return '';
  const items = aliases.map(
    ({ text, unsure }) =>
      html`<li>${said(text)}${unsure ? html` <span class="quiet">(${textsOf(visit).ambiguous})</span>` : ''}</li>`,
  );
  return html`<ul class="facts">${items}</ul>`;
}

function listOf(texts: readonly string[]): Html | string {
  return texts.length === 0
    ? ''
    : html`<ul class="facts">${texts.map((one) => html`<li>${said(one)}</li>`)}</ul>`;
}

function yearsOf(visit: Visit, { from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from === undefined && to === undefined) return '';
  const texts = textsOf(visit);
  if (to === undefined) return texts.since(String(from));
  return from === undefined ? texts.until(String(to)) : texts.span(String(from), String(to));
}

function countryName({ words }: Visit, country: string | undefined): string {
  if (country === undefined) return '';
  return new Intl.DisplayNames([words.locale], { type: 'region' }).of(country) ?? country;
}
