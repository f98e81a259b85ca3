/** The list of people who sign in, the form that adds one, and the slip with a one-time link that is handed over in person. */
import { html } from 'hono/html';
import type { HandedOut } from '../../acts/hand-out-link.ts';
import type { People, PersonShown } from '../../acts/list-people.ts';
import type { RoleShown } from '../../acts/list-roles.ts';
import type { PartyChoice } from '../../acts/party-choices.ts';
import { table } from './arm-tables.ts';
import { type Deed, wishOf } from './deeds.ts';
import { type Choice, choiceField, form, inputField, problem, sendButton } from './forms.ts';
import { keptLanguage, page } from './page.ts';
import { offeredNames, partyField } from './party-field.ts';
import { roleName } from './role-words.ts';
import { squareCode } from './square-code.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatRecorded, formatWhen } from './when.ts';
import { CATALOGUES, LANGUAGES } from './words/languages.ts';
import { PEOPLE_WORDS } from './words/people.ts';

/** Names of agencies by id. */
export type Names = ReadonlyMap<string, string>;
type State = 'invited' | 'active' | 'suspended';
const TONES: Readonly<Record<State, string>> = { invited: 'late', active: 'sound', suspended: 'grave' };

const isState = (text: string): text is State => Object.hasOwn(TONES, text);

/** The states an account may be in. */
export const STATES = Object.keys(TONES) as readonly State[];

/** The state of an account, as a word with a colour. */
export function stateTag({ words }: Visit, state: string): Html {
  if (!isState(state)) return code(state);
  return html`<span class="tag ${TONES[state]}">${PEOPLE_WORDS[words.language].states[state]}</span>`;
}

/** What a person is called; the login where the name is not shown. */
export function nameOf({ name, login }: PersonShown): Html {
  return name === undefined ? code(login) : said(name);
}

/** Roles as choices; a State's own names stay in their own direction. */
export function roleChoices({ words }: Visit, roles: readonly Pick<RoleShown, 'name'>[]): readonly Choice[] {
  return roles.map(({ name }) => {
    const label = roleName(words, name);
    return { value: name, label: Object.hasOwn(words.roles, name) ? label : inSentence(label) };
  });
}

/** Where a posting is: its agency, or the whole State. */
export function placeOf(visit: Visit, party: string | undefined, names: Names): Html {
  const words = PEOPLE_WORDS[visit.words.language];
  if (party === undefined) return html`${words.wholeState}`;
  const name = names.get(party) ?? words.anAgency;
  if (!offers(visit, 'list-agencies') || !names.has(party)) return said(name);
  return html`<a href="${link(visit, `/agencies/${party}`)}">${said(name)}</a>`;
}

