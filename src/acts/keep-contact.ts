/**
 * How a version of a contact is kept: what is no person's in the entry, what may be one's beside the ledger with a salted digest
 * in the entry, and the row, in one transaction under one lock. Not an act itself.
 *
 * What could go wrong: two people change one contact at once and one change is undone unseen. Whoever tells which version was
 * seen is refused where another stands.
 *
 * @clause C-01, J-05
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { type Contact, partsOf } from '../domain/contacts/contact.ts';
import { canonicalText } from '../domain/ledger/canonical.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import {
  CONTACTS_MAX,
  type ContactVersion,
  countContacts,
  insertContact,
  listContactVersions,
  lockContacts,
} from '../store/contact.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { compact } from './input.ts';
import { type Actor, newId, type Office } from './office.ts';
import { once } from './once.ts';

export type ContactKept = Kept & { readonly version: number };

export type ContactChange = {
  readonly act: string;
  readonly device: string | undefined;
  readonly kind: 'record-contact' | 'confirm-contact';
  /** Undefined where it is a new one. */
  readonly contact: string | undefined;
  /** The version that was seen. */
  readonly seen: number | undefined;
  readonly source: string;
  /** What it is from now on, decided by what stands. */
  readonly decide: (before: ContactVersion | undefined) => Decided | Refusal;
};
export type Decided = { readonly contact: Contact; readonly confirmed: string | undefined };

/** Keeps a version of a contact once, whatever is sent twice. */
export async function keepContact(
  office: Office,
  actor: Actor,
  change: ContactChange,
): Promise<ContactKept | Refusal> {
  const submitted = { kind: change.kind, operator: actor.operator };
  const done = await once(office, change.act, () => keep(office, actor, change), submitted);
  return isRefusal(done) ? done : done.result;
}

function keep(office: Office, actor: Actor, change: ContactChange): Promise<ContactKept | Refusal> {
  const { act, device, kind, seen, source } = change;
  return office.db.transaction(async (tx) => {
    await lockContacts(tx);
    const [before] = change.contact === undefined ? [] : await listContactVersions(tx, change.contact);
    if (change.contact !== undefined && before === undefined)
      return refusal('contact-unknown', { contact: change.contact });
    if (seen !== undefined && seen !== (before?.version ?? 0)) return refusal('contact-changed');
    if (before === undefined && (await countContacts(tx)) >= CONTACTS_MAX)
      return refusal('contacts-full', { most: CONTACTS_MAX });
    const decided = change.decide(before);
    if (isRefusal(decided)) return decided;
    const { details, person } = partsOf(decided.contact);
    const data = person && canonicalText(person);
    if (isRefusal(data)) return data;
    const kept = data === undefined ? undefined : { data, salt: Uint8Array.from(office.random(SALT_BYTES)) };
    const digest = kept && Buffer.from(commitment(kept.salt, Buffer.from(kept.data))).toString('hex');
    const version = (before?.version ?? 0) + 1;
    const how = kind === 'record-contact' ? 'recorded' : 'confirmed';
    const { confirmed } = decided;
    const event = compact({ type: `contact-${how}`, version, details, person: digest, confirmed, source });
    const id = before?.id ?? newId(office);
    const entry = await appendEntry(tx, office, actor, {
      act,
      device,
      kind,
      subject: id,
      events: [event],
      also: { version },
    });
    if (isRefusal(entry)) return entry;
    const { operator } = actor;
    const { recorded: at } = entry;
    const row = { id, version, details, person: kept, confirmed, source, how, operator, at } as const;
    await insertContact(tx, { ...row, entry: entry.entry });
    return { ...entry, version };
  });
}
