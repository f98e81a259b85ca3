/** Searches of people: each stands under its owner's account, and nobody else reads it. */
import type { Row, Statements } from './database.ts';

export type Search = {
  readonly id: string;
  /** Fields and values as typed, as JSON. */
  readonly criteria: string;
  /** What its owner calls it; undefined where it is to be forgotten soon. */
  readonly name: string | undefined;
  readonly made: string;
};

type SearchRow = Row & { search_id: string; criteria: string; name: string | null; made_at: string };

const searchOf = (row: SearchRow): Search => ({
  id: row.search_id,
  criteria: row.criteria,
  name: row.name ?? undefined,
  made: row.made_at,
});

const COLUMNS = 'search_id, criteria, name, made_at';

/** Keeps a search. */
export async function saveSearch(db: Statements, account: string, search: Search): Promise<void> {
  await db.rows(
    'insert into search (account_id, search_id, criteria, name, made_at) values ($1, $2, $3, $4, $5)',
    [account, search.id, search.criteria, search.name ?? null, search.made],
  );
}

/** One search of an account. */
export async function findSearch(db: Statements, account: string, id: string): Promise<Search | undefined> {
  const [row] = await db.rows<SearchRow>(
    `select ${COLUMNS} from search where account_id = $1 and search_id = $2`,
    [account, id],
  );
  return row && searchOf(row);
}

/** The searches to which their owner gave a name, by that name. */
export async function listNamedSearches(
  db: Statements,
  account: string,
  limit: number,
): Promise<readonly Search[]> {
  const rows = await db.rows<SearchRow>(
    `select ${COLUMNS} from search where account_id = $1 and name is not null order by name, search_id limit $2`,
    [account, limit],
  );
  return rows.map(searchOf);
}

/** Gives a search a name; false where there is no such search, or its owner has too many with names already. */
export async function saveSearchName(
  db: Statements,
  account: string,
  id: string,
  name: string,
  most: number,
): Promise<boolean> {
  const rows = await db.rows(
    `update search set name = $3 where account_id = $1 and search_id = $2
       and (select count(*) from search where account_id = $1 and name is not null and search_id <> $2) < $4
     returning 1 as done`,
    [account, id, name, most],
  );
  return rows.length > 0;
}

/** Forgets a search; false where there was none. */
export async function deleteSearch(db: Statements, account: string, id: string): Promise<boolean> {
  const rows = await db.rows(
    'delete from search where account_id = $1 and search_id = $2 returning 1 as done',
    [account, id],
  );
  return rows.length > 0;
}

/** Forgets what was made before these moments, without and with a name; gives how many searches that were. */
export async function deleteSearchesBefore(
  db: Statements,
  moments: { readonly nameless: string; readonly named: string },
  limit: number,
): Promise<number> {
  const rows = await db.rows(
    `delete from search where (account_id, search_id) in (
       select account_id, search_id from search
       where made_at < case when name is null then $1::timestamptz else $2::timestamptz end
       order by made_at limit $3) returning 1 as done`,
    [moments.nameless, moments.named, limit],
  );
  return rows.length;
}
