/**
 * How forms that change rights live: opened new or with what was typed, sent, refused with the wrong field marked, done once
 * whatever is sent twice. Rights are not changed on the strength of a form that came back after signing in: it is shown first.
 */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { newId } from '../../acts/office.ts';
import { permit } from '../../acts/perform.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import type { Values } from './forms.ts';
import { NO_PROBLEMS, type Problems } from './party-field.ts';
import { sayRefusal } from './refusal-words.ts';
import { type Form, readForm, type Site, textOf, textsOf } from './room.ts';
import type { Html } from './text.ts';
import type { Visit, Working } from './visit.ts';
import { PEOPLE_WORDS } from './words/people.ts';
import { RECORD_WORDS } from './words/record.ts';

/** A form as it is shown: what stands in it and what is wrong with it. */
export type Deed = {
  /** Id of the submission. */
  readonly act: string;
  readonly values: Values;
  readonly problems: Problems;
  readonly says?: string;
};

/** Opens a form: `sent` is what is to be done now, undefined where it is only to be shown. */
export async function openDeed(
  site: Site,
  visit: Visit,
  context: Context,
  first: Values = new Map(),
): Promise<{ readonly deed: Deed; readonly sent?: Form }> {
  const fresh = newId(site.office);
  if (context.req.method !== 'POST') return { deed: { act: fresh, values: first, problems: NO_PROBLEMS } };
  const form = await readForm(context);
  const act = parseUuid(textOf(form, 'act') ?? '') ?? fresh;
  const deed = { act, values: new Map(textsOf(form)), problems: NO_PROBLEMS };
  if (!textOf(form, 'restored')) return { deed, sent: form };
  return { deed: { ...deed, says: RECORD_WORDS[visit.words.language].restored } };
}

/** The same form after a refusal, `fields` naming the field that each refusal is about. */
export function refusedDeed(
  visit: Visit,
  deed: Deed,
  refused: Refusal,
  fields: Readonly<Record<string, string>> = {},
): Deed {
  const words = PEOPLE_WORDS[visit.words.language];
  const unreadable = refused.refused === 'input-unreadable';
  const says = unreadable ? words.badField : sayRefusal(visit.words, refused);
  const name = unreadable ? String(refused.facts?.field ?? '') : refused.refused;
  const field = Object.hasOwn(fields, name) ? fields[name] : unreadable ? name : undefined;
  const wrong = new Map(field ? [[field, unreadable ? words.wrong : says]] : []);
  return { ...deed, says, problems: { wrong, choices: deed.problems.choices } };
}

/** A field of a form as it is shown. */
export function wishOf({ values, problems }: Deed, name: string, label: string, hint?: string) {
  const common = { name, label, value: values.get(name), wrong: problems.wrong.get(name) };
  return hint === undefined ? common : { ...common, hint };
}

/** Why a form is not shown: the role does not include the act. The try leaves a line in the access log. */
export async function refuseForm(site: Site, visit: Working, act: string): Promise<Refusal | undefined> {
  const actor = await permit(site.office, visit.person, visit.purpose, act);
  return isRefusal(actor) ? actor : undefined;
}

/** What was done just now, told by a short name of ours in the address. */
export function doneNote(visit: Visit, says: Readonly<Record<string, string>>): Html | string {
  const { done = '' } = visit.query;
  return Object.hasOwn(says, done) ? html`<p class="note-done" role="status">${says[done]}</p>` : '';
}
