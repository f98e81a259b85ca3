/**
 * The sessions of one account as their holder sees and ends them: by an id that opens nothing, never by their token.
 *
 * @clause J-02
 */
import type { Row, Statements } from './database.ts';
import { COUNTS } from './session.ts';

export type OwnSession = {
  readonly session: string;
  readonly began: string;
  /** The last request, to the minute. */
  readonly seen: string;
  readonly browser: string;
  readonly secondFactor: boolean;
  /** True for the one that asks. */
  readonly isThis: boolean;
};

type OwnRow = Row & {
  session_id: string;
  began_at: string;
  seen_at: string;
  browser: string;
  second_factor: boolean;
  is_this: boolean;
};

/** Named limit: sessions of one account that are listed; the least used are left out. */
export const SESSIONS_LISTED_MAX = 50;

/** The sessions of an account that count now: this one first, then the last used. */
export async function listSessionsOf(
  db: Statements,
  account: string,
  now: string,
  tokenHash: Uint8Array,
): Promise<readonly OwnSession[]> {
  const rows = await db.rows<OwnRow>(
    `select s.session_id, s.began_at, s.seen_at, s.browser, s.second_factor, s.token_hash = $3 as is_this
     from session s where s.account_id = $1 and ${COUNTS}
     order by is_this desc, s.seen_at desc, s.session_id limit ${SESSIONS_LISTED_MAX}`,
    [account, now, tokenHash],
  );
  return rows.map((row) => ({
    session: row.session_id,
    began: row.began_at,
    seen: row.seen_at,
    browser: row.browser,
    secondFactor: row.second_factor,
    isThis: row.is_this,
  }));
}

/** Ends one session of an account by its id; false where there is none such. */
export async function deleteSessionOf(tx: Statements, account: string, session: string): Promise<boolean> {
  const rows = await tx.rows(
    'delete from session where account_id = $1 and session_id = $2 returning 1 as done',
    [account, session],
  );
  return rows.length > 0;
}

/** Ends every session of an account but one, those that wait for a second factor too; gives how many there were. */
export async function deleteSessionsBut(
  tx: Statements,
  account: string,
  tokenHash: Uint8Array,
): Promise<number> {
  const rows = await tx.rows(
    'delete from session where account_id = $1 and token_hash <> $2 returning 1 as done',
    [account, tokenHash],
  );
  return rows.length;
}
