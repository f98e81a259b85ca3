/** The fields of the form of papers as fields of a page: the same names, labels and lists, so that a letter is typed as a form is filled in. */
import { html } from 'hono/html';
import type { SaidKind } from '../../domain/trace/thread.ts';
import { CHOICES, type Field, FORM, type Section, type SectionName } from '../papers/form.data.ts';
import { PAPER_WORDS } from '../papers/words.ts';
import { choiceField, inputField, textField, tickField, type Values } from './forms.ts';
import type { Html } from './text.ts';
import type { Working } from './visit.ts';
import { formatCount } from './when.ts';
import { PAPERS_WORDS } from './words/papers.ts';

/** The sections in which each kind of message is typed; kinds that are free words have none. */
const SECTIONS_OF: Readonly<Partial<Record<SaidKind, readonly SectionName[]>>> = {
  request: ['requester', 'ground', 'recovery', 'item', 'marks', 'lot', 'use', 'limits'],
  acknowledged: ['acknowledged'],
  'more-wanted': ['more'],
  answer: [
    ...(['answer', 'found', 'foundMarks', 'chain', 'lastLawful', 'exportedTo'] as const),
    ...(['irregularity', 'searched', 'withheld', 'answerLimits'] as const),
  ],
};

/** Empty lines offered in a table of a page. */
const LINES = 2;

/** The sections of a kind; none where it is free words. */
export function sectionsOf(kind: SaidKind): readonly Section[] {
  const names = SECTIONS_OF[kind] ?? [];
  return FORM.filter(({ name }) => names.includes(name));
}

/** The fields of a kind, filled with what was typed or read. */
export function paperFields(
  visit: Working,
  kind: SaidKind,
  values: Values,
  wrong: ReadonlyMap<string, string>,
): Html {
  const words = PAPER_WORDS[visit.words.language];
  return html`${sectionsOf(kind).map((section) => {
    const title = words.sections[section.name];
    if ('fields' in section)
      return html`<fieldset><legend>${title}</legend><div class="fields">${section.fields.map((field) => fieldOf(visit, field, field.tag, values, wrong))}</div></fieldset>`;
    const rows = rowNumbers(section.table, values);
    return html`<fieldset><legend>${title}</legend>${rows.map((row) => {
      const name = PAPERS_WORDS[visit.words.language].row(formatCount(visit.words, row));
      const fields = section.columns.map((field) =>
        fieldOf(visit, field, `${section.table}.${row}.${field.tag}`, values, wrong),
      );
      return html`<div class="fields" role="group" aria-label="${title} ${name}">${fields}</div>`;
    })}</fieldset>`;
  })}`;
}

function rowNumbers(table: string, values: Values): readonly number[] {
  const pattern = new RegExp(`^${table}\\.(\\d{1,3})\\.`);
  const filled = [...values].flatMap(([tag, value]) => {
    const [, row] = pattern.exec(tag) ?? [];
    return row === undefined || value === '' ? [] : [Number(row)];
  });
  return Array.from({ length: Math.max(0, ...filled) + LINES }, (_, at) => at + 1);
}

function fieldOf(
  visit: Working,
  { label, kind, choice, of }: Field,
  name: string,
  values: Values,
  wrong: ReadonlyMap<string, string>,
): Html {
  const words = PAPER_WORDS[visit.words.language];
  const wish = { name, label: words.labels[label], value: values.get(name), wrong: wrong.get(name) };
  if (of) {
    const [list, code] = of;
    const box = (words.choices[list] as Readonly<Record<string, string>>)[code] ?? code;
    return tickField({ ...wish, label: box });
  }
  if (choice) {
    const list: readonly string[] = CHOICES[choice];
    const named = words.choices[choice] as Readonly<Record<string, string>>;
    const choices = list.map((code) => ({ value: code, label: named[code] ?? code }));
    return choiceField(wish, choices, PAPERS_WORDS[visit.words.language].notSaid);
  }
  if (kind === 'text') return textField(wish);
  return inputField({ ...wish, code: kind !== 'line' || name.endsWith('.text') });
}
