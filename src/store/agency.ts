/** Agencies, units, depots, courts and laboratories as lists: by place, by name, by what they were merged into. */
import { AGENCY_KINDS, type Party } from '../domain/custody/party.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import type { Statements } from './database.ts';
import { PARTY_COLUMNS, type PartyRow, partyOf } from './party.ts';

/** Which agencies a list is of; everything that is left out is no condition. */
export type AgenciesWanted = {
  /** Those merged or disbanded too. */
  readonly gone: boolean;
  readonly ids?: readonly string[] | undefined;
  /** In any spelling that folds to the same key. */
  readonly name?: string | undefined;
  /** Those that are part of nothing. */
  readonly top?: boolean;
  /** Those right below one of these. */
  readonly below?: readonly string[] | undefined;
  /** Those that were merged into this one. */
  readonly into?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Agencies and units in the order they were recorded. */
export async function listAgencies(db: Statements, wanted: AgenciesWanted): Promise<readonly Party[]> {
  const { gone, ids, name, top = false, below, into, after, limit } = wanted;
  const rows = await db.rows<PartyRow>(
    `select ${PARTY_COLUMNS} from party where kind = any($1) and ($2 or state = 'active')
       and ($3::uuid[] is null or party_id = any($3)) and ($4::text is null or name_key = $4)
       and (not $5 or parent_id is null) and ($6::uuid[] is null or parent_id = any($6))
       and ($7::uuid is null or into_id = $7) and ($8::uuid is null or party_id > $8) order by party_id limit $9`,
    [
      ...[AGENCY_KINDS, gone, ids ?? null, name === undefined ? null : searchKey(name), top],
      ...[below ?? null, into ?? null, after ?? null, limit],
    ],
  );
  return rows.map(partyOf);
}

/** One of these parties that would come to stand below or within itself; undefined where none does. */
export async function findCircle(db: Statements, parties: readonly string[]): Promise<string | undefined> {
  if (parties.length === 0) return undefined;
  const [row] = await db.rows<{ party: string }>(
    `with recursive above (party, id) as (
       select party_id, above from party, unnest(array[parent_id, into_id]) as above
       where party_id = any($1::uuid[]) and above is not null
       union select a.party, next from above a join party p on p.party_id = a.id, unnest(array[p.parent_id, p.into_id]) as next
       where next is not null)
     select party from above where party = id limit 1`,
    [parties],
  );
  return row?.party;
}

/** True where one of these parties is one of these agencies, lies below one, or was merged into what does. */
export async function liesBelow(
  db: Statements,
  parties: readonly string[],
  agencies: readonly string[],
): Promise<boolean> {
  if (parties.length === 0 || agencies.length === 0) return false;
  const rows = await db.rows(
    `with recursive above (id) as (
       select unnest($1::uuid[])
       union select next from above a join party p on p.party_id = a.id, unnest(array[p.parent_id, p.into_id]) as next
       where next is not null)
     select 1 from above where id = any($2::uuid[]) limit 1`,
    [parties, agencies],
  );
  return rows.length > 0;
}
