/**
 * Agencies and units: their tree, one of them with its history, and what becomes of them. Nothing is ever taken out: what was
 * renamed, merged or disbanded stays with its names.
 *
 * @clause PoA II.10
 */
import type { Context, Hono } from 'hono';
import { type AgencyShown, type ListAgencies, listAgencies } from '../../acts/list-agencies.ts';
import { recordAgency } from '../../acts/record-agency.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { addAgencyPage, agencyDeedPage } from './agencies-forms.ts';
import { type AgencyDeed, agenciesPage, agencyPage, type Tree } from './agencies-page.ts';
import { agencyNames, offeredAgencies, readAgency } from './agency-field.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, type Working } from './visit.ts';
import { readWhen } from './when-field.ts';
import { AGENCY_WORDS } from './words/agencies.ts';
import { RECORD_WORDS } from './words/record.ts';

/** Named limits: agencies on one page, of the level below them, and of those that were merged into one. */
const LEVEL_MAX = 50;
const BELOW_MAX = 400;
const TAKEN_MAX = 200;

const TYPES = {
  rename: 'party-renamed',
  place: 'party-placed',
  merge: 'party-merged',
  disband: 'party-disbanded',
} as const;

const FIELDS: Readonly<Record<string, string>> = {
  'party-is-gone': 'agency',
  'party-into-itself': 'agency',
  'party-no-agency': 'agency',
  'party-incomplete': 'name',
};

