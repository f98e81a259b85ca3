/** Second factors: secrets of codes, passkeys, and recovery codes. Each take is one statement, so nothing counts twice. */
import type { Row, Statements } from './database.ts';

/** Keeps the sealed secret of an account's codes, and the step of the code that confirmed it. */
export async function saveTotp(tx: Statements, account: string, sealed: string, step: number): Promise<void> {
  await tx.rows('update account set totp_secret = $2, totp_step = $3 where account_id = $1', [
    account,
    sealed,
    step,
  ]);
}

/** Keeps the same secret sealed with a newer key. */
export async function saveResealed(
  db: Statements,
  account: string,
  before: string,
  sealed: string,
): Promise<void> {
  await db.rows('update account set totp_secret = $3 where account_id = $1 and totp_secret = $2', [
    account,
    before,
    sealed,
  ]);
}

/** Takes a step of time: false where it or a later one was taken before, so that no code counts twice. */
export async function takeTotpStep(tx: Statements, account: string, step: number): Promise<boolean> {
  const rows = await tx.rows(
    `update account set totp_step = $2 where account_id = $1 and (totp_step is null or totp_step < $2)
     returning 1 as done`,
    [account, step],
  );
  return rows.length > 0;
}

/** Takes all second factors of an account away, with its recovery codes; gives how many factors there were. */
export async function deleteFactors(tx: Statements, account: string): Promise<number> {
  const [row] = await tx.rows<{ had: number }>(
    `with keys as (delete from passkey where account_id = $1 returning 1),
       codes as (delete from recovery_code where account_id = $1),
       was as (select totp_secret from account where account_id = $1 and totp_secret is not null for update),
       gone as (update account set totp_secret = null, totp_step = null where account_id = $1 and exists (select from was))
     select (select count(*) from keys) + (select count(*) from was) as had`,
    [account],
  );
  return row!.had;
}

export type Passkey = {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly added: string;
};

type PasskeyRow = Row & {
  credential_id: string;
  public_key: Buffer;
  sign_count: number;
  transports: string;
  added_at: string;
};

/** Named limit: passkeys of one account. */
export const PASSKEYS_MAX = 10;

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(db: Statements, account: string): Promise<readonly Passkey[]> {
  const rows = await db.rows<PasskeyRow>(
    `select credential_id, public_key, sign_count, transports, added_at from passkey where account_id = $1
     order by added_at, credential_id limit ${PASSKEYS_MAX}`,
    [account],
  );
  return rows.map((row) => ({
    id: row.credential_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    transports: JSON.parse(row.transports) as string[],
    added: row.added_at,
  }));
}

/** Keeps a new passkey; false where the account has this one or as many as it may have. */
export async function insertPasskey(tx: Statements, account: string, passkey: Passkey): Promise<boolean> {
  const rows = await tx.rows(
    `insert into passkey (account_id, credential_id, public_key, sign_count, transports, added_at)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from passkey where account_id = $1) < ${PASSKEYS_MAX}
     on conflict do nothing returning 1 as done`,
    [
      account,
      passkey.id,
      passkey.publicKey,
      passkey.signCount,
      JSON.stringify(passkey.transports),
      passkey.added,
    ],
  );
  return rows.length > 0;
}

/** Keeps the count a passkey reached; false where it did not rise, as it must where the passkey counts at all. */
export async function saveSignCount(
  tx: Statements,
  account: string,
  id: string,
  count: number,
): Promise<boolean> {
  const rows = await tx.rows(
    `update passkey set sign_count = $3 where account_id = $1 and credential_id = $2
     and (sign_count < $3 or (sign_count = 0 and $3 = 0)) returning 1 as done`,
    [account, id, count],
  );
  return rows.length > 0;
}

/** Puts new recovery codes in the place of all older ones of an account. */
export async function saveRecoveryCodes(
  tx: Statements,
  account: string,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await tx.rows('delete from recovery_code where account_id = $1', [account]);
  await tx.rows('insert into recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])', [
    account,
    hashes,
  ]);
}

/** Takes a recovery code: false where there is none such or it was used. */
export async function takeRecoveryCode(
  tx: Statements,
  account: string,
  hash: Uint8Array,
  at: string,
): Promise<boolean> {
  const rows = await tx.rows(
    `update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null
     returning 1 as done`,
    [account, hash, at],
  );
  return rows.length > 0;
}

/** Recovery codes an account has left. */
export async function countRecoveryCodes(db: Statements, account: string): Promise<number> {
  const [row] = await db.rows<{ left: number }>(
    'select count(*) as left from recovery_code where account_id = $1 and used_at is null',
    [account],
  );
  return row!.left;
}
