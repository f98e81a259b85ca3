/** The forms of a contact: what it is, and that it is right still. What was typed is shown again whatever became of it. */
import { html } from 'hono/html';
import type { ContactTold } from '../../acts/list-contacts.ts';
import { LANGUAGES_MAX, NUMBERS_MAX } from '../../acts/record-contact.ts';
import { CHANNELS, CONTACT_KINDS } from '../../domain/contacts/contact.ts';
import { findCountry } from '../../domain/intake/countries.ts';
import { type Deed, wishOf } from './deeds.ts';
import { choiceField, form, inputField, problem, textField, tickField, type Values } from './forms.ts';
import { page } from './page.ts';
import { type Form, textOf } from './room.ts';
import { type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { CONTACT_WORDS } from './words/contacts.ts';

/** The fields of one line that stand in a form as the act takes them. */
const LINES = ['body', 'office', 'person', 'address', 'hours', 'zone', 'secure', 'node'] as const;
const DAYS = ['from', 'until', 'confirmed'] as const;

/** What stands in the form of a contact that is changed. */
export function valuesOfContact(contact: ContactTold): Values {
  const values = new Map<string, string>([
    ['seen', String(contact.version)],
    ['kind', contact.kind],
    ['phones', contact.phones.join('\n')],
    ['emails', contact.emails.join('\n')],
    ['languages', contact.languages.join(', ')],
    ['own', contact.own ? 'yes' : ''],
    ...CHANNELS.map((one): [string, string] => [`by.${one}`, contact.channels.includes(one) ? 'yes' : '']),
  ]);
  for (const name of ['state', ...LINES, ...DAYS] as const) values.set(name, contact[name] ?? '');
  return values;
}

/** What a form says of a contact, as the act takes it; what is empty says nothing. */
export function readContact(sent: Form): object {
  const list = (name: string, parts: RegExp, most: number): readonly string[] =>
    (textOf(sent, name) ?? '')
      .split(parts)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      // One more than is taken, so that the act says that there are too many.
      .slice(0, most + 1);
  const state = textOf(sent, 'state');
  const lines = [...LINES, ...DAYS].flatMap((name) => {
    const text = textOf(sent, name)?.replace(/\s*[\r\n]+\s*/g, ', ');
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    ...Object.fromEntries(lines),
    ...(state === undefined ? {} : { state: stateIn(state) }),
    kind: textOf(sent, 'kind') ?? 'other',
    phones: list('phones', /[\r\n;]+/, NUMBERS_MAX),
    emails: list('emails', /[\s,;]+/, NUMBERS_MAX),
    languages: list('languages', /[\s,;]+/, LANGUAGES_MAX),
    channels: CHANNELS.filter((one) => textOf(sent, `by.${one}`) === 'yes'),
    own: textOf(sent, 'own') === 'yes',
    source: textOf(sent, 'source') ?? '',
  };
}

/** The two letters of a State that somebody typed by name or letters; the words themselves where nothing is called so. */
export function stateIn(typed: string): string {
  return /^[A-Za-z]{2}$/.test(typed) ? typed.toUpperCase() : (findCountry(typed) ?? typed);
}

/** The page of the form; `contact` is the one that is changed. */
export function contactFormPage(visit: Visit, deed: Deed, contact?: ContactTold): Html {
  const texts = CONTACT_WORDS[visit.words.language];
  const title = contact ? texts.change : texts.add;
  const line = (name: 'body' | 'person' | 'secure' | 'node' | 'hours' | 'zone', isCode = false): Html =>
    inputField({ ...wishOf(deed, name, texts[name], texts[`${name}Hint`]), code: isCode });
  const days = (name: 'from' | 'until' | 'confirmed', label: string): Html =>
    inputField({ ...wishOf(deed, name, label), max: 10 }, 'date');
  const kinds = CONTACT_KINDS.map((value) => ({ value, label: texts.kinds[value] }));
  const whose = html`${inputField({ ...wishOf(deed, 'state', texts.state, texts.stateHint), max: 60 })}${choiceField(wishOf(deed, 'kind', texts.kind), kinds)}${inputField({ ...wishOf(deed, 'office', texts.office), required: true })}${line('body')}`;
  const reach = html`${line('person')}${textField({ ...wishOf(deed, 'address', texts.address), max: 300 }, 2)}${textField({ ...wishOf(deed, 'phones', texts.phones, texts.oneALine), max: 300 }, 2)}${textField({ ...wishOf(deed, 'emails', texts.emails, texts.oneALine), max: 1600 }, 2)}${inputField({ ...wishOf(deed, 'languages', texts.languages, texts.languagesHint), code: true })}${line('hours', true)}${line('zone', true)}${line('secure')}`;
  const wrong = deed.problems.wrong.get('channels');
  const ticks = CHANNELS.map((one) => tickField(wishOf(deed, `by.${one}`, texts.ways[one])));
  const channels = html`<fieldset><legend>${texts.channels}</legend>${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : ''}${ticks}</fieldset>${line('node', true)}`;
  const standing = html`${days('from', texts.from)}${days('until', texts.until)}${days('confirmed', texts.confirmedOn)}`;
  const known = html`${tickField(wishOf(deed, 'own', texts.own))}${inputField({ ...wishOf(deed, 'source', texts.source, texts.sourceHint), required: true })}`;
  const fields = html`<div class="fields">${whose}</div>${reach}${channels}<div class="fields">${standing}</div>${known}`;
  return whole(visit, { title, deed, contact, path: 'change', button: texts.keep }, fields);
}

/** The page on which a contact is confirmed. */
export function confirmContactPage(visit: Visit, deed: Deed, contact: ContactTold): Html {
  const texts = CONTACT_WORDS[visit.words.language];
  const day = inputField({ ...wishOf(deed, 'on', texts.confirmedOn), max: 10 }, 'date');
  const source = inputField({ ...wishOf(deed, 'source', texts.source, texts.sourceHint), required: true });
  const lead = html`<p><strong>${said(contact.office)}</strong></p><p class="lead">${texts.confirmLead}</p>`;
  const wish = { title: texts.confirm, deed, contact, path: 'confirm', button: texts.confirmDo, lead };
  return whole(visit, wish, html`${day}${source}`);
}

function whole(
  visit: Visit,
  wish: {
    readonly title: string;
    readonly deed: Deed;
    readonly contact: ContactTold | undefined;
    readonly path: string;
    readonly button: string;
    readonly lead?: Html;
  },
  fields: Html,
): Html {
  const { title, deed, contact, path, button, lead = '' } = wish;
  const texts = CONTACT_WORDS[visit.words.language];
  const back = link(visit, contact ? `/contacts/${contact.id}` : '/contacts');
  const action = link(visit, contact ? `/contacts/${contact.id}/${path}` : '/contacts/record');
  const seen = html`<input type="hidden" name="seen" value="${deed.values.get('seen') ?? ''}">`;
  const ends = html`<p class="do"><button>${button}</button> <a href="${back}">${texts.back}</a></p>`;
  return page(
    visit,
    title,
    html`<div class="form-page"><h1>${title}</h1>${lead}${problem(deed.says)}${form(visit, { action, act: deed.act, class: 'card record' }, html`${contact ? seen : ''}${fields}${ends}`)}</div>`,
  );
}
