/** The pages of files with names: the lists, one request with what can be done about it, and the form that asks. */
import { html } from 'hono/html';
import { EXPORT_REASON_MIN } from '../../acts/ask-export.ts';
import type { ExportShown, Exports } from '../../acts/export-requests.ts';
import { PURPOSE_LENGTH_MAX } from '../../acts/perform.ts';
import { ASKED_FIELDS, type AskedField } from '../../domain/access/export-request.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import { STATUSES } from '../../domain/custody/life-cycle.ts';
import { table } from './arm-tables.ts';
import { FIELDS, fieldLabel } from './find-form.ts';
import {
  form,
  inputField,
  problem,
  radioField,
  sendButton,
  textField,
  tickField,
  type Values,
} from './forms.ts';
import { page } from './page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded } from './when.ts';
import { EXPORT_WORDS } from './words/exports.ts';

export const textsOf = (visit: Visit) => EXPORT_WORDS[visit.words.language];

/** What a form of these pages shows. */
export type Shown = {
  readonly act: string;
  readonly values: Values;
  readonly says?: string | undefined;
  readonly wrong?: Readonly<Record<string, string>>;
};

/** The kinds of names that the visitor's role shows, so that they can be asked for. */
export function askable(visit: Visit): readonly AskedField[] {
  const sees = visit.signedIn?.person?.role.sees ?? [];
  return offers(visit, 'ask-export') ? ASKED_FIELDS.filter((field) => sees.includes(field)) : [];
}

/** The way from a list of arms to asking for it with names, where the role includes that. */
export function askWay(visit: Visit, asked: Readonly<Record<string, string>>): Html | string {
  if (askable(visit).length === 0) return '';
  const texts = textsOf(visit);
  const hidden = Object.entries(asked).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return form(
    visit,
    { action: '/exports/search' },
    html`<h2>${texts.title}</h2><p>${texts.lead}</p>${hidden}<p class="do"><button class="plain">${texts.askWay}</button></p>`,
  );
}

/** The form that asks for the list of a search with names. */
export function askPage(visit: Visit, search: { readonly id: string } & Searched, shown: Shown): Html {
  const texts = textsOf(visit);
  const { values, wrong } = shown;
  const kinds = askable(visit);
  const ticks = kinds.map((field) =>
    tickField({
      name: field,
      label: texts.kinds[field],
      hint: texts.kindHints[field],
      value: kinds.length === 1 ? 'yes' : values.get(field),
      wrong: wrong?.fields,
    }),
  );
  const purpose = inputField({
    name: 'purpose',
    label: texts.purpose,
    hint: texts.purposeHint,
    value: values.get('purpose'),
    wrong: wrong?.purpose,
    required: true,
    max: PURPOSE_LENGTH_MAX,
  });
  const reason = textField({
    name: 'reason',
    label: texts.reason,
    hint: texts.reasonHint,
    value: values.get('reason'),
    wrong: wrong?.reason,
    required: true,
  });
  const fields = html`<fieldset><legend>${texts.fields}</legend>${ticks}</fieldset>${purpose}${reason}${sendButton(texts.ask)}`;
  const action = link(visit, `/exports/ask/${search.id}`);
  const facts = html`<dl class="answers"><div><dt>${texts.search}</dt><dd>${searchWords(visit, search)}</dd></div></dl>`;
  return page(
    visit,
    texts.askTitle,
    html`<div class="form-page"><h1>${texts.askTitle}</h1><p class="lead">${texts.askSays}</p>${facts}${problem(shown.says)}${form(visit, { action, act: shown.act, class: 'card record' }, fields)}</div>`,
  );
}

/** What is wrong in the form that asks, by field; nothing where all is there. */
export function wrongInAsking(visit: Visit, values: Values): Readonly<Record<string, string>> {
  const texts = textsOf(visit);
  const length = (name: string): number => values.get(name)?.trim().length ?? 0;
  return {
    ...(ASKED_FIELDS.some((field) => values.get(field) === 'yes') ? {} : { fields: texts.fieldsMissing }),
    ...(length('purpose') > 0 ? {} : { purpose: texts.purposeMissing }),
    ...(length('reason') >= EXPORT_REASON_MIN ? {} : { reason: texts.reasonShort }),
  };
}

