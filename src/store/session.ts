/**
 * Sessions, by the SHA-256 of their token. Everything that makes a session count is asked in one statement at every
 * request: a suspended account, an ended posting, a session that was ended or ran out, or one from before a restore is
 * gone with the next request, because nothing is remembered beside the tables. So is what a role demands of its holders.
 *
 * @clause A-13, J-02
 */
import type { Database, Row, Statements } from './database.ts';
import { demandingRole } from './posting.ts';

/** Named limits of a session: without a request, and in all. */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;
/** How long a right password waits for its second factor. */
export const HALF_MINUTES = 10;
/** The time of the last request is written at most this often. */
const SEEN_EVERY_SECONDS = 60;

export type Visitor = {
  /** Id of the account: what stands as operator in the ledger. */
  readonly account: string;
  readonly login: string;
  /** How the person is called on screen; the login where the name was erased. */
  readonly name: string;
  /** The posting worked under, with its role and agency; undefined until one is chosen. */
  readonly posting: string | undefined;
  readonly role: string | undefined;
  readonly party: string | undefined;
  readonly language: string;
  /** True where the session was opened with a second factor. */
  readonly secondFactor: boolean;
  /** A role of the person, under whatever posting that holds today, that demands a second factor. */
  readonly demandedBy: string | undefined;
  /** Roughly what kind of browser; empty where it was not told. */
  readonly browser: string;
  /** True where the person must set a password of their own before anything else. */
  readonly mustChange: boolean;
  /** What the person works on: stands with each look in the access log. */
  readonly purpose: string;
};

type VisitorRow = Row & {
  account_id: string;
  login: string;
  name: string | null;
  posting_id: string | null;
  role: string | null;
  party_id: string | null;
  language: string;
  second_factor: boolean;
  demanded_by: string | null;
  browser: string;
  must_change: boolean;
  purpose: string;
  seen_long_ago: boolean;
};

/** A session of an epoch that has ended came back with a restore: it may have been ended since, so it counts for nothing. */
const OF_THIS_EPOCH = '(select max(began_at) from ledger_epoch)';

/** In SQL, a session "s" counts at the time $2: whole, neither run out nor idle, and not from before a restore. */
export const COUNTS = `s.kind = 'whole' and s.expires_at > $2::timestamptz
      and s.seen_at > $2::timestamptz - interval '${IDLE_MINUTES} minutes'
      and s.began_at >= ${OF_THIS_EPOCH}`;

const SEEN_LONG_AGO = `seen_at < $2::timestamptz - interval '${SEEN_EVERY_SECONDS} seconds'`;

const VISITOR = `select a.account_id, a.login, n.name, s.posting_id, p.role, p.party_id, a.language, s.second_factor,
      a.must_change, s.purpose, s.browser, ${demandingRole('s.account_id', '$3')} as demanded_by,
      s.${SEEN_LONG_AGO} as seen_long_ago
    from session s
    join account a on a.account_id = s.account_id and a.state = 'active'
    left join account_name n on n.account_id = s.account_id
    left join posting p on p.account_id = s.account_id and p.posting_id = s.posting_id and p.ended_at is null
      and p.from_on <= $3::date and (p.until_on is null or p.until_on >= $3::date)
    where s.token_hash = $1 and ${COUNTS} and (s.posting_id is null or p.posting_id is not null)`;

/** Whoever holds this token now, if anybody does; that the session was used is written where that is long ago. */
export async function findSession(
  db: Database,
  tokenHash: Uint8Array,
  now: string,
): Promise<Visitor | undefined> {
  const [row] = await db.quick.rows<VisitorRow>(VISITOR, [tokenHash, now, now.slice(0, 10)]);
  if (row?.seen_long_ago)
    await db.rows(`update session set seen_at = $2::timestamptz where token_hash = $1 and ${SEEN_LONG_AGO}`, [
      tokenHash,
      now,
    ]);
  return (
    row && {
      account: row.account_id,
      login: row.login,
      name: row.name ?? row.login,
      posting: row.posting_id ?? undefined,
      role: row.role ?? undefined,
      party: row.party_id ?? undefined,
      language: row.language,
      secondFactor: row.second_factor,
      demandedBy: row.demanded_by ?? undefined,
      browser: row.browser,
      mustChange: row.must_change,
      purpose: row.purpose,
    }
  );
}

export type NewSession = {
  readonly tokenHash: Uint8Array;
  /** What its holder names it by. */
  readonly id: string;
  readonly account: string;
  readonly posting: string | undefined;
  readonly kind: 'half' | 'whole';
  readonly secondFactor: boolean;
  readonly began: string;
  readonly expires: string;
  readonly browser: string;
};

