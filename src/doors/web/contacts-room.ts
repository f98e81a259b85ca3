/**
 * The directory of contacts: looked through, one contact with what was recorded of it, forms to record, change and confirm, and
 * what this State gives out, as a page to print and as a file.
 *
 * @clause ITI 25, ITI 31(a), C-01, I-01
 */
import type { Context, Hono } from 'hono';
import { confirmContact } from '../../acts/confirm-contact.ts';
import { CONTACTS_LISTED_MAX, type ContactTold, listContacts } from '../../acts/list-contacts.ts';
import { recordContact } from '../../acts/record-contact.ts';
import { viewContact } from '../../acts/view-contact.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { CONTACT_KINDS } from '../../domain/contacts/contact.ts';
import {
  confirmContactPage,
  contactFormPage,
  readContact,
  stateIn,
  valuesOfContact,
} from './contacts-form.ts';
import { contactPage, contactsPage, ownContactsPage } from './contacts-page.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, type Working } from './visit.ts';

const BOTH = ['GET', 'POST'];
const TEXT_MAX = 120;

/** The field that each refusal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  'contact-of-nobody': 'state',
  'contact-own-elsewhere': 'state',
  'contact-ends-early': 'until',
  'contact-hours-unreadable': 'hours',
  'contact-zone-strange': 'zone',
  'contact-channel-closed': 'channels',
  'contact-confirmed-later': 'confirmed',
};

/** Adds the pages of contacts. */
export function addContactsRoom(app: Hono, site: Site): void {
  app.get(
    '/contacts',
    working(site, (visit, context) => list(site, visit, context)),
  );
  app.get(
    '/contacts/own',
    working(site, async (visit, context) => {
      const contacts = await ownOf(site, visit);
      if (isRefusal(contacts)) return sendRefusal(context, visit, contacts);
      const { state } = site.office;
      return send(context, ownContactsPage(visit, { state, today: todayOf(site), contacts }));
    }),
  );
  app.get(
    '/contacts/own.json',
    working(site, (visit, context) => file(site, visit, context)),
  );
  app.on(
    BOTH,
    '/contacts/record',
    working(site, (visit, context) => record(site, visit, context)),
  );
  app.get(
    '/contacts/:contact',
    working(site, async (visit, context) => {
      const view = await find(site, visit, context);
      return isRefusal(view) ? sendRefusal(context, visit, view) : send(context, contactPage(visit, view));
    }),
  );
  app.on(
    BOTH,
    '/contacts/:contact/change',
    working(site, (visit, context) => record(site, visit, context)),
  );
  app.on(
    BOTH,
    '/contacts/:contact/confirm',
    working(site, (visit, context) => confirm(site, visit, context)),
  );
}

const todayOf = ({ office }: Site): string => new Date(office.clock()).toISOString().slice(0, 10);

async function list(site: Site, visit: Working, context: Context): Promise<Response> {
  const { q = '', state = '', due, ended } = visit.query;
  const kind = CONTACT_KINDS.find((one) => one === visit.query.kind);
  const after = parseUuid(visit.query.after ?? '');
  const wanted = state.trim() === '' ? undefined : stateIn(state.trim());
  const found = await ask(site, visit, listContacts, {
    // A State that nobody knows by this name has no contact; its words are looked for in the offices instead.
    ...(wanted === undefined ? {} : /^[A-Z]{2}$/.test(wanted) ? { state: wanted } : {}),
    text: [wanted !== undefined && !/^[A-Z]{2}$/.test(wanted) ? wanted : '', q]
      .join(' ')
      .trim()
      .slice(0, TEXT_MAX),
    ...(kind === undefined ? {} : { kind }),
    ...(after ? { after } : {}),
    toConfirm: due === 'yes',
    ended: ended === 'yes',
  });
  return isRefusal(found) ? sendRefusal(context, visit, found) : send(context, contactsPage(visit, found));
}

/** The contacts of this State that stand. */
async function ownOf(site: Site, visit: Working): Promise<readonly ContactTold[] | Refusal> {
  const found = await ask(site, visit, listContacts, { own: true, limit: CONTACTS_LISTED_MAX });
  return isRefusal(found) ? found : found.contacts.filter(({ standing }) => standing === 'stands');
}