/** The page of the lists: of those who oversee, and of one's own. */
export function exportsPage(
  visit: Visit,
  lists: { readonly overseen: Exports | undefined; readonly own: Exports | undefined },
  all: boolean,
): Html {
  const texts = textsOf(visit);
  const { overseen, own } = lists;
  const other = all
    ? html`<a href="${link(visit, '/exports')}">${texts.waiting}</a>`
    : html`<a href="${link(visit, '/exports', { all: '1' })}">${texts.all}</a>`;
  const onward = (name: 'after' | 'own', next: string | undefined): Html | string =>
    next === undefined
      ? ''
      : html`<p class="do"><a class="button plain" href="${link(visit, '/exports', { all: all ? '1' : undefined, [name]: next })}">${texts.next}</a></p>`;
  const list = (
    { exports, next }: Exports,
    name: 'after' | 'own',
    title: string,
    none: string,
    way: Html | string,
  ): Html =>
    html`<section class="card"><h2>${title}</h2>${exports.length === 0 ? html`<p>${none}</p>` : exportTable(visit, exports, title)}${onward(name, next)}${way}</section>`;
  const [title, none] = all ? [texts.all, texts.none] : [texts.waiting, texts.noneWaits];
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${overseen ? list(overseen, 'after', title, none, html`<p>${other}</p>`) : ''}${own ? list(own, 'own', texts.own, texts.noneOwn, '') : ''}`,
  );
}

/** Requests in a table, each leading to its page. */
export function exportTable(visit: Visit, exports: readonly ExportShown[], label: string): Html {
  const texts = textsOf(visit);
  const rows = exports.map((one) => {
    const decides = one.state === 'waits' && offers(visit, 'decide-export');
    const way = html`<a class="button${decides ? '' : ' plain'}" href="${link(visit, `/exports/${one.id}`)}">${decides ? texts.decide : texts.open}</a>`;
    const kinds = one.fields.map((field) => html`<span class="line">${texts.kinds[field]}</span>`);
    return html`<tr><td>${askerOf(visit, one)}</td><td class="says">${said(one.purpose)}</td><td class="says">${kinds}</td><td>${formatCount(visit.words, one.arms)}</td><td class="day">${formatRecorded(visit.words, one.asked)}</td><td>${stateTag(visit, one)}</td><td>${way}</td></tr>`;
  });
  const heads = [texts.who, texts.purpose, texts.fields, texts.arms, texts.when, texts.state, texts.open];
  return table(label, heads, rows);
}

function stateTag(visit: Visit, { state }: ExportShown): Html {
  const tone = state === 'approved' || state === 'drawn' ? 'sound' : state === 'waits' ? 'late' : 'grave';
  return html`<span class="tag ${tone}">${textsOf(visit).states[state]}</span>`;
}

function askerOf(visit: Visit, { asker, name }: ExportShown): Html {
  const texts = textsOf(visit);
  if (name !== undefined) return said(name);
  const known = asker.startsWith('key:') ? texts.program : /^[0-9a-f-]{36}$/.test(asker) ? undefined : asker;
  return known === undefined ? html`<span class="quiet">${texts.unknownPerson}</span>` : said(known);
}

type Searched = Pick<ExportShown, 'search' | 'withheld'>;

/** What arms are looked for by, in words; a name that is not for the visitor is said to be there. */
function searchWords(visit: Visit, { search, withheld }: Searched): Html {
  const texts = textsOf(visit);
  const { words } = visit;
  if (search === undefined) return html`<strong>${texts.forgotten}</strong>`;
  const label = (name: string): string => {
    const known = FIELDS.find((field) => field === name);
    if (known) return fieldLabel(visit, known);
    return name === 'number' ? texts.number : name === 'register' ? texts.register : name;
  };
  const value = (name: string, text: string): Html => {
    const status = name === 'status' ? STATUSES.find((one) => one === text) : undefined;
    if (status) return html`${words.terms.statuses[status]}`;
    if (name === 'class' && isArmClass(text)) return html`${words.terms.classes[text]}`;
    return ['serial', 'number', 'calibre'].includes(name) ? code(text) : said(text);
  };
  const asked = Object.entries(search).map(
    ([name, text]) => html`<strong>${label(name)}${words.colon}${value(name, text)}</strong>`,
  );
  const hidden = withheld.map(
    (name) => html`<strong>${label(name)}${words.colon}<span class="quiet">${texts.withheld}</span></strong>`,
  );
  return asked.length + hidden.length === 0
    ? html`<strong>${texts.everything}</strong>`
    : html`${asked}${hidden}`;
}

/** The page of one request: what it is about, how it stands, and what the visitor can do about it. */
export function exportPage(visit: Visit, one: ExportShown, doing: Html | string): Html {
  const texts = textsOf(visit);
  const { words } = visit;
  const moment = (at: string): string => inSentence(formatRecorded(words, at));
  const fact = (label: string, value: Html | string, more: Html | string = ''): Html =>
    html`<div><dt>${label}</dt><dd><strong>${value}</strong>${more}</dd></div>`;
  const isOpen = one.state === 'waits' || one.state === 'approved';
  const until = isOpen ? html`<span>${texts.until(moment(one.until))}</span>` : '';
  const kinds = html`${one.fields.map((field) => html`<span class="line">${texts.kinds[field]}</span>`)}`;
  const by = one.decidedName === undefined ? texts.unknownPerson : inSentence(one.decidedName);
  const decision =
    one.decided === undefined
      ? ''
      : fact(
          texts.decision,
          texts.decidedBy(by, moment(one.decided)),
          one.said === undefined ? '' : html`<span>${said(one.said)}</span>`,
        );
  const arms = inSentence(formatCount(words, one.drawnArms ?? 0));
  const drawn =
    one.drawn === undefined
      ? ''
      : html`${fact(texts.drawn, texts.drawnOn(moment(one.drawn), arms))}${fact(texts.digest, code(one.digest ?? ''))}`;
  const reach = html`<span>${texts.reach}${words.colon}${texts.reaches[one.reach]}</span>`;
  const facts = html`<dl class="answers">${fact(texts.who, askerOf(visit, one), html`<span>${texts.when}${words.colon}${formatRecorded(words, one.asked)}</span>`)}${fact(texts.purpose, said(one.purpose))}${fact(texts.arms, formatCount(words, one.arms), reach)}${fact(texts.fields, kinds)}<div><dt>${texts.search}</dt><dd>${searchWords(visit, one)}</dd></div>${fact(texts.state, stateTag(visit, one), until)}${decision}${drawn}</dl>`;
  const reason = html`<section class="card" aria-labelledby="why"><h2 id="why">${texts.reason}</h2><p class="lead">${one.reason === undefined ? texts.forgotten : said(one.reason)}</p></section>`;
  const back = html`<p class="back"><a href="${link(visit, '/exports')}">${texts.back}</a></p>`;
  return page(
    visit,
    texts.oneTitle,
    html`<div class="form-page">${back}<h1>${texts.oneTitle}</h1>${facts}${reason}${doing}</div>`,
  );
}

/** The form by which a second person decides. */
export function decisionForm(visit: Visit, { id }: ExportShown, { act, values, says, wrong }: Shown): Html {
  const texts = textsOf(visit);
  const verdict = radioField(
    { name: 'verdict', label: texts.verdict, value: values.get('verdict'), wrong: wrong?.verdict },
    [
      { value: 'approved', label: texts.approve },
      { value: 'refused', label: texts.refuse },
    ],
  );
  const words = textField({
    name: 'words',
    label: texts.words,
    hint: texts.wordsHint,
    value: values.get('words'),
    wrong: wrong?.words,
    required: true,
  });
  const fields = html`<h2>${texts.decideTitle}</h2><p>${texts.decideSays}</p>${verdict}${words}${sendButton(texts.send)}`;
  const action = link(visit, `/exports/${id}`);
  return html`${problem(says)}${form(visit, { action, act, class: 'card record' }, fields)}`;
}

/** The buttons by which the asker draws the file. */
export function drawForm(visit: Visit, { id }: ExportShown): Html {
  const texts = textsOf(visit);
  return form(
    visit,
    { action: `/exports/${id}/draw` },
    html`<h2>${texts.drawTitle}</h2><p>${texts.drawSays}</p><p class="do"><button name="format" value="csv">${texts.csv}</button> <button class="plain" name="format" value="xlsx">${texts.xlsx}</button></p>`,
  );
}
