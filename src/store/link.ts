/** One-time links, by the SHA-256 of their token. Taking one is one statement: of two at once, one wins. */
import type { Row, Statements } from './database.ts';

export type LinkPurpose = 'first-administrator' | 'invitation' | 'reset';

export type Link = {
  readonly purpose: LinkPurpose;
  readonly account: string | undefined;
  readonly clearsSecondFactor: boolean;
  readonly madeBy: string;
  readonly expires: string;
};

type LinkRow = Row & {
  purpose: LinkPurpose;
  account_id: string | null;
  clears_second_factor: boolean;
  made_by: string;
  expires_at: string;
};

const COLUMNS = 'purpose, account_id, clears_second_factor, made_by, expires_at';
/** A link from before a restore may have been used since, so it counts for nothing. */
const OPEN =
  'token_hash = $1 and used_at is null and expires_at > $2 and made_at >= (select max(began_at) from ledger_epoch)';

function linkOf(row: LinkRow): Link {
  return {
    purpose: row.purpose,
    account: row.account_id ?? undefined,
    clearsSecondFactor: row.clears_second_factor,
    madeBy: row.made_by,
    expires: row.expires_at,
  };
}

/** A link that can be used now. */
export async function findLink(
  db: Statements,
  tokenHash: Uint8Array,
  now: string,
): Promise<Link | undefined> {
  const [row] = await db.rows<LinkRow>(`select ${COLUMNS} from one_time_link where ${OPEN}`, [
    tokenHash,
    now,
  ]);
  return row && linkOf(row);
}

/** Takes a link for good; undefined where it was used, has expired or never was. */
export async function takeLink(
  tx: Statements,
  tokenHash: Uint8Array,
  now: string,
): Promise<Link | undefined> {
  const [row] = await tx.rows<LinkRow>(
    `update one_time_link set used_at = $2 where ${OPEN} returning ${COLUMNS}`,
    [tokenHash, now],
  );
  return row && linkOf(row);
}

/** Keeps a new link in the place of all open ones for the same account, or for the first administrator. */
export async function saveLink(
  tx: Statements,
  link: Link & { readonly tokenHash: Uint8Array; readonly made: string },
): Promise<void> {
  await tx.rows(
    'delete from one_time_link where used_at is null and (account_id = $1 or ($1 is null and account_id is null))',
    [link.account ?? null],
  );
  await tx.rows(
    `insert into one_time_link (token_hash, purpose, account_id, clears_second_factor, made_by, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      link.tokenHash,
      link.purpose,
      link.account ?? null,
      link.clearsSecondFactor,
      link.madeBy,
      link.made,
      link.expires,
    ],
  );
}

/** Takes away the open links of an account. */
export async function deleteLinksOf(tx: Statements, account: string): Promise<void> {
  await tx.rows('delete from one_time_link where account_id = $1 and used_at is null', [account]);
}

const FIRST_ACCOUNT_LOCK = 7_203_121;

/** Lets one act at a time make the first account. */
export async function lockFirstAccount(tx: Statements): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(${FIRST_ACCOUNT_LOCK})`);
}
