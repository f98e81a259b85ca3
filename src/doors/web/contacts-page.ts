/** The directory of contacts: its list, one contact with all that was recorded of it, and what one's own State gives out. */
import { html } from 'hono/html';
import type { Contacts, ContactTold } from '../../acts/list-contacts.ts';
import type { ContactPast, ContactView } from '../../acts/view-contact.ts';
import { CONTACT_KINDS } from '../../domain/contacts/contact.ts';
import { DAYS } from '../../domain/contacts/hours.ts';
import { table } from './arm-tables.ts';
import { countryName } from './country-name.ts';
import { doneNote } from './deeds.ts';
import { choiceField, inputField, tickField } from './forms.ts';
import { keptLanguage, page } from './page.ts';
import { code, type Html, inSentence, said, visible } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded, formatWhen } from './when.ts';
import { CONTACT_WORDS } from './words/contacts.ts';

const textsOf = ({ words }: Visit) => CONTACT_WORDS[words.language];

/** The list, with what is looked for. */
export function contactsPage(visit: Visit, { contacts, total, next }: Contacts): Html {
  const texts = textsOf(visit);
  const { after: _after, lang: _lang, ...query } = visit.query;
  const ways = [
    next
      ? html`<a class="button plain" href="${link(visit, '/contacts', { ...query, after: next })}">${texts.next}</a>`
      : '',
    visit.query.after
      ? html`<a class="button plain" href="${link(visit, '/contacts', query)}">${texts.first}</a> `
      : '',
  ];
  const list =
    total === 0
      ? html`<p>${texts.none}</p>`
      : html`<p class="quiet">${texts.found(formatCount(visit.words, total))}</p>${contactsTable(visit, contacts, texts.title)}<p class="do">${ways[1]}${ways[0]}</p>`;
  const add = offers(visit, 'record-contact')
    ? html`<a class="button" href="${link(visit, '/contacts/record')}">${texts.add}</a> `
    : '';
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${searchForm(visit)}<p class="do">${add}<a class="button plain" href="${link(visit, '/contacts/own')}">${texts.ownWay}</a></p><section class="card">${list}</section>`,
  );
}

function searchForm(visit: Visit): Html {
  const texts = textsOf(visit);
  const { q, state, kind, due, ended } = visit.query;
  const kinds = CONTACT_KINDS.map((value) => ({ value, label: texts.kinds[value] }));
  const fields = html`${inputField({ name: 'state', label: texts.state, value: state, max: 60 })}${choiceField({ name: 'kind', label: texts.kind, value: kind }, kinds, texts.anyKind)}${inputField({ name: 'q', label: texts.look, value: q, max: 120 }, 'search')}`;
  const ticks = html`${tickField({ name: 'due', label: texts.toConfirmOnly, value: due })}${tickField({ name: 'ended', label: texts.endedToo, value: ended })}`;
  return html`<form class="card filter" action="/contacts" aria-label="${texts.show}">${keptLanguage(visit)}<div class="fields">${fields}</div>${ticks}<p class="do"><button class="plain">${texts.show}</button></p></form>`;
}

/** Contacts as lines of a table. */
export function contactsTable(visit: Visit, contacts: readonly ContactTold[], label: string): Html {
  const texts = textsOf(visit);
  const rows = contacts.map((one) => {
    const office = html`<a href="${link(visit, `/contacts/${one.id}`)}">${said(one.office)}</a>${tags(visit, one)}`;
    const ways = one.channels.map((channel) => texts.ways[channel]).join(', ');
    return html`<tr><th scope="row">${whose(visit, one)}</th><td>${texts.kinds[one.kind]}</td><td>${office}</td><td>${ways}</td><td>${languagesOf(visit, one)}</td><td class="day">${confirmedOf(visit, one)}</td></tr>`;
  });
  const heads = [texts.stateOf, texts.kind, texts.office, texts.channels, texts.languages, texts.confirmed];
  return table(label, heads, rows);
}

function whose(visit: Visit, { state, body }: ContactTold): Html {
  const parts = [
    ...(state === undefined ? [] : [html`<span class="line">${said(countryName(visit, state))}</span>`]),
    ...(body === undefined
      ? []
      : [html`<span class="line${state === undefined ? '' : ' quiet'}">${said(body)}</span>`]),
  ];
  return html`${parts}`;
}

function tags(visit: Visit, { own, standing, toConfirm }: ContactTold): Html {
  const texts = textsOf(visit);
  const marks = [
    ...(own ? [html` <span class="tag sound">${texts.ownTag}</span>`] : []),
    ...(standing === 'stands' ? [] : [html` <span class="tag late">${texts.standings[standing]}</span>`]),
    ...(toConfirm ? [html` <span class="tag late">${texts.toConfirm}</span>`] : []),
  ];
  return html`${marks}`;
}

function languagesOf({ words }: Visit, { languages }: ContactTold): string {
  const names = new Intl.DisplayNames([words.locale], { type: 'language', fallback: 'code' });
  return new Intl.ListFormat(words.locale, { style: 'narrow', type: 'unit' }).format(
    languages.map((one) => names.of(one) ?? one),
  );
}

function confirmedOf(visit: Visit, { confirmed }: ContactTold): string {
  return confirmed === undefined ? textsOf(visit).never : formatWhen(visit.words, confirmed);
}

/** One contact. */
export function contactPage(visit: Visit, { contact, versions }: ContactView): Html {
  const texts = textsOf(visit);
  const way = (act: string, path: string, label: string, kind = ''): Html | string =>
    offers(visit, act)
      ? html`<a class="button ${kind}" href="${link(visit, `/contacts/${contact.id}/${path}`)}">${label}</a> `
      : '';
  const confirm = contact.standing === 'ended' ? '' : way('confirm-contact', 'confirm', texts.confirm);
  const ways = html`<p class="do">${confirm}${way('record-contact', 'change', texts.change, 'plain')}</p>`;
  return page(
    visit,
    visible(contact.office),
    html`<p class="back"><a href="${link(visit, '/contacts')}">${texts.all}</a></p><h1>${said(contact.office)}</h1><p>${texts.kinds[contact.kind]}${tags(visit, contact)}</p>${doneNote(visit, texts.done)}<section class="card">${contactFacts(visit, contact, true)}</section>${ways}${historyCard(visit, versions)}`,
  );
}

/** All that is known of a contact, each fact by its name; `now` with whether it is open at this moment. */
export function contactFacts(visit: Visit, contact: ContactTold, now = false): Html {
  const texts = textsOf(visit);
  const { words } = visit;
  const list = (all: readonly string[], show = said): Html | string =>
    all.length === 0 ? '' : html`<ul class="facts">${all.map((one) => html`<li>${show(one)}</li>`)}</ul>`;
  const own = (text: string | undefined): Html | string => (text === undefined ? '' : said(text));
  const day = (text: string | undefined): string => (text === undefined ? '' : formatWhen(words, text));
  const facts: readonly (readonly [string, Html | string])[] = [
    [texts.stateOf, whose(visit, contact)],
    [texts.person, own(contact.person)],
    [texts.address, own(contact.address)],
    [texts.phones, list(contact.phones, code)],
    [texts.emails, list(contact.emails, code)],
    [texts.languages, languagesOf(visit, contact)],
    [texts.hours, hoursOf(visit, contact, now)],
    [texts.channels, list(contact.channels.map((channel) => texts.ways[channel]))],
    [texts.secure, own(contact.secure)],
    [texts.node, contact.node === undefined ? '' : code(contact.node)],
    [texts.from, day(contact.from)],
    [texts.until, day(contact.until)],
    [texts.confirmed, confirmedOf(visit, contact)],
    [texts.source, said(contact.source)],
  ];
  const rows = facts.flatMap(([name, value]) =>
    value === '' ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`],
  );
  return html`<dl class="answers">${rows}</dl>`;
}

