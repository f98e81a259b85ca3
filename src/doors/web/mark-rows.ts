/** Marks as a form takes them: a row for each, in which the text stays exactly as it was typed; rows left empty are nothing. */
import { html } from 'hono/html';
import { MARK_CONDITIONS, MARK_KINDS, PARTS } from '../../domain/marks/mark.ts';
import { choiceField, inputField, type Values } from './forms.ts';
import type { Form } from './room.ts';
import { textOf } from './room.ts';
import type { Html } from './text.ts';
import type { Visit } from './visit.ts';
import { formatCount } from './when.ts';
import { RECORD_WORDS } from './words/record.ts';

/** Named limits: rows of one form, those it begins with, and those that one press of the button adds. */
export const ROWS_MAX = 40;
const ROWS_FIRST = 2;
const ROWS_MORE = 3;

const rowsOf = (values: Values): number => {
  const wanted = Number(values.get('rows') ?? ROWS_FIRST);
  return Number.isInteger(wanted) ? Math.min(ROWS_MAX, Math.max(1, wanted)) : ROWS_FIRST;
};

/** The rows with what was typed, and the button for more of them. */
export function markRows(visit: Visit, values: Values, wrong: ReadonlyMap<string, string>): Html {
  const texts = RECORD_WORDS[visit.words.language];
  const rows = rowsOf(values);
  const more =
    rows < ROWS_MAX
      ? html`<p class="do"><button class="plain" name="do" value="more" formnovalidate>${texts.marks.more}</button></p>`
      : '';
  return html`<fieldset class="marks" aria-describedby="marks-hint"><legend>${texts.marks.legend}</legend><span class="hint" id="marks-hint">${texts.marks.hint}</span><input type="hidden" name="rows" value="${rows}">${Array.from({ length: rows }, (_, row) => markRow(visit, row, values, wrong))}${more}</fieldset>`;
}

function markRow(visit: Visit, row: number, values: Values, wrong: ReadonlyMap<string, string>): Html {
  const { words } = visit;
  const { arm, terms } = words;
  const texts = RECORD_WORDS[words.language].marks;
  const wish = (name: string, label: string) => {
    const field = `mark.${row}.${name}`;
    return { name: field, label, value: values.get(field), wrong: wrong.get(field) };
  };
  const sees = visit.signedIn?.person?.role.sees.includes('security') === true;
  const kinds = MARK_KINDS.filter((kind) => kind !== 'security' || sees).map((value) => ({
    value,
    label: terms.markKinds[value],
  }));
  const parts = PARTS.map((value) => ({ value, label: terms.parts[value] }));
  const conditions = MARK_CONDITIONS.map((value) => ({ value, label: terms.conditions[value] }));
  const name = texts.row(formatCount(words, row + 1));
  return html`<fieldset class="mark-row"><legend>${name}</legend><div class="fields">${choiceField(wish('kind', arm.kind), kinds)}${choiceField(wish('part', arm.part), parts)}${inputField({ ...wish('text', arm.reading), code: true, max: 300 })}${choiceField(wish('condition', arm.condition), conditions)}${inputField({ ...wish('note', texts.note), max: 300 })}</div></fieldset>`;
}

/** What the form holds once more rows were asked for. */
export function withMoreRows(values: Values): Values {
  return new Map([...values, ['rows', String(Math.min(ROWS_MAX, rowsOf(values) + ROWS_MORE))]]);
}

export type MarkRead = {
  readonly kind: string;
  readonly part: string;
  readonly text: string;
  readonly condition: string;
  readonly note?: string;
};

const SAYS_NOTHING: ReadonlySet<string> = new Set(['legible', 'partly-legible', 'restored']);

/** The marks of the rows that say something, with the row of each for what may be wrong with it. */
export function readMarks(form: Form): readonly { readonly row: number; readonly mark: MarkRead }[] {
  return Array.from({ length: ROWS_MAX }, (_, row) => {
    const raw = form.get(`mark.${row}.text`);
    // Blanks in a reading are the reader's, so they stay; a field of blanks alone is an empty one.
    const text = typeof raw === 'string' && raw.trim() !== '' ? raw : '';
    const condition = textOf(form, `mark.${row}.condition`) ?? 'legible';
    const note = textOf(form, `mark.${row}.note`);
    if (text === '' && SAYS_NOTHING.has(condition) && note === undefined) return undefined;
    const kind = textOf(form, `mark.${row}.kind`) ?? 'serial';
    const part = textOf(form, `mark.${row}.part`) ?? 'arm';
    return { row, mark: { kind, part, text, condition, ...(note === undefined ? {} : { note }) } };
  }).filter((one) => one !== undefined);
}
