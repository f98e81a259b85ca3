/**
 * Confirms that the details of a contact are right still: a version with the same details, the day and where that is known from.
 *
 * @clause ITI 31(a), C-01, I-01
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { standingOf } from '../domain/contacts/contact.ts';
import { submission, TEXT_MAX, uuid } from './input.ts';
import { type ContactKept, keepContact } from './keep-contact.ts';
import { contactOf } from './list-contacts.ts';
import { type Act, newId, nowOf } from './office.ts';
import { contactKeptOutput } from './record-contact.ts';

const input = z.strictObject({
  ...submission,
  contact: uuid,
  seen: z.int().min(1).optional().describe('Version that was seen: refused where another stands.'),
  on: z.iso.date().optional().describe('Day on which they were confirmed; today where none is given.'),
  source: z
    .string()
    .trim()
    .min(1)
    .max(TEXT_MAX)
    .describe('How they were confirmed: by call, by letter, in a list; names no person.'),
});
export type ConfirmContact = z.infer<typeof input>;

export const confirmContact: Act<ConfirmContact, ContactKept> = {
  name: 'confirm-contact',
  says: 'Confirm that the details of a contact are right still',
  clauses: ['ITI 31(a)'],
  input,
  output: contactKeptOutput,
  changes: true,
  async run(office, actor, { act, device, contact, seen, on, source }) {
    const today = nowOf(office).slice(0, 10);
    const confirmed = on ?? today;
    if (confirmed > today) return refusal('contact-confirmed-later', { when: confirmed });
    return keepContact(office, actor, {
      act: act ?? newId(office),
      device,
      kind: 'confirm-contact',
      contact,
      seen,
      source,
      decide(before) {
        const known = contactOf(before!);
        if (standingOf(known, today) === 'ended')
          return refusal('contact-ended', { until: known.until ?? '' });
        return { contact: known, confirmed };
      },
    });
  },
};
