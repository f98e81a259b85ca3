/** Accounts and the names of their holders, which stand apart so that they can be erased. */
import type { Row, Statements } from './database.ts';

export type AccountState = 'invited' | 'active' | 'suspended';

export type Account = {
  readonly id: string;
  readonly login: string;
  readonly state: AccountState;
  readonly mustChange: boolean;
  readonly language: string;
  readonly created: string;
};

/** What proves that somebody is the holder of an account; never leaves the sign-in acts. */
export type Secrets = Account & {
  readonly passwordHash: string | undefined;
  /** Sealed. */
  readonly totpSecret: string | undefined;
  readonly passkeys: number;
};

type AccountRow = Row & {
  account_id: string;
  login: string;
  state: AccountState;
  must_change: boolean;
  language: string;
  created_at: string;
};

type SecretsRow = AccountRow & {
  password_hash: string | null;
  totp_secret: string | null;
  passkeys: number;
};

const COLUMNS = 'a.account_id, a.login, a.state, a.must_change, a.language, a.created_at';
const SECRETS = `select ${COLUMNS}, a.password_hash, a.totp_secret,
  (select count(*) from passkey p where p.account_id = a.account_id) as passkeys from account a`;

function accountOf(row: AccountRow): Account {
  return {
    id: row.account_id,
    login: row.login,
    state: row.state,
    mustChange: row.must_change,
    language: row.language,
    created: row.created_at,
  };
}

function secretsOf(row: SecretsRow): Secrets {
  return {
    ...accountOf(row),
    passwordHash: row.password_hash ?? undefined,
    totpSecret: row.totp_secret ?? undefined,
    passkeys: row.passkeys,
  };
}

/** One account by its id. */
export async function findAccount(db: Statements, id: string): Promise<Account | undefined> {
  const [row] = await db.rows<AccountRow>(`select ${COLUMNS} from account a where a.account_id = $1`, [id]);
  return row && accountOf(row);
}

/** One account by its login. */
export async function findAccountByLogin(db: Statements, login: string): Promise<Account | undefined> {
  const [row] = await db.rows<AccountRow>(`select ${COLUMNS} from account a where a.login = $1`, [login]);
  return row && accountOf(row);
}

/** An account with what proves its holder, by its login. */
export async function findSecretsByLogin(db: Statements, login: string): Promise<Secrets | undefined> {
  const [row] = await db.rows<SecretsRow>(`${SECRETS} where a.login = $1`, [login]);
  return row && secretsOf(row);
}

/** An account with what proves its holder, by its id. */
export async function findSecrets(db: Statements, id: string): Promise<Secrets | undefined> {
  const [row] = await db.rows<SecretsRow>(`${SECRETS} where a.account_id = $1`, [id]);
  return row && secretsOf(row);
}

/** True where there is any account. */
export async function hasAccounts(db: Statements): Promise<boolean> {
  return (await db.rows('select 1 as one from account limit 1')).length > 0;
}

/** Keeps a new account; false where its login is another's. */
export async function insertAccount(tx: Statements, account: Account): Promise<boolean> {
  const rows = await tx.rows(
    `insert into account (account_id, login, state, must_change, language, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (login) do nothing returning 1 as done`,
    [account.id, account.login, account.state, account.mustChange, account.language, account.created],
  );
  return rows.length > 0;
}

/** Suspends an account, lets it in again, or activates an invited one; false where there is none. */
export async function saveAccountState(tx: Statements, id: string, state: AccountState): Promise<boolean> {
  const rows = await tx.rows('update account set state = $2 where account_id = $1 returning 1 as done', [
    id,
    state,
  ]);
  return rows.length > 0;
}

/** Keeps the language in which somebody is spoken to. */
export async function saveLanguage(tx: Statements, id: string, language: string): Promise<void> {
  await tx.rows('update account set language = $2 where account_id = $1', [id, language]);
}

