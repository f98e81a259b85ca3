/**
 * Records an agency, unit, depot, court, company or person, or what became of one: renamed, placed under another, merged,
 * disbanded. The name of a person goes to storage that can be erased; the ledger holds a salted digest of it.
 *
 * @clause J-05
 */
import { z } from 'zod';
import { personDataEnds } from '../domain/arms/retention.ts';
import { type Happened, UNKNOWN_TIME } from '../domain/base/happened.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { evolveParty, PARTY_KINDS, type Party, type PartyEvent } from '../domain/custody/party.ts';
import { canonicalText } from '../domain/ledger/canonical.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import { findCircle } from '../store/agency.ts';
import { appendAct, claimSubjects, type SealedEntry } from '../store/ledger.ts';
import { listParties, saveParty, savePerson } from '../store/party.ts';
import { compact, happened, submission, uuid, words } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { once } from './once.ts';
import { id } from './output.ts';
import { seal } from './seal.ts';
import { refusalOf, undo } from './undone.ts';

const one = z.strictObject({
  party: uuid.optional().describe('Id of the party; made here where a new one has none.'),
  type: z
    .enum(['party-recorded', 'party-renamed', 'party-placed', 'party-merged', 'party-disbanded'])
    .default('party-recorded'),
  happened: happened.optional(),
  kind: z.enum(PARTY_KINDS).optional(),
  name: words.optional(),
  parent: uuid.optional(),
  into: uuid.optional().describe('What it was merged into.'),
  usesRegister: z.boolean().optional().describe('Confirms hand-overs in this register itself.'),
});
export type PartyWish = z.infer<typeof one>;

const input = z.strictObject({ ...submission, ...one.shape });
export type RecordParty = z.infer<typeof input>;

export type PartiesKept = { readonly act: string; readonly parties: readonly string[] };

/** Named limit: parties of one act. */
export const PARTIES_MAX = 2000;

export const recordParty: Act<RecordParty, PartiesKept> = {
  name: 'record-party',
  says: 'Record a party, or what became of it',
  clauses: ['ITI 11', 'own'],
  input,
  output: z.strictObject({ act: id, parties: z.array(id) }),
  changes: true,
  run(office, actor, { act, device: _device, ...wanted }) {
    return recordParties(office, actor, act ?? newId(office), [wanted]);
  },
};

/** Records many parties as one act: all of them or, where one is refused, none. */
export async function recordParties(
  office: Office,
  actor: Actor,
  act: string,
  wanted: readonly PartyWish[],
): Promise<PartiesKept | Refusal> {
  if (wanted.length > PARTIES_MAX) return refusal('too-many', { came: wanted.length, most: PARTIES_MAX });
  const done = await once(
    office,
    act,
    () =>
      office.db
        .transaction(async (tx): Promise<PartiesKept | Refusal> => {
          const named = wanted.flatMap((wish) => [wish.party, wish.parent, wish.into]);
          const known = new Map(
            await listParties(
              tx,
              named.filter((id) => id !== undefined),
            ),
          );
          const fresh = wanted.flatMap((wish) =>
            wish.type === 'party-recorded' && wish.party !== undefined && !known.has(wish.party)
              ? [wish.party]
              : [],
          );
          const taken = await claimSubjects(tx, fresh);
          if (taken !== undefined) return refusal('party-known-already', { party: taken });
          // Nothing is written before all is decided: a refusal leaves nothing behind.
          const made: Made[] = [];
          for (const wish of wanted) {
            const one = makeOne(office, actor, act, known, wish);
            if (isRefusal(one)) return one;
            made.push(one);
          }
          for (const { party, person } of made) {
            await saveParty(tx, party);
            if (person) await savePerson(tx, person);
          }
          const placed = wanted.filter(
            (wish) => wish.type === 'party-placed' || wish.type === 'party-merged',
          );
          const circle = await findCircle(
            tx,
            placed.flatMap((wish) => (wish.party === undefined ? [] : [wish.party])),
          );
          if (circle !== undefined) return undo(refusal('party-circle', { party: circle }));
          const entries = made.map((one) => one.entry);
          const kept: PartiesKept = { act, parties: entries.map((entry) => entry.subject) };
          const row = { id: act, kind: 'record-party', operator: actor.operator, recorded: nowOf(office) };
          await appendAct(tx, { ...row, result: JSON.stringify(kept) }, entries);
          return kept;
        })
        .catch(refusalOf),
    { kind: 'record-party', operator: actor.operator },
  );
  return isRefusal(done) ? done : done.result;
}

