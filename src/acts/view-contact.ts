/**
 * Shows one contact as it is now, with all its versions: what was changed or confirmed, when, and where that is known from. Who
 * did it is told to those who may know who records. The look is logged.
 *
 * @clause ITI 31(a), C-01
 */
import { z } from 'zod';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { listContactVersions } from '../store/contact.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { uuid } from './input.ts';
import { type ContactTold, contactOutput, tellContact } from './list-contacts.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({ contact: uuid });
export type ViewContact = z.infer<typeof input>;

export type ContactPast = {
  readonly version: number;
  readonly how: 'recorded' | 'confirmed';
  readonly at: string;
  readonly entry: string;
  readonly operator: string;
  readonly name?: string;
  readonly contact: ContactTold;
};
export type ContactView = { readonly contact: ContactTold; readonly versions: readonly ContactPast[] };

const output = z.strictObject({
  contact: contactOutput,
  versions: z
    .array(
      z.strictObject({
        version: z.int(),
        how: z.enum(['recorded', 'confirmed']),
        at: instant,
        entry: id,
        operator: z.string().describe('Empty where it may not be known.'),
        name: z.string().optional().describe('Of whoever did it.'),
        contact: contactOutput.describe('What stood from then on.'),
      }),
    )
    .describe('The newest first.'),
});

export const viewContact: Act<ViewContact, ContactView> = {
  name: 'view-contact',
  says: 'Show one contact with all its versions',
  clauses: ['ITI 31(a)'],
  input,
  output,
  changes: false,
  async run(office, actor, { contact }): Promise<ContactView | Refusal> {
    const kept = await listContactVersions(office.db, contact);
    const [now] = kept;
    await logAccess(office.db, accessOf(office, actor, 'view-contact', now?.id ?? ''));
    if (now === undefined) return refusal('contact-unknown', { contact });
    const named = actor.scope.sees.has('operator');
    const names = await namesOfOperators(
      office,
      kept.map(({ operator }) => operator),
      named,
    );
    const versions = kept.map((one): ContactPast => {
      const { version, how, at, entry, operator } = one;
      const name = names.get(operator);
      const who = { operator: named ? operator : '', ...(name === undefined ? {} : { name }) };
      return { version, how, at, entry, ...who, contact: tellContact(office, one) };
    });
    return { contact: tellContact(office, now), versions };
  },
};
