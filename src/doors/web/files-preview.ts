/**
 * The page before a file is brought in: what each column was taken to mean and how sure that is, the first rows as
 * understood, what would become of all rows, and the one decision: bring them in.
 */
import { html } from 'hono/html';
import type { Imports } from '../../acts/list-imports.ts';
import type { UnderstoodRow } from '../../domain/intake/row.ts';
import { FIELDS } from '../../domain/intake/understood.ts';
import { letterOf } from '../import/columns.ts';
import type { Incoming } from '../import/incoming.ts';
import { type Look, type LookedColumn, type LookedSheet, SURE_FROM } from '../import/look.ts';
import { table } from './arm-tables.ts';
import { filesWords, registerFields } from './files-page.ts';
import { choiceField, form, inputField, problem, type Values } from './forms.ts';
import { page } from './page.ts';
import { markStrip } from './strip.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatCount, formatMoment } from './when.ts';

export const PROBLEMS_SHOWN = 5;

export type PreviewShown = {
  readonly incoming: Incoming;
  readonly look: Look;
  readonly sheet: number;
  readonly imports: Imports;
  readonly values: Values;
  readonly says?: string | undefined;
};

/** The page. */
export function previewPage(visit: Visit, shown: PreviewShown): Html {
  const { incoming, look, says } = shown;
  const texts = filesWords(visit);
  const before = shown.imports.imports.find((one) => one.digest === look.digest && one.state === 'done');
  const known = before
    ? html`<p class="alarm doubt">${texts.before(formatMoment(visit.words, before.started))}</p>`
    : '';
  return page(
    visit,
    texts.lookTitle,
    html`<h1>${said(incoming.name)}</h1><p class="lead">${texts.lookSays}</p>${problem(says)}${known}${totals(visit, look)}${decision(visit, shown)}<section class="card" aria-labelledby="first"><h2 id="first">${texts.firstRows}</h2>${firstRows(visit, look)}</section>${takeBack(visit, incoming)}`,
  );
}

function totals(visit: Visit, look: Look): Html {
  const texts = filesWords(visit);
  const figure = (name: string, count: number): Html =>
    html`<div><dt>${name}</dt><dd>${formatCount(visit.words, count)}</dd></div>`;
  const figures = html`<dl class="figures">${figure(texts.lookRows, look.rows)}${figure(texts.lookArms, look.arms)}${figure(texts.lookUnnumbered, look.unnumbered)}${figure(texts.others, look.others)}${figure(texts.quarantined, look.quarantined)}</dl>`;
  return html`${figures}<section class="card" aria-labelledby="problems"><h2 id="problems">${texts.problems}</h2>${problemsList(visit, look)}</section>`;
}

/** The commonest of what was damaged and what was set aside. */
function problemsList(visit: Visit, look: Look): Html {
  const texts = filesWords(visit);
  const { damage } = visit.words.terms;
  const all = [
    ...Object.entries(look.damage).map(([one, n = 0]) => ({ says: damage[one as keyof typeof damage], n })),
    ...Object.entries(look.reasons).map(([one, n = 0]) => ({
      says: `${texts.setAside}${visit.words.colon}${texts.reasons[one as keyof typeof texts.reasons]}`,
      n,
    })),
  ];
  const most = all.sort((a, b) => b.n - a.n).slice(0, PROBLEMS_SHOWN);
  if (most.length === 0) return html`<p class="quiet">${texts.noProblems}</p>`;
  return html`<ul>${most.map(({ says, n }) => html`<li>${texts.countOf(formatCount(visit.words, n), says)}</li>`)}</ul>`;
}

function decision(visit: Visit, shown: PreviewShown): Html {
  const { incoming, look, values, imports, says } = shown;
  const texts = filesWords(visit);
  const sheet = look.sheets[shown.sheet] ?? look.sheets[0]!;
  const saved = choiceField(
    { name: 'saved', label: texts.saved, value: values.get('saved') },
    imports.mappings.map((name) => ({ value: name, label: inSentence(name) })),
    texts.savedNone,
  );
  const heading = inputField(
    {
      ...{ name: 'headingRow', label: texts.headingRow, hint: texts.headingRowHint, max: 4, code: true },
      value: values.get('headingRow') ?? String(sheet.headingRow),
    },
    'text',
    html` inputmode="numeric"`,
  );
  const saveAs = inputField({
    ...{ name: 'saveAs', label: texts.saveAs, hint: texts.saveAsHint, max: 80 },
    value: values.get('saveAs') ?? incoming.saveAs,
  });
  const can = look.armRows + look.holdings + look.others > 0;
  const go = can
    ? html` <button name="do" value="begin">${texts.bringIn(formatCount(visit.words, look.rows), look.rows === 1)}</button>`
    : '';
  const contents = html`<input type="hidden" name="sheet" value="${shown.sheet}"><h2>${texts.columns}</h2><p class="quiet">${texts.columnsSay}</p>${sheetsNav(visit, shown)}${doubts(visit, sheet)}<div class="meanings">${columnsTable(visit, sheet, values)}</div><div class="fields">${heading}${imports.mappings.length > 0 ? saved : ''}${saveAs}</div>${registerFields(visit, imports, registerValues(incoming, imports, values), says)}<p class="do"><button class="plain" name="do" value="again">${texts.again}</button>${go}</p>`;
  return form(visit, { action: link(visit, `/files/${incoming.id}`), class: 'card record' }, contents);
}

function registerValues({ register, kind }: Incoming, imports: Imports, values: Values): Values {
  if (values.has('newRegister') || values.has('register')) return values;
  const isThere = imports.registers.some((one) => one.name === register);
  return new Map([
    [isThere ? 'register' : 'newRegister', register],
    ...(kind ? [['kind', kind] as const] : []),
  ]);
}

