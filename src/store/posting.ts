/** Postings: who works in which role at which agency, from when until when; and what somebody may do right now. */
import type { Role } from '../domain/access/role.ts';
import type { Row, Statements } from './database.ts';
import { type RoleRow, roleOf } from './role.ts';

export type Posting = {
  readonly id: string;
  readonly account: string;
  readonly role: string;
  readonly party: string | undefined;
  readonly from: string;
  /** The last day on which it holds. */
  readonly until: string | undefined;
  readonly ended: string | undefined;
};

type PostingRow = Row & {
  posting_id: string;
  account_id: string;
  role: string;
  party_id: string | null;
  from_on: string;
  until_on: string | null;
  ended_at: string | null;
};

const COLUMNS = 'posting_id, account_id, role, party_id, from_on, until_on, ended_at';

function postingOf(row: PostingRow): Posting {
  return {
    id: row.posting_id,
    account: row.account_id,
    role: row.role,
    party: row.party_id ?? undefined,
    from: row.from_on,
    until: row.until_on ?? undefined,
    ended: row.ended_at ?? undefined,
  };
}

/** Keeps a new posting. */
export async function savePosting(
  tx: Statements,
  posting: Omit<Posting, 'ended'>,
  madeBy: string,
): Promise<void> {
  await tx.rows(
    `insert into posting (posting_id, account_id, role, party_id, from_on, until_on, made_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      posting.id,
      posting.account,
      posting.role,
      posting.party ?? null,
      posting.from,
      posting.until ?? null,
      madeBy,
    ],
  );
}

/** Ends a posting; false where it had ended or was never there. */
export async function endPosting(tx: Statements, id: string, at: string): Promise<boolean> {
  const rows = await tx.rows(
    'update posting set ended_at = $2 where posting_id = $1 and ended_at is null returning 1 as done',
    [id, at],
  );
  return rows.length > 0;
}

/** One posting by its id. */
export async function findPosting(db: Statements, id: string): Promise<Posting | undefined> {
  const [row] = await db.rows<PostingRow>(`select ${COLUMNS} from posting where posting_id = $1`, [id]);
  return row && postingOf(row);
}

/** The postings of these accounts that have not been ended, the oldest first. */
export async function listPostings(db: Statements, accounts: readonly string[]): Promise<readonly Posting[]> {
  const rows = await db.rows<PostingRow>(
    `select ${COLUMNS} from posting where account_id = any($1) and ended_at is null order by posting_id`,
    [accounts],
  );
  return rows.map(postingOf);
}

/** What somebody works under: a role, and the agency of it with all below it and all that was merged into these. */
export type Working = {
  readonly posting: string;
  readonly role: Role;
  readonly party: string | undefined;
  readonly parties: readonly string[];
};

/** In SQL: the first of the roles that demand a second factor of an account by a posting that holds on a day; null for none. */
export const demandingRole = (account: string, day: string): string =>
  `(select min(d.role) from posting d join role dr on dr.name = d.role and dr.second_factor
     where d.account_id = ${account} and d.ended_at is null and d.from_on <= ${day}::date
       and (d.until_on is null or d.until_on >= ${day}::date))`;

/** The role that demands a second factor of an account today; undefined where none does. */
export async function findDemandingRole(
  db: Statements,
  account: string,
  today: string,
): Promise<string | undefined> {
  const [row] = await db.rows<{ role: string | null }>(`select ${demandingRole('$1::uuid', '$2')} as role`, [
    account,
    today,
  ]);
  return row?.role ?? undefined;
}

type WorkingRow = RoleRow & { id: string; party: string | null; parties: string[] };

/** Goes on from `chosen (id, party_id, role)`, the one posting or key somebody works under. */
const WORKING = `
  below (id) as (
    select party_id from chosen where party_id is not null
    union select p.party_id from below b join party p on p.parent_id = b.id or p.into_id = b.id)
  select c.id, c.party_id as party, r.name, r.powers, r.sees, r.events, r.second_factor, array(select id::text from below) as parties
  from chosen c join role r on r.name = c.role`;

function workingOf(row: WorkingRow): Working {
  return { posting: row.id, role: roleOf(row), party: row.party ?? undefined, parties: row.parties };
}

/**
 * What an active account works under today, with the name of its holder, empty where it was erased: the posting asked
 * for, or the first it has. Undefined where the account is suspended, or the posting has ended, or not begun, or is
 * another's. One query, so that a revocation holds at once.
 */
export async function findWorking(
  db: Statements,
  account: string,
  posting: string | undefined,
  today: string,
): Promise<(Working & { readonly name: string }) | undefined> {
  const [row] = await db.rows<WorkingRow & { holder: string | null }>(
    `with recursive chosen as (
       select p.posting_id as id, p.party_id, p.role, n.name as holder from posting p
       join account a on a.account_id = p.account_id left join account_name n on n.account_id = p.account_id
       where p.account_id = $1 and a.state = 'active' and p.ended_at is null and p.from_on <= $3
         and (p.until_on is null or p.until_on >= $3) and ($2::uuid is null or p.posting_id = $2)
       order by p.posting_id limit 1), ${WORKING.replace('c.id,', 'c.id, c.holder,')}`,
    [account, posting ?? null, today],
  );
  return row && { ...workingOf(row), name: row.holder ?? '' };
}

/**
 * What a key of a program works under, by the hash of its secret; undefined where it has ended or expired. A key from
 * before a restore may have been ended since, so it counts for nothing.
 */
export async function findWorkingKey(
  db: Statements,
  hash: Uint8Array,
  today: string,
): Promise<(Working & { readonly client: string; readonly perMinute: number }) | undefined> {
  const [row] = await db.rows<WorkingRow & { client: string; per_minute: number }>(
    `with recursive chosen as (
       select key_id as id, party_id, role, name as client, per_minute from api_key
       where hash = $1 and ended_at is null and expires_on >= $2
         and made_at >= (select max(began_at) from ledger_epoch)), ${WORKING.replace('c.id,', 'c.id, c.client, c.per_minute,')}`,
    [hash, today],
  );
  return row && { ...workingOf(row), client: row.client, perMinute: row.per_minute };
}

/** Active accounts that hold one of these roles for good from today on, but for one account or posting. */
export async function countHolders(
  db: Statements,
  roles: readonly string[],
  today: string,
  without: { readonly account?: string; readonly posting?: string },
): Promise<number> {
  const [row] = await db.rows<{ holders: number }>(
    `select count(distinct p.account_id) as holders from posting p join account a on a.account_id = p.account_id
     where p.role = any($1) and p.ended_at is null and p.until_on is null and p.from_on <= $2 and a.state = 'active'
       and p.account_id is distinct from $3 and p.posting_id is distinct from $4`,
    [roles, today, without.account ?? null, without.posting ?? null],
  );
  return row!.holders;
}
