/**
 * The form by which arms are found. It works without any script, and an empty field asks for nothing. It is sent, not put
 * into an address, because names may stand in it; fields by which a role may not look are not there.
 */
import { html } from 'hono/html';
import { CLASSES, isArmClass } from '../../domain/arms/classification.ts';
import { STATUSES } from '../../domain/custody/life-cycle.ts';
import { keptLanguage } from './page.ts';
import type { Html } from './text.ts';
import { link, type Visit } from './visit.ts';
import { FIND_WORDS } from './words/find.ts';
import type { FieldName } from './words/words.ts';

/** Fields that tell of no person and no site, so that they may stand in an address. */
export const OPEN_FIELDS = ['serial', 'maker', 'model', 'calibre', 'class', 'status', 'from', 'to'] as const;
/** Names: these are sent and kept, and stand in no address. */
export const NAME_FIELDS = ['keeper', 'unit', 'holder'] as const;
export const FIELDS = [...OPEN_FIELDS, ...NAME_FIELDS] as const;
export type FindField = (typeof FIELDS)[number];

/** What was asked, as typed. */
export type Asked = Readonly<Partial<Record<FindField, string>>>;

const TEXT_LENGTH_MAX = 120;
const LEFT_TO_RIGHT: ReadonlySet<FindField> = new Set(['serial', 'calibre']);

/** What a field is called. */
export function fieldLabel({ words }: Visit, name: FindField | 'after'): string {
  if (name === 'unit' || name === 'holder') return FIND_WORDS[words.language][name];
  return words.fields[name satisfies FieldName];
}

/** True where the visitor's role may look for arms by this field. */
export function mayFindBy({ signedIn }: Visit, name: FindField): boolean {
  const person = signedIn?.person;
  const sees = person?.role.sees ?? [];
  if (name === 'holder') return sees.includes('holder');
  // One's own agency is no secret to its people.
  if (name === 'unit' || name === 'keeper') return sees.includes('site') || (person?.parties.length ?? 0) > 0;
  return true;
}

/** The form with what was asked last; `wrong` is the field that could not be used. */
export function findForm(visit: Visit, asked: Asked = {}, wrong?: FindField): Html {
  const { words } = visit;
  const texts = FIND_WORDS[words.language];
  const options = (name: 'class' | 'status', codes: readonly string[], word: (one: string) => string): Html =>
    field(
      visit,
      name,
      html`<select name="${name}" id="${name}"><option value="">${words.any}</option>${codes
        .map((one) => ({ one, name: word(one) }))
        .sort((a, b) => a.name.localeCompare(b.name, words.locale))
        .map(
          ({ one, name: label }) =>
            html`<option value="${one}"${asked[name] === one ? html` selected` : ''}>${label}</option>`,
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
  const text = (name: FindField): Html => field(visit, name, input(asked, name, 'text', wrong));
  const day = (name: FindField): Html => field(visit, name, input(asked, name, 'date', wrong));
  const named = NAME_FIELDS.filter((name) => mayFindBy(visit, name));
  const names =
    named.length === 0
      ? ''
      : html`<div class="fields">${named.map(text)}</div><p class="hint" id="names-hint">${texts.namesHint}</p>`;
  return html`<form class="find card" method="post" action="/find">${keptLanguage(visit)}
<div class="serial">${text('serial')}<p class="hint" id="serial-hint">${words.serialHint}</p></div>
<div class="fields">${text('maker')}${text('model')}${text('calibre')}${classes}${statuses}${day('from')}${day('to')}</div>${names}
<p class="do"><button>${words.search}</button> <a href="${link(visit, '/find')}">${words.clear}</a></p></form>`;
}

function field(visit: Visit, name: FindField, control: Html): Html {
  return html`<div class="field"><label for="${name}">${fieldLabel(visit, name)}</label>${control}</div>`;
}

const HINTS: Readonly<Partial<Record<FindField, string>>> = {
  serial: 'serial-hint',
  keeper: 'names-hint',
  unit: 'names-hint',
  holder: 'names-hint',
};

function input(asked: Asked, name: FindField, type: 'text' | 'date', wrong: FindField | undefined): Html {
  const ltr = LEFT_TO_RIGHT.has(name);
  const hint = HINTS[name] ? html` aria-describedby="${HINTS[name]}"` : '';
  const invalid = wrong === name ? html` aria-invalid="true"` : '';
  return html`<input id="${name}" name="${name}" type="${type}" maxlength="${TEXT_LENGTH_MAX}" dir="${ltr ? 'ltr' : 'auto'}" class="${ltr ? 'code' : ''}" autocomplete="off" spellcheck="false" value="${asked[name] ?? ''}"${hint}${invalid}>`;
}
