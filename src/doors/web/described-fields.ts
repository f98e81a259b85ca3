/** What an arm is, as a form asks it: class, maker, model, calibre, country, year, and how it was made. */
import { html } from 'hono/html';
import { CLASSES, isArmClass } from '../../domain/arms/classification.ts';
import { choiceField, inputField, type Values } from './forms.ts';
import type { Described } from './record-fields.ts';
import { type Form, textOf } from './room.ts';
import type { Html } from './text.ts';
import type { Visit } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

/** The boxes for these parts of a description. */
export function describedFields(
  visit: Visit,
  fields: readonly Described[],
  values: Values,
  wrong: ReadonlyMap<string, string>,
  required: readonly Described[] = [],
): Html {
  return html`<div class="fields">${fields.map((field) => describedField(visit, field, values, wrong, required.includes(field)))}</div>`;
}

function describedField(
  visit: Visit,
  field: Described,
  values: Values,
  wrong: ReadonlyMap<string, string>,
  required: boolean,
): Html {
  const { words } = visit;
  const { describes, productions } = RECORD_WORDS[words.language];
  const name = `arm.${field}`;
  const wish = { name, value: values.get(name), wrong: wrong.get(name), required, max: 120 };
  switch (field) {
    case 'class': {
      const choices = Object.keys(CLASSES)
        .map((value) => ({ value, label: isArmClass(value) ? words.terms.classes[value] : value }))
        .toSorted((a, b) => a.label.localeCompare(b.label, words.locale));
      return choiceField({ ...wish, label: words.fields.class }, choices, '—');
    }
    case 'production': {
      const choices = Object.entries(productions).map(([value, label]) => ({ value, label }));
      return choiceField({ ...wish, label: describes.production }, choices, '—');
    }
    case 'year':
      return inputField({ ...wish, label: describes.year, code: true, max: 4 });
    case 'country':
      return inputField({
        ...wish,
        label: describes.country,
        hint: describes.countryHint,
        code: true,
        max: 2,
      });
    case 'calibre':
      return inputField({ ...wish, label: words.fields.calibre, code: true });
    default:
      return inputField({ ...wish, label: words.fields[field] });
  }
}

/** What the boxes say; what is empty says nothing. */
export function readDescribed(
  form: Form,
  fields: readonly Described[],
): Readonly<Record<string, string | number>> {
  const read: [string, string | number][] = [];
  for (const field of fields) {
    const text = textOf(form, `arm.${field}`);
    if (text === undefined) continue;
    if (field === 'year') read.push([field, /^\d+$/.test(text) ? Number(text) : text]);
    else read.push([field, field === 'country' ? text.toUpperCase() : text]);
  }
  return Object.fromEntries(read);
}
