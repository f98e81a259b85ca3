/**
 * Naming an agency in the forms of whoever administers: by its whole name, with those there are offered while one types. Where
 * several bear the name, the form comes back with each of them and what it is part of.
 */
import { listAgencies } from '../../acts/list-agencies.ts';
import type { PartyChoice } from '../../acts/party-choices.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import type { Problems } from './party-field.ts';
import { ask, type Form, type Site, textOf } from './room.ts';
import { inSentence } from './text.ts';
import { offers, type Working } from './visit.ts';
import { PEOPLE_WORDS } from './words/people.ts';

/** Named limits: agencies offered while a name is typed, and names told at once. */
const OFFERED_MAX = 200;
const NAMED_MAX = 500;

/** The agencies that stand, to be offered in a form. */
export async function offeredAgencies(site: Site, visit: Working): Promise<readonly PartyChoice[]> {
  if (!offers(visit, 'list-agencies')) return [];
  const page = await ask(site, visit, listAgencies, { limit: OFFERED_MAX });
  return isRefusal(page) ? [] : page.agencies.map(({ id, name, kind }) => ({ id, name, kind }));
}

/** The names of these agencies, of those that the visitor may know. */
export async function agencyNames(
  site: Site,
  visit: Working,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== undefined))].slice(0, NAMED_MAX);
  if (known.length === 0 || !offers(visit, 'list-agencies')) return new Map();
  const page = await ask(site, visit, listAgencies, { ids: known, gone: true, limit: NAMED_MAX });
  return new Map(isRefusal(page) ? [] : page.agencies.map(({ id, name }) => [id, name]));
}

export type AgencyRead = { readonly id?: string; readonly problems: Problems };

/** Which agency the name in a field means; none where the field is empty. */
export async function readAgency(site: Site, visit: Working, form: Form, name: string): Promise<AgencyRead> {
  const words = PEOPLE_WORDS[visit.words.language];
  const typed = textOf(form, name)?.slice(0, 300);
  if (typed === undefined) return { problems: { wrong: new Map(), choices: new Map() } };
  const page = await ask(site, visit, listAgencies, { name: typed, limit: 50 });
  const found = isRefusal(page) ? [] : page.agencies;
  const chosen = found.length === 1 ? found[0] : found.find(({ id }) => id === textOf(form, `${name}.is`));
  const above = await agencyNames(
    site,
    visit,
    found.map((one) => one.parent),
  );
  const choices = found.map(({ id, name: called, kind, parent }): PartyChoice => {
    const within = parent === undefined ? undefined : above.get(parent);
    return { id, name: called, kind, ...(within === undefined ? {} : { within }) };
  });
  const says = found.length > 1 ? words.severalAgencies : words.unknownAgency(inSentence(typed.slice(0, 80)));
  return {
    ...(chosen ? { id: chosen.id } : {}),
    problems: {
      wrong: new Map(chosen ? [] : [[name, says]]),
      choices: new Map(found.length > 1 ? [[name, choices]] : []),
    },
  };
}
