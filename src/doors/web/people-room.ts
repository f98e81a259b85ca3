/**
 * People who sign in: their list, adding one, and what may be done about each: postings, suspension, a new way in, the name.
 * What stands behind each page is an act, so nothing here is past the rights; a role without the act gets no form either.
 *
 * @clause J-02
 */
import type { Context, Hono } from 'hono';
import { addPerson } from '../../acts/add-person.ts';
import { endPosting } from '../../acts/end-posting.ts';
import { listPeople, type PersonShown } from '../../acts/list-people.ts';
import { listRoles } from '../../acts/list-roles.ts';
import type { Act } from '../../acts/office.ts';
import { postPerson } from '../../acts/post-person.ts';
import { reinstatePerson } from '../../acts/reinstate-person.ts';
import { renamePerson } from '../../acts/rename-person.ts';
import { resetPerson } from '../../acts/reset-person.ts';
import { suspendPerson } from '../../acts/suspend-person.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { agencyNames, offeredAgencies, readAgency } from './agency-field.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import type { Choice } from './forms.ts';
import { addPage, linkPage, peoplePage, roleChoices, STATES } from './people-page.ts';
import { confirmPage, type DeedName, endPage, personPage, postPage, renamePage } from './person-page.ts';
import { ask, type Form, readForm, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import type { Html } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { PEOPLE_WORDS } from './words/people.ts';

/** Which field of a form each refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  'login-taken': 'login',
  'role-unknown': 'role',
  'party-unknown': 'agency',
  'party-is-gone': 'agency',
  'days-reversed': 'until',
  'posting.role': 'role',
  'posting.from': 'from',
  'posting.until': 'until',
};

/** Adds the pages of people. */
export function addPeopleRoom(app: Hono, site: Site): void {
  app.get(
    '/people',
    working(site, (visit, context) => list(site, visit, context)),
  );
  app.post(
    '/people',
    working(site, (visit, context) => openByLogin(site, visit, context)),
  );
  app.on(
    ['GET', 'POST'],
    '/people/add',
    working(site, (visit, context) => add(site, visit, context)),
  );
  app.get(
    '/people/:account',
    working(site, async (visit, context) => {
      const person = await personOf(site, visit, context);
      if (isRefusal(person)) return sendRefusal(context, visit, person);
      return send(context, personPage(visit, person, await namesOf(site, visit, [person])));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/people/:account/:deed{suspend|reinstate|reset|rename|post|end}',
    working(site, async (visit, context) => {
      const name = context.req.param('deed') as DeedName;
      const refused = await refuseForm(site, visit, ACT_OF[name].name);
      if (refused) return sendRefusal(context, visit, refused);
      const person = await personOf(site, visit, context);
      if (isRefusal(person)) return sendRefusal(context, visit, person);
      return doDeed(site, visit, context, person, name);
    }),
  );
}

const ACT_OF: Readonly<Record<DeedName, Pick<Act<never, unknown>, 'name'>>> = {
  suspend: suspendPerson,
  reinstate: reinstatePerson,
  reset: resetPerson,
  rename: renamePerson,
  post: postPerson,
  end: endPosting,
};

function namesOf(site: Site, visit: Working, people: readonly PersonShown[], more?: string) {
  return agencyNames(site, visit, [
    ...people.flatMap((one) => one.postings.map((posting) => posting.party)),
    more,
  ]);
}

/** The roles to choose from; none where the visitor may not know them. */
async function rolesOf(site: Site, visit: Working): Promise<readonly Choice[]> {
  if (!offers(visit, 'list-roles')) return [];
  const page = await ask(site, visit, listRoles, {});
  return isRefusal(page) ? [] : roleChoices(visit, page.roles);
}

async function list(site: Site, visit: Working, context: Context, unknown?: string): Promise<Response> {
  const { state, role, party, past } = visit.query;
  const wanted = {
    ...(STATES.find((one) => one === state) ? { state } : {}),
    ...(role ? { role } : {}),
    ...(parseUuid(party ?? '') ? { party } : {}),
    ...(parseUuid(past ?? '') ? { past } : {}),
  };
  const people = await ask(site, visit, listPeople, wanted);
  if (isRefusal(people)) return sendRefusal(context, visit, people);
  const names = await namesOf(site, visit, people.people, 'party' in wanted ? party : undefined);
  const page = peoplePage(visit, people, names, await rolesOf(site, visit), unknown);
  return send(context, page, unknown === undefined ? 200 : 404);
}

/** A login is no address: it is sent, and leads to the page of its account. */
async function openByLogin(site: Site, visit: Working, context: Context): Promise<Response> {
  const login = (textOf(await readForm(context), 'login') ?? '').toLowerCase().slice(0, 40);
  const found = await ask(site, visit, listPeople, { login });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const [person] = found.people;
  if (!person) return list(site, visit, context, login);
  return context.redirect(link(visit, `/people/${person.account}`), 303);
}

async function personOf(site: Site, visit: Working, context: Context): Promise<PersonShown | Refusal> {
  const account = parseUuid(context.req.param('account') ?? '');
  if (!account) return refusal('account-unknown', { account: '' });
  const found = await ask(site, visit, listPeople, { account });
  return isRefusal(found) ? found : (found.people[0] ?? refusal('account-unknown', { account }));
}

async function add(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, addPerson.name);
  if (refused) return sendRefusal(context, visit, refused);
  const { deed, sent } = await openDeed(site, visit, context, new Map([['language', visit.words.language]]));
  const show = async (shown: Deed, status: 200 | 422 | 409 | 404 | 403 = 200): Promise<Response> =>
    send(
      context,
      addPage(visit, shown, await rolesOf(site, visit), await offeredAgencies(site, visit)),
      status,
    );
  if (!sent) return show(deed);
  const posting = await readPosting(site, visit, sent, deed);
  if ('shown' in posting) return show(posting.shown, 422);
  const { role } = posting.wish;
  const done = await ask(site, visit, addPerson, {
    act: deed.act,
    name: textOf(sent, 'name') ?? '',
    login: textOf(sent, 'login') ?? '',
    ...(textOf(sent, 'language') ? { language: textOf(sent, 'language') } : {}),
    ...(role ? { posting: posting.wish } : {}),
  });
  if (isRefusal(done)) return show(refusedDeed(visit, deed, done, FIELDS), statusOf(done) as 409);
  return showLink(site, visit, context, done.account, done);
}

/** The one-time link, in the answer itself: its secret stands in no address and is shown this once. */
async function showLink(
  site: Site,
  visit: Working,
  context: Context,
  account: string,
  handed: { readonly token?: string; readonly expires?: string },
): Promise<Response> {
  const found = await ask(site, visit, listPeople, { account });
  const person = isRefusal(found) ? found : found.people[0];
  if (person === undefined) return sendRefusal(context, visit, refusal('account-unknown', { account }));
  if ('refused' in person) return sendRefusal(context, visit, person);
  return send(context, linkPage(visit, person, handed, site.desk.site.origin));
}

type PostingRead = { readonly wish: { readonly role?: string } } | { readonly shown: Deed };

/** The posting that a form tells; the form as it is shown again where its agency is not clear. */
async function readPosting(site: Site, visit: Working, sent: Form, deed: Deed): Promise<PostingRead> {
  const agency = await readAgency(site, visit, sent, 'agency');
  if (agency.problems.wrong.size > 0)
    return {
      shown: { ...deed, problems: agency.problems, says: PEOPLE_WORDS[visit.words.language].badField },
    };
  const wish = {
    ...(textOf(sent, 'role') ? { role: textOf(sent, 'role')! } : {}),
    ...(agency.id ? { party: agency.id } : {}),
    ...(textOf(sent, 'from') ? { from: textOf(sent, 'from') } : {}),
    ...(textOf(sent, 'until') ? { until: textOf(sent, 'until') } : {}),
  };
  if (!wish.role && (wish.party || wish.from || wish.until)) {
    const says = PEOPLE_WORDS[visit.words.language].badField;
    return { shown: refusedDeed(visit, { ...deed, says }, refusal('role-unknown', { role: '' }), FIELDS) };
  }
  return { wish };
}

type Page = (deed: Deed) => Html | Promise<Html>;

async function doDeed(
  site: Site,
  visit: Working,
  context: Context,
  person: PersonShown,
  name: DeedName,
): Promise<Response> {
  const { account } = person;
  const { deed, sent } = await openDeed(site, visit, context, new Map([['name', person.name ?? '']]));
  const ended = name === 'end' ? person.postings.find((one) => one.id === postingIn(visit, deed)) : undefined;
  const names = ended ? await namesOf(site, visit, [person]) : new Map<string, string>();
  const page: Page = async (shown) => {
    if (name === 'end' && ended) return endPage(visit, person, ended, names, shown);
    if (name === 'rename' || name === 'end') return renamePage(visit, person, shown);
    if (name !== 'post') return confirmPage(visit, person, shown, name);
    return postPage(visit, person, shown, await rolesOf(site, visit), await offeredAgencies(site, visit));
  };
  // An ended posting is in no list any more: whoever sends the form again is shown what the act answers.
  if (name === 'end' && !ended && !sent)
    return sendRefusal(context, visit, refusal('posting-unknown', { posting: visit.query.posting ?? '' }));
  if (!sent) return send(context, await page(deed));
  const done = await askAct(site, visit, person, name, deed, sent);
  if ('shown' in done) return send(context, await page(done.shown), 422);
  if (isRefusal(done.result)) {
    if (name === 'end' && !ended) return sendRefusal(context, visit, done.result);
    return send(context, await page(refusedDeed(visit, deed, done.result, FIELDS)), statusOf(done.result));
  }
  if (name === 'reset') return showLink(site, visit, context, account, done.result as object);
  return context.redirect(link(visit, `/people/${account}`, { done: DONE[name] }), 303);
}

const postingIn = (visit: Working, { values }: Deed): string | undefined =>
  values.get('posting') ?? visit.query.posting;

const DONE = {
  suspend: 'suspended',
  reinstate: 'reinstated',
  rename: 'renamed',
  post: 'posted',
  end: 'ended',
} as const;

type Sent = { readonly result: object | Refusal } | { readonly shown: Deed };

/** Asks the act behind a page. */
async function askAct(
  site: Site,
  visit: Working,
  { account }: PersonShown,
  name: DeedName,
  deed: Deed,
  sent: Form,
): Promise<Sent> {
  const { act } = deed;
  const asked = async <Input>(which: Act<Input, object>, more: object): Promise<Sent> => ({
    result: await ask(site, visit, which, { act, ...more }),
  });
  if (name === 'suspend') return asked(suspendPerson, { account });
  if (name === 'reinstate') return asked(reinstatePerson, { account });
  if (name === 'reset')
    return asked(resetPerson, { account, secondFactor: textOf(sent, 'secondFactor') === 'yes' });
  if (name === 'rename') return asked(renamePerson, { account, name: textOf(sent, 'name') ?? '' });
  if (name === 'end') return asked(endPosting, { posting: textOf(sent, 'posting') ?? '' });
  const posting = await readPosting(site, visit, sent, deed);
  if ('shown' in posting) return posting;
  return asked(postPerson, { account, role: '', ...posting.wish });
}
