/** The page of files: those on their way, those that were brought in, and the form that brings one. */
import { html } from 'hono/html';
import type { ImportShown, Imports } from '../../acts/list-imports.ts';
import { isRegisterKind, REGISTER_KINDS } from '../../domain/intake/register-kind.ts';
import type { Incoming } from '../import/incoming.ts';
import { table } from './arm-tables.ts';
import { type Choice, choiceField, form, inputField, problem, sendButton, type Values } from './forms.ts';
import { page } from './page.ts';
import { type Html, inSentence, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatCount, formatRecorded } from './when.ts';
import { FILES_WORDS, type FilesWords } from './words/files.ts';

export type FilesShown = {
  readonly imports: Imports;
  readonly waiting: readonly Incoming[];
  readonly act: string;
  readonly values: Values;
  readonly says?: string | undefined;
};

/** The words of this room in the visitor's language. */
export function filesWords(visit: Visit): FilesWords {
  return FILES_WORDS[visit.words.language];
}

/** The page. */
export function filesPage(visit: Visit, shown: FilesShown): Html {
  const texts = filesWords(visit);
  const { imports } = shown.imports;
  const waiting =
    shown.waiting.length === 0
      ? ''
      : html`<section class="card" aria-labelledby="waiting"><h2 id="waiting">${texts.waiting}</h2>${waitingTable(visit, shown.waiting)}</section>`;
  const list = imports.length === 0 ? html`<p class="quiet">${texts.none}</p>` : importsTable(visit, imports);
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1>${problem(shown.says)}${bringForm(visit, shown)}${waiting}<section class="card" aria-labelledby="list"><h2 id="list">${texts.list}</h2>${list}</section>`,
  );
}

function bringForm(visit: Visit, { imports, act, values, says }: FilesShown): Html {
  const texts = filesWords(visit);
  const file = inputField(
    { name: 'file', label: texts.file, hint: texts.fileHint, required: true, wrong: says },
    'file',
    html` accept=".xlsx,.csv,.tsv,.txt"`,
  );
  const contents = html`<h2>${texts.bring}</h2><p class="quiet">${texts.bringSays}</p>${registerFields(visit, imports, values)}${file}${sendButton(texts.send)}`;
  return form(visit, { action: link(visit, '/files'), act, files: true, class: 'card record' }, contents);
}

/** Which register a file belongs to: one that there is, or a new one with its kind. */
export function registerFields(visit: Visit, imports: Imports, values: Values, wrong?: string): Html {
  const texts = filesWords(visit);
  const registers = imports.registers.map(({ name, kind }) => ({
    value: name,
    label: isRegisterKind(kind) ? `${inSentence(name)} (${texts.kinds[kind]})` : inSentence(name),
  }));
  const existing =
    registers.length === 0
      ? ''
      : choiceField(
          { name: 'register', label: texts.register, value: values.get('register') },
          registers,
          texts.another,
        );
  const named = inputField({
    ...{ name: 'newRegister', label: texts.newRegister, hint: texts.newRegisterHint, max: 80, wrong },
    value: values.get('newRegister'),
  });
  const kinds = Object.keys(REGISTER_KINDS).flatMap((kind): Choice[] =>
    isRegisterKind(kind) ? [{ value: kind, label: texts.kinds[kind] }] : [],
  );
  const kind = choiceField(
    { name: 'kind', label: texts.kind, hint: texts.kindHint, value: values.get('kind') },
    kinds,
    texts.kindByName,
  );
  return html`<div class="fields">${existing}${named}${kind}</div>`;
}

function waitingTable(visit: Visit, waiting: readonly Incoming[]): Html {
  const texts = filesWords(visit);
  const rows = waiting.map(
    ({ id, name, register, state, at }) =>
      html`<tr><td><a href="${link(visit, `/files/${id}`)}">${said(name)}</a></td><td>${said(register)}</td><td class="day">${formatRecorded(visit.words, new Date(at).toISOString())}</td><td><span class="tag late">${texts.states[state]}</span></td></tr>`,
  );
  return table(texts.waiting, [texts.file, texts.register, texts.when, texts.state], rows);
}

function importsTable(visit: Visit, imports: readonly ImportShown[]): Html {
  const texts = filesWords(visit);
  const { words } = visit;
  const by = imports.some((one) => one.by !== undefined);
  const rows = imports.map(({ id, file, register, started, state, counters, by: who }) => {
    const counts = [counters.rowsRead, counters.armsRegistered, counters.alreadyKnown];
    const rest = [...counts, counters.otherObjects, counters.quarantined];
    const cells = rest.map((count) => html`<td class="number">${formatCount(words, count)}</td>`);
    const operator = by ? html`<td>${who === undefined ? '' : said(who)}</td>` : '';
    const tone = state === 'done' ? 'sound' : 'late';
    return html`<tr><td><a href="${link(visit, `/files/${id}`)}">${said(file)}</a></td><td>${said(register)}</td><td class="day">${formatRecorded(words, started)}</td>${operator}${cells}<td><span class="tag ${tone}">${texts.states[state]}</span></td></tr>`;
  });
  const heads = [texts.file, texts.register, texts.when, ...(by ? [texts.by] : [])];
  const counted = [texts.rows, texts.registered, texts.known, texts.others, texts.quarantined];
  return table(texts.list, [...heads, ...counted, texts.state], rows);
}
