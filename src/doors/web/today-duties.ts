/**
 * What is due on the first page for those who oversee or run the register: emergency accesses to review, looks and patterns
 * of looks to ask about, changes of the day, what was recorded late, contacts that nobody confirmed, people who never signed in, postings that end, the backup. Each part is asked for only where the role includes its act.
 */
import { html } from 'hono/html';
import { confirmContact } from '../../acts/confirm-contact.ts';
import { listAccesses } from '../../acts/list-accesses.ts';
import { listContacts } from '../../acts/list-contacts.ts';
import { listEmergencies } from '../../acts/list-emergencies.ts';
import { listExports } from '../../acts/list-exports.ts';
import { listOwnExports } from '../../acts/list-own-exports.ts';
import { listPeople, type PersonShown } from '../../acts/list-people.ts';
import type { Act } from '../../acts/office.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { table } from './arm-tables.ts';
import { contactsTable } from './contacts-page.ts';
import { emergencyTable } from './emergency-page.ts';
import { exportTable } from './exports-page.ts';
import { oversightCards } from './oversight-room.ts';
import { page, waysOf } from './page.ts';
import { accessTable, sampleCard } from './reads-page.ts';
import { roleName } from './role-words.ts';
import { ask, type Site } from './room.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { traceDuties } from './trace-duties.ts';
import { link, offers, type Visit, type Working } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';
import { CONTACT_WORDS } from './words/contacts.ts';
import { DUTY_WORDS } from './words/duties.ts';
import { EXPORT_WORDS } from './words/exports.ts';

const LINES = 12;
const ENDING_DAYS = 30;
const DAY_MS = 86_400_000;

const textsOf = (visit: Visit) => DUTY_WORDS[visit.words.language];

/** The parts of the first page that the visitor's role includes. */
export async function dutiesOf(site: Site, visit: Working): Promise<readonly Html[]> {
  const parts = [
    ...(await traceDuties(site, visit)),
    await emergencies(site, visit),
    await exportsOverseen(site, visit),
    await exportsGranted(site, visit),
    await flagged(site, visit),
    ...(await oversightCards(site, visit)),
    offers(visit, 'sample-accesses') ? sampleCard(visit) : '',
    await unconfirmed(site, visit),
    await invited(site, visit),
    await ending(site, visit),
    await backup(site, visit),
  ];
  return parts.filter((part): part is Html => typeof part !== 'string');
}

/** What an act answers, where the role includes it and it is not refused. */
async function found<Input, Output>(
  site: Site,
  visit: Working,
  act: Act<Input, Output>,
  input: object,
): Promise<Output | undefined> {
  if (!offers(visit, act.name)) return undefined;
  const answer = await ask(site, visit, act, input);
  return isRefusal(answer) ? undefined : answer;
}

