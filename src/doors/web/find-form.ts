/** The form by which arms are found. It works without any script, and an empty field asks for nothing. */
import { html } from 'hono/html';
import { CLASSES, isArmClass } from '../../domain/arms/classification.ts';
import { STATUSES } from '../../domain/custody/life-cycle.ts';
import { keptLanguage } from './page.ts';
import type { Html } from './text.ts';
import { link, type Visit } from './visit.ts';
import type { FieldName } from './words/words.ts';

export const FIELDS: readonly FieldName[] = [
  'serial',
  'maker',
  'model',
  'calibre',
  'class',
  'status',
  'keeper',
  'from',
  'to',
];

const TEXT_LENGTH_MAX = 120;
const LEFT_TO_RIGHT: ReadonlySet<FieldName> = new Set(['serial', 'calibre']);

/** The form with what was asked last; `wrong` is the field that could not be used. */
export function findForm(visit: Visit, wrong?: FieldName): Html {
  const { words } = visit;
  const options = (
    name: 'class' | 'status',
    codes: readonly string[],
    word: (code: string) => string,
  ): Html =>
    field(
      visit,
      name,
      html`<select name="${name}" id="${name}"><option value="">${words.any}</option>${codes
        .map((one) => ({ one, name: word(one) }))
        .sort((a, b) => a.name.localeCompare(b.name, words.locale))
        .map(
          ({ one, name: label }) =>
            html`<option value="${one}"${visit.query[name] === one ? html` selected` : ''}>${label}</option>`,
        )}</select>`,
    );
  const classes = options('class', Object.keys(CLASSES), (one) =>
    isArmClass(one) ? words.terms.classes[one] : one,
  );
  const statuses = options(
    'status',
    STATUSES,
    (one) => words.terms.statuses[one as (typeof STATUSES)[number]],
  );
  const text = (name: FieldName): Html => field(visit, name, input(visit, name, 'text', wrong));
  const day = (name: FieldName): Html => field(visit, name, input(visit, name, 'date', wrong));
  return html`<form class="find card" action="/find">${keptLanguage(visit)}
<div class="serial">${text('serial')}<p class="hint" id="serial-hint">${words.serialHint}</p></div>
<div class="fields">${text('maker')}${text('model')}${text('calibre')}${classes}${statuses}${text('keeper')}${day('from')}${day('to')}</div>
<p class="do"><button>${words.search}</button> <a href="${link(visit, '/find')}">${words.clear}</a></p></form>`;
}

function field(visit: Visit, name: FieldName, control: Html): Html {
  return html`<div class="field"><label for="${name}">${visit.words.fields[name]}</label>${control}</div>`;
}

function input(visit: Visit, name: FieldName, type: 'text' | 'date', wrong: FieldName | undefined): Html {
  const ltr = LEFT_TO_RIGHT.has(name);
  const hint = name === 'serial' ? html` aria-describedby="serial-hint"` : '';
  const invalid = wrong === name ? html` aria-invalid="true"` : '';
  return html`<input id="${name}" name="${name}" type="${type}" maxlength="${TEXT_LENGTH_MAX}" dir="${ltr ? 'ltr' : 'auto'}" class="${ltr ? 'code' : ''}" autocomplete="off" spellcheck="false" value="${visit.query[name] ?? ''}"${hint}${invalid}>`;
}
