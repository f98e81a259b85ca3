/**
 * What the State has changed in the reference tables, as pages show it: since when and why a row is its own, the program's row
 * beside it, and the history of changes.
 */
import { html } from 'hono/html';
import type { ReferenceChanges } from '../../acts/list-reference-changes.ts';
import type { ReferenceEntry } from '../../acts/view-reference.ts';
import { type Fields, TABLES_OF } from '../../domain/reference/tables.ts';
import { table } from './arm-tables.ts';
import { page } from './page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded, formatWhen } from './when.ts';
import { REFERENCE_EDIT_WORDS } from './words/reference-edit.ts';

const textsOf = ({ words }: Pick<Visit, 'words'>) => REFERENCE_EDIT_WORDS[words.language];

/** A fact of an entry by its name, empty where there is nothing to tell. */
export type Fact = readonly [string, Html | string];

/** Day of a moment as it stands in a sentence. */
function dayOf({ words }: Visit, at: string): string {
  return `\u2068${formatWhen(words, at)}\u2069`;
}

/** A tag beside the name of a row of the State. */
export function ownTag(visit: Pick<Visit, 'words'>, isOwn: boolean): Html | string {
  return isOwn ? html` <span class="tag">${textsOf(visit).own}</span>` : '';
}

/** The ways to change an entry, and to take the State's row back. */
export function changeWays(visit: Visit, { table: shown, entry, state }: ReferenceEntry): Html | string {
  if (!offers(visit, 'edit-reference')) return '';
  const texts = textsOf(visit);
  const way = (deed: string, label: string): Html =>
    html`<a class="button plain" href="${link(visit, `/reference/${deed}/${shown}/${entry.code}`)}">${label}</a> `;
  return html`<p class="do">${way('change', texts.change)}${state ? way('take-back', texts.takeBack) : ''}</p>`;
}

/** Why a row is the State's, and where it differs from the program's; nothing of an entry that the State left alone. */
export function stateCard(
  visit: Visit,
  { state }: ReferenceEntry,
  own: readonly Fact[],
  shipped: readonly Fact[],
): Html | string {
  if (state === undefined) return '';
  const texts = textsOf(visit);
  const day = dayOf(visit, state.at);
  const says = state.program ? texts.changedOn(day) : texts.ownSince(day);
  const rows = own.flatMap(([label, value], at) => {
    const [, before = ''] = shipped[at] ?? [];
    if (String(value) === String(before)) return [];
    return [html`<tr><th scope="row">${label}</th><td>${value}</td><td>${before}</td></tr>`];
  });
  const beside =
    state.program && rows.length > 0
      ? html`<h3>${texts.beside}</h3>${table(texts.beside, [texts.field, texts.state, texts.program], rows)}`
      : '';
  return html`<section class="card" aria-labelledby="state-title"><h2 id="state-title">${says}</h2><p>${texts.why}${visit.words.colon}${said(state.why)}</p>${beside}</section>`;
}

/** Changes one below the other, each with the row as it was put. */
function changeList(visit: Visit, { changes }: ReferenceChanges, isOneEntry: boolean): Html {
  const texts = textsOf(visit);
  const items = changes.map((one) => {
    const who = one.name ?? one.operator;
    const by = who === '' ? '' : html` · ${said(who)}`;
    const entry = isOneEntry ? '' : html` · ${entryLink(visit, one)}`;
    const what = one.fields === undefined ? texts.tookBack : rowDetails(visit, one.fields);
    return html`<li><span class="line"><strong>№ ${formatCount(visit.words, one.version)}</strong> · ${formatRecorded(visit.words, one.at)}${entry}${by}</span><span class="line">${texts.why}${visit.words.colon}${said(one.why)}</span>${what}</li>`;
  });
  return html`<ul class="patterns">${items}</ul>`;
}

function entryLink(visit: Visit, { table: of, code: own }: ReferenceChanges['changes'][number]): Html {
  if (of === 'grammar') return code(own);
  if (of === 'practice') return html`<a href="${link(visit, `/marking-practices/${own}`)}">${code(own)}</a>`;
  return html`<a href="${link(visit, `/reference/${TABLES_OF[of]}/${own}`)}">${code(own)}</a>`;
}

function rowDetails(visit: Visit, fields: Fields): Html {
  const texts = textsOf(visit);
  const labels: Readonly<Record<string, string>> = texts.columns;
  const lines = Object.entries(fields).map(([column, cell]) => {
    const label = Object.hasOwn(labels, column) ? labels[column] : column;
    return html`<div><dt>${label}</dt><dd>${said(typeof cell === 'string' ? cell : JSON.stringify(cell))}</dd></div>`;
  });
  return html`<details><summary>${texts.put}</summary><dl>${lines}</dl></details>`;
}

/** The history of one entry, where it has one. */
export function historyCard(visit: Visit, changes: ReferenceChanges): Html | string {
  if (changes.changes.length === 0) return '';
  const { history } = textsOf(visit);
  return html`<section class="card" aria-labelledby="changes-title"><h2 id="changes-title">${history}</h2>${changeList(visit, changes, true)}</section>`;
}

/** The page of all changes. */
export function changesPage(visit: Visit, changes: ReferenceChanges): Html {
  const texts = textsOf(visit);
  const shown =
    changes.changes.length === 0 ? html`<p>${texts.historyNone}</p>` : changeList(visit, changes, false);
  const older =
    changes.next === undefined
      ? ''
      : html`<p class="do"><a class="button plain" href="${link(visit, '/reference/changes', { after: changes.next })}">${texts.older}</a></p>`;
  return page(
    visit,
    texts.history,
    html`<p class="back"><a href="${link(visit, '/reference')}">${visit.words.way.reference}</a></p><h1>${texts.history}</h1><p class="lead">${texts.historyLead}</p><section class="card">${shown}${older}</section>`,
  );
}

/** The version of the tables, and the rows of the State that are left aside. */
export function versionNote(
  visit: Visit,
  { version, unusable }: { readonly version: number; readonly unusable: readonly string[] },
): Html | string {
  if (version === 0) return '';
  const texts = textsOf(visit);
  const { language, locale } = visit.words;
  const codes = new Intl.ListFormat(locale).format(unusable.map((one) => inSentence(one, 'ltr')));
  const aside = unusable.length === 0 ? '' : html`<p class="alarm doubt">${texts.unusable(codes)}</p>`;
  const count = inSentence(formatCount(visit.words, version), 'ltr');
  return html`${aside}<p class="quiet"><a href="${link(visit, '/reference/changes')}">${REFERENCE_EDIT_WORDS[language].version(count)}</a></p>`;
}
