/** Keys of other programs: made with a role, an agency and an end; the secret stands in one answer and in no address. */
import type { Context, Hono } from 'hono';
import { endApiKey } from '../../acts/end-api-key.ts';
import { type ApiKeys, listApiKeys } from '../../acts/list-api-keys.ts';
import { listRoles } from '../../acts/list-roles.ts';
import { makeApiKey } from '../../acts/make-api-key.ts';
import { nowOf } from '../../acts/office.ts';
import { givesRights } from '../../domain/access/define.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { agencyNames, offeredAgencies, readAgency } from './agency-field.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { endKeyPage, keysPage, makeKeyPage, secretPage } from './keys-page.ts';
import { roleChoices } from './people-page.ts';
import { ask, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, offers, type Working } from './visit.ts';
import { PEOPLE_WORDS } from './words/people.ts';

const FIELDS: Readonly<Record<string, string>> = {
  'role-unknown': 'role',
  'key-gives-rights': 'role',
  'party-unknown': 'agency',
  'party-is-gone': 'agency',
  'key-days': 'expires',
};
const PER_MINUTE = new Map([['perMinute', '60']]);

/** Adds the pages of keys. */
export function addKeysRoom(app: Hono, site: Site): void {
  app.get(
    '/keys',
    working(site, async (visit, context) => {
      const { after } = visit.query;
      const list = await ask(site, visit, listApiKeys, after ? { after } : {});
      if (isRefusal(list)) return sendRefusal(context, visit, list);
      const names = await agencyNames(
        site,
        visit,
        list.keys.map((key) => key.party),
      );
      return send(context, keysPage(visit, list, names, nowOf(site.office).slice(0, 10)));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/keys/make',
    working(site, (visit, context) => make(site, visit, context)),
  );
  app.on(
    ['GET', 'POST'],
    '/keys/:key/end',
    working(site, (visit, context) => end(site, visit, context)),
  );
}

async function make(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, makeApiKey.name);
  if (refused) return sendRefusal(context, visit, refused);
  const { deed, sent } = await openDeed(site, visit, context, PER_MINUTE);
  const show = async (shown: Deed, status: 200 | 409 | 422 = 200): Promise<Response> => {
    const page = offers(visit, 'list-roles') ? await ask(site, visit, listRoles, {}) : { roles: [] };
    // No key gives rights to others, so such roles are not offered for one.
    const roles = isRefusal(page) ? [] : page.roles.filter((role) => !givesRights(role));
    const agencies = await offeredAgencies(site, visit);
    return send(context, makeKeyPage(visit, shown, roleChoices(visit, roles), agencies), status);
  };
  if (!sent) return show(deed);
  const agency = await readAgency(site, visit, sent, 'agency');
  if (agency.problems.wrong.size > 0)
    return show(
      { ...deed, problems: agency.problems, says: PEOPLE_WORDS[visit.words.language].badField },
      422,
    );
  const name = textOf(sent, 'name') ?? '';
  const perMinute = textOf(sent, 'perMinute');
  const done = await ask(site, visit, makeApiKey, {
    act: deed.act,
    name,
    role: textOf(sent, 'role') ?? '',
    ...(agency.id ? { party: agency.id } : {}),
    ...(textOf(sent, 'expires') ? { expires: textOf(sent, 'expires') } : {}),
    ...(perMinute ? { perMinute: Number(perMinute) } : {}),
  });
  if (isRefusal(done)) return show(refusedDeed(visit, deed, done, FIELDS), statusOf(done) as 409);
  return send(context, secretPage(visit, name, done));
}

/** A key by its id, looked for page by page. */
async function findKey(
  site: Site,
  visit: Working,
  id: string,
): Promise<ApiKeys['keys'][number] | Refusal | undefined> {
  for (let after: string | undefined; ; ) {
    const list = await ask(site, visit, listApiKeys, after ? { after } : {});
    if (isRefusal(list)) return list;
    const found = list.keys.find((one) => one.id === id);
    if (found || list.next === undefined) return found;
    after = list.next;
  }
}

async function end(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, endApiKey.name);
  if (refused) return sendRefusal(context, visit, refused);
  const key = await findKey(site, visit, context.req.param('key') ?? '');
  if (key && isRefusal(key)) return sendRefusal(context, visit, key);
  if (!key) return sendRefusal(context, visit, refusal('key-unknown', { key: '' }));
  const { deed, sent } = await openDeed(site, visit, context);
  const names = await agencyNames(site, visit, [key.party]);
  if (!sent) return send(context, endKeyPage(visit, key, names, deed));
  const done = await ask(site, visit, endApiKey, { act: deed.act, key: key.id });
  if (isRefusal(done))
    return send(context, endKeyPage(visit, key, names, refusedDeed(visit, deed, done)), statusOf(done));
  return context.redirect(link(visit, '/keys', { done: 'ended' }), 303);
}