function card(id: string, title: string, contents: Html, way?: Html): Html {
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${contents}${way ? html`<p>${way}</p>` : ''}</section>`;
}

async function emergencies(site: Site, visit: Working): Promise<Html | string> {
  const texts = textsOf(visit);
  const list = await found(site, visit, listEmergencies, { limit: LINES });
  if (!list || list.emergencies.length === 0) return '';
  const way = html`<a href="${link(visit, '/emergencies')}">${texts.allReviews}</a>`;
  return card('reviews', texts.reviews, emergencyTable(visit, list.emergencies), way);
}

/** Files with names: for those who decide, what waits; for other overseers, what was drawn this week. */
async function exportsOverseen(site: Site, visit: Working): Promise<Html | string> {
  const texts = EXPORT_WORDS[visit.words.language];
  const decides = offers(visit, 'decide-export');
  const list = await found(site, visit, listExports, { waiting: decides, limit: decides ? LINES : 200 });
  const weekAgo = new Date(site.office.clock() - 7 * DAY_MS).toISOString();
  const shown = decides ? list?.exports : list?.exports.filter(({ drawn = '' }) => drawn > weekAgo);
  if (!shown || shown.length === 0) return '';
  const title = decides ? texts.toDecide : texts.lately;
  const way = html`<a href="${link(visit, '/exports', { all: decides ? undefined : '1' })}">${texts.allOfThem}</a>`;
  return card('exports', title, exportTable(visit, shown.slice(0, LINES), title), way);
}

/** Files with names that were granted to the visitor and are not drawn yet. */
async function exportsGranted(site: Site, visit: Working): Promise<Html | string> {
  const texts = EXPORT_WORDS[visit.words.language];
  const list = await found(site, visit, listOwnExports, { limit: 50 });
  const ready = (list?.exports ?? []).filter(({ state }) => state === 'approved');
  if (ready.length === 0) return '';
  return card('granted', texts.ready, exportTable(visit, ready, texts.ready));
}

async function flagged(site: Site, visit: Working): Promise<Html | string> {
  const texts = textsOf(visit);
  const list = await found(site, visit, listAccesses, { flagged: true, limit: LINES });
  if (!list || list.accesses.length === 0) return '';
  const way = html`<a href="${link(visit, '/reads', { flagged: 'yes' })}">${texts.allLooks}</a>`;
  return card('ask', texts.ask, accessTable(visit, list.accesses, texts.ask), way);
}

/** Contacts whose details nobody confirmed for the named months, for whoever confirms them. */
async function unconfirmed(site: Site, visit: Working): Promise<Html | string> {
  const texts = CONTACT_WORDS[visit.words.language];
  if (!offers(visit, confirmContact.name)) return '';
  const list = await found(site, visit, listContacts, { toConfirm: true, limit: LINES });
  if (!list || list.total === 0) return '';
  const way = html`<a href="${link(visit, '/contacts', { due: 'yes' })}">${texts.allDue}</a>`;
  const lines = contactsTable(visit, list.contacts, texts.dueTitle);
  return card('unconfirmed', texts.dueTitle, html`<p>${texts.dueSays}</p>${lines}`, way);
}

function personCell(visit: Visit, person: PersonShown): Html {
  return html`<a href="${link(visit, `/people/${person.account}`)}">${said(person.name ?? person.login)}</a>`;
}

async function invited(site: Site, visit: Working): Promise<Html | string> {
  const texts = textsOf(visit);
  if (!offers(visit, 'add-person')) return '';
  const list = await found(site, visit, listPeople, { state: 'invited', limit: LINES });
  if (!list || list.people.length === 0) return '';
  const rows = list.people.map(
    (person) => html`<tr><td>${personCell(visit, person)}</td><td>${code(person.login)}</td></tr>`,
  );
  return card('invited', texts.invited, table(texts.invited, [texts.person, texts.login], rows));
}

async function ending(site: Site, visit: Working): Promise<Html | string> {
  const texts = textsOf(visit);
  if (!offers(visit, 'post-person')) return '';
  const dayAfter = (days: number): string =>
    new Date(site.office.clock() + days * DAY_MS).toISOString().slice(0, 10);
  const by = dayAfter(ENDING_DAYS);
  const list = await found(site, visit, listPeople, { endingBy: by, limit: LINES });
  const ends = (list?.people ?? []).flatMap((person) =>
    person.postings
      .filter(({ until }) => until !== undefined && until <= by && until >= dayAfter(0))
      .map((posting) => ({ person, posting })),
  );
  if (ends.length === 0) return '';
  const rows = ends.map(
    ({ person, posting }) =>
      html`<tr><td>${personCell(visit, person)}</td><td>${said(roleName(visit.words, posting.role))}</td><td class="day">${formatWhen(visit.words, posting.until ?? '')}</td></tr>`,
  );
  return card('ending', texts.ending, table(texts.ending, [texts.person, texts.role, texts.ends], rows));
}

/** The light of the backup, for whoever lets people in: nobody else could do anything about it. */
async function backup(site: Site, visit: Working): Promise<Html | string> {
  if (!site.operation || !offers(visit, 'add-person')) return '';
  const texts = textsOf(visit);
  const { backup: state } = await site.operation.readiness();
  const tone = { green: 'sound', yellow: 'late', red: 'grave' }[state.light];
  const hours = state.ageHours;
  const says =
    hours === undefined
      ? texts.backupNever
      : texts.backupAge(inSentence(formatCount(visit.words, Math.floor(hours)), 'ltr'));
  // Before the first one is due there is nothing to praise.
  const quiet = hours === undefined && state.light === 'green';
  const tag = quiet ? '' : html`<span class="tag ${tone}">${texts.lights[state.light]}</span> `;
  const light = html`<p>${tag}${says}</p>`;
  return card('backup', texts.backup, light);
}

/** The first page of a role for which no arm waits: what is due for it, or a calm word and what it can do. */
export function dutiesPage(visit: Visit, duties: readonly Html[], figures: Html | string = ''): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const ways = waysOf(visit).filter(({ path }) => path !== '/');
  const list = html`<ul class="ways">${ways.map(({ path, name }) => html`<li><a class="button plain" href="${link(visit, path)}">${words.way[name]}</a></li>`)}</ul>`;
  const calm = html`<section class="card" aria-labelledby="ways"><h2 id="ways">${texts.ways}</h2><p>${texts.calm}${ways.length > 0 ? html` ${texts.calmSays}` : ''}</p>${ways.length > 0 ? list : ''}</section>`;
  return page(
    visit,
    words.way.today,
    html`<h1>${words.way.today}</h1>${figures}${duties.length > 0 ? duties : calm}`,
  );
}
