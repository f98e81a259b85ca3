/**
 * Shows the contacts of States and bodies that fit, each as it is now: whether it stands, is to be confirmed, and is open at this
 * moment. What has ended is left out unless it is asked for. The look is logged.
 *
 * @clause ITI 25, ITI 31(a), C-01, I-01
 */
import { z } from 'zod';
import { fold } from '../domain/base/text.ts';
import {
  CHANNELS,
  CONTACT_KINDS,
  type Contact,
  isToConfirm,
  type Standing,
  standingOf,
} from '../domain/contacts/contact.ts';
import { clockIn, isOpenAt, parseHours } from '../domain/contacts/hours.ts';
import { type ContactVersion, listContacts as listKept } from '../store/contact.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act, Office } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: contacts of one page. */
export const CONTACTS_LISTED_MAX = 200;

const input = z.strictObject({
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('Only those of this State, by its two letters.'),
  kind: z.enum(CONTACT_KINDS).optional(),
  text: z
    .string()
    .max(120)
    .optional()
    .describe('Only those of which this is a part of office, body or address.'),
  node: uuid.optional().describe('Only those that run this node.'),
  own: z.boolean().default(false).describe('True: only those of the State that keeps this register.'),
  toConfirm: z.boolean().default(false).describe('True: only those whose details are to be confirmed.'),
  ended: z.boolean().default(false).describe('True: those that have ended too.'),
  after: uuid.optional().describe('Id of the last one of the page before.'),
  limit: z.int().min(1).max(CONTACTS_LISTED_MAX).default(50),
});
export type ListContacts = z.infer<typeof input>;

/** A contact as it is told. */
export type ContactTold = Contact & {
  readonly id: string;
  readonly version: number;
  readonly recorded: string;
  readonly confirmed?: string;
  readonly source: string;
  readonly standing: Standing;
  readonly toConfirm: boolean;
  /** The time there now, and whether it is open, where its zone and hours are known. */
  readonly there?: string;
  readonly open?: boolean;
};
export type Contacts = {
  readonly contacts: readonly ContactTold[];
  readonly total: number;
  readonly next: string | undefined;
};

const text = z.string().optional();
export const contactOutput = z.strictObject({
  id,
  version: z.int(),
  state: text,
  body: text,
  kind: z.enum(CONTACT_KINDS),
  office: z.string(),
  person: text,
  address: text,
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  languages: z.array(z.string()),
  hours: text,
  zone: text,
  secure: text,
  channels: z.array(z.enum(CHANNELS)),
  node: id.optional(),
  from: text,
  until: text,
  own: z.boolean(),
  recorded: instant,
  confirmed: text.describe('Day on which the details were last confirmed.'),
  source: z.string(),
  standing: z.enum(['stands', 'not-yet', 'ended']),
  toConfirm: z.boolean().describe('True where nobody confirmed the details for a year.'),
  there: text.describe('Day and time there now, as Mo 14:05.'),
  open: z.boolean().optional().describe('Whether the office is open now.'),
});
const output = z.strictObject({ contacts: z.array(contactOutput), total: z.int(), next: id.optional() });

/** The contact of a version; one whose person was erased has no name and no number. */
export function contactOf({ details, person }: ContactVersion): Contact {
  return { ...details, phones: [], emails: [], ...person };
}

/** A version as it is told at this moment. */
export function tellContact(office: Pick<Office, 'clock'>, version: ContactVersion): ContactTold {
  const { id, version: number, at, confirmed, source } = version;
  const contact = contactOf(version);
  const now = office.clock();
  const today = new Date(now).toISOString().slice(0, 10);
  const { hours, zone } = contact;
  const clock = zone === undefined ? undefined : clockIn(zone, now);
  const spans = hours === undefined ? undefined : parseHours(hours);
  return {
    ...contact,
    id,
    version: number,
    recorded: at,
    ...(confirmed === undefined ? {} : { confirmed }),
    source,
    standing: standingOf(contact, today),
    toConfirm: isToConfirm(contact, confirmed, today),
    ...(clock === undefined ? {} : { there: `${clock.day} ${clock.time}` }),
    ...(zone === undefined || spans === undefined ? {} : { open: isOpenAt(spans, zone, now) }),
  };
}

export const listContacts: Act<ListContacts, Contacts> = {
  name: 'list-contacts',
  says: 'Show the contacts of States and bodies',
  clauses: ['ITI 25', 'ITI 31(a)'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const kept = (await listKept(office.db)).map((version) => tellContact(office, version));
    const fitting = kept.filter((one) => fits(one, wanted)).sort(byPlace);
    const from = wanted.after === undefined ? 0 : fitting.findIndex((one) => one.id === wanted.after) + 1;
    const contacts = fitting.slice(from, from + wanted.limit);
    const last = from + wanted.limit < fitting.length ? contacts.at(-1)?.id : undefined;
    await logAccess(
      office.db,
      accessOf(office, actor, 'list-contacts', contacts.map((one) => one.id).join(' ')),
    );
    return { contacts, total: fitting.length, next: last };
  },
};

function fits(one: ContactTold, wanted: ListContacts): boolean {
  if (!wanted.ended && one.standing === 'ended') return false;
  if (wanted.own && !one.own) return false;
  if (wanted.toConfirm && !one.toConfirm) return false;
  if (wanted.state !== undefined && one.state !== wanted.state) return false;
  if (wanted.kind !== undefined && one.kind !== wanted.kind) return false;
  if (wanted.node !== undefined && one.node !== wanted.node) return false;
  const asked = fold(wanted.text ?? '');
  return (
    asked === '' ||
    [one.office, one.body, one.address, one.state].some((text) => fold(text ?? '').includes(asked))
  );
}

/** One's own first, then by State and body, kind and office. */
function byPlace(a: ContactTold, b: ContactTold): number {
  const key = ({ own, state, body, kind, office, id }: ContactTold): string =>
    [
      own ? '0' : '1',
      state ?? `~${body}`,
      String(CONTACT_KINDS.indexOf(kind)).padStart(2, '0'),
      office,
      id,
    ].join('\n');
  const [one, other] = [key(a), key(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