function sheetsNav(visit: Visit, { incoming, look, sheet }: PreviewShown): Html | string {
  if (look.sheets.length < 2) return '';
  const texts = filesWords(visit);
  const ways = look.sheets.slice(0, 50).map(({ name, sure }, index) => {
    const mark = sure ? '' : html` <span class="tag late">${texts.doubtful}</span>`;
    return index === sheet
      ? html`<strong aria-current="true">${said(name)}${mark}</strong> `
      : html`<a href="${link(visit, `/files/${incoming.id}`, { sheet: String(index) })}">${said(name)}${mark}</a> `;
  });
  return html`<nav class="do" aria-label="${texts.sheet}">${ways}</nav>`;
}

function doubts(visit: Visit, { sure, reasons }: LookedSheet): Html | string {
  if (sure || reasons.length === 0) return '';
  const texts = filesWords(visit);
  return html`<ul class="alarm doubt">${reasons.map((one) => html`<li>${texts.doubts[one]}</li>`)}</ul>`;
}

function columnsTable(visit: Visit, sheet: LookedSheet, values: Values): Html {
  const texts = filesWords(visit);
  const rows = sheet.columns.map((column, index) => {
    const name = `c${index}`;
    const chosen = values.get(name) ?? column.field;
    const options = FIELDS.map(
      (field) =>
        html`<option value="${field}"${field === chosen ? html` selected` : ''}>${texts.fields[field]}</option>`,
    );
    const label = `${texts.meaning}${visit.words.colon}${inSentence(letterOf(index), 'ltr')} ${inSentence(column.heading)}`;
    return html`<tr><td>${code(letterOf(index))} ${said(column.heading)}</td><td><select name="${name}" aria-label="${label}">${options}</select></td><td>${sureTag(visit, sheet, column)}</td><td class="says quiet">${column.samples.map((one, at) => html`${at > 0 ? ' · ' : ''}${said(one)}`)}</td></tr>`;
  });
  return table(texts.columns, [texts.column, texts.meaning, texts.howSure, texts.values], rows);
}

function sureTag(visit: Visit, sheet: LookedSheet, { field, confidence }: LookedColumn): Html | string {
  const texts = filesWords(visit);
  if (field === 'ignore') return '';
  if (sheet.told) return html`<span class="tag sound">${texts.told}</span>`;
  const sure = confidence >= SURE_FROM;
  return html`<span class="tag ${sure ? 'sound' : 'late'}">${sure ? texts.sure : texts.doubtful}</span>`;
}

function firstRows(visit: Visit, look: Look): Html {
  const texts = filesWords(visit);
  const several = look.sheets.length > 1;
  const rows = look.first.map(({ sheet, row, understood }) => {
    const where = html`${several ? html`${said(sheet)} ` : ''}${formatCount(visit.words, row)}`;
    return html`<tr><th scope="row">${where}</th>${understoodCells(visit, understood)}</tr>`;
  });
  const { fields, arm } = visit.words;
  return table(
    texts.firstRows,
    [texts.row, texts.serial, texts.arm, fields.calibre, texts.what, arm.damage],
    rows,
  );
}

function understoodCells(visit: Visit, understood: UnderstoodRow): Html {
  const texts = filesWords(visit);
  const { terms } = visit.words;
  if (understood.outcome === 'quarantined')
    return html`<td colspan="4"><span class="tag late">${texts.setAside}</span></td><td>${understood.reasons.map((one) => html`<span class="line">${texts.reasons[one]}</span>`)}</td>`;
  if (understood.outcome === 'other')
    return html`<td colspan="5"><span class="tag late">${texts.others}</span> ${texts.objects[understood.what]}</td>`;
  const { description, damage } = understood;
  const serials =
    understood.outcome === 'holding'
      ? texts.holding(formatCount(visit.words, understood.quantity))
      : serialsOf(visit, understood.several?.flat() ?? understood.marks);
  const named = [description.maker, description.model].filter((one) => one !== undefined);
  const says = [understood.texts.event, understood.texts.status].filter((one) => one !== undefined);
  return html`<td>${serials}</td><td><span class="line">${terms.classes[description.class]}</span><span class="line quiet">${named.map((one) => html`${said(one)} `)}</span></td><td>${description.calibre ? code(description.calibre) : ''}</td><td>${says.map((one) => html`<span class="line">${said(one)}</span>`)}</td><td>${damage.map((one) => html`<span class="line">${terms.damage[one]}</span>`)}</td>`;
}

type Marks = Extract<UnderstoodRow, { outcome: 'arm' }>['marks'];
const SERIALS_SHOWN = 4;

function serialsOf(visit: Visit, marks: Marks): Html {
  const serials = marks.filter((mark) => mark.kind === 'serial' && mark.text !== '');
  if (serials.length === 0) return html`<span class="quiet">${filesWords(visit).noSerial}</span>`;
  return html`${serials
    .slice(0, SERIALS_SHOWN)
    .map(
      ({ text, condition }) =>
        html`<span class="line">${markStrip(visit.words, text, { size: 'small', worn: condition === 'partly-legible' })}</span>`,
    )}`;
}

/** The way to take a file back that is not wanted after all. */
export function takeBack(visit: Visit, { id }: Incoming): Html {
  const texts = filesWords(visit);
  return form(
    visit,
    { action: link(visit, `/files/${id}/take-back`), class: 'do' },
    html`<button class="plain">${texts.takeBack}</button>`,
  );
}