/** The list of people. */
export function peoplePage(
  visit: Visit,
  people: People,
  names: Names,
  roles: readonly Choice[],
  unknown: string | undefined,
): Html {
  const words = PEOPLE_WORDS[visit.words.language];
  const rows = people.people.map((one) => personRow(visit, one, names));
  const heads = [words.name, words.login, words.state, words.postings];
  const list = rows.length === 0 ? html`<p>${words.none}</p>` : table(words.title, heads, rows);
  const past = people.next === undefined ? undefined : people.people.at(-1)?.account;
  const { state, role, party } = visit.query;
  const paged = visit.query.past !== undefined;
  const first = paged
    ? html`<a href="${link(visit, '/people', { state, role, party })}">${words.firstPage}</a>`
    : '';
  const next = past
    ? html`<a class="button plain" href="${link(visit, '/people', { state, role, party, past })}">${words.next}</a>`
    : '';
  const ways = [
    ['add-person', '/people/add', words.add, 'button'],
    ['list-roles', '/roles', words.roles, 'button plain'],
    ['list-api-keys', '/keys', words.keys, 'button plain'],
  ].filter(([act]) => offers(visit, act!));
  return page(
    visit,
    words.title,
    html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p class="do">${ways.map(([, path, label, look]) => html`<a class="${look}" href="${link(visit, path!)}">${label}</a> `)}</p>${narrowing(visit, roles, names, unknown)}<section class="card">${list}${first || next ? html`<p class="do">${first} ${next}</p>` : ''}</section>`,
  );
}

function personRow(visit: Visit, one: PersonShown, names: Names): Html {
  const { words } = visit;
  const postings = one.postings.map(
    ({ role, party, until }) =>
      html`<span class="line">${said(roleName(words, role))} · ${placeOf(visit, party, names)}${until ? html` · ${PEOPLE_WORDS[words.language].until}${words.colon}${formatWhen(words, until)}` : ''}</span>`,
  );
  return html`<tr><th scope="row"><a href="${link(visit, `/people/${one.account}`)}">${nameOf(one)}</a></th><td>${code(one.login)}</td><td>${stateTag(visit, one.state)}</td><td class="says">${postings}</td></tr>`;
}

/** Two small forms: one narrows the list, the other opens a person by login, which stands in no address. */
function narrowing(visit: Visit, roles: readonly Choice[], names: Names, unknown: string | undefined): Html {
  const words = PEOPLE_WORDS[visit.words.language];
  const { state, role, party } = visit.query;
  const states = STATES.map((one) => ({ value: one, label: words.states[one] }));
  const at =
    party === undefined
      ? ''
      : html`<p>${words.agency}${visit.words.colon}${said(names.get(party) ?? words.anAgency)} <input type="hidden" name="party" value="${party}"><a href="${link(visit, '/people')}">${words.all}</a></p>`;
  const byRole =
    roles.length > 0
      ? choiceField({ name: 'role', label: words.role, value: role }, roles, words.anyRole)
      : '';
  const filter = html`<form class="card find" method="get" action="/people">${keptLanguage(visit)}<h2>${words.filter}</h2>${at}<div class="fields">${choiceField({ name: 'state', label: words.state, value: state }, states, words.anyState)}${byRole}</div><p class="do"><button class="plain">${words.show}</button></p></form>`;
  const open = form(
    visit,
    { action: link(visit, '/people'), class: 'card find' },
    html`<h2>${words.goTo}</h2>${inputField({ name: 'login', label: words.login, value: unknown, wrong: unknown === undefined ? undefined : words.unknownLogin, required: true, max: 40, code: true })}<p class="do"><button class="plain">${words.open}</button></p>`,
  );
  return html`<div class="two">${filter}${open}</div>`;
}

/** The fields of a posting. */
export function postingFields(visit: Visit, deed: Deed, roles: readonly Choice[], none?: string): Html {
  const words = PEOPLE_WORDS[visit.words.language];
  const role = choiceField(
    { ...wishOf(deed, 'role', words.role), required: none === undefined },
    roles,
    none ?? '—',
  );
  const agency = partyField(
    visit,
    { name: 'agency', label: words.agency, hint: words.agencyHint },
    deed.values,
    deed.problems,
  );
  return html`${role}${agency}<div class="fields">${inputField(wishOf(deed, 'from', words.from), 'date')}${inputField(wishOf(deed, 'until', words.until, words.untilHint), 'date')}</div>`;
}

/** The form that adds a person, with a first posting. */
export function addPage(
  visit: Visit,
  deed: Deed,
  roles: readonly Choice[],
  agencies: readonly PartyChoice[],
): Html {
  const words = PEOPLE_WORDS[visit.words.language];
  const languages = LANGUAGES.map((one) => ({ value: one, label: inSentence(CATALOGUES[one].ownName) }));
  const fields = html`${inputField({ ...wishOf(deed, 'name', words.name), required: true, max: 120 })}${inputField({ ...wishOf(deed, 'login', words.login, words.loginHint), required: true, max: 40, code: true })}${choiceField(wishOf(deed, 'language', words.language), languages)}<fieldset><legend>${words.firstPosting}</legend>${postingFields(visit, deed, roles, words.noRoleYet)}</fieldset>${sendButton(words.add)}`;
  return page(
    visit,
    words.add,
    html`<div class="form-page"><h1>${words.add}</h1><p class="lead">${words.addLead}</p>${problem(deed.says)}${offeredNames(agencies)}${form(visit, { action: link(visit, '/people/add'), act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}

/** The one-time link, shown once, as a slip to be printed and handed over. */
export function linkPage(visit: Visit, person: PersonShown, handed: HandedOut, origin: string): Html {
  const words = PEOPLE_WORDS[visit.words.language];
  const back = html`<p class="do"><a class="button plain" href="${link(visit, `/people/${person.account}`)}">${words.back}</a></p>`;
  if (handed.token === undefined || handed.expires === undefined)
    return page(
      visit,
      words.linkTitle,
      html`<h1>${words.linkTitle}</h1><p class="lead">${words.linkGone}</p>${back}`,
    );
  const address = `${origin}/link/${handed.token}`;
  const until = words.linkUntil(inSentence(formatRecorded(visit.words, handed.expires)));
  const slip = html`<article class="card slip" aria-labelledby="slip"><h2 id="slip"><bdi>${visit.words.product}</bdi> · ${words.linkTitle}</h2><dl class="receipt-facts"><div><dt>${words.linkFor}</dt><dd>${nameOf(person)}</dd></div><div><dt>${words.login}</dt><dd>${code(person.login)}</dd></div></dl><p class="one-time-link">${code(address)}</p>${squareCode(address, words.linkSquare)}<p>${words.linkDo}</p><p>${until}</p></article>`;
  return page(
    visit,
    words.linkTitle,
    html`<h1>${words.linkTitle}</h1><p class="alarm doubt find" role="status">${words.linkShownOnce}</p><p class="lead find">${words.linkHow}</p>${slip}<p class="do"><button type="button" data-print hidden>${words.print}</button></p>${back}`,
  );
}
