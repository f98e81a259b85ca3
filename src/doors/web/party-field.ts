/**
 * Naming a party in a form: the whole name is typed, with the units of the own agency offered while typing. Where a name means
 * more than one, the form comes back with each of them, its kind and what it is part of; nothing typed is lost. An id never
 * comes from the form alone: whatever was chosen must be among those that the name means now.
 *
 * What could go wrong: a name typed anew beside a choice made for the old one. The choice counts only where the name means it.
 */
import { html } from 'hono/html';
import { findPartyChoices, listOwnBodies, type PartyChoice } from '../../acts/party-choices.ts';
import { inputField, type Values } from './forms.ts';
import { type Form, type Site, textOf } from './room.ts';
import { type Html, inSentence, said } from './text.ts';
import { offers, type Visit, type Working } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

export type Problems = {
  readonly wrong: ReadonlyMap<string, string>;
  /** Whom an ambiguous name may mean, by field. */
  readonly choices: ReadonlyMap<string, readonly PartyChoice[]>;
};
export const NO_PROBLEMS: Problems = { wrong: new Map(), choices: new Map() };

const LIST = 'own-bodies';

/** The units that are offered while a name is typed; stands once on a page. */
export function offeredNames(bodies: readonly PartyChoice[]): Html {
  return html`<datalist id="${LIST}">${bodies.map(({ name }) => html`<option dir="auto">${name}</option>`)}</datalist>`;
}

/** Those of the visitor's own agency, and its own name. */
export async function ownBodies(
  site: Site,
  visit: Working,
): Promise<{ readonly bodies: readonly PartyChoice[]; readonly own: string | undefined }> {
  const bodies = await listOwnBodies(site.office, visit.person);
  const party = visit.signedIn?.visitor.party;
  return { bodies, own: bodies.find((one) => one.id === party)?.name };
}

/** The box for a name, with the choices where it means more than one. */
export function partyField(
  visit: Visit,
  wish: { readonly name: string; readonly label: string; readonly hint?: string },
  values: Values,
  problems: Problems,
): Html {
  const { name } = wish;
  const choices = problems.choices.get(name) ?? [];
  const box = inputField(
    { ...wish, value: values.get(name), wrong: problems.wrong.get(name) },
    'text',
    html` list="${LIST}"`,
  );
  if (choices.length === 0) return box;
  const words = RECORD_WORDS[visit.words.language].party;
  const chosen = values.get(`${name}.is`);
  const options = choices.map(
    ({ id, name: called, kind, within }) =>
      html`<div class="tick-field"><input type="radio" name="${name}.is" id="${name}.${id}" value="${id}"${chosen === id ? html` checked` : ''}><label for="${name}.${id}">${said(called)} · ${visit.words.terms.partyKinds[kind]}${within ? ` · ${words.within(inSentence(within))}` : ''}${kind === 'person' ? html` · <bdi dir="ltr" class="code">${id.slice(-6)}</bdi>` : ''}</label></div>`,
  );
  return html`<div class="choices">${box}<fieldset><legend>${words.several}</legend>${options}</fieldset></div>`;
}

export type PartiesRead = Problems & { readonly ids: ReadonlyMap<string, string> };

/** Whom the names in these fields mean; empty ones mean nobody. */
export async function readParties(
  site: Site,
  visit: Working,
  form: Form,
  names: readonly string[],
): Promise<PartiesRead> {
  const words = RECORD_WORDS[visit.words.language].party;
  const [ids, wrong] = [new Map<string, string>(), new Map<string, string>()];
  const choices = new Map<string, readonly PartyChoice[]>();
  for (const name of names) {
    const typed = textOf(form, name);
    if (typed === undefined) continue;
    const found = await findPartyChoices(site.office, visit.person, visit.purpose, typed);
    const chosen = found.length === 1 ? found[0] : found.find((one) => one.id === textOf(form, `${name}.is`));
    if (chosen) ids.set(name, chosen.id);
    if (found.length > 1) choices.set(name, found);
    if (found.length > 1 && !chosen) wrong.set(name, words.several);
    const says = offers(visit, 'find-parties') ? words.unknown : words.unknownOfOwn;
    if (found.length === 0) wrong.set(name, says(inSentence(typed.slice(0, 80))));
  }
  return { ids, wrong, choices };
}
