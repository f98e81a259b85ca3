/**
 * The form of an entry of the reference tables: a maker, a calibre or a model by the columns of its table in plain words,
 * lists one on each line, places of marks chosen by words. What was typed is shown again whatever became of it.
 */
import { html } from 'hono/html';
import { ENTRY_OF, type ReferenceTable } from '../../acts/list-reference.ts';
import { CLASSES, isArmClass } from '../../domain/arms/classification.ts';
import { ACTIONS } from '../../domain/arms/description.ts';
import { PARTS } from '../../domain/marks/mark.ts';
import { CALIBRE_KINDS } from '../../domain/reference/entry.ts';
import { COLUMNS, MARK_SIDES, MARKS_PLACED } from '../../domain/reference/parse.ts';
import { type Deed, wishOf } from './deeds.ts';
import { type Choice, choiceField, form, inputField, problem, textField, type Values } from './forms.ts';
import { page } from './page.ts';
import { type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { REFERENCE_WORDS } from './words/reference.ts';
import { REFERENCE_EDIT_WORDS, type ReferenceEditWords } from './words/reference-edit.ts';

export type Column = keyof ReferenceEditWords['columns'];

/** Columns that hold lists, each with the table whose codes they name, or none where they are words. */
export const LISTS: Readonly<Partial<Record<Column, ReferenceTable | 'words'>>> = {
  aliases: 'words',
  marks: 'words',
  licence_of: 'makers',
  successor_of: 'makers',
  also_fits: 'calibres',
  looks_like: 'calibres',
  calibres: 'calibres',
  look_alikes: 'models',
};

/** Named limits: places of marks in one form, and empty ones that are offered. */
export const PLACES_MAX = 24;
const PLACES_OFFERED = 3;
/** Lines of a list that stand open at once. */
const ROWS_MAX = 14;

/** The columns of a table but for its code, as the form asks them. */
export function columnsAsked(table: ReferenceTable): readonly Column[] {
  return COLUMNS[ENTRY_OF[table]].filter(
    (column) => column !== 'code',
  ) as readonly string[] as readonly Column[];
}

/** What stands in the form of an entry that is changed. */
export function valuesOfRow(fields: Readonly<Record<string, string>>, seen: number): Values {
  const values = new Map<string, string>([['seen', String(seen)]]);
  for (const [column, cell] of Object.entries(fields)) {
    const list = cell.split('|').map((one) => one.trim());
    if (column === 'marks_at')
      for (const [at, place] of list.filter((one) => one !== '').entries()) {
        const [, kind = '', part = '', side = ''] = /^([a-z-]+)@([a-z-]+)-([a-z]+)$/.exec(place) ?? [];
        for (const [name, value] of Object.entries({ kind, part, side }))
          values.set(`at.${at}.${name}`, value);
      }
    else values.set(column, Object.hasOwn(LISTS, column) ? list.join('\n') : cell);
  }
  return values;
}

export type RowForm = {
  readonly table: ReferenceTable;
  /** The code and name of the entry that is changed; none where one is added. */
  readonly entry?: { readonly code: string; readonly name: string };
  readonly deed: Deed;
};

/** The page of the form. */
export function referenceFormPage(visit: Visit, { table, entry, deed }: RowForm): Html {
  const texts = REFERENCE_EDIT_WORDS[visit.words.language];
  const title = entry ? texts.change : texts.add[table];
  const back = link(visit, entry ? `/reference/${table}/${entry.code}` : `/reference/${table}`);
  const action = link(visit, entry ? `/reference/change/${table}/${entry.code}` : `/reference/add/${table}`);
  const which = entry
    ? html`<p><strong>${said(entry.name)}</strong></p><p class="lead">${texts.changeLead}</p>`
    : '';
  const seen = html`<input type="hidden" name="seen" value="${deed.values.get('seen') ?? '0'}">`;
  const code = entry
    ? ''
    : inputField({ ...wishOf(deed, 'code', texts.columns.code, texts.hints.code), code: true, max: 80 });
  const asked = columnsAsked(table).map((column) => columnField(visit, deed, table, column));
  const why = inputField({ ...wishOf(deed, 'why', texts.why, texts.whyHint), required: true });
  const fields = html`${seen}${asked}${code}${why}<p class="do"><button>${texts.keep}</button> <a href="${back}">${texts.back}</a></p>`;
  return page(
    visit,
    title,
    html`<div class="form-page"><h1>${title}</h1>${which}<p class="lead">${texts.lead}</p>${problem(deed.says)}${form(visit, { action, act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}

const NEEDED: readonly Column[] = ['name', 'maker', 'class', 'kind', 'family'];

function columnField(visit: Visit, deed: Deed, table: ReferenceTable, column: Column): Html {
  const { words } = visit;
  const texts = REFERENCE_EDIT_WORDS[words.language];
  const hints: Readonly<Partial<Record<Column, string>>> = texts.hints;
  const list = LISTS[column];
  const hint = hints[column] ?? (list === undefined ? undefined : texts.hints.names);
  const wish = { ...wishOf(deed, column, texts.columns[column], hint), required: NEEDED.includes(column) };
  if (list !== undefined) {
    const lines = (wish.value ?? '').split('\n').length;
    return textField({ ...wish, max: 6000 }, Math.min(Math.max(lines + 1, 3), ROWS_MAX));
  }
  switch (column) {
    case 'kind': {
      const { kinds } = REFERENCE_WORDS[words.language];
      return choiceField(
        wish,
        CALIBRE_KINDS.map((value) => ({ value, label: kinds[value] })),
        '—',
      );
    }
    case 'class': {
      const { classes } = words.terms;
      const choices = Object.keys(CLASSES).map((value) => ({
        value,
        label: isArmClass(value) ? classes[value] : value,
      }));
      return choiceField(wish, sorted(visit, choices), '—');
    }
    case 'action':
      return choiceField(
        wish,
        ACTIONS.map((value) => ({ value, label: texts.actions[value] })),
        '—',
      );
    case 'marks_at':
      return placesField(visit, deed);
    case 'tell_apart':
      return textField({ ...wish, max: 1000 });
    case 'from':
    case 'to':
    case 'bullet_mm':
    case 'case_mm':
      return inputField({ ...wish, code: true, max: 10 });
    default:
      return inputField({ ...wish, max: column === 'name' && table !== 'makers' ? 80 : 120 });
  }
}

/** Rows of three choices: which mark, on which part, on which side of it. */
function placesField(visit: Visit, deed: Deed): Html {
  const { words } = visit;
  const texts = REFERENCE_EDIT_WORDS[words.language];
  const { sides, markYear } = REFERENCE_WORDS[words.language];
  const { markKinds, parts } = words.terms;
  const choices = {
    kind: MARKS_PLACED.map((value) => ({ value, label: value === 'year' ? markYear : markKinds[value] })),
    part: PARTS.map((value) => ({ value, label: parts[value] })),
    side: MARK_SIDES.map((value) => ({ value, label: sides[value] ?? value })),
  };
  const labels = { kind: texts.mark, part: texts.part, side: texts.side };
  let filled = 0;
  for (let at = 0; at < PLACES_MAX; at++)
    if ((['kind', 'part', 'side'] as const).some((name) => deed.values.get(`at.${at}.${name}`)))
      filled = at + 1;
  const rows = Array.from({ length: Math.min(filled + PLACES_OFFERED, PLACES_MAX) }, (_, at) => {
    const cells = (['kind', 'part', 'side'] as const).map((name) =>
      choiceField(wishOf(deed, `at.${at}.${name}`, labels[name]), sorted(visit, choices[name]), '—'),
    );
    return html`<fieldset class="fields"><legend>${texts.place(new Intl.NumberFormat(words.locale).format(at + 1))}</legend>${cells}</fieldset>`;
  });
  const wrong = deed.problems.wrong.get('marks_at');
  const says = wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : '';
  return html`<fieldset><legend>${texts.columns.marks_at}</legend><p class="hint">${texts.hints.marks_at}</p>${says}${rows}</fieldset>`;
}

function sorted({ words }: Visit, choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((a, b) => a.label.localeCompare(b.label, words.locale));
}

/** The page on which a row of the State is taken back. */
export function takeBackPage(
  visit: Visit,
  {
    table,
    entry,
    deed,
    stands,
  }: Required<RowForm> & {
    /** True where a row of the program stands again. */
    readonly stands: boolean;
  },
): Html {
  const texts = REFERENCE_EDIT_WORDS[visit.words.language];
  const path = `/reference/${table}/${entry.code}`;
  const seen = html`<input type="hidden" name="seen" value="${deed.values.get('seen') ?? '0'}">`;
  const why = inputField({ ...wishOf(deed, 'why', texts.why, texts.whyHint), required: true });
  const fields = html`${seen}${why}<p class="do"><button>${texts.takeBackDo}</button> <a href="${link(visit, path)}">${texts.back}</a></p>`;
  const action = link(visit, `/reference/take-back/${table}/${entry.code}`);
  return page(
    visit,
    texts.takeBack,
    html`<div class="form-page"><h1>${texts.takeBack}</h1><p><strong>${said(entry.name)}</strong></p><p class="lead">${stands ? texts.takeBackAgain : texts.takeBackGone}</p>${problem(deed.says)}${form(visit, { action, act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}
