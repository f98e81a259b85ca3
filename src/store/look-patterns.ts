/**
 * Patterns in who looked at which arms: one statement over a bounded stretch of the access log, held against who holds the
 * arms now and what those who looked are called.
 *
 * What could go wrong: a statement that grows with the register. It reads so many of the newest looks and no more, and of
 * the arms only those that were looked at.
 */
import { idAt } from './access.ts';
import type { Row, Statements } from './database.ts';

export const LOOK_PATTERNS = [
  'own-name',
  'family-name',
  'colleague',
  'one-person',
  'emergencies',
  'matches',
  'no-number',
] as const;
export type LookPattern = (typeof LOOK_PATTERNS)[number];

export type LookFlag = {
  readonly pattern: LookPattern;
  readonly operator: string;
  /** The person who holds the arms; absent where the pattern is about none. */
  readonly holder: string | undefined;
  readonly arms: number;
  /** Openings that were found not justified. */
  readonly unjustified: number;
  readonly first: string;
  readonly last: string;
};

export type LookWish = {
  readonly fromMs: number;
  readonly untilMs: number;
  /** Looks that are read, the newest. */
  readonly looks: number;
  /** From how many arms on a pattern is told. */
  readonly ofOne: number;
  readonly emergencies: number;
  readonly matches: number;
  readonly withoutNumber: number;
  readonly limit: number;
  /** Those who sign in, by account: their name and its last word, folded as names of persons are. */
  readonly people: readonly { readonly account: string; readonly key: string; readonly family: string }[];
};

const UUID = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";
/** The last word of a person's name, folded like a key of names. */
const FAMILY = `upper(regexp_replace(substring(normalize(d.data::jsonb ->> 'name', NFKC) from '(\\S+)\\s*$'), '[.\\-_/·]+', '', 'g'))`;

const STATEMENT = `with looks as materialized (
    select l.operator, l.subjects::uuid as arm_id, l.at, l.purpose from access_log l
    where l.access_id >= $1 and l.access_id < $2 and l.act = 'view-arm' and l.subjects ~ ${UUID}
      and (l.operator ~ ${UUID} or l.operator like 'key:%' or l.operator = 'console')
    order by l.access_id desc limit $3),
  people as materialized (
    select * from unnest($4::text[], $5::text[], $6::text[]) as p (account, key, family)),
  held as materialized (
    select k.operator, k.arm_id, h.id as holder, k.first_at, k.last_at from (
      select operator, arm_id, min(at) as first_at, max(at) as last_at from looks group by operator, arm_id) k
    join arm a on a.arm_id = k.arm_id
    cross join lateral (select distinct id from unnest(array[a.bearer_id, a.keeper_id, a.owner_id]) as u (id)) h
    join party p on p.party_id = h.id and p.kind = 'person'),
  named as (
    select h.*, case when d.name_key = me.key then 'own-name'
      when ${FAMILY} = me.family then 'family-name'
      when exists (select 1 from people o where o.key = d.name_key) then 'colleague' end as pattern
    from held h join people me on me.account = h.operator join person_data d on d.person_id = h.holder),
  told (pattern, operator, holder, arms, unjustified, first_at, last_at) as (
    select pattern, operator, holder, count(distinct arm_id), 0, min(first_at), max(last_at) from named
    where pattern is not null group by pattern, operator, holder
    union all
    select 'one-person', operator, holder, count(distinct arm_id), 0, min(first_at), max(last_at) from held
    group by operator, holder having count(distinct arm_id) >= $7
    union all
    select 'emergencies', account_id::text, null, count(*), count(*) filter (where verdict = 'not-justified'),
      min(from_at), max(from_at) from emergency_access where emergency_id >= $1 and emergency_id < $2
      and match_id is null
    group by account_id having count(*) >= $8 or count(*) filter (where verdict = 'not-justified') > 0
    union all
    select 'matches', account_id::text, null, count(*), count(*) filter (where verdict = 'not-justified'),
      min(from_at), max(from_at) from emergency_access where emergency_id >= $1 and emergency_id < $2
      and match_id is not null
    group by account_id having count(*) >= $12 or count(*) filter (where verdict = 'not-justified') > 0
    union all
    select 'no-number', operator, null, count(distinct arm_id), 0, min(at), max(at) from looks
    where purpose !~ '[0-9\u0660-\u0669\u06f0-\u06f9]' group by operator having count(distinct arm_id) >= $9)
  select pattern, operator, holder, arms, unjustified, first_at as first, last_at as last,
    (select count(*) from looks) as looks from told
  order by array_position($10::text[], pattern), arms desc, operator, holder limit $11`;

/** Patterns that somebody should ask about, of people and programs and not of the register itself, the gravest first; and true where older looks were left unread. */
export async function listLookFlags(
  db: Statements,
  wish: LookWish,
): Promise<{ readonly flags: readonly LookFlag[]; readonly full: boolean }> {
  const rows = await db.rows<Row & Omit<LookFlag, 'holder'> & { holder: string | null; looks: number }>(
    STATEMENT,
    [
      ...[idAt(wish.fromMs), idAt(wish.untilMs), wish.looks],
      ...(['account', 'key', 'family'] as const).map((field) => wish.people.map((one) => one[field])),
      ...[wish.ofOne, wish.emergencies, wish.withoutNumber, LOOK_PATTERNS, wish.limit, wish.matches],
    ],
  );
  return {
    flags: rows.map(({ looks: _looks, holder, ...flag }) => ({ ...flag, holder: holder ?? undefined })),
    full: rows.some(({ looks }) => looks >= wish.looks),
  };
}
