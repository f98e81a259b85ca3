/** What is remembered of parties, of persons apart from them, and of rights. */

import type { Happened } from '../domain/base/happened.ts';
import type { Party, PartyKind } from '../domain/custody/party.ts';
import type { Right, RightKind } from '../domain/licence/right.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { CopyRows } from './copy.ts';
import type { Row, Statements, Tx } from './database.ts';

export type PartyRow = Row & {
  party_id: string;
  kind: string;
  name: string;
  parent_id: string | null;
  state: string;
  into_id: string | null;
  uses_register: boolean;
};

export const PARTY_COLUMNS = 'party_id, kind, name, parent_id, state, into_id, uses_register';

/** The party that a row holds. */
export function partyOf(row: PartyRow): Party {
  return {
    id: row.party_id,
    kind: row.kind as PartyKind,
    name: row.name,
    ...(row.parent_id ? { parent: row.parent_id } : {}),
    state: row.state as Party['state'],
    ...(row.into_id ? { into: row.into_id } : {}),
    usesRegister: row.uses_register,
    names: [],
  };
}

/** The parties with these ids; unknown ids are simply absent. */
export async function listParties(
  db: Statements,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Party>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<PartyRow>(`select ${PARTY_COLUMNS} from party where party_id = any($1)`, [ids]);
  return new Map(rows.map((row) => [row.party_id, partyOf(row)]));
}

/** Named limit: parties of one name found at once. */
export const NAMESAKES_MAX = 50;

/** Parties of a name, or of any former spelling that folds to the same key; no persons. */
export async function findPartiesByName(
  db: Statements,
  name: string,
  after?: string,
): Promise<readonly Party[]> {
  const rows = await db.rows<PartyRow>(
    `select ${PARTY_COLUMNS} from party where name_key = $1 and kind <> 'person'
       and ($2::uuid is null or party_id > $2) order by party_id limit ${NAMESAKES_MAX}`,
    [searchKey(name), after ?? null],
  );
  return rows.map(partyOf);
}

/** Ids of bodies by folded name: the first recorded of each name. */
export async function listIdsByNameKey(
  db: Statements,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.rows<{ name_key: string; id: string }>(
    "select name_key, party_id as id from party where name_key = any($1) and kind <> 'person' order by party_id desc",
    [keys],
  );
  return new Map(rows.map((row) => [row.name_key, row.id]));
}

/** All persons of these folded names with their data, the first recorded last. */
export async function listPersonsByNameKey(
  db: Statements,
  keys: readonly string[],
): Promise<readonly { readonly id: string; readonly data: string }[]> {
  if (keys.length === 0) return [];
  return db.rows<{ id: string; data: string }>(
    'select person_id as id, data from person_data where name_key = any($1) order by person_id desc',
    [keys],
  );
}

export type NewParty = {
  readonly party: Party;
  readonly person?: {
    readonly salt: Uint8Array;
    readonly data: string;
    readonly name: string;
    readonly retainUntil: string;
  };
};

/** Keeps many new parties by bulk copy, and the data of persons apart from them. */
export async function copyParties(tx: Tx, parties: readonly NewParty[]): Promise<void> {
  if (parties.length === 0) return;
  const rows = new CopyRows(parties.length * 128);
  const persons = new CopyRows(parties.length * 256);
  for (const { party, person } of parties) {
    rows
      .row(7)
      .uuid(party.id)
      .text(party.kind)
      .text(party.name)
      .text(searchKey(party.name))
      .text(party.state)
      .bool(party.usesRegister);
    rows.int4(1);
    if (!person) continue;
    persons
      .row(5)
      .uuid(party.id)
      .bytes(person.salt)
      .text(person.data)
      .text(searchKey(person.name))
      .day(person.retainUntil);
  }
  await tx.copyIn('party (party_id, kind, name, name_key, state, uses_register, version)', rows.done());
  if (persons.count() > 0)
    await tx.copyIn('person_data (person_id, salt, data, name_key, retain_until)', persons.done());
}

/** All parties but persons, in the order they were recorded. */
export async function listAllParties(db: Statements, limit: number): Promise<readonly Party[]> {
  const rows = await db.rows<PartyRow>(
    `select ${PARTY_COLUMNS} from party where kind <> 'person' order by party_id limit $1`,
    [limit],
  );
  return rows.map(partyOf);
}

