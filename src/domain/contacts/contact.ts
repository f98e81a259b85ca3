/**
 * A contact of a State or body: an office that traces or answers, where it is reached, when, in which languages and by which
 * channels. An office is public; a name, a telephone or an e-mail address may be a person's and is kept apart from the rest.
 *
 * What could go wrong: a channel that leads nowhere, or details that were right years ago. A channel needs what it goes by, and
 * a contact that nobody confirmed for a year says so.
 *
 * @clause ITI 25, ITI 31(a), C-01, I-01
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import { isKnownZone, parseHours } from './hours.ts';

export type ContactKind = (typeof CONTACT_KINDS)[number];
/** For tracing (ITI) · the Programme of Action · the Firearms Protocol · the Arms Trade Treaty · and those beside them. */
export const CONTACT_KINDS = [
  'tracing',
  'poa',
  'firearms-protocol',
  'att',
  'coordination',
  'interpol',
  'embassy',
  'un-mission',
  'un-panel',
  'regional-body',
  'other',
] as const;

export type Channel = (typeof CHANNELS)[number];
/** How it takes requests: its own node, by letter, by e-mail, through the INTERPOL bureau, through an embassy. */
export const CHANNELS = ['node', 'letter', 'e-mail', 'interpol', 'embassy'] as const;

/** What is no person's, and so stands in the ledger. */
export type ContactDetails = {
  /** ISO 3166-1, two letters; absent of a body that is no State's. */
  readonly state?: string;
  /** The organisation or mission, where it is no State's; or the State that an embassy is in. */
  readonly body?: string;
  readonly kind: ContactKind;
  readonly office: string;
  readonly address?: string;
  /** Codes of languages, such as en or pt-BR. */
  readonly languages: readonly string[];
  /** As Mo-Fr 08:00-16:00; Sa 09:00-12:00. */
  readonly hours?: string;
  /** As Africa/Abidjan. */
  readonly zone?: string;
  /** How secrets reach it. */
  readonly secure?: string;
  readonly channels: readonly Channel[];
  /** Id of its node, where it runs one. */
  readonly node?: string;
  readonly from?: string;
  readonly until?: string;
  /** True of a contact of the State that keeps this register. */
  readonly own: boolean;
};

/** What may name or reach a person. */
export type ContactPerson = {
  /** Only where it is published. */
  readonly person?: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
};

export type Contact = ContactDetails & ContactPerson;

/** Where a contact stands on a day. */
export type Standing = 'stands' | 'not-yet' | 'ended';

/** @unit months without a confirmation after which details are to be confirmed */
export const CONFIRMED_MONTHS = 12;

/** The part that may name or reach a person, apart from the rest; undefined where there is nothing of it. */
export function partsOf({ person, phones, emails, ...details }: Contact): {
  readonly details: ContactDetails;
  readonly person: ContactPerson | undefined;
} {
  const isNone = person === undefined && phones.length === 0 && emails.length === 0;
  const own = { ...(person === undefined ? {} : { person }), phones, emails };
  return { details, person: isNone ? undefined : own };
}

/**
 * Why a contact cannot be kept; undefined where it can. `state` is the State that keeps this register.
 * @refuses contact-of-nobody, contact-own-elsewhere, contact-ends-early, contact-hours-unreadable, contact-zone-strange,
 * contact-channel-closed
 */
export function refuseContact(contact: Contact, state: string): Refusal | undefined {
  if (contact.state === undefined && contact.body === undefined) return refusal('contact-of-nobody');
  if (contact.own && contact.state !== state) return refusal('contact-own-elsewhere', { country: state });
  const { from, until, hours, zone } = contact;
  if (from !== undefined && until !== undefined && until < from)
    return refusal('contact-ends-early', { from, until });
  if (hours !== undefined && parseHours(hours) === undefined)
    return refusal('contact-hours-unreadable', { hours });
  if (zone === undefined ? hours !== undefined : !isKnownZone(zone))
    return refusal('contact-zone-strange', { zone: zone ?? '' });
  const closed = contact.channels.find((channel) => !isOpen(contact, channel));
  return closed && refusal('contact-channel-closed', { channel: closed });
}

function isOpen({ node, address, emails }: Contact, channel: Channel): boolean {
  if (channel === 'node') return node !== undefined;
  if (channel === 'letter') return address !== undefined;
  return channel !== 'e-mail' || emails.length > 0;
}

/** Whether a contact stands on a day. */
export function standingOf({ from, until }: Pick<Contact, 'from' | 'until'>, today: string): Standing {
  if (until !== undefined && until < today) return 'ended';
  return from !== undefined && from > today ? 'not-yet' : 'stands';
}

/** True where nobody confirmed the details for the named months, or ever; what has ended is confirmed no more. */
export function isToConfirm(
  contact: Pick<Contact, 'from' | 'until'>,
  confirmed: string | undefined,
  today: string,
): boolean {
  if (standingOf(contact, today) === 'ended') return false;
  return confirmed === undefined || monthsAfter(confirmed, CONFIRMED_MONTHS) <= today;
}

/** The same day some months later; of a month that is too short, its last day. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