/** Keeps a new password; an invited account is active from here on. */
export async function savePassword(tx: Statements, id: string, hash: string): Promise<void> {
  await tx.rows(
    `update account set password_hash = $2, must_change = false,
       state = case state when 'invited' then 'active' else state end where account_id = $1`,
    [id, hash],
  );
}

/** True where an account is active and still has this password; locks it so until the transaction ends. */
export async function isUnchanged(
  tx: Statements,
  id: string,
  passwordHash: string | undefined,
): Promise<boolean> {
  const rows = await tx.rows(
    `select 1 as one from account where account_id = $1 and state = 'active'
     and password_hash is not distinct from $2 for update`,
    [id, passwordHash ?? null],
  );
  return rows.length > 0;
}

/** Keeps the hash of the same password made with newer parameters, unless the password was changed meanwhile. */
export async function saveRehashed(db: Statements, id: string, before: string, hash: string): Promise<void> {
  await db.rows('update account set password_hash = $3 where account_id = $1 and password_hash = $2', [
    id,
    before,
    hash,
  ]);
}

/** Keeps the name of an account's holder, apart from the ledger. */
export async function saveAccountName(
  tx: Statements,
  id: string,
  name: { readonly salt: Uint8Array; readonly name: string },
): Promise<void> {
  await tx.rows(
    `insert into account_name (account_id, salt, name) values ($1, $2, $3)
     on conflict (account_id) do update set salt = excluded.salt, name = excluded.name`,
    [id, name.salt, name.name],
  );
}

/** The names of account holders, by account; those erased are left out. */
export async function listAccountNames(
  db: Statements,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ account_id: string; name: string }>(
    'select account_id, name from account_name where account_id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.account_id, row.name]));
}

/** The names of all who sign in, where they were not erased; so many at most. */
export async function listNamesOfAll(
  db: Statements,
  limit: number,
): Promise<readonly { readonly account: string; readonly name: string }[]> {
  return db.rows<{ account: string; name: string }>(
    'select account_id as account, name from account_name order by account_id limit $1',
    [limit],
  );
}

/** Which accounts a list is of; everything that is left out is no condition. */
export type AccountsWanted = {
  /** Login of the last one of the page before, or its account. */
  readonly after?: string | undefined;
  readonly past?: string | undefined;
  readonly account?: string | undefined;
  readonly login?: string | undefined;
  readonly state?: AccountState | undefined;
  /** Those that hold a posting in this role or at this body that was not ended. */
  readonly role?: string | undefined;
  readonly party?: string | undefined;
  /** Those with a posting that holds today and ends by a day. */
  readonly ending?: { readonly today: string; readonly by: string } | undefined;
  readonly limit: number;
};

/** Accounts by login with the names of their holders. */
export async function listAccounts(
  db: Statements,
  wanted: AccountsWanted,
): Promise<readonly (Account & { readonly name: string | undefined })[]> {
  const { after = '', past, account, login, state, role, party, ending, limit } = wanted;
  const rows = await db.rows<AccountRow & { name: string | null }>(
    `select ${COLUMNS}, n.name from account a left join account_name n on n.account_id = a.account_id
     where a.login > $1 and ($2::uuid is null or a.login > (select login from account where account_id = $2))
       and ($3::uuid is null or a.account_id = $3) and ($8::text is null or a.login = $8) and ($4::text is null or a.state = $4)
       and (($5::text is null and $6::uuid is null) or exists (select 1 from posting p where p.account_id = a.account_id
         and p.ended_at is null and ($5::text is null or p.role = $5) and ($6::uuid is null or p.party_id = $6)))
       and ($10::date is null or exists (select 1 from posting p where p.account_id = a.account_id
         and p.ended_at is null and p.until_on between $9::date and $10::date))
     order by a.login limit $7`,
    [
      ...[after, past ?? null, account ?? null, state ?? null, role ?? null, party ?? null, limit],
      login ?? null,
      ending?.today ?? null,
      ending?.by ?? null,
    ],
  );
  return rows.map((row) => ({ ...accountOf(row), name: row.name ?? undefined }));
}
