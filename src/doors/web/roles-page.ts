/** The roles of the register: their list, one of them in words, and the table of all rights as it goes on paper. */
import { html } from 'hono/html';
import type { RoleShown } from '../../acts/list-roles.ts';
import { shippedRoles } from '../../domain/access/default-roles.data.ts';
import { FIELDS, REACHES } from '../../domain/access/scope.ts';
import { isEventType } from '../../domain/custody/life-cycle.ts';
import { table } from './arm-tables.ts';
import { doneNote } from './deeds.ts';
import { page } from './page.ts';
import { actName, listActGroups } from './role-acts.ts';
import { roleName } from './role-words.ts';
import { type Html, said } from './text.ts';
import { link, offers, type Visit, type Working } from './visit.ts';
import { formatCount } from './when.ts';
import { FACTOR_WORDS } from './words/factor.ts';
import { ROLE_WORDS } from './words/roles.ts';

const COMMA = { en: ', ', fr: ', ', ar: '، ' } as const;

const printButton = ({ words }: Visit): Html =>
  html`<button class="plain" type="button" data-print hidden>${ROLE_WORDS[words.language].print}</button>`;

/** The list of roles. */
export function rolesPage(visit: Visit, roles: readonly RoleShown[]): Html {
  const { words } = visit;
  const texts = ROLE_WORDS[words.language];
  const people = offers(visit, 'list-people');
  const rows = roles.map((role) => {
    const holders = people
      ? html`<td><a href="${link(visit, '/people', { role: role.name })}">${texts.holders}<span class="aloud"> ${said(roleName(words, role.name))}</span></a></td>`
      : '';
    return html`<tr><th scope="row"><a href="${link(visit, `/roles/${role.name}`)}">${said(roleName(words, role.name))}</a></th><td>${formatCount(words, Object.keys(role.powers).length)}</td><td>${texts[role.asShipped ? 'shipped' : 'changedHere']}</td>${holders}</tr>`;
  });
  const heads = [texts.role, texts.acts, texts.ofState, ...(people ? [texts.holders] : [])];
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p><p class="do"><a class="button" href="${link(visit, '/rights')}">${texts.table}</a></p><section class="card">${table(texts.title, heads, rows)}</section>`,
  );
}

/** One role: its acts with how far, what it sees, which events it may record. */
export function rolePage(visit: Working, role: RoleShown): Html {
  const { words } = visit;
  const texts = ROLE_WORDS[words.language];
  const own = visit.person.role.name === role.name;
  const defines = offers(visit, 'define-role');
  const change =
    defines && !own
      ? html`<a class="button" href="${link(visit, `/roles/${role.name}/change`)}">${texts.change}</a>`
      : '';
  const copy = defines
    ? html`<a class="button plain" href="${link(visit, `/roles/${role.name}/copy`)}">${texts.copy}</a>`
    : '';
  const acts = listActGroups().flatMap(([group, names]) => {
    const held = names.filter((act) => Object.hasOwn(role.powers, act));
    const rows = held.map(
      (act) =>
        html`<tr><th scope="row">${actName(words, act)}</th><td>${texts.reaches[role.powers[act]!]}</td></tr>`,
    );
    return rows.length === 0
      ? []
      : [html`<h3>${texts.groups[group]}</h3>${table(texts.groups[group], [texts.act, texts.reach], rows)}`];
  });
  const sees = role.sees.map((field) => html`<li>${texts.fields[field]}</li>`);
  return page(
    visit,
    texts.title,
    html`<p class="find"><a href="${link(visit, '/roles')}">${texts.all}</a></p><h1>${said(roleName(words, role.name))}</h1>${doneNote(visit, { defined: texts.done })}${defines && own ? html`<p class="alarm doubt">${texts.own}</p>` : ''}<p class="quiet">${texts.ofState}${words.colon}${texts[role.asShipped ? 'shipped' : 'changedHere']}</p><p class="do">${change} ${copy} ${printButton(visit)}</p><section class="card" aria-labelledby="acts"><h2 id="acts">${texts.acts}</h2><p class="quiet">${texts.reachHint}</p>${acts}</section><section class="card" aria-labelledby="sees"><h2 id="sees">${texts.sees}</h2>${sees.length === 0 ? html`<p>${texts.seesNothing}</p>` : html`<ul class="dashes">${sees}</ul>`}</section><section class="card" aria-labelledby="events"><h2 id="events">${texts.events}</h2>${eventsOf(visit, role)}</section>${factorCard(visit, role)}`,
  );
}

/** Whether the role demands a second factor; in a demonstration also whether it would elsewhere. */
function factorCard(visit: Visit, { name, secondFactor }: RoleShown): Html {
  const texts = FACTOR_WORDS[visit.words.language];
  const elsewhere = shippedRoles(false).some((role) => role.name === name && role.secondFactor);
  const why =
    visit.demonstration && elsewhere && !secondFactor
      ? html`<p class="quiet">${texts.notInDemonstration}</p>`
      : '';
  return html`<section class="card" aria-labelledby="factor"><h2 id="factor">${texts.title}</h2><p>${secondFactor ? texts.demanded : texts.notDemanded}</p>${why}</section>`;
}

function eventsOf({ words }: Visit, { events }: RoleShown): Html {
  const texts = ROLE_WORDS[words.language];
  if (events === 'all') return html`<p>${texts.allEvents}</p>`;
  if (events.length === 0) return html`<p>${texts.noEvents}</p>`;
  const names = events.map((event) => (isEventType(event) ? words.terms.events[event] : event));
  return html`<ul class="dashes columns">${names.map((name) => html`<li>${name}</li>`)}</ul>`;
}

/** Who may do and see what: one row an act, with the roles that have it, by how far it reaches. */
export function tablePage(visit: Visit, roles: readonly RoleShown[]): Html {
  const { words } = visit;
  const texts = ROLE_WORDS[words.language];
  const named = (list: readonly RoleShown[]): Html[] =>
    list.map((role, n) => html`${n > 0 ? COMMA[words.language] : ''}${said(roleName(words, role.name))}`);
  const rows = listActGroups().flatMap(([, acts]) =>
    acts.map((act) => {
      const cells = REACHES.map(
        (reach) => html`<td>${named(roles.filter((role) => role.powers[act] === reach))}</td>`,
      );
      return html`<tr><th scope="row">${actName(words, act)}</th>${cells}</tr>`;
    }),
  );
  const demand = FACTOR_WORDS[words.language];
  const demanded = [true, false].map(
    (is) =>
      html`<tr><th scope="row">${is ? demand.demanded : demand.notDemanded}</th><td>${named(roles.filter((role) => role.secondFactor === is))}</td></tr>`,
  );
  const seen = FIELDS.map(
    (field) =>
      html`<tr><th scope="row">${texts.fields[field]}</th><td>${named(roles.filter((role) => role.sees.includes(field)))}</td></tr>`,
  );
  return page(
    visit,
    texts.table,
    html`<p class="find"><a href="${link(visit, '/roles')}">${texts.all}</a></p><h1>${texts.table}</h1><p class="lead">${texts.tableLead}</p><p class="do">${printButton(visit)}</p><section class="card rights" aria-labelledby="acts"><h2 id="acts">${texts.acts}</h2><p class="quiet">${texts.reachHint}</p>${table(texts.acts, [texts.act, ...REACHES.map((reach) => texts.reaches[reach])], rows)}</section><section class="card rights" aria-labelledby="sees"><h2 id="sees">${texts.sees}</h2>${table(texts.sees, [texts.sees, texts.role], seen)}</section><section class="card rights" aria-labelledby="factor"><h2 id="factor">${demand.title}</h2>${table(demand.title, [demand.title, texts.role], demanded)}</section><section class="card rights" aria-labelledby="events"><h2 id="events">${texts.events}</h2>${eventsByRole(visit, roles)}</section>`,
  );
}

/** The events that each role may record. */
function eventsByRole(visit: Visit, roles: readonly RoleShown[]): Html[] {
  return roles.map(
    (role) => html`<h3>${said(roleName(visit.words, role.name))}</h3>${eventsOf(visit, role)}`,
  );
}
