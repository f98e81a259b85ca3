/** The form of one event: exactly the fields that it needs, with what was typed, what was wrong, and what was refused. */
import { html } from 'hono/html';
import type { PartyChoice } from '../../acts/party-choices.ts';
import type { ArmView } from '../../acts/view-arm.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { EventType } from '../../domain/custody/life-cycle.ts';
import { PARTS } from '../../domain/marks/mark.ts';
import { describedFields } from './described-fields.ts';
import { firstButton, lastButtons } from './draft-forms.ts';
import { choiceField, form, inputField, problem, textField, type Values } from './forms.ts';
import { markRows } from './mark-rows.ts';
import { offeredNames, type Problems, partyField } from './party-field.ts';
import { fieldsOf } from './record-fields.ts';
import { formPage } from './record-page.ts';
import { sayRefusal } from './refusal-words.ts';
import type { Html } from './text.ts';
import { link, type Working } from './visit.ts';
import { formatWhen } from './when.ts';
import { whenField } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

export type Shown = {
  readonly act: string;
  readonly values: Values;
  readonly problems: Problems;
  readonly bodies: readonly PartyChoice[];
  readonly says?: string | undefined;
  readonly refused?: Refusal | undefined;
};

const SIGHTINGS = ['read', 'scanned', 'sealed-crate', 'photograph'] as const;

/** The page with the form of an event. */
export function eventPage(visit: Working, view: ArmView, type: EventType, shown: Shown): Html {
  const texts = RECORD_WORDS[visit.words.language];
  const fields = fieldsOf(type);
  const action = link(visit, `/arms/${view.number}/record/${type}`);
  const sends = fields.permits ? texts.ask : texts.send;
  const contents = html`${firstButton(sends)}${refusedBand(visit, type, shown)}${fields.permits ? modeField(visit, shown.values) : ''}${eventFields(visit, view, type, shown)}${lastButtons(visit, sends)}`;
  return formPage(
    visit,
    view,
    visit.words.terms.events[type],
    html`<p class="lead">${texts.says[type]}</p>${problem(shown.says)}${offeredNames(shown.bodies)}${form(visit, { action, act: shown.act, draft: true, class: 'card record' }, contents)}`,
  );
}

/** Refusals of what was asked beside which the fact itself can be recorded. */
const FACT_HELPS: ReadonlySet<string> = new Set([
  'already-ended',
  'arm-is-missing',
  'held-as-evidence',
  'hand-over-pending',
  'not-adequately-marked',
  'transfer-mark-missing',
  'keeper-is-another',
  'receiver-is-giver',
  'party-is-gone',
  'right-missing',
]);

/** What was refused, its clause, and the way to record it as a fact where that is right. */
export function refusedBand(
  visit: Working,
  type: EventType | undefined,
  { refused, values }: Shown,
): Html | string {
  if (!refused) return '';
  const texts = RECORD_WORDS[visit.words.language].refused;
  const asked = values.get('mode') === 'ask';
  const offersFact = type !== undefined && asked && FACT_HELPS.has(refused.refused);
  const fact = offersFact
    ? html`<div><p>${texts.asFactSays}</p><p class="do"><button class="plain" name="do" value="fact">${texts.asFact}</button></p></div>`
    : '';
  return html`<div class="alarm doubt" role="alert"><div><strong>${asked ? texts.title : visit.words.refusals.title}</strong><p>${sayRefusal(visit.words, refused)}</p></div>${fact}</div>`;
}

function modeField(visit: Working, values: Values): Html {
  const { mode } = RECORD_WORDS[visit.words.language];
  const chosen = values.get('mode') === 'fact' ? 'fact' : 'ask';
  const option = (value: 'ask' | 'fact', label: string, says: string): Html =>
    html`<div class="tick-field"><input type="radio" name="mode" id="mode.${value}" value="${value}" aria-describedby="mode.${value}.says"${chosen === value ? html` checked` : ''}><label for="mode.${value}"><strong>${label}</strong></label><span class="hint" id="mode.${value}.says">${says}</span></div>`;
  return html`<fieldset class="mode"><legend>${mode.legend}</legend>${option('ask', mode.ask, mode.askSays)}${option('fact', mode.fact, mode.factSays)}</fieldset>`;
}

