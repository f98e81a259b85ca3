/** The papers of a trace: scans, each message with its documents and translations, what a request lacks, and copies for others. */
import { html } from 'hono/html';
import type { PaperList } from '../../acts/list-papers.ts';
import type { RequestView, TraceView } from '../../acts/trace-view-output.ts';
import { listMissing, type TraceRequest } from '../../domain/trace/request.ts';
import { SHEET_FORMS } from '../papers/sheets.ts';
import { PAPER_LANGUAGES, PAPER_WORDS } from '../papers/words.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import { form, problem, sendButton } from './forms.ts';
import { papersCard, takeInForm } from './letter-page.ts';
import { page } from './page.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { formatRecorded } from './when.ts';
import { PAPERS_WORDS } from './words/papers.ts';

export type PapersShown = {
  readonly view: TraceView;
  readonly papers: PaperList['papers'];
  /** Ids for submissions of the forms of this page. */
  readonly newAct: () => string;
  readonly says?: string | undefined;
};

/** The page of a trace's papers. */
export function papersPage(visit: Working, { view, papers, newAct, says }: PapersShown): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const add = offers(visit, 'add-paper')
    ? takeInForm(visit, `/traces/${view.id}/papers`, newAct(), texts.add)
    : '';
  const requests = view.requests.map((request) => requestCard(visit, view, request, newAct));
  return page(
    visit,
    texts.papers,
    html`<p class="back"><a href="${link(visit, `/traces/${view.id}`)}">${texts.back}</a></p><h1>${texts.papers} ${code(view.reference)}</h1>${problem(says)}${papersCard(visit, papers)}${add}${requests}`,
  );
}

function requestCard(visit: Working, view: TraceView, request: RequestView, newAct: () => string): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const { channels } = TRACE_TERMS[visit.words.language];
  const title = html`${texts.requests}: ${code(request.theirReference ?? request.ourReference)}`;
  const path = `/traces/${view.id}/requests/${request.id}`;
  const sheets =
    request.ours === 'requester'
      ? html`<p>${texts.sheets}: ${Object.keys(SHEET_FORMS).map((one) => html`<a href="${link(visit, `${path}/sheet/${one}`)}">${one === 'atf' ? 'ATF F 3312.1' : 'iARMS'}</a> `)}</p>`
      : '';
  const more =
    request.ours === 'responder' && request.peer === undefined && offers(visit, 'register-message')
      ? html`<p class="do"><a class="button plain" href="${link(visit, '/traces/register', { trace: view.id, request: request.id, kind: 'more-given' })}">${texts.register}</a></p>`
      : request.peer === undefined && offers(visit, 'register-message')
        ? html`<p class="do"><a class="button plain" href="${link(visit, '/traces/register', { trace: view.id, request: request.id, kind: 'answer' })}">${texts.register}</a></p>`
        : '';
  return html`<section class="card" aria-labelledby="request-${request.id}"><h2 id="request-${request.id}">${title}</h2><p class="quiet">${channels[request.channel]}</p>${missing(visit, view, request, newAct)}${request.said.map((one) => messageParts(visit, view, request, one, newAct))}${sheets}${embargo(visit, view, request, newAct)}${more}</section>`;
}

/** What ITI 17 asks for and the request does not say, and the letter that asks for it. */
function missing(visit: Working, view: TraceView, request: RequestView, newAct: () => string): Html | string {
  if (request.ours !== 'responder' || !request.content || request.status === 'more-wanted') return '';
  const lacks = listMissing(request.content as unknown as TraceRequest);
  if (lacks.length === 0) return '';
  const texts = PAPERS_WORDS[visit.words.language];
  const words = TRACE_TERMS[visit.words.language].missing;
  const list = html`<p>${texts.missing}:</p><ul class="facts">${lacks.map((one) => html`<li>${words[one]}</li>`)}</ul>`;
  if (!offers(visit, 'write-in-request')) return list;
  const text = textLines(`ask-${request.id}`, texts.asked, 2000, texts.askText);
  const hidden = html`<input type="hidden" name="request" value="${request.id}"><input type="hidden" name="fields" value="${lacks.join(' ')}">`;
  const asking = form(
    visit,
    { action: `/traces/${view.id}/papers/ask`, act: newAct(), class: 'record' },
    html`${hidden}${text}${sendButton(texts.askForIt)}`,
  );
  return html`<div class="alarm doubt" role="note"><div>${list}${asking}</div></div>`;
}

