/** The page on which a letter is registered: the paper on one side, the fields on the other. */
import { html } from 'hono/html';
import type { PaperList } from '../../acts/list-papers.ts';
import { PAPER_CHANNELS } from '../../acts/register-message.ts';
import type { TakenPlace } from '../../acts/taken-pictures.ts';
import { OUTCOMES } from '../../domain/trace/outcome.ts';
import type { SaidKind } from '../../domain/trace/thread.ts';
import { PAPER_LANGUAGES, PAPER_WORDS } from '../papers/words.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import { documentParts } from './document-parts.ts';
import {
  choiceField,
  form,
  inputField,
  problem,
  sendButton,
  textField,
  tickField,
  type Values,
} from './forms.ts';
import { pictureFields } from './letter-pictures.ts';
import { page } from './page.ts';
import { paperFields, sectionsOf } from './paper-fields.ts';
import { type Html, said } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { formatRecorded } from './when.ts';
import { PAPERS_WORDS } from './words/papers.ts';

export type Letter = {
  readonly act: string;
  readonly kind: SaidKind;
  /** The request in which it is said, and its trace; none of a new one. */
  readonly trace?: string | undefined;
  readonly request?: string | undefined;
  readonly paper?: PaperList['papers'][number] | undefined;
  readonly values: Values;
  readonly wrong: ReadonlyMap<string, string>;
  readonly says?: string | undefined;
  /** True where the fields were read from a filled form. */
  readonly isRead?: boolean;
  /** The pictures of a filled form, where it is a request. */
  readonly pictures?: readonly TakenPlace[];
  /** What was read and stands in no field of this kind. */
  readonly notes?: readonly string[];
};

/** What waits, taking in another, and the empty forms. */
export function letterStart(
  visit: Working,
  waiting: PaperList['papers'],
  takeIn: Html,
  query: Readonly<Record<string, string | undefined>>,
): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const list =
    waiting.length === 0
      ? html`<p class="quiet">${texts.noneWaits}</p>`
      : html`<ul class="papers">${waiting.map((one) => html`<li><a href="${link(visit, '/traces/register', { ...query, paper: one.id })}">${said(one.title ?? one.media)}</a> <span class="quiet">${formatRecorded(visit.words, one.added)}</span></li>`)}</ul>`;
  const forms = PAPER_LANGUAGES.map(
    (language) =>
      html`<li><a href="/traces/forms/${language}" lang="${language}" download>${PAPER_WORDS[language].ownName}</a></li>`,
  );
  return page(
    visit,
    texts.register,
    html`<h1>${texts.register}</h1><p class="lead">${texts.registerLead}</p><div class="two"><div>${takeIn}</div><div><section class="card" aria-labelledby="waiting"><h2 id="waiting">${texts.waiting}</h2>${list}</section><section class="card" aria-labelledby="forms"><h2 id="forms">${texts.forms}</h2><p>${texts.formsLead}</p><ul class="facts">${forms}</ul></section></div></div><p class="do"><a class="button plain" href="${link(visit, '/traces/register', { ...query, paper: 'none' })}">${texts.withoutScan}</a></p>`,
  );
}

/** A form that takes a file in. */
export function takeInForm(visit: Working, action: string, act: string, title: string, says?: string): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const file = inputField({ name: 'file', label: texts.file, hint: texts.fileHint, required: true }, 'file');
  const contents = html`<h2>${title}</h2>${file}${inputField({ name: 'title', label: texts.called })}${sendButton(texts.send)}`;
  return html`${problem(says)}${form(visit, { action, act, files: true }, contents)}`;
}

/** The paper and the fields beside it. */
export function letterPage(visit: Working, letter: Letter): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const { messages } = TRACE_TERMS[visit.words.language];
  const notes = (letter.notes ?? []).map((note) => html`<li>${note}</li>`);
  const read = letter.isRead ? html`<p class="alarm doubt" role="status">${texts.filledRead}</p>` : '';
  const unread = notes.length > 0 ? html`<ul class="facts">${notes}</ul>` : '';
  return page(
    visit,
    texts.register,
    html`<h1>${texts.register}: ${messages[letter.kind]}</h1>${kinds(visit, letter)}${problem(letter.says)}${read}${unread}<div class="two"><div>${scan(visit, letter)}</div><div>${letterForm(visit, letter)}</div></div>`,
  );
}

