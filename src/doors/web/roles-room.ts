/**
 * Roles: their list, one of them, the table of all rights, changing one and copying one under a new name. What was chosen is
 * held against what the role is now: nobody undoes unseen what somebody else changed meanwhile.
 *
 * @clause J-02
 */
import type { Context, Hono } from 'hono';
import { defineRole } from '../../acts/all-acts.ts';
import { listRoles, type RoleShown } from '../../acts/list-roles.ts';
import { sameRole } from '../../domain/access/define.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { readRole, roleFormPage, valuesOfRole } from './role-form.ts';
import { rolePage, rolesPage, tablePage } from './roles-page.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, type Working } from './visit.ts';
import { ROLE_WORDS } from './words/roles.ts';

/** Adds the pages of roles. */
export function addRolesRoom(app: Hono, site: Site): void {
  app.get(
    '/roles',
    working(site, async (visit, context) => {
      const page = await ask(site, visit, listRoles, {});
      return isRefusal(page)
        ? sendRefusal(context, visit, page)
        : send(context, rolesPage(visit, page.roles));
    }),
  );
  app.get(
    '/rights',
    working(site, async (visit, context) => {
      const page = await ask(site, visit, listRoles, {});
      return isRefusal(page)
        ? sendRefusal(context, visit, page)
        : send(context, tablePage(visit, page.roles));
    }),
  );
  app.get(
    '/roles/:role',
    working(site, async (visit, context) => {
      const found = await findRole(site, visit, context);
      return isRefusal(found)
        ? sendRefusal(context, visit, found)
        : send(context, rolePage(visit, found.role));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/roles/:role/:deed{change|copy}',
    working(site, (visit, context) => define(site, visit, context, context.req.param('deed') === 'copy')),
  );
}

type Found = { readonly role: RoleShown; readonly roles: readonly RoleShown[] };

async function findRole(site: Site, visit: Working, context: Context): Promise<Found | Refusal> {
  const page = await ask(site, visit, listRoles, {});
  if (isRefusal(page)) return page;
  const name = (context.req.param('role') ?? '').slice(0, 60);
  const role = page.roles.find((one) => one.name === name);
  return role ? { role, roles: page.roles } : refusal('role-unknown', { role: name });
}

async function define(site: Site, visit: Working, context: Context, isCopy: boolean): Promise<Response> {
  const refused = await refuseForm(site, visit, defineRole.name);
  if (refused) return sendRefusal(context, visit, refused);
  const found = await findRole(site, visit, context);
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const { role } = found;
  const first = new Map(valuesOfRole(role, role.version));
  if (isCopy) first.delete('name');
  const { deed, sent } = await openDeed(site, visit, context, first);
  if (!sent) return send(context, roleFormPage(visit, role.name, deed, isCopy));
  const wanted = readRole(sent, isCopy ? (textOf(sent, 'name') ?? '') : role.name);
  const clash = refuseUnseen(visit, deed, sent, found, wanted, isCopy);
  if (clash) return send(context, roleFormPage(visit, role.name, clash, isCopy), 409);
  const done = await ask(site, visit, defineRole, { act: deed.act, role: wanted });
  if (!isRefusal(done))
    return context.redirect(link(visit, `/roles/${wanted.name}`, { done: 'defined' }), 303);
  const again = refusedDeed(visit, deed, done, { 'role-name': 'name', 'role.name': 'name' });
  return send(context, roleFormPage(visit, role.name, again, isCopy), statusOf(done));
}

/** What would be lost unseen: a role of the new name, or a change by somebody else. The same again loses nothing. */
function refuseUnseen(
  visit: Working,
  deed: Deed,
  sent: Form,
  { role, roles }: Found,
  wanted: Parameters<typeof sameRole>[0],
  isCopy: boolean,
): Deed | undefined {
  const texts = ROLE_WORDS[visit.words.language];
  const there = roles.find((one) => one.name === wanted.name);
  if (there === undefined || sameRole(there, wanted)) return undefined;
  const problems = { wrong: new Map([['name', texts.taken]]), choices: new Map() };
  if (isCopy) return { ...deed, says: texts.taken, problems };
  if (textOf(sent, 'version') === String(role.version)) return undefined;
  return { ...deed, says: texts.changedMeanwhile };
}
