/** The page of one person who signs in, and the pages on which something about him or her is confirmed before it is done. */
import { html } from 'hono/html';
import type { PersonShown } from '../../acts/list-people.ts';
import type { PartyChoice } from '../../acts/party-choices.ts';
import { table } from './arm-tables.ts';
import { type Deed, doneNote, wishOf } from './deeds.ts';
import { type Choice, form, inputField, problem, tickField } from './forms.ts';
import { page } from './page.ts';
import { offeredNames } from './party-field.ts';
import { type Names, nameOf, placeOf, postingFields, stateTag } from './people-page.ts';
import { roleName } from './role-words.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { formatWhen } from './when.ts';
import { CATALOGUES, parseLanguage } from './words/languages.ts';
import { PEOPLE_WORDS } from './words/people.ts';

/** What is confirmed on a page of its own. */
export type DeedName = 'suspend' | 'reinstate' | 'reset' | 'rename' | 'post' | 'end';

type Posting = PersonShown['postings'][number];

const isOwn = (visit: Working, person: PersonShown): boolean => visit.person.operator === person.account;

/** One person: who, in what state, under which postings, and what may be done about that. */
export function personPage(visit: Working, person: PersonShown, names: Names): Html {
  const { words } = visit;
  const texts = PEOPLE_WORDS[words.language];
  const own = isOwn(visit, person);
  const language = CATALOGUES[parseLanguage(person.language) ?? 'en'].ownName;
  const answers = html`<dl class="answers"><div><dt>${texts.login}</dt><dd><strong>${code(person.login)}</strong></dd></div><div><dt>${texts.state}</dt><dd>${stateTag(visit, person.state)}</dd></div><div><dt>${texts.language}</dt><dd><strong><bdi lang="${person.language}">${language}</bdi></strong></dd></div></dl>`;
  return page(
    visit,
    texts.title,
    html`<p class="find"><a href="${link(visit, '/people')}">${texts.all}</a></p><h1>${nameOf(person)}</h1>${doneNote(visit, texts.done)}${own ? html`<p class="alarm doubt">${texts.own}</p>` : ''}${answers}${postingsCard(visit, person, names, own)}${accessCard(visit, person, own)}`,
  );
}

function postingsCard(visit: Working, person: PersonShown, names: Names, own: boolean): Html {
  const { words } = visit;
  const texts = PEOPLE_WORDS[words.language];
  const ends = offers(visit, 'end-posting') && !own;
  const rows = person.postings.map((one) => postingRow(visit, person, one, names, ends));
  const heads = [texts.role, texts.agency, texts.from, texts.until, ...(ends ? [texts.end] : [])];
  const list =
    rows.length === 0
      ? html`<p class="alarm doubt">${texts.noPostings}</p>`
      : table(texts.postings, heads, rows);
  const give =
    offers(visit, 'post-person') && !own ? deedLink(visit, person, 'post', texts.give, 'button') : '';
  return html`<section class="card" aria-labelledby="postings"><h2 id="postings">${texts.postings}</h2>${list}${give ? html`<p class="do">${give}</p>` : ''}</section>`;
}

function postingRow(visit: Working, person: PersonShown, one: Posting, names: Names, ends: boolean): Html {
  const { words } = visit;
  const texts = PEOPLE_WORDS[words.language];
  const role = said(roleName(words, one.role));
  const named = offers(visit, 'list-roles')
    ? html`<a href="${link(visit, `/roles/${one.role}`)}">${role}</a>`
    : role;
  const until = one.until === undefined ? texts.forGood : formatWhen(words, one.until);
  const end = ends
    ? html`<td><a href="${link(visit, `/people/${person.account}/end`, { posting: one.id })}">${texts.end}<span class="aloud"> ${role}</span></a></td>`
    : '';
  return html`<tr><th scope="row">${named}</th><td>${placeOf(visit, one.party, names)}</td><td class="day">${formatWhen(words, one.from)}</td><td class="day">${until}</td>${end}</tr>`;
}

function deedLink(
  visit: Working,
  { account }: PersonShown,
  deed: DeedName,
  label: string,
  look = 'button plain',
): Html {
  return html`<a class="${look}" href="${link(visit, `/people/${account}/${deed}`)}">${label}</a> `;
}

