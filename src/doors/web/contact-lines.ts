/** Whom a State has for tracing, beside its name where it is chosen to be asked: the office, how it takes requests, when last confirmed. */
import { html } from 'hono/html';
import { type ContactTold, listContacts } from '../../acts/list-contacts.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import type { ContactKind } from '../../domain/contacts/contact.ts';
import { ask, type Site } from './room.ts';
import { type Html, said } from './text.ts';
import { link, offers, type Visit, type Working } from './visit.ts';
import { formatWhen } from './when.ts';
import { CONTACT_WORDS } from './words/contacts.ts';

/** Named limits: States whose contacts are looked for, and contacts shown of each. */
const STATES_MAX = 12;
const SHOWN_MAX = 3;

/** Those who answer requests to trace, whoever is made for it first. */
const KINDS: readonly ContactKind[] = ['tracing', 'coordination', 'poa', 'firearms-protocol', 'interpol'];

/** The contacts of some States that stand, by State. */
export type ContactsOf = ReadonlyMap<string, readonly ContactTold[]>;

/** Looks for them in the directory; nothing where the visitor does not read it. */
export async function contactsOf(
  site: Site,
  visit: Working,
  countries: readonly string[],
): Promise<ContactsOf> {
  const found = new Map<string, readonly ContactTold[]>();
  if (!offers(visit, listContacts.name)) return found;
  for (const state of [...new Set(countries)].slice(0, STATES_MAX)) {
    const list = await ask(site, visit, listContacts, { state });
    if (isRefusal(list)) continue;
    const fit = list.contacts.filter(({ kind, standing }) => KINDS.includes(kind) && standing === 'stands');
    found.set(
      state,
      fit.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)).slice(0, SHOWN_MAX),
    );
  }
  return found;
}

/** The contacts of one State as lines, each a way to the whole of it. */
export function contactLines(visit: Visit, country: string, contacts: ContactsOf): Html | string {
  const texts = CONTACT_WORDS[visit.words.language];
  const known = contacts.get(country);
  if (known === undefined) return '';
  if (known.length === 0)
    return html`<p class="quiet contact-lines"><a href="${link(visit, '/contacts', { state: country })}">${texts.noneOf}</a></p>`;
  const lines = known.map(({ id, office, kind, channels, confirmed, toConfirm }) => {
    const ways = channels.map((one) => texts.ways[one]).join(', ');
    const when = confirmed === undefined ? texts.never : formatWhen(visit.words, confirmed);
    const due = toConfirm ? html` <span class="tag late">${texts.toConfirm}</span>` : '';
    return html`<li><a href="${link(visit, `/contacts/${id}`)}">${said(office)}</a> <span class="quiet">${texts.kinds[kind]}</span><span class="line quiet">${texts.channels}${visit.words.colon}${ways === '' ? '–' : ways} · ${texts.confirmed}${visit.words.colon}${when}</span>${due}</li>`;
  });
  return html`<ul class="contact-lines" aria-label="${texts.title}">${lines}</ul>`;
}