/** Adds the pages of agencies. */
export function addAgenciesRoom(app: Hono, site: Site): void {
  app.get(
    '/agencies',
    working(site, async (visit, context) => {
      const tree = await treeOf(site, visit, { top: true });
      return isRefusal(tree) ? sendRefusal(context, visit, tree) : send(context, agenciesPage(visit, tree));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/agencies/add',
    working(site, (visit, context) => add(site, visit, context)),
  );
  app.get(
    '/agencies/:agency',
    working(site, (visit, context) => show(site, visit, context)),
  );
  app.on(
    ['GET', 'POST'],
    '/agencies/:agency/:deed{rename|place|merge|disband}',
    working(site, (visit, context) => change(site, visit, context, context.req.param('deed') as AgencyDeed)),
  );
}

/** One level of the tree by pages, and what is right below it. */
async function treeOf(
  site: Site,
  visit: Working,
  wanted: Pick<Partial<ListAgencies>, 'top' | 'below'>,
): Promise<Tree | Refusal> {
  const after = parseUuid(visit.query.after ?? '');
  const gone = visit.query.gone === 'yes';
  const level = await ask(site, visit, listAgencies, {
    ...wanted,
    gone,
    limit: LEVEL_MAX,
    ...(after ? { after } : {}),
  });
  if (isRefusal(level)) return level;
  const ids = level.agencies.map((one) => one.id);
  const below =
    ids.length === 0
      ? { agencies: [], next: undefined }
      : await ask(site, visit, listAgencies, { below: ids, gone, limit: BELOW_MAX });
  if (isRefusal(below)) return below;
  return {
    level: level.agencies,
    below: below.agencies,
    next: level.next,
    moreBelow: below.next !== undefined,
  };
}

async function findAgency(
  site: Site,
  visit: Working,
  given: string,
  history = false,
): Promise<AgencyShown | Refusal> {
  const id = parseUuid(given);
  if (!id) return refusal('party-unknown', { party: '' });
  const page = await ask(site, visit, listAgencies, { ids: [id], gone: true, history });
  if (isRefusal(page)) return page;
  return page.agencies[0] ?? refusal('party-unknown', { party: id });
}

async function show(site: Site, visit: Working, context: Context): Promise<Response> {
  const agency = await findAgency(site, visit, context.req.param('agency') ?? '', true);
  if (isRefusal(agency)) return sendRefusal(context, visit, agency);
  const tree = await treeOf(site, visit, { below: agency.id });
  if (isRefusal(tree)) return sendRefusal(context, visit, tree);
  const taken = await ask(site, visit, listAgencies, { into: agency.id, gone: true, limit: TAKEN_MAX });
  if (isRefusal(taken)) return sendRefusal(context, visit, taken);
  const told = (agency.history ?? []).flatMap(({ parent, into }) => [parent, into]);
  const names = await agencyNames(site, visit, [agency.parent, agency.into, ...told]);
  return send(context, agencyPage(visit, { agency, tree, tookIn: taken.agencies, names }));
}

/** When it happened, as the form says it; today's register knows of much that happened long ago. */
function whenIn(
  visit: Working,
  sent: Form,
  deed: Deed,
): { readonly happened: string } | { readonly shown: Deed } {
  const happened = readWhen(sent);
  const texts = RECORD_WORDS[visit.words.language].when;
  if (happened !== 'wrong' && happened !== 'missing') return { happened };
  const says = happened === 'wrong' ? texts.wrong : texts.missing;
  return { shown: { ...deed, says, problems: { ...deed.problems, wrong: new Map([['when', says]]) } } };
}

type Read = { readonly wish: object } | { readonly shown: Deed };

/** The agency and the time that a form names. */
async function readForm(
  site: Site,
  visit: Working,
  sent: Form,
  deed: Deed,
  isNeeded: boolean,
): Promise<Read> {
  const agency = await readAgency(site, visit, sent, 'agency');
  const { required } = AGENCY_WORDS[visit.words.language];
  const missing = isNeeded && !agency.id && agency.problems.wrong.size === 0;
  const wrong = missing ? new Map([['agency', required]]) : agency.problems.wrong;
  const known: Deed = { ...deed, problems: { wrong, choices: agency.problems.choices } };
  if (wrong.size > 0) return { shown: { ...known, says: [...wrong.values()][0]! } };
  const when = whenIn(visit, sent, known);
  if ('shown' in when) return when;
  return { wish: { happened: when.happened, ...(agency.id ? { agency: agency.id } : {}) } };
}

async function add(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, recordAgency.name);
  if (refused) return sendRefusal(context, visit, refused);
  const under = visit.query.under ? await findAgency(site, visit, visit.query.under) : undefined;
  const first: [string, string][] =
    under && !isRefusal(under)
      ? [
          ['agency', under.name],
          ['agency.is', under.id],
          ['kind', 'unit'],
        ]
      : [];
  const { deed, sent } = await openDeed(site, visit, context, new Map(first));
  const page = async (shown: Deed) => addAgencyPage(visit, shown, await offeredAgencies(site, visit));
  if (!sent) return send(context, await page(deed));
  const read = await readForm(site, visit, sent, deed, false);
  if ('shown' in read) return send(context, await page(read.shown), 422);
  const { agency, ...when } = read.wish as { agency?: string };
  const done = await ask(site, visit, recordAgency, {
    act: deed.act,
    ...when,
    kind: textOf(sent, 'kind') ?? 'agency',
    ...(textOf(sent, 'name') ? { name: textOf(sent, 'name') } : {}),
    ...(agency ? { parent: agency } : {}),
    usesRegister: textOf(sent, 'usesRegister') === 'yes',
  });
  if (isRefusal(done))
    return send(context, await page(refusedDeed(visit, deed, done, FIELDS)), statusOf(done));
  return context.redirect(link(visit, `/agencies/${done.parties[0]}`, { done: 'recorded' }), 303);
}

async function change(site: Site, visit: Working, context: Context, name: AgencyDeed): Promise<Response> {
  const refused = await refuseForm(site, visit, recordAgency.name);
  if (refused) return sendRefusal(context, visit, refused);
  const agency = await findAgency(site, visit, context.req.param('agency') ?? '');
  if (isRefusal(agency)) return sendRefusal(context, visit, agency);
  const { deed, sent } = await openDeed(site, visit, context, new Map([['name', agency.name]]));
  const page = async (shown: Deed) =>
    agencyDeedPage(visit, agency, name, shown, await offeredAgencies(site, visit));
  if (!sent) return send(context, await page(deed));
  const read = await readForm(site, visit, sent, deed, name === 'place' || name === 'merge');
  if ('shown' in read) return send(context, await page(read.shown), 422);
  const { agency: other, ...when } = read.wish as { agency?: string };
  const done = await ask(site, visit, recordAgency, {
    act: deed.act,
    ...when,
    type: TYPES[name],
    party: agency.id,
    ...(name === 'rename' && textOf(sent, 'name') ? { name: textOf(sent, 'name') } : {}),
    ...(name === 'place' ? { parent: other } : {}),
    ...(name === 'merge' ? { into: other } : {}),
  });
  if (isRefusal(done))
    return send(context, await page(refusedDeed(visit, deed, done, FIELDS)), statusOf(done));
  return context.redirect(link(visit, `/agencies/${agency.id}`, { done: 'recorded' }), 303);
}