/** All fields of an event. */
export function eventFields(visit: Working, view: ArmView, type: EventType, shown: Shown): Html {
  const texts = RECORD_WORDS[visit.words.language];
  const { values, problems } = shown;
  const { wrong } = problems;
  const fields = fieldsOf(type);
  const wish = (name: string, label: string, hint?: string) => ({
    name,
    label,
    value: values.get(name),
    wrong: wrong.get(name),
    ...(hint ? { hint } : {}),
  });
  const described =
    fields.describes.length > 0
      ? html`<fieldset><legend>${texts.describes.legend}</legend><span class="hint">${texts.describes.hint}</span>${describedFields(visit, fields.describes, values, wrong)}</fieldset>`
      : '';
  const how = choiceField(
    wish('how', texts.how),
    SIGHTINGS.map((value) => ({ value, label: visit.words.terms.sightings[value] })),
    texts.notSaid,
  );
  const due = fields.due
    ? html`<div class="fields">${inputField(wish('due', texts.due, texts.dueHint), 'date')}</div>`
    : '';
  return html`${whenField(visit, values, wrong.get('when'))}${partyFields(visit, type, shown)}${due}${fields.how ? html`<div class="fields">${how}</div>` : ''}${described}${fields.part ? partFields(visit, wish) : ''}${fields.marks || fields.part ? markRows(visit, values, wrong) : ''}${fields.basis ? basisFields(visit, values, wrong) : ''}${fields.place ? html`<div class="fields">${inputField(wish('place', texts.place))}</div>` : ''}${fields.about ? aboutField(visit, view, values, wrong) : ''}${textField(wish('why', texts.why))}`;
}

function partyFields(visit: Working, type: EventType, { values, problems }: Shown): Html | string {
  const texts = RECORD_WORDS[visit.words.language];
  const { to, from, by } = fieldsOf(type);
  if (to.length === 0 && from === undefined && !by) return '';
  const field = (name: string, label: string): Html => partyField(visit, { name, label }, values, problems);
  const giver = from === undefined ? '' : field(`from.${from}`, texts.from[from]);
  const who = by ? field('by', type === 'number-verified' ? texts.party.verifier : texts.party.by) : '';
  return html`<fieldset><legend>${texts.party.legend}</legend><span class="hint">${texts.party.nameHint}</span><div class="fields wide">${giver}${to.map((lane) => field(`to.${lane}`, texts.to[lane]))}${who}</div></fieldset>`;
}

type Wish = (
  name: string,
  label: string,
) => {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly wrong: string | undefined;
};

function partFields(visit: Working, wish: Wish): Html {
  const { part } = RECORD_WORDS[visit.words.language];
  const choices = PARTS.map((value) => ({ value, label: visit.words.terms.parts[value] }));
  return html`<fieldset><legend>${part.legend}</legend><div class="fields">${choiceField(wish('part.part', part.part), choices)}${inputField({ ...wish('part.id', part.id), code: true })}</div></fieldset>`;
}

/** The paper that something rests on. */
export function basisFields(visit: Working, values: Values, wrong: ReadonlyMap<string, string>): Html {
  const { basis } = RECORD_WORDS[visit.words.language];
  const box = (name: string, label: string, hint?: string): Html =>
    inputField({
      name,
      label,
      value: values.get(name),
      wrong: wrong.get(name),
      ...(hint ? { hint } : {}),
    });
  return html`<fieldset><legend>${basis.legend}</legend><div class="fields">${box('basis.kind', basis.kind, basis.kindHint)}${box('basis.number', basis.number)}${box('basis.authority', basis.authority)}</div></fieldset>`;
}

function aboutField(visit: Working, view: ArmView, values: Values, wrong: ReadonlyMap<string, string>): Html {
  const { about, notSaid } = RECORD_WORDS[visit.words.language];
  const { words } = visit;
  const wish = { name: 'about', label: about, value: values.get('about'), wrong: wrong.get('about') };
  const entries = new Map(view.events.map((event) => [event.entry, event]));
  const choices = [...entries.values()].map((event) => ({
    value: event.entry,
    label: `${words.terms.events[event.type]}, ${formatWhen(words, event.happened)}`,
  }));
  return html`<div class="fields wide">${choiceField(wish, choices, notSaid)}</div>`;
}
