/**
 * Who a row names: keeper, unit, owner and bearer become parties of the register, found again by their names; persons by
 * name and number of right, so that two persons of one name are never made one in silence. The data of a person goes to
 * storage that can be erased; the ledger holds a salted digest of it. Not an act itself.
 *
 * @clause J-05
 */

import { personDataEnds } from '../domain/arms/retention.ts';
import { UNKNOWN_TIME } from '../domain/base/happened.ts';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { evolveParty, type PartyEvent, type PartyKind } from '../domain/custody/party.ts';
import { canonicalText } from '../domain/ledger/canonical.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import type { Right, RightKind } from '../domain/licence/right.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import type { Statements } from '../store/database.ts';
import type { SealedEntry } from '../store/ledger.ts';
import { listIdsByNameKey, listPersonsByNameKey, type NewParty } from '../store/party.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { seal } from './seal.ts';

/** Parties met so far in one import, by kind, folded name and right; emptied when it grows past its limit. */
export type PartyMemory = Map<string, string>;
export const PARTY_MEMORY_MAX = 50_000;

export type NamedParty = {
  readonly name: string;
  readonly kind: PartyKind;
  /** The number of the right that the row gives: counts for persons. */
  readonly right?: string | undefined;
};

const keyOf = ({ kind, name, right }: NamedParty): string =>
  kind === 'person' ? personKey(name, right) : `o ${searchKey(name)}`;
const personKey = (name: string, right: string | undefined): string =>
  `p ${searchKey(name)} ${searchKey(right ?? '')}`;

/** The id of a party met before in this import. */
export function partyMet(memory: PartyMemory, named: NamedParty): string | undefined {
  return memory.get(keyOf(named));
}

/** Parties that are new in a batch, with their entries: kept with the batch. */
export type Met = {
  readonly entries: readonly SealedEntry[];
  readonly parties: readonly NewParty[];
  /** The rights that new holders hold by what the rows say. */
  readonly rights: readonly Right[];
};

/** Finds every party named, and makes those that are new ready to be kept. */
export async function meetParties(
  db: Statements,
  office: Office,
  actor: Actor,
  act: string,
  memory: PartyMemory,
  named: readonly NamedParty[],
  rightKind: RightKind | undefined,
): Promise<Met | Refusal> {
  if (memory.size > PARTY_MEMORY_MAX) memory.clear();
  const unmet = new Map(named.map((one) => [keyOf(one), one]));
  for (const key of unmet.keys()) if (memory.has(key)) unmet.delete(key);
  for (const [key, id] of await findKnown(db, [...unmet.values()])) {
    if (!unmet.delete(key)) continue;
    memory.set(key, id);
  }
  const entries: SealedEntry[] = [];
  const parties: NewParty[] = [];
  const rights: Right[] = [];
  for (const [key, one] of unmet) {
    const made = newParty(office, actor, act, one);
    if (isRefusal(made)) return made;
    memory.set(key, made.party.id);
    entries.push(made.entry);
    parties.push(made);
    if (rightKind === undefined || one.right === undefined) continue;
    const held = newRight(office, actor, act, { holder: made.party.id, kind: rightKind, number: one.right });
    if (isRefusal(held)) return held;
    entries.push(held.entry);
    rights.push(held.right);
  }
  return { entries, parties, rights };
}

/** The parties recorded before, by their keys; the first recorded of each stands. */
async function findKnown(db: Statements, unmet: readonly NamedParty[]): Promise<ReadonlyMap<string, string>> {
  const keys = (persons: boolean): string[] => {
    const asked = unmet.filter(({ kind }) => (kind === 'person') === persons);
    return [...new Set(asked.map(({ name }) => searchKey(name)))];
  };
  const known = new Map<string, string>();
  for (const [key, id] of await listIdsByNameKey(db, keys(false))) known.set(`o ${key}`, id);
  for (const { id, data } of await listPersonsByNameKey(db, keys(true))) {
    const { name, right } = JSON.parse(data) as { name: string; right?: string };
    known.set(personKey(name, right), id);
  }
  return known;
}

function newParty(
  office: Office,
  actor: Actor,
  act: string,
  named: NamedParty,
): (NewParty & { readonly entry: SealedEntry }) | Refusal {
  const id = newId(office);
  const isPerson = named.kind === 'person';
  const salt = office.random(SALT_BYTES);
  const { name, right } = named;
  const data = canonicalText(right === undefined ? { name } : { name, right });
  if (isRefusal(data)) return data;
  const event: PartyEvent = {
    type: 'party-recorded',
    happened: UNKNOWN_TIME,
    kind: named.kind,
    ...(isPerson
      ? { person: Buffer.from(commitment(salt, Buffer.from(data))).toString('hex') }
      : { name: named.name }),
  };
  const recorded = nowOf(office);
  const entry = seal(office, actor, {
    id: newId(office),
    act,
    kind: 'record-party',
    subject: id,
    recorded,
    events: [event],
  });
  if (isRefusal(entry)) return entry;
  const party = evolveParty(id, undefined, event);
  const person = { salt, data, name: named.name, retainUntil: personDataEnds(recorded) };
  return { party, entry, ...(isPerson ? { person } : {}) };
}

/** A right as a row tells of it: its number only; who granted it and until when is not known from there. */
function newRight(
  office: Office,
  actor: Actor,
  act: string,
  told: Pick<Right, 'holder' | 'kind' | 'number'>,
): { readonly right: Right; readonly entry: SealedEntry } | Refusal {
  const id = newId(office);
  const times = { from: UNKNOWN_TIME, until: UNKNOWN_TIME, stateSince: UNKNOWN_TIME };
  const facts = { ...told, ...times, authority: '', state: 'valid' as const };
  const ids = { id: newId(office), act, subject: id };
  const events = [{ type: 'right-recorded', happened: UNKNOWN_TIME, ...facts }];
  const entry = seal(office, actor, { ...ids, kind: 'record-right', recorded: nowOf(office), events });
  return isRefusal(entry) ? entry : { right: { id, ...facts }, entry };
}
