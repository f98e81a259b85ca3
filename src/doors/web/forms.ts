/**
 * Forms: fields with their labels, hints and what was wrong with them, filled again with what was typed. Each form that
 * changes something carries the id of its submission, so that sending it twice does it once.
 */
import { html } from 'hono/html';
import { keptLanguage } from './page.ts';
import type { Html } from './text.ts';
import type { Visit } from './visit.ts';

export type Values = ReadonlyMap<string, string>;

export type FormWish = {
  readonly action: string;
  /** Id of the submission, made when the form was first shown. */
  readonly act?: string;
  /** True where files are sent. */
  readonly files?: boolean;
  readonly class?: string;
  /** True: what is typed is kept as a draft under the id of the submission while it is typed. */
  readonly draft?: boolean;
};

/** A form around its fields and buttons. */
export function form(visit: Visit, wish: FormWish, contents: Html): Html {
  const encoding = wish.files ? html` enctype="multipart/form-data"` : '';
  const draft = wish.draft && wish.act ? html` data-draft="${wish.act}"` : '';
  const act = wish.act ? html`<input type="hidden" name="act" value="${wish.act}">` : '';
  return html`<form method="post" action="${wish.action}" class="${wish.class ?? 'card'}"${encoding}${draft}>${keptLanguage(visit)}${act}${contents}</form>`;
}

export type FieldWish = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
  /** What is wrong with it: said beside the field. */
  readonly wrong?: string | undefined;
  readonly max?: number;
  /** True for marks, numbers and codes: left to right, in the face in which 0 and O differ. */
  readonly code?: boolean;
  readonly autocomplete?: string;
};

function described(wish: FieldWish): { readonly attributes: Html; readonly notes: Html } {
  const hint = wish.hint ? html`<span class="hint" id="${wish.name}-hint">${wish.hint}</span>` : '';
  const wrong = wish.wrong ? html`<span class="wrong" id="${wish.name}-wrong">${wish.wrong}</span>` : '';
  const ids = [wish.hint ? `${wish.name}-hint` : '', wish.wrong ? `${wish.name}-wrong` : '']
    .filter(Boolean)
    .join(' ');
  const by = ids ? html` aria-describedby="${ids}"` : '';
  const invalid = wish.wrong ? html` aria-invalid="true"` : '';
  const required = wish.required ? html` required` : '';
  return {
    attributes: html`id="${wish.name}" name="${wish.name}"${by}${invalid}${required}`,
    notes: html`${hint}${wrong}`,
  };
}

function framed(wish: FieldWish, control: Html, notes: Html): Html {
  return html`<div class="field"><label for="${wish.name}">${wish.label}</label>${control}${notes}</div>`;
}

export type InputType = 'text' | 'password' | 'date' | 'number' | 'search' | 'file';

/** A field of one line. */
export function inputField(wish: FieldWish, type: InputType = 'text', more: Html | string = ''): Html {
  const { attributes, notes } = described(wish);
  const value = type === 'password' || type === 'file' ? '' : html` value="${wish.value ?? ''}"`;
  const face = wish.code ? html` dir="ltr" class="code" spellcheck="false"` : html` dir="auto"`;
  const control = html`<input type="${type}" ${attributes} maxlength="${wish.max ?? 300}" autocomplete="${wish.autocomplete ?? 'off'}"${face}${value}${more}>`;
  return framed(wish, control, notes);
}

/** A field of several lines. */
export function textField(wish: FieldWish, rows = 3): Html {
  const { attributes, notes } = described(wish);
  const control = html`<textarea ${attributes} rows="${rows}" maxlength="${wish.max ?? 2000}" dir="auto">${wish.value ?? ''}</textarea>`;
  return framed(wish, control, notes);
}

export type Choice = {
  readonly value: string;
  readonly label: string;
  /** Of a label in another language than the page's. */
  readonly lang?: string;
};

/** A choice from a list; `none` is what an empty choice is called, where it may be empty. */
export function choiceField(wish: FieldWish, choices: readonly Choice[], none?: string): Html {
  const { attributes, notes } = described(wish);
  const empty = none === undefined ? '' : html`<option value="">${none}</option>`;
  const options = choices.map(
    ({ value, label, lang }) =>
      html`<option value="${value}"${lang === undefined ? '' : html` lang="${lang}"`}${wish.value === value ? html` selected` : ''}>${label}</option>`,
  );
  return framed(wish, html`<select ${attributes}>${empty}${options}</select>`, notes);
}

/** A choice of which every answer stands open, and none is chosen beforehand. */
export function radioField(
  { name, label, value, wrong }: FieldWish,
  choices: readonly Pick<Choice, 'value' | 'label'>[],
): Html {
  const marks = wrong ? html` aria-invalid="true" aria-describedby="${name}-wrong"` : '';
  const buttons = choices.map(
    (one) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${one.value}" required${value === one.value ? html` checked` : ''}${marks}> ${one.label}</label>`,
  );
  const says = wrong ? html`<span class="wrong" id="${name}-wrong">${wrong}</span>` : '';
  return html`<fieldset><legend>${label}</legend>${buttons}${says}</fieldset>`;
}

/** A box to tick. */
export function tickField(wish: FieldWish): Html {
  const { attributes, notes } = described(wish);
  return html`<div class="tick-field"><input type="checkbox" value="yes" ${attributes}${wish.value === 'yes' ? html` checked` : ''}><label for="${wish.name}">${wish.label}</label>${notes}</div>`;
}

/** What was refused, above a form that keeps what was typed. */
export function problem(says: string | undefined): Html | string {
  return says === undefined ? '' : html`<p class="alarm doubt" role="alert">${says}</p>`;
}

/** The button that sends a form. */
export function sendButton(label: string): Html {
  return html`<p class="do"><button>${label}</button></p>`;
}
