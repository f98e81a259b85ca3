/**
 * Finding arms: an empty form, a State number that leads straight to its arm, or a page of what fits. What is sent with the
 * form is kept under an id, and the address of what it finds holds that id alone; a plain address may hold a serial and what
 * an arm is, but no name of anybody. Searches are kept, run again, and forgotten here.
 */
import type { Context, Hono } from 'hono';
import { type Found, findArms } from '../../acts/find-arms.ts';
import {
  findSearch,
  forgetSearch,
  type KeptSearch,
  listSearches,
  nameSearch,
  saveSearch,
} from '../../acts/searches.ts';
import { parseStateNumber } from '../../domain/arms/number.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type Asked, FIELDS, type FindField, fieldLabel, OPEN_FIELDS } from './find-form.ts';
import { formPage, foundPage, type Where } from './find-page.ts';
import { sayRefusal } from './refusal-words.ts';
import {
  ask,
  type Form,
  ownPath,
  readForm,
  type Site,
  send,
  sendRefusal,
  statusOf,
  textOf,
  working,
} from './room.ts';
import { link, offers, type Working } from './visit.ts';

/** Adds the pages of the search. */
export function addFindRoom(app: Hono, site: Site): void {
  app.get(
    '/find',
    working(site, (visit, context) => findByAddress(site, visit, context)),
  );
  app.post(
    '/find',
    working(site, (visit, context) => sent(site, visit, context)),
  );
  app.get(
    '/find/s/:id',
    working(site, async (visit, context) => {
      const kept = await ownSearch(site, visit, context);
      if (isRefusal(kept)) return sendRefusal(context, visit, kept);
      return find(site, visit, context, kept.criteria, { path: `/find/s/${kept.id}`, query: {}, kept });
    }),
  );
  app.post(
    '/find/s/:id/name',
    working(site, async (visit, context) => {
      const kept = await ownSearch(site, visit, context);
      if (isRefusal(kept)) return sendRefusal(context, visit, kept);
      const name = textOf(await readForm(context), 'name') ?? '';
      const refused = await nameSearch(site.office, visit.person.operator, kept.id, name);
      if (refused) return sendRefusal(context, visit, refused);
      return context.redirect(link(visit, `/find/s/${kept.id}`), 303);
    }),
  );
  app.post(
    '/find/s/:id/forget',
    working(site, async (visit, context) => {
      const id = parseUuid(context.req.param('id') ?? '');
      if (id) await forgetSearch(site.office, visit.person.operator, id);
      const to = ownPath(textOf(await readForm(context), 'to'));
      return context.redirect(link(visit, to === '/' ? to : '/find'), 303);
    }),
  );
}

/** The plain no to a role that finds no arms, said before it fills in a form; the try leaves its line in the access log. */
async function mayNotFind(site: Site, visit: Working): Promise<Refusal | undefined> {
  if (offers(visit, findArms.name)) return undefined;
  const refused = await ask(site, visit, findArms, {});
  return isRefusal(refused) ? refused : undefined;
}

/** A search of the visitor's own; nobody else's is told from one that is not there. */
async function ownSearch(site: Site, visit: Working, context: Context): Promise<KeptSearch | Refusal> {
  const refused = await mayNotFind(site, visit);
  if (refused) return refused;
  const id = parseUuid(context.req.param('id') ?? '');
  const found = id && (await findSearch(site.office, visit.person.operator, id));
  return found || refusal('search-unknown');
}

/** The searches that the visitor keeps, where the role finds arms at all. */
export async function keptSearches(site: Site, visit: Working): Promise<readonly KeptSearch[]> {
  return offers(visit, findArms.name) ? listSearches(site.office, visit.person.operator) : [];
}

/** What was asked in a form, without empty fields. */
export function askedIn(form: Form): Asked {
  return Object.fromEntries(
    FIELDS.flatMap((name) => {
      const text = textOf(form, name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

async function findByAddress(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await mayNotFind(site, visit);
  if (refused) return sendRefusal(context, visit, refused);
  const { query } = visit;
  const asked: Asked = Object.fromEntries(
    OPEN_FIELDS.flatMap((name) => (query[name]?.trim() ? [[name, query[name].trim()]] : [])),
  );
  const wished = ['search', 'after', 'last'].some((name) => query[name] !== undefined);
  if (Object.keys(asked).length === 0 && !wished)
    return send(context, formPage(visit, { kept: await keptSearches(site, visit) }));
  const where = { path: '/find', query: { ...asked, search: query.search } };
  return find(site, visit, context, asked, where);
}

async function sent(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await mayNotFind(site, visit);
  if (refused) return sendRefusal(context, visit, refused);
  const asked = askedIn(await readForm(context));
  const wrong = wrongIn(asked);
  if (wrong !== undefined) return sayWrong(visit, context, asked, wrong);
  const number = numberIn(asked);
  if (number) return context.redirect(link(visit, `/arms/${number}`), 303);
  const id = await saveSearch(site.office, visit.person.operator, asked);
  if (isRefusal(id)) return sendRefusal(context, visit, id);
  return context.redirect(link(visit, `/find/s/${id}`), 303);
}

/** The State number, where it is all that was asked. */
function numberIn(asked: Asked): string | undefined {
  if (Object.keys(asked).length !== 1) return undefined;
  const reading = parseStateNumber(asked.serial ?? '');
  return 'number' in reading ? reading.number : undefined;
}

/** The field that cannot be used, `after` where it is a cursor. */
function wrongIn(asked: object): FindField | 'after' | undefined {
  const wanted = findArms.input.safeParse(asked);
  if (wanted.success) return undefined;
  const name = wanted.error.issues[0]?.path[0];
  return FIELDS.find((one) => one === name) ?? 'after';
}

function sayWrong(
  visit: Working,
  context: Context,
  asked: Asked,
  wrong: FindField | 'after',
): Response | Promise<Response> {
  const { refusals } = visit.words;
  const label = fieldLabel(visit, wrong);
  const says = wrong === 'from' || wrong === 'to' ? refusals.badDay(label) : refusals.badField(label);
  const field = wrong === 'after' ? {} : { field: wrong };
  return send(context, formPage(visit, { asked, problem: { says, ...field } }), 400);
}

async function find(
  site: Site,
  visit: Working,
  context: Context,
  asked: Asked,
  where: Where,
): Promise<Response> {
  const number = where.path === '/find' ? numberIn(asked) : undefined;
  if (number) return context.redirect(link(visit, `/arms/${number}`), 303);
  const { after, last } = visit.query;
  const wanted = { ...asked, ...(after ? { after } : {}), ...(last ? { last: true } : {}) };
  const wrong = wrongIn(wanted);
  if (wrong !== undefined) return sayWrong(visit, context, asked, wrong);
  const found: Found | Refusal = await ask(site, visit, findArms, wanted);
  if (isRefusal(found)) {
    const problem = { says: sayRefusal(visit.words, found) };
    return send(context, formPage(visit, { asked, problem }), statusOf(found));
  }
  return send(context, foundPage(visit, found, asked, where));
}