/** Of a request that stands, what else it may be. */
function kinds(visit: Working, { kind, trace, request, paper }: Letter): Html | string {
  if (request === undefined) return '';
  const { messages } = TRACE_TERMS[visit.words.language];
  const query = { trace, request, paper: paper?.id ?? 'none' };
  const all = (Object.keys(messages) as SaidKind[]).filter((one) => one !== 'request');
  return html`<nav class="tabs" aria-label="${PAPERS_WORDS[visit.words.language].kind}">${all.map((one) =>
    one === kind
      ? html`<span aria-current="page">${messages[one]}</span> `
      : html`<a href="${link(visit, '/traces/register', { ...query, kind: one })}">${messages[one]}</a> `,
  )}</nav>`;
}

function scan(visit: Working, { paper }: Letter): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  if (!paper) return html`<p class="quiet">${texts.noPapers}</p>`;
  const large = paper.copies.find(({ form: one }) => one === 'large');
  const shown = large
    ? html`<a href="/documents/${paper.id}/large"><img class="scan" src="/documents/${paper.id}/large" alt="${texts.scan}" width="${large.width}" height="${large.height}"></a>`
    : html`<p>${texts.noScan}</p><p><a class="button plain" href="/traces/paper/${paper.id}" download>${texts.original}</a></p>`;
  return html`<section class="card" aria-labelledby="scan"><h2 id="scan">${texts.scan}</h2>${shown}</section>`;
}

function letterForm(visit: Working, letter: Letter): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const terms = TRACE_TERMS[visit.words.language];
  const { act, kind, trace, request, paper, values, wrong } = letter;
  const wish = (name: string, label: string) => ({
    ...{ name, label, value: values.get(name), wrong: wrong.get(name) },
  });
  const hidden = Object.entries({ kind, trace, request, paper: paper?.id ?? 'none' }).map(([name, value]) =>
    value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const channels = PAPER_CHANNELS.map((value) => ({ value, label: terms.channels[value] }));
  const came = html`<div class="fields">${choiceField(wish('channel', texts.channel), channels)}${inputField({ ...wish('country', texts.country), code: true, max: 2 })}${inputField(wish('dated', texts.dated), 'date')}${inputField({ ...wish('received', texts.received), hint: texts.dayHint, required: true }, 'date')}</div>`;
  const fields =
    sectionsOf(kind).length > 0 ? paperFields(visit, kind, values, wrong) : freeFields(visit, letter);
  const anew = kind === 'request' ? tickField(wish('anew', texts.anew)) : '';
  const pictures = paper ? pictureFields(visit, paper.id, letter.pictures ?? [], values) : '';
  const contents = html`${hidden}${came}${fields}${pictures}${anew}${sendButton(texts.keep)}`;
  return form(visit, { action: '/traces/register', act, class: 'card record' }, contents);
}

function freeFields(visit: Working, { kind, values, wrong }: Letter): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const { outcomes } = TRACE_TERMS[visit.words.language];
  const text = textField({
    ...{ name: 'text', label: texts.text, value: values.get('text'), wrong: wrong.get('text') },
    required: kind !== 'closed',
  });
  if (kind !== 'closed') return text;
  const wish = { name: 'outcome', label: texts.outcome, value: values.get('outcome') };
  const choices = OUTCOMES.map((value) => ({ value, label: outcomes[value] }));
  return html`${choiceField(wish, choices)}${text}`;
}

/** Papers as pictures and lines, or that there is none. */
export function papersCard(visit: Working, papers: PaperList['papers']): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const list =
    papers.length === 0
      ? html`<p class="quiet">${texts.noPapers}</p>`
      : documentParts(visit, { arm: '', documents: papers, next: undefined });
  const files = papers.filter(({ erased }) => erased === undefined);
  const originals = offers(visit, 'view-paper')
    ? html`<ul class="papers">${files.map((one) => html`<li><a href="/traces/paper/${one.id}" download>${texts.original}</a>: ${said(one.title ?? one.media)}</li>`)}</ul>`
    : '';
  return html`<section class="card" aria-labelledby="papers"><h2 id="papers">${texts.ofTrace}</h2>${list}${originals}</section>`;
}
