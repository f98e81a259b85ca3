/** The page of a correction: the wrong entry, what is wrong with it, and the fields of what holds instead. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import type { ArmEvent } from '../../domain/custody/event.ts';
import { isEventType } from '../../domain/custody/life-cycle.ts';
import { firstButton, lastButtons } from './draft-forms.ts';
import { choiceField, form, problem, textField, type Values } from './forms.ts';
import { offeredNames } from './party-field.ts';
import { groupsFor } from './record-fields.ts';
import { eventFields, refusedBand, type Shown } from './record-form.ts';
import { formPage } from './record-page.ts';
import type { Html } from './text.ts';
import { link, type Working } from './visit.ts';
import { formatWhen } from './when.ts';
import { valuesOfWhen } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

/** The page on which an entry is corrected. */
export function correctPage(visit: Working, view: ArmView, shown: Shown): Html {
  const { words } = visit;
  const { correct: texts } = RECORD_WORDS[words.language];
  const { values, problems } = shown;
  const { wrong } = problems;
  const named = (name: string, label: string) => ({
    name,
    label,
    value: values.get(name),
    wrong: wrong.get(name),
  });
  const entries = new Map<string, string>();
  for (const event of view.events) {
    if (event.corrected) continue;
    const says = `${words.terms.events[event.type]}, ${formatWhen(words, event.happened)}`;
    entries.set(event.entry, [entries.get(event.entry), says].filter(Boolean).join(' · '));
  }
  const choices = [...entries].map(([value, label]) => ({ value, label }));
  const instead = groupsFor(visit.person.role.events).flatMap(([, types]) =>
    types.map((type) => ({ value: type, label: words.terms.events[type] })),
  );
  const type = values.get('instead') ?? '';
  const fields =
    isEventType(type) && values.get('shown') === type
      ? html`<input type="hidden" name="shown" value="${type}"><fieldset class="instead"><legend>${words.terms.events[type]}</legend>${eventFields(visit, view, type, shown)}</fieldset>`
      : '';
  const show = html`<p class="do"><button class="plain" name="do" value="show" formnovalidate>${texts.show}</button></p>`;
  const contents = html`${firstButton(texts.send)}${refusedBand(visit, undefined, shown)}${choiceField({ ...named('entry', texts.entry), required: true }, choices, '—')}${textField({ ...named('because', texts.why), required: true })}<div class="fields">${choiceField(named('instead', texts.instead), instead, texts.nothing)}${show}</div>${fields}${lastButtons(visit, texts.send)}`;
  const action = link(visit, `/arms/${view.number}/correct`);
  return formPage(
    visit,
    view,
    texts.title,
    html`<p class="lead">${texts.lead}</p>${problem(shown.says)}${offeredNames(shown.bodies)}${form(visit, { action, act: shown.act, draft: true, class: 'card record' }, contents)}`,
  );
}

/** What the fields of an event hold where it was recorded already. */
export function valuesOfEvent(view: ArmView, event: ArmEvent): Values {
  const name = (party: string): string => {
    const known = view.names.get(party) ?? '';
    return party.startsWith('withheld-') ? '' : known;
  };
  const parties = (before: 'to' | 'from'): (readonly [string, string])[] =>
    Object.entries(event[before] ?? {}).map(([lane, party]) => [`${before}.${lane}`, name(party)]);
  const texts = Object.entries({
    how: event.how,
    place: event.place,
    why: event.why,
    due: event.due,
    about: event.about,
    by: event.by && name(event.by),
    mode: 'fact',
    'basis.kind': event.basis?.kind,
    'basis.number': event.basis?.number,
    'basis.authority': event.basis?.authority,
    'part.part': event.part?.part,
    'part.id': event.part?.id,
  });
  const described = Object.entries(event.arm ?? {}).map(([field, value]) => [`arm.${field}`, String(value)]);
  const marks = event.marks ?? event.part?.marks ?? [];
  const rows = marks.flatMap(({ kind, part, text, condition, note = '' }, row) =>
    Object.entries({ kind, part, text, condition, note }).map(([field, value]) => [
      `mark.${row}.${field}`,
      value,
    ]),
  );
  const all = [...parties('to'), ...parties('from'), ...texts, ...described, ...rows] as [string, string?][];
  return new Map([
    ...valuesOfWhen(event.happened),
    ...all.filter((one): one is [string, string] => one[1] !== undefined && one[1] !== ''),
    ['rows', String(Math.max(2, marks.length + 1))],
  ]);
}