function accessCard(visit: Working, person: PersonShown, own: boolean): Html | string {
  const texts = PEOPLE_WORDS[visit.words.language];
  const suspended = person.state === 'suspended';
  const ways: readonly (readonly [boolean, string, DeedName, string])[] = [
    [!own && !suspended, 'reset-person', 'reset', texts.reset],
    [true, 'rename-person', 'rename', texts.rename],
    [!own && !suspended, 'suspend-person', 'suspend', texts.suspend],
    [!own && suspended, 'reinstate-person', 'reinstate', texts.reinstate],
  ];
  const shown = ways.filter(([fits, act]) => fits && offers(visit, act));
  if (shown.length === 0) return '';
  return html`<section class="card find" aria-labelledby="access"><h2 id="access">${texts.access}</h2><p class="do">${shown.map(([, , deed, label]) => deedLink(visit, person, deed, label))}</p></section>`;
}

type Asked = {
  readonly title: string;
  readonly says: string;
  readonly button: string;
  readonly fields: Html | string;
};

/** A page that says what a deed does and asks for it, with its fields where it has any. */
function askPage(visit: Working, person: PersonShown, deed: Deed, name: DeedName, asked: Asked): Html {
  const texts = PEOPLE_WORDS[visit.words.language];
  const back = link(visit, `/people/${person.account}`);
  const fields = html`${asked.fields}<p class="do"><button>${asked.button}</button> <a href="${back}">${texts.back}</a></p>`;
  return page(
    visit,
    asked.title,
    html`<div class="form-page"><h1>${asked.title}</h1><p><strong>${nameOf(person)}</strong> · ${code(person.login)}</p><p class="lead">${asked.says}</p>${problem(deed.says)}${form(visit, { action: link(visit, `/people/${person.account}/${name}`), act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}

/** The page that asks before somebody is suspended, let in again, or given a new way in. */
export function confirmPage(
  visit: Working,
  person: PersonShown,
  deed: Deed,
  name: 'suspend' | 'reinstate' | 'reset',
): Html {
  const texts = PEOPLE_WORDS[visit.words.language];
  const asked = {
    suspend: { title: texts.suspendTitle, says: texts.suspendSays, button: texts.suspendDo, fields: '' },
    reinstate: {
      title: texts.reinstateTitle,
      says: texts.reinstateSays,
      button: texts.reinstateDo,
      fields: '',
    },
    reset: {
      title: texts.resetTitle,
      says: texts.resetSays,
      button: texts.resetDo,
      fields: tickField(wishOf(deed, 'secondFactor', texts.resetFactor)),
    },
  };
  return askPage(visit, person, deed, name, asked[name]);
}

/** The page on which a name is corrected. */
export function renamePage(visit: Working, person: PersonShown, deed: Deed): Html {
  const texts = PEOPLE_WORDS[visit.words.language];
  const fields = inputField({ ...wishOf(deed, 'name', texts.name), required: true, max: 120 });
  return askPage(visit, person, deed, 'rename', {
    title: texts.rename,
    says: texts.renameSays,
    button: texts.renameDo,
    fields,
  });
}

/** The page on which a posting is given. */
export function postPage(
  visit: Working,
  person: PersonShown,
  deed: Deed,
  roles: readonly Choice[],
  agencies: readonly PartyChoice[],
): Html {
  const texts = PEOPLE_WORDS[visit.words.language];
  const fields = html`${offeredNames(agencies)}${postingFields(visit, deed, roles)}`;
  return askPage(visit, person, deed, 'post', {
    title: texts.give,
    says: texts.giveLead,
    button: texts.give,
    fields,
  });
}

/** The page that asks before a posting is ended. */
export function endPage(
  visit: Working,
  person: PersonShown,
  posting: Posting,
  names: Names,
  deed: Deed,
): Html {
  const texts = PEOPLE_WORDS[visit.words.language];
  const fields = html`<p>${said(roleName(visit.words, posting.role))} · ${placeOf(visit, posting.party, names)}</p><input type="hidden" name="posting" value="${posting.id}">`;
  return askPage(visit, person, deed, 'end', {
    title: texts.endTitle,
    says: texts.endSays,
    button: texts.endDo,
    fields,
  });
}