/** Keeps a new session, and sweeps a few that ran out. */
export async function saveSession(tx: Statements, session: NewSession): Promise<void> {
  await tx.rows(
    `with swept as (delete from session where token_hash in (
       select token_hash from session where expires_at < $6 order by expires_at limit 100 for update skip locked))
     insert into session (token_hash, account_id, posting_id, kind, second_factor, began_at, seen_at, expires_at,
       session_id, browser)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)`,
    [
      session.tokenHash,
      session.account,
      session.posting ?? null,
      session.kind,
      session.secondFactor,
      session.began,
      session.expires,
      session.id,
      session.browser,
    ],
  );
}

/** The account whose password was right and whose second factor is awaited under this token, and in what browser. */
export async function findHalfSession(
  db: Statements,
  tokenHash: Uint8Array,
  now: string,
): Promise<{ readonly account: string; readonly browser: string } | undefined> {
  const [row] = await db.rows<{ account: string; browser: string }>(
    `select s.account_id as account, s.browser from session s join account a on a.account_id = s.account_id and a.state = 'active'
     where s.token_hash = $1 and s.kind = 'half' and s.expires_at > $2 and s.began_at >= ${OF_THIS_EPOCH}`,
    [tokenHash, now],
  );
  return row;
}

/**
 * Holds a session until the transaction ends; false where somebody has ended it. Its account is locked first, as by whoever ends
 * all of its sessions: two who did it the other way round would wait for each other.
 */
export async function lockSession(tx: Statements, account: string, tokenHash: Uint8Array): Promise<boolean> {
  await tx.rows('select 1 as one from account where account_id = $1 for update', [account]);
  const rows = await tx.rows('select 1 as one from session where token_hash = $1 for update', [tokenHash]);
  return rows.length > 0;
}

/** Ends one session; false where it had ended before. */
export async function deleteSession(tx: Statements, tokenHash: Uint8Array): Promise<boolean> {
  const rows = await tx.rows('delete from session where token_hash = $1 returning 1 as done', [tokenHash]);
  return rows.length > 0;
}

/** Ends all sessions of an account, which is locked first; gives how many there were. */
export async function deleteSessionsOf(tx: Statements, account: string): Promise<number> {
  const rows = await tx.rows(
    `with own as (select account_id from account where account_id = $1 for update)
     delete from session s using own where s.account_id = own.account_id returning 1 as done`,
    [account],
  );
  return rows.length;
}

/** The postings under which an account may work on a day, the oldest first. */
export async function listLivePostings(
  db: Statements,
  account: string,
  day: string,
): Promise<readonly { posting: string; role: string; party: string | undefined }[]> {
  const rows = await db.rows<{ posting_id: string; role: string; party_id: string | null }>(
    `select posting_id, role, party_id from posting where account_id = $1 and ended_at is null
     and from_on <= $2::date and (until_on is null or until_on >= $2::date) order by from_on, posting_id limit 50`,
    [account, day],
  );
  return rows.map((row) => ({ posting: row.posting_id, role: row.role, party: row.party_id ?? undefined }));
}

/** Says under which posting a session works from now on. */
export async function savePostingOfSession(
  tx: Statements,
  tokenHash: Uint8Array,
  posting: string,
): Promise<void> {
  await tx.rows('update session set posting_id = $2 where token_hash = $1', [tokenHash, posting]);
}

/** Keeps what a session works on from now on. */
export async function savePurposeOfSession(
  tx: Statements,
  tokenHash: Uint8Array,
  purpose: string,
): Promise<void> {
  await tx.rows('update session set purpose = $2 where token_hash = $1', [tokenHash, purpose]);
}

/** Keeps what a passkey is asked to sign in this session. */
export async function saveChallenge(tx: Statements, tokenHash: Uint8Array, challenge: string): Promise<void> {
  await tx.rows('update session set challenge = $2 where token_hash = $1', [tokenHash, challenge]);
}

/** Takes the challenge of a session away, so that it is answered once at most. */
export async function takeChallenge(tx: Statements, tokenHash: Uint8Array): Promise<string | undefined> {
  const [row] = await tx.rows<{ challenge: string }>(
    `update session s set challenge = null from (
       select token_hash, challenge from session where token_hash = $1 and challenge is not null for update) was
     where s.token_hash = was.token_hash returning was.challenge`,
    [tokenHash],
  );
  return row?.challenge;
}

/** Keeps the sealed secret that was offered in this session and waits for its first code. */
export async function saveOffer(tx: Statements, tokenHash: Uint8Array, offer: string): Promise<void> {
  await tx.rows('update session set offer = $2 where token_hash = $1', [tokenHash, offer]);
}

/** The sealed secret that waits for its first code. */
export async function findOffer(db: Statements, tokenHash: Uint8Array): Promise<string | undefined> {
  const [row] = await db.rows<{ offer: string | null }>('select offer from session where token_hash = $1', [
    tokenHash,
  ]);
  return row?.offer ?? undefined;
}