/** Hours with the days as the language calls them, and the time there now. */
function hoursOf(visit: Visit, { hours, zone, there, open }: ContactTold, now: boolean): Html | string {
  const texts = textsOf(visit);
  if (zone === undefined) return '';
  const lines = (hours?.split(';') ?? []).map((stretch) => {
    const [days = '', times = ''] = stretch.trim().split(' ');
    const named = days.replace(/Mo|Tu|We|Th|Fr|Sa|Su/g, (one) => texts.days[one as (typeof DAYS)[number]]);
    return html`<span class="line">${said(named)} ${code(times)}</span>`;
  });
  const [day = 'Mo', time = ''] = there?.split(' ') ?? [];
  const clock = texts.there(texts.days[DAYS.find((one) => one === day) ?? 'Mo'], time);
  const tag =
    open === undefined
      ? ''
      : html` <span class="tag ${open ? 'sound' : 'late'}">${open ? texts.open : texts.closed}</span>`;
  return html`${lines}<span class="line quiet">${code(zone)}</span>${now ? html`<span class="line">${clock}${tag}</span>` : ''}`;
}

function historyCard(visit: Visit, versions: readonly ContactPast[]): Html {
  const texts = textsOf(visit);
  const { words } = visit;
  const rows = versions.map(({ version, how, at, name, contact }) => {
    const facts =
      how === 'confirmed'
        ? ''
        : html`<details><summary>${texts.stoodThen}</summary>${contactFacts(visit, contact)}</details>`;
    return html`<tr><td>${formatCount(words, version)}</td><th scope="row">${texts.how[how]}</th><td class="day">${formatRecorded(words, at)}</td><td>${said(name ?? '')}</td><td class="says">${said(contact.source)}${facts}</td></tr>`;
  });
  const heads = [texts.version, texts.what, texts.when, texts.who, texts.source];
  return html`<section class="card" aria-labelledby="versions"><h2 id="versions">${texts.versions}</h2>${table(texts.versions, heads, rows)}</section>`;
}

/** What this State gives out, to be printed. */
export function ownContactsPage(
  visit: Visit,
  {
    state,
    today,
    contacts,
  }: { readonly state: string; readonly today: string; readonly contacts: readonly ContactTold[] },
): Html {
  const texts = textsOf(visit);
  const title = texts.ownTitle(inSentence(countryName(visit, state)));
  const cards = contacts.map(
    (one) =>
      html`<section class="card" aria-labelledby="own-${one.id}"><h2 id="own-${one.id}">${said(one.office)}</h2><p class="quiet">${texts.kinds[one.kind]}</p>${contactFacts(visit, one)}</section>`,
  );
  const ways = html`<p class="do"><a class="button plain" href="/contacts/own.json" download>${texts.ownFile}</a> <button class="plain" type="button" data-print hidden>${texts.print}</button></p>`;
  return page(
    visit,
    title,
    html`<p class="back"><a href="${link(visit, '/contacts')}">${texts.all}</a></p><h1>${title}</h1><p class="lead">${texts.ownLead}</p><p>${texts.ownDay(formatWhen(visit.words, today))}</p>${ways}${contacts.length === 0 ? html`<section class="card"><p>${texts.ownNone}</p></section>` : cards}`,
  );
}