/** What this State gives out, as another register records it: its fields, without what is this register's own. */
async function file(site: Site, visit: Working, context: Context): Promise<Response> {
  const contacts = await ownOf(site, visit);
  if (isRefusal(contacts)) return sendRefusal(context, visit, contacts);
  const { state, node, clock } = site.office;
  const given = contacts.map((contact) => {
    const { id: _id, version: _version, recorded: _recorded, source: _source, ...rest } = contact;
    const { own: _own, standing: _standing, toConfirm: _due, there: _there, open: _open, ...fields } = rest;
    return fields;
  });
  const published = new Date(clock()).toISOString();
  context.header('Content-Type', 'application/json');
  context.header('Content-Disposition', `attachment; filename="contacts-${state}.json"`);
  const told = { format: 'countermark-contacts/1', state, node, published, contacts: given };
  return context.body(`${JSON.stringify(told, undefined, 2)}\n`);
}

async function find(site: Site, visit: Working, context: Context) {
  const id = parseUuid(context.req.param('contact') ?? '');
  return id ? ask(site, visit, viewContact, { contact: id }) : refusal('contact-unknown', { contact: '' });
}

/** The contact that an address names, and none where a new one is recorded. */
async function changed(
  site: Site,
  visit: Working,
  context: Context,
): Promise<{ readonly contact: ContactTold | undefined } | Refusal> {
  if (context.req.param('contact') === undefined) return { contact: undefined };
  const view = await find(site, visit, context);
  return isRefusal(view) ? view : { contact: view.contact };
}

/** The version that the form was opened with; one that nobody can have seen where it was bent. */
function seenIn(sent: Form): number {
  const text = textOf(sent, 'seen') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 999_999_999;
}

/** The form after a refusal; a number of a list is a matter of the whole list. */
function refusedForm(visit: Working, deed: Deed, refused: Refusal, fields = FIELDS): Deed {
  const field = String(refused.facts?.field ?? '').split('.')[0] ?? '';
  const whole =
    refused.refused === 'input-unreadable' ? { ...refused, facts: { ...refused.facts, field } } : refused;
  return refusedDeed(visit, deed, whole, fields);
}

async function record(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, recordContact.name);
  if (refused) return sendRefusal(context, visit, refused);
  const before = await changed(site, visit, context);
  if (isRefusal(before)) return sendRefusal(context, visit, before);
  const { contact } = before;
  const { deed, sent } = await openDeed(site, visit, context, contact && valuesOfContact(contact));
  if (!sent) return send(context, contactFormPage(visit, deed, contact));
  const done = await ask(site, visit, recordContact, {
    act: deed.act,
    ...(contact ? { contact: contact.id, seen: seenIn(sent) } : {}),
    ...readContact(sent),
  });
  if (isRefusal(done))
    return send(context, contactFormPage(visit, refusedForm(visit, deed, done), contact), statusOf(done));
  return context.redirect(link(visit, `/contacts/${done.subject}`, { done: 'kept' }), 303);
}

async function confirm(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, confirmContact.name);
  if (refused) return sendRefusal(context, visit, refused);
  const view = await find(site, visit, context);
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const { contact } = view;
  const first = new Map([
    ['on', todayOf(site)],
    ['seen', String(contact.version)],
  ]);
  const { deed, sent } = await openDeed(site, visit, context, first);
  if (!sent) return send(context, confirmContactPage(visit, deed, contact));
  const on = textOf(sent, 'on');
  const done = await ask(site, visit, confirmContact, {
    act: deed.act,
    contact: contact.id,
    seen: seenIn(sent),
    ...(on === undefined ? {} : { on }),
    source: textOf(sent, 'source') ?? '',
  });
  if (isRefusal(done)) {
    const shown = refusedForm(visit, deed, done, { ...FIELDS, 'contact-confirmed-later': 'on' });
    return send(context, confirmContactPage(visit, shown, contact), statusOf(done));
  }
  return context.redirect(link(visit, `/contacts/${contact.id}`, { done: 'confirmed' }), 303);
}
