/**
 * The form that defines a role: each act with how far it reaches, what is seen, which events may be recorded. It is filled
 * from a role that is there, or with what was chosen before a refusal.
 */
import { html } from 'hono/html';
import type { Role } from '../../domain/access/role.ts';
import { FIELDS, REACHES } from '../../domain/access/scope.ts';
import { type EventType, LIFE_CYCLE } from '../../domain/custody/life-cycle.ts';
import { type Deed, wishOf } from './deeds.ts';
import { choiceField, form, inputField, problem, sendButton, tickField, type Values } from './forms.ts';
import { page } from './page.ts';
import { actName, listActGroups, reachesOf } from './role-acts.ts';
import { roleName } from './role-words.ts';
import { type Form, textOf } from './room.ts';
import { type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { FACTOR_WORDS } from './words/factor.ts';
import { ROLE_WORDS } from './words/roles.ts';

const EVENTS = Object.keys(LIFE_CYCLE) as readonly EventType[];

/** What stands in the form of a role. */
export function valuesOfRole({ name, powers, sees, events, secondFactor }: Role, version: number): Values {
  const listed = events === 'all' ? [] : events;
  return new Map([
    ['name', name],
    ['version', String(version)],
    ['events', events === 'all' ? 'all' : ''],
    ['secondFactor', secondFactor ? 'yes' : ''],
    ...Object.entries(powers).map(([act, reach]): [string, string] => [`power.${act}`, reach]),
    ...sees.map((field): [string, string] => [`sees.${field}`, 'yes']),
    ...listed.map((event): [string, string] => [`event.${event}`, 'yes']),
  ]);
}

/** The role that a form says, for the act to judge. */
export function readRole(sent: Form, name: string): Role {
  const powers: Record<string, Role['powers'][string]> = {};
  for (const [, acts] of listActGroups())
    for (const act of acts) {
      const reach = REACHES.find((one) => one === textOf(sent, `power.${act}`));
      if (reach) powers[act] = reach;
    }
  const ticked = (field: string): boolean => textOf(sent, field) === 'yes';
  return {
    name,
    powers,
    sees: FIELDS.filter((field) => ticked(`sees.${field}`)),
    events: textOf(sent, 'events') === 'all' ? 'all' : EVENTS.filter((event) => ticked(`event.${event}`)),
    secondFactor: ticked('secondFactor'),
  };
}

function actFields(visit: Visit, { values, problems }: Deed): Html[] {
  const { words } = visit;
  const texts = ROLE_WORDS[words.language];
  const field = (act: string): Html => {
    const name = `power.${act}`;
    const now = REACHES.find((one) => one === values.get(name));
    const choices = reachesOf(act, now).map((reach) => ({ value: reach, label: texts.reaches[reach] }));
    const wish = { name, label: actName(words, act), value: now, wrong: problems.wrong.get(name) };
    return choiceField(wish, choices, texts.not);
  };
  return listActGroups().map(
    ([group, acts]) =>
      html`<fieldset><legend>${texts.groups[group]}</legend><div class="fields wide">${acts.map(field)}</div></fieldset>`,
  );
}

/** The page on which a role is changed, or defined as a copy of another. */
export function roleFormPage(visit: Visit, role: string, deed: Deed, isCopy: boolean): Html {
  const { words } = visit;
  const texts = ROLE_WORDS[words.language];
  const tick = (name: string, label: string): Html =>
    tickField({ name, label, value: deed.values.get(name) });
  const name = isCopy
    ? inputField({
        ...wishOf(deed, 'name', texts.newName, texts.newNameHint),
        required: true,
        max: 40,
        code: true,
      })
    : '';
  const version = html`<input type="hidden" name="version" value="${deed.values.get('version') ?? ''}">`;
  const sees = html`<fieldset><legend>${texts.sees}</legend>${FIELDS.map((field) => tick(`sees.${field}`, texts.fields[field]))}</fieldset>`;
  const all = [{ value: 'all', label: texts.allEvents }];
  const events = html`<fieldset><legend>${texts.events}</legend>${choiceField({ name: 'events', label: texts.events, value: deed.values.get('events') }, all, texts.someEvents)}<div class="fields">${EVENTS.map((event) => tick(`event.${event}`, words.terms.events[event]))}</div></fieldset>`;
  const demand = FACTOR_WORDS[words.language];
  const factor = html`<fieldset><legend>${demand.title}</legend>${tick('secondFactor', demand.tick)}<p class="hint">${demand.tickHint}</p></fieldset>`;
  const title = isCopy ? texts.copy : texts.change;
  const action = link(visit, `/roles/${role}/${isCopy ? 'copy' : 'change'}`);
  const fields = html`${name}${version}<p class="hint">${texts.reachHint}</p>${actFields(visit, deed)}${sees}${events}${factor}${sendButton(isCopy ? texts.copyDo : texts.changeDo)}`;
  return page(
    visit,
    title,
    html`<div class="form-page"><h1>${title}${words.colon}${said(roleName(words, role))}</h1><p class="lead">${texts.changeLead}</p>${problem(deed.says)}${form(visit, { action, act: deed.act, class: 'card record' }, fields)}<p><a href="${link(visit, `/roles/${role}`)}">${texts.back}</a></p></div>`,
  );
}
