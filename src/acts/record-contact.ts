/**
 * Records a contact of a State or body, or what changed of one: a new version with an entry, the former ones stay to be seen.
 * What has ended gets its last day; nothing is deleted.
 *
 * @clause ITI 25, ITI 31(a), C-01, I-01
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { CHANNELS, CONTACT_KINDS, type Contact, refuseContact } from '../domain/contacts/contact.ts';
import { compact, submission, TEXT_MAX, uuid } from './input.ts';
import { type ContactKept, keepContact } from './keep-contact.ts';
import { type Act, newId, nowOf } from './office.ts';
import { keptOutput } from './output.ts';

/** Named limits: telephones, e-mail addresses and languages of a contact. */
export const NUMBERS_MAX = 6;
export const LANGUAGES_MAX = 12;

const said = z.string().trim().min(1).max(TEXT_MAX);

/** What a contact is, as the doors give it. */
export const CONTACT_FIELDS = {
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Expected a State by its two letters (ISO 3166-1), such as XA.')
    .optional()
    .describe('State, by its two letters; absent of a body that is no State’s.'),
  body: said
    .optional()
    .describe('Organisation or mission, where it is no State’s; where an embassy is, its State.'),
  kind: z.enum(CONTACT_KINDS).default('tracing'),
  office: said.describe('Name of the office.'),
  person: said.optional().describe('A name, only where it is published. Stands outside the ledger.'),
  address: said.optional(),
  phones: z
    .array(
      z
        .string()
        .trim()
        .regex(/^\+?[0-9][0-9 ()./-]{2,38}$/, 'Expected a telephone number, such as +225 27 20 00 00 00.'),
    )
    .max(NUMBERS_MAX)
    .default([]),
  emails: z.array(z.email().max(254)).max(NUMBERS_MAX).default([]),
  languages: z
    .array(
      z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'Expected a language by its code, such as fr or pt-BR.'),
    )
    .max(LANGUAGES_MAX)
    .default([])
    .describe('Languages that the office works in, by their codes.'),
  hours: said.optional().describe('As Mo-Fr 08:00-16:00; Sa 09:00-12:00.'),
  zone: z.string().trim().min(1).max(60).optional().describe('Time zone of the hours, as Africa/Abidjan.'),
  secure: said.optional().describe('Secure channel: how secrets reach it.'),
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).default([]).describe('How it takes requests.'),
  node: uuid.optional().describe('Id of its node, where it runs one.'),
  from: z.iso.date().optional(),
  until: z.iso.date().optional().describe('Last day on which it is a contact.'),
};

const input = z.strictObject({
  ...submission,
  contact: uuid.optional().describe('Id of the contact that changed; absent where it is a new one.'),
  seen: z.int().min(1).optional().describe('Version that was seen: refused where another stands.'),
  ...CONTACT_FIELDS,
  own: z.boolean().default(false).describe('True of a contact of the State that keeps this register.'),
  confirmed: z.iso.date().optional().describe('Day on which the details were last confirmed.'),
  source: said.describe('Where the details come from; names no person.'),
});
export type RecordContact = z.infer<typeof input>;

export const contactKeptOutput = keptOutput.extend({
  version: z.int().describe('Version of the contact that this made.'),
});

export const recordContact: Act<RecordContact, ContactKept> = {
  name: 'record-contact',
  says: 'Record a contact of a State or body, or what changed of one',
  clauses: ['ITI 25', 'ITI 31(a)', 'FP 13(2)', 'ATT 5(6)'],
  input,
  output: contactKeptOutput,
  changes: true,
  async run(office, actor, { act, device, contact, seen, confirmed, source, ...fields }) {
    const runsHere = fields.own && fields.channels.includes('node');
    const node = fields.node ?? (runsHere ? office.node : undefined);
    const wanted: Contact = compact({
      ...fields,
      node,
      channels: CHANNELS.filter((one) => fields.channels.includes(one)),
    });
    const refused = refuseContact(wanted, office.state);
    if (refused) return refused;
    if (confirmed !== undefined && confirmed > nowOf(office).slice(0, 10))
      return refusal('contact-confirmed-later', { when: confirmed });
    const kind = 'record-contact';
    const decide = () => ({ contact: wanted, confirmed });
    return keepContact(office, actor, {
      act: act ?? newId(office),
      device,
      kind,
      contact,
      seen,
      source,
      decide,
    });
  },
};
