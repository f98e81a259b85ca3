/**
 * Sealing: what an act decided becomes canonical bytes, a random salt, and the leaf that commits to both. An entry that
 * cannot be written canonically is a refusal of its input, never a bent body.
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import { canonicalBytes } from '../domain/ledger/canonical.ts';
import { commitment, leafHash, SALT_BYTES } from '../domain/ledger/hash.ts';
import type { SealedEntry } from '../store/ledger.ts';
import type { Actor, Office } from './office.ts';

export type Unsealed = {
  readonly id: string;
  readonly act: string;
  readonly kind: string;
  readonly subject: string;
  readonly recorded: string;
  readonly device?: string | undefined;
  readonly events: readonly object[];
};

/** Makes the entry that will stand in the ledger. */
export function seal(office: Office, actor: Actor, entry: Unsealed): SealedEntry | Refusal {
  const body = canonicalBytes({
    act: entry.act,
    by: { operator: actor.operator },
    ...(entry.device === undefined ? {} : { device: entry.device }),
    events: entry.events,
    id: entry.id,
    kind: entry.kind,
    recorded: entry.recorded,
    subject: entry.subject,
    v: 1,
  });
  if (isRefusal(body)) return body;
  const salt = office.random(SALT_BYTES);
  return { subject: entry.subject, id: entry.id, salt, body, leaf: leafHash(commitment(salt, body)) };
}

type ParsedBody = {
  readonly id: string;
  readonly kind: string;
  readonly recorded: string;
  readonly by: { readonly operator: string };
  readonly events: readonly object[];
};

/** The events of one entry of ours, each with its entry. The bytes are our own: they were canonical when sealed. */
export function eventsOfBody(body: Uint8Array): readonly RecordedEvent[] {
  const parsed = JSON.parse(Buffer.from(body).toString('utf8')) as ParsedBody;
  return parsed.events.map((event) => ({
    ...(event as RecordedEvent),
    entry: parsed.id,
    recorded: parsed.recorded,
    operator: parsed.by.operator,
  }));
}
