/** Keys of other programs, by the hash of their secret. What a key may do is asked in posting.ts. */
import type { Row, Statements } from './database.ts';

export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly party: string | undefined;
  readonly madeBy: string;
  readonly made: string;
  /** The last day on which it holds. */
  readonly expires: string;
  readonly ended: string | undefined;
  /** Requests a minute. */
  readonly perMinute: number;
};

type KeyRow = Row & {
  key_id: string;
  name: string;
  role: string;
  party_id: string | null;
  made_by: string;
  made_at: string;
  expires_on: string;
  ended_at: string | null;
  per_minute: number;
};

/** Keeps a new key. */
export async function saveApiKey(
  tx: Statements,
  key: Omit<ApiKey, 'ended'> & { readonly hash: Uint8Array },
): Promise<void> {
  await tx.rows(
    `insert into api_key (hash, key_id, name, role, party_id, made_by, made_at, expires_on, per_minute)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      key.hash,
      key.id,
      key.name,
      key.role,
      key.party ?? null,
      key.madeBy,
      key.made,
      key.expires,
      key.perMinute,
    ],
  );
}

/** Ends a key; false where it had ended or was never there. */
export async function endApiKey(tx: Statements, id: string, at: string): Promise<boolean> {
  const rows = await tx.rows(
    'update api_key set ended_at = $2 where key_id = $1 and ended_at is null returning 1 as done',
    [id, at],
  );
  return rows.length > 0;
}

/** Who made a key; undefined where there is none of this id. */
export async function findKeyMaker(db: Statements, id: string): Promise<string | undefined> {
  const [row] = await db.rows<{ made_by: string }>('select made_by from api_key where key_id = $1', [id]);
  return row?.made_by;
}

/** The keys, the newest first. */
export async function listApiKeys(db: Statements, limit: number, after?: string): Promise<readonly ApiKey[]> {
  const rows = await db.rows<KeyRow>(
    `select key_id, name, role, party_id, made_by, made_at, expires_on, ended_at, per_minute from api_key
     where $2::uuid is null or key_id < $2 order by key_id desc limit $1`,
    [limit, after ?? null],
  );
  return rows.map((row) => ({
    id: row.key_id,
    name: row.name,
    role: row.role,
    party: row.party_id ?? undefined,
    madeBy: row.made_by,
    made: row.made_at,
    expires: row.expires_on,
    ended: row.ended_at ?? undefined,
    perMinute: row.per_minute,
  }));
}