/** Keeps what a party is now. */
export async function saveParty(tx: Statements, party: Party): Promise<void> {
  await tx.rows(
    `insert into party (party_id, kind, name, name_key, parent_id, state, into_id, uses_register, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1)
     on conflict (party_id) do update set kind = excluded.kind, name = excluded.name, name_key = excluded.name_key,
       parent_id = excluded.parent_id, state = excluded.state, into_id = excluded.into_id,
       uses_register = excluded.uses_register, version = party.version + 1`,
    [
      party.id,
      party.kind,
      party.name,
      searchKey(party.name),
      party.parent ?? null,
      party.state,
      party.into ?? null,
      party.usesRegister,
    ],
  );
}

/** Keeps a person's data apart, with the salt of its digest. */
export async function savePerson(
  tx: Statements,
  person: { id: string; salt: Uint8Array; data: string; name: string; retainUntil: string | undefined },
): Promise<void> {
  await tx.rows(
    `insert into person_data (person_id, salt, data, name_key, retain_until) values ($1, $2, $3, $4, $5)
     on conflict (person_id) do update set salt = excluded.salt, data = excluded.data, name_key = excluded.name_key`,
    [person.id, person.salt, person.data, searchKey(person.name), person.retainUntil ?? null],
  );
}

/** A person's data, where it has not been erased. */
export async function findPerson(
  db: Statements,
  id: string,
): Promise<{ data: string; salt: Buffer } | undefined> {
  const [row] = await db.rows<{ data: string; salt: Buffer }>(
    'select data, salt from person_data where person_id = $1',
    [id],
  );
  return row;
}

/** The names of persons, of those whose data has not been erased. */
export async function listPersonNames(
  db: Statements,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<{ person_id: string; data: string }>(
    'select person_id, data from person_data where person_id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.person_id, (JSON.parse(row.data) as { name: string }).name]));
}

/** Persons of a name: a search by the entitled only. */
export async function findPersonsByName(
  db: Statements,
  name: string,
  after?: string,
): Promise<readonly string[]> {
  const rows = await db.rows<{ person_id: string }>(
    `select person_id from person_data where name_key = $1 and ($2::uuid is null or person_id > $2)
     order by person_id limit ${NAMESAKES_MAX}`,
    [searchKey(name), after ?? null],
  );
  return rows.map((row) => row.person_id);
}

type RightRow = Row & {
  right_id: string;
  holder_id: string;
  kind: string;
  number: string;
  authority: string;
  from_time: string;
  until_time: string;
  state: string;
  state_since: string;
};

/** The rights of these holders. */
export async function listRights(db: Statements, holders: readonly string[]): Promise<readonly Right[]> {
  if (holders.length === 0) return [];
  const rows = await db.rows<RightRow>(
    `select right_id, holder_id, kind, number, authority, from_time, until_time, state, state_since
     from holder_right where holder_id = any($1) order by right_id limit 1000`,
    [holders],
  );
  return rows.map((row) => ({
    id: row.right_id,
    holder: row.holder_id,
    kind: row.kind as RightKind,
    number: row.number,
    authority: row.authority,
    from: row.from_time as Happened,
    until: row.until_time as Happened,
    state: row.state as Right['state'],
    stateSince: row.state_since as Happened,
  }));
}

/** One right by its id. */
export async function findRight(db: Statements, id: string): Promise<Right | undefined> {
  const [row] = await db.rows<{ holder_id: string }>(
    'select holder_id from holder_right where right_id = $1',
    [id],
  );
  return row && (await listRights(db, [row.holder_id])).find((right) => right.id === id);
}

/** Keeps many new rights by bulk copy. */
export async function copyRights(tx: Tx, rights: readonly Right[]): Promise<void> {
  if (rights.length === 0) return;
  const rows = new CopyRows(rights.length * 200);
  for (const one of rights) {
    rows
      .row(10)
      .uuid(one.id)
      .uuid(one.holder)
      .text(one.kind)
      .text(one.number)
      .text(one.authority)
      .text(one.from);
    rows.text(one.until).text(one.state).text(one.stateSince).int4(1);
  }
  const columns =
    'right_id, holder_id, kind, number, authority, from_time, until_time, state, state_since, version';
  await tx.copyIn(`holder_right (${columns})`, rows.done());
}

/** Keeps what a right is now. */
export async function saveRight(tx: Statements, right: Right): Promise<void> {
  await tx.rows(
    `insert into holder_right (right_id, holder_id, kind, number, authority, from_time, until_time, state, state_since, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
     on conflict (right_id) do update set from_time = excluded.from_time, until_time = excluded.until_time,
       state = excluded.state, state_since = excluded.state_since, version = holder_right.version + 1`,
    [
      right.id,
      right.holder,
      right.kind,
      right.number,
      right.authority,
      right.from,
      right.until,
      right.state,
      right.stateSince,
    ],
  );
}