function messageParts(
  visit: Working,
  view: TraceView,
  request: RequestView,
  message: RequestView['said'][number],
  newAct: () => string,
): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const { messages } = TRACE_TERMS[visit.words.language];
  const { side, seq, kind } = message;
  const path = `/traces/${view.id}/requests/${request.id}`;
  const query = { side, seq: String(seq) };
  const isOurs = side === request.ours;
  const place = `${request.id.slice(-6)}-${side}-${seq}`;
  const documents = PAPER_LANGUAGES.map((language) => {
    const id = `${place}-${language}`;
    const to = (what: string): string => link(visit, `${path}/${what}`, { ...query, language });
    return html`<li><span id="in-${id}" lang="${language}">${PAPER_WORDS[language].ownName}</span> <a id="document-${id}" aria-labelledby="document-${id} in-${id}" href="${to('document')}" download>${texts.asDocument}</a> <a id="print-${id}" aria-labelledby="print-${id} in-${id}" href="${to('print')}">${texts.print}</a></li>`;
  });
  const scan = message.document
    ? html` <a href="${link(visit, `/documents/${message.document}/large`)}">${texts.scan}</a>`
    : '';
  const words = message.text ? html`<p>${said(message.text)}</p>` : '';
  const made = message.translations.map(
    ({ language, by, text }) =>
      html`<blockquote lang="${language}" dir="auto"><p>${text ?? ''}</p><footer class="quiet">${code(language)} · ${said(by)}</footer></blockquote>`,
  );
  return html`<article><h3>${messages[kind]}${message.at ? html` <span class="quiet">${formatRecorded(visit.words, message.at)}</span>` : ''}${scan}</h3>${words}${isOurs || kind === 'request' ? html`<ul class="facts">${documents}</ul>` : ''}${made}${isOurs ? '' : translateForm(visit, view, request, message, newAct)}</article>`;
}

function translateForm(
  visit: Working,
  view: TraceView,
  request: RequestView,
  { side, seq }: RequestView['said'][number],
  newAct: () => string,
): Html | string {
  if (!offers(visit, 'translate-message')) return '';
  const texts = PAPERS_WORDS[visit.words.language];
  const id = `${request.id.slice(-6)}-${side}-${seq}`;
  const hidden = html`<input type="hidden" name="request" value="${request.id}"><input type="hidden" name="side" value="${side}"><input type="hidden" name="seq" value="${seq}">`;
  const languages = PAPER_LANGUAGES.map(
    (one) =>
      html`<option value="${one}" lang="${one}"${one === visit.words.language ? html` selected` : ''}>${PAPER_WORDS[one].ownName}</option>`,
  );
  const language = html`<div class="field"><label for="language-${id}">${texts.language}</label><select id="language-${id}" name="language">${languages}</select></div>`;
  const text = textLines(`text-${id}`, texts.translations, 20_000);
  const contents = html`${hidden}${language}${text}${sendButton(texts.translate)}`;
  return html`<details><summary>${texts.translations}</summary>${form(visit, { action: `/traces/${view.id}/papers/translate`, act: newAct(), class: 'record' }, contents)}</details>`;
}

/** Several forms of one page have fields of one name: each field has an id of its own. */
function line(id: string, name: string, label: string, value = ''): Html {
  return html`<div class="field"><label for="${id}">${label}</label><input type="text" id="${id}" name="${name}" value="${value}" maxlength="300" autocomplete="off" dir="auto"></div>`;
}

function textLines(id: string, label: string, max: number, value = ''): Html {
  return html`<div class="field"><label for="${id}">${label}</label><textarea id="${id}" name="text" rows="4" maxlength="${max}" dir="auto" required>${value}</textarea></div>`;
}

function embargo(visit: Working, view: TraceView, request: RequestView, newAct: () => string): Html | string {
  if (!request.content?.ground.codes.includes('embargo-breached')) return '';
  const texts = PAPERS_WORDS[visit.words.language];
  const path = `/traces/${view.id}/requests/${request.id}`;
  const made = request.embargoCopies.map(
    ({ to, at, by }) =>
      html`<li>${said(to)} <span class="quiet">${formatRecorded(visit.words, at)} · ${said(by)}</span> <a href="${link(visit, `${path}/document`, { to: 'embargo', language: visit.words.language })}" download>${texts.asDocument}</a></li>`,
  );
  const contents = html`<input type="hidden" name="request" value="${request.id}">${line(`consent-${request.id}`, 'consent', texts.consent)}${sendButton(texts.embargoMake)}`;
  const making = offers(visit, 'copy-for-embargo')
    ? form(visit, { action: `/traces/${view.id}/papers/embargo`, act: newAct(), class: 'record' }, contents)
    : '';
  return html`<h3>${texts.embargo}</h3><ul class="facts">${made}</ul>${making}`;
}
