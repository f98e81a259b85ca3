/**
 * The form of identification: what to do before an arm is touched, the number place by place, what else is seen, and beside it
 * a photograph that stays on the device. It works without any script; with one the answer comes while one types.
 */
import { html } from 'hono/html';
import { CLASSES, isArmClass } from '../../domain/arms/classification.ts';
import { PARTS } from '../../domain/marks/mark.ts';
import { choiceField, inputField, tickField, type Values } from './forms.ts';
import { MORE } from './identify-read.ts';
import { readingField } from './reading-field.ts';
import type { Html } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import { PRACTICE_WORDS } from './words/practices.ts';

export const FORM_ID = 'identify';

export type FormShown = { readonly typed: Values; readonly wrong?: string | undefined };

/** The steps before the marks: open until something was asked. */
export function stepsCard({ words }: Visit, isOpen: boolean): Html {
  const { steps } = IDENTIFY_WORDS[words.language];
  const items = steps.all.map(
    ({ name, says }) => html`<li><strong>${name}</strong> <span class="quiet">${says}</span></li>`,
  );
  return html`<details class="steps"${isOpen ? html` open` : ''}><summary>${steps.title}</summary><ol>${items}</ol></details>`;
}

/** What is seen, as fields. */
export function identifyForm(visit: Visit, shown: FormShown): Html {
  const { words } = visit;
  const texts = IDENTIFY_WORDS[words.language];
  const marks = PRACTICE_WORDS[words.language];
  const { typed } = shown;
  const text = (name: string, label: string, more: { hint?: string; code?: boolean; max?: number } = {}) =>
    inputField({ name, label, value: typed.get(name), wrong: wrongOf(visit, shown, name, label), ...more });
  const first = html`${text('maker', words.fields.maker)}${text('model', words.fields.model)}${text('calibre', words.fields.calibre, { code: true })}${classField(visit, typed)}`;
  const beside = html`${text('property', texts.property, { hint: texts.propertyHint })}${text('importMark', texts.importMark)}${text('stateMark', marks.seenMark, { hint: marks.markHint, max: 200 })}${text('country', texts.country)}${text('year', texts.year, { code: true, max: 4 })}`;
  const isOpen = [
    'property',
    'importMark',
    'stateMark',
    'country',
    'year',
    ...MORE.map((at) => `more.${at}.reading`),
  ].some((name) => typed.has(name));
  return html`<form id="${FORM_ID}" method="post" action="${link(visit, '/identify')}" class="card identify" data-answers="${link(visit, '/identify/answer')}" data-failed="${texts.noAnswer}">
${readingField(visit, { name: 'reading', label: texts.number, value: typed.get('reading') })}
<div class="fields">${partField(visit, typed, 'part')}${first}</div>
<details${isOpen ? html` open` : ''}><summary>${texts.besideTitle}</summary><div class="inside"><div class="fields">${beside}</div>${otherNumbers(visit, typed)}</div></details>
<div class="do"><button data-show>${texts.show}</button>${tickField({ name: 'wide', label: texts.wide, value: typed.get('wide') })}</div></form>`;
}

function wrongOf({ words }: Visit, { wrong }: FormShown, name: string, label: string): string | undefined {
  return wrong === name ? words.refusals.badField(label) : undefined;
}

function classField({ words }: Visit, typed: Values): Html {
  const choices = Object.keys(CLASSES)
    .filter((value) => value !== 'unknown')
    .map((value) => ({ value, label: isArmClass(value) ? words.terms.classes[value] : value }))
    .sort((a, b) => a.label.localeCompare(b.label, words.locale));
  return choiceField({ name: 'class', label: words.fields.class, value: typed.get('class') }, choices, '—');
}

function partField({ words }: Visit, typed: Values, name: string): Html {
  const { part } = IDENTIFY_WORDS[words.language];
  const choices = PARTS.map((value) => ({ value, label: words.terms.parts[value] }));
  return choiceField({ name, label: part, value: typed.get(name) ?? 'arm' }, choices);
}

/** Each further number is one line: three strips one above the other would hide what is asked. */
function otherNumbers(visit: Visit, typed: Values): Html {
  const texts = IDENTIFY_WORDS[visit.words.language];
  const rows = MORE.map((at) => {
    const name = `more.${at}.reading`;
    const label = `${texts.otherNumber} ${at}`;
    const number = inputField({ name, label, value: typed.get(name), code: true, max: 200 });
    return html`<div class="boxes">${number}${partField(visit, typed, `more.${at}.part`)}</div>`;
  });
  return html`<fieldset><legend>${texts.otherTitle}</legend><p class="hint">${texts.otherHint}</p>${rows}</fieldset>`;
}

/** The photograph beside the form; without scripts it can only be sent to have a code read from it. */
export function photoCard(visit: Visit, note: Html | string): Html {
  const texts = IDENTIFY_WORDS[visit.words.language].photo;
  const read = offers(visit, 'read-code')
    ? html`<button class="plain" form="${FORM_ID}" formaction="${link(visit, '/identify/code')}" formenctype="multipart/form-data" data-read-code="${texts.reading}">${texts.read}</button>`
    : '';
  const tool = (does: string, says: string, sign: string): Html =>
    html`<button type="button" class="plain" data-do="${does}" aria-label="${says}" title="${says}">${sign}</button>`;
  const tools = html`${tool('closer', texts.closer, '+')}${tool('further', texts.further, '−')}${tool('turn', texts.turn, '⟳')}${tool('whole', texts.whole, '⛶')}`;
  return html`<section class="card photo" aria-labelledby="photo-title" data-photo><h2 id="photo-title">${texts.title}</h2>
<div class="view" hidden><canvas tabindex="0" role="img" aria-label="${texts.shown}" aria-describedby="photo-keys"></canvas><div class="tools">${tools}</div><p class="hint" id="photo-keys">${texts.keys}</p></div>
<div class="field"><label for="photo">${texts.choose}</label><input type="file" id="photo" name="photo" form="${FORM_ID}" accept="image/*" aria-describedby="photo-stays"><span class="hint" id="photo-stays">${texts.stays}</span></div>
<p class="do">${read}</p><div role="status" data-note data-unreadable="${texts.unreadable}">${note}</div></section>`;
}