/** What cannot be: an event of nobody, a second beginning, a new party without kind or name, an unknown relative. */
function refuse(known: ReadonlyMap<string, Party>, wish: PartyWish): Refusal | undefined {
  const before = wish.party === undefined ? undefined : known.get(wish.party);
  if (wish.type === 'party-recorded') {
    if (before) return refusal('party-known-already', { party: wish.party ?? '' });
    if (!wish.kind || !wish.name)
      return refusal('party-incomplete', { missing: wish.kind ? 'name' : 'kind' });
  } else if (!before) return refusal('party-unknown', { party: wish.party ?? '' });
  if (wish.type === 'party-renamed' && !wish.name) return refusal('party-incomplete', { missing: 'name' });
  if (wish.type === 'party-placed' && !wish.parent) return refusal('party-incomplete', { missing: 'parent' });
  if (wish.type === 'party-merged' && !wish.into) return refusal('party-incomplete', { missing: 'into' });
  const stranger = [wish.parent, wish.into].find((id) => id !== undefined && !known.has(id));
  if (stranger !== undefined) return refusal('party-unknown', { party: stranger });
  return refuseGone(known, wish);
}

/** What has ended has no further history, takes nothing in, and nothing is part of itself. */
function refuseGone(known: ReadonlyMap<string, Party>, wish: PartyWish): Refusal | undefined {
  for (const id of [wish.party, wish.parent, wish.into]) {
    const party = id === undefined ? undefined : known.get(id);
    if (party && party.state !== 'active')
      return refusal('party-is-gone', { party: party.name, state: party.state });
  }
  const itself = wish.party !== undefined && [wish.parent, wish.into].includes(wish.party);
  return itself ? refusal('party-into-itself', { party: wish.party ?? '' }) : undefined;
}

type Made = {
  readonly entry: SealedEntry;
  readonly party: Party;
  readonly person: Parameters<typeof savePerson>[1] | undefined;
};

function makeOne(
  office: Office,
  actor: Actor,
  act: string,
  known: Map<string, Party>,
  wish: PartyWish,
): Made | Refusal {
  const no = refuse(known, wish);
  if (no) return no;
  const id = wish.party ?? newId(office);
  const before = known.get(id);
  const recorded = nowOf(office);
  const { type, name, parent, into, usesRegister } = wish;
  const kind = before?.kind ?? wish.kind;
  const person = kind === 'person' && name !== undefined ? personData(office, name) : undefined;
  if (isRefusal(person)) return person;
  const event = compact({
    type,
    happened: wish.happened ?? UNKNOWN_TIME,
    kind: before ? undefined : kind,
    ...(person ? { person: person.digest } : { name }),
    parent,
    into,
    usesRegister,
  }) as PartyEvent & { readonly happened: Happened };
  const ids = { id: newId(office), act, subject: id };
  const entry = seal(office, actor, { ...ids, kind: 'record-party', recorded, events: [event] });
  if (isRefusal(entry)) return entry;
  const party = evolveParty(id, before, event);
  known.set(id, party);
  const retainUntil = personDataEnds(recorded);
  const { salt = new Uint8Array(0), data = '' } = person ?? {};
  return { entry, party, person: person && { id, salt, data, name: name ?? '', retainUntil } };
}

/** A person's data as it will stand apart from the ledger, and the salted digest that stands in it. */
function personData(office: Office, name: string) {
  const salt = Uint8Array.from(office.random(SALT_BYTES));
  const data = canonicalText({ name });
  if (isRefusal(data)) return data;
  return { salt, data, digest: Buffer.from(commitment(salt, Buffer.from(data))).toString('hex') };
}
