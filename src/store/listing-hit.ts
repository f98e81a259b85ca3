/** Hits as rows folded from their entries: kept, locked, listed, and counted against what a partner may learn in a day. */
import type { Scope } from '../domain/access/scope.ts';
import type { HitStanding, HitWithheld, Met } from '../domain/trace/hit.ts';
import type { ListedAs, Standing } from '../domain/trace/listing.ts';
import type { Row, Statements } from './database.ts';
import { armsIn, valuesFrom } from './scope.ts';

export type HitRow = {
  readonly id: string;
  readonly listing: string;
  /** The arm or trace that was met, or what the partner that met it calls the hit. */
  readonly metWith: string;
  readonly side: 'finder' | 'lister';
  readonly peer: string | undefined;
  readonly country: string | undefined;
  readonly arm: string | undefined;
  readonly trace: string | undefined;
  readonly met: Met;
  readonly probability: number | undefined;
  readonly standing: HitStanding;
  readonly told: boolean;
  readonly withheld: HitWithheld | undefined;
  readonly metAt: string;
  readonly touched: string;
  readonly due: string | undefined;
};

/** A hit with how its entry stands. */
export type ListedHit = HitRow & {
  readonly listedAs: ListedAs;
  readonly listingStanding: Standing;
  /** What the partner whose entry it is calls it. */
  readonly listingTheirs: string | undefined;
  /** The arm of an own entry. */
  readonly listedArm: string | undefined;
};

type StoredOf<T> = Row & {
  [Key in keyof T]: undefined extends T[Key] ? Exclude<T[Key], undefined> | null : T[Key];
};

const COLUMNS = `h.hit_id as id, h.listing_id as listing, h.met_with as "metWith", h.side, h.peer_id as peer, h.country,
  h.arm_id as arm, h.trace_id as trace, h.met, h.probability, h.standing, h.told, h.withheld, h.met_at as "metAt",
  h.touched_at as touched, h.due_at as due`;
const WITH_LISTING = `${COLUMNS}, l.listed_as as "listedAs", l.standing as "listingStanding",
  l.their_id as "listingTheirs", l.arm_id as "listedArm"`;

function plain<T>(row: StoredOf<T>): T {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as T;
}

/** Keeps a hit as it stands now. */
export async function saveHit(tx: Statements, hit: HitRow): Promise<void> {
  await tx.rows(
    `insert into listing_hit (listing_id, hit_id, met_with, side, peer_id, country, arm_id, trace_id, met, probability,
       standing, told, withheld, met_at, touched_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (listing_id, hit_id) do update set standing = $11, told = $12, withheld = $13, touched_at = $15, due_at = $16,
       reminded_at = case when listing_hit.due_at = $16 then listing_hit.reminded_at end`,
    [
      ...[hit.listing, hit.id, hit.metWith, hit.side, hit.peer ?? null, hit.country ?? null, hit.arm ?? null],
      ...[hit.trace ?? null, hit.met, hit.probability ?? null, hit.standing, hit.told, hit.withheld ?? null],
      ...[hit.metAt, hit.touched, hit.due ?? null],
    ],
  );
}

/** True where one entry has met one thing before. */
export async function isMet(tx: Statements, listing: string, metWith: string): Promise<boolean> {
  const rows = await tx.rows('select 1 from listing_hit where listing_id = $1 and met_with = $2', [
    listing,
    metWith,
  ]);
  return rows.length > 0;
}

/** The hit with its row locked until the transaction ends. */
export async function lockHit(tx: Statements, id: string): Promise<HitRow | undefined> {
  const [row] = await tx.rows<StoredOf<HitRow>>(
    `select ${COLUMNS} from listing_hit h where h.hit_id = $1 for update`,
    [id],
  );
  return row && plain<HitRow>(row);
}

/** The hit that a partner means by a thread: its own, which it told us, or ours, which it was told. */
export async function findHitOfThread(
  db: Statements,
  peer: string,
  thread: string,
): Promise<string | undefined> {
  const [row] = await db.rows<{ id: string }>(
    `select hit_id as id from listing_hit where peer_id = $1 and met_with = $2 and side = 'lister'
     union all select hit_id from listing_hit where hit_id = $2 and peer_id = $1 and side = 'finder' limit 1`,
    [peer, thread],
  );
  return row?.id;
}

/** Ids of the hits of an entry that nobody has answered for good. */
export async function listWaitingHits(db: Statements, listing: string): Promise<readonly string[]> {
  const rows = await db.rows<{ id: string }>(
    `select hit_id as id from listing_hit where listing_id = $1 and standing in ('open', 'asked', 'cannot-tell')
     order by hit_id limit 1000`,
    [listing],
  );
  return rows.map(({ id }) => id);
}

/** Hits about arms lie with their arms; all others are for those who see every arm. */
function within(scope: Scope, add: (value: unknown) => string): string {
  if (scope.arms === 'all') return 'true';
  return `exists (select 1 from arm a where a.arm_id = coalesce(h.arm_id, l.arm_id) and ${armsIn(scope, 'a', add)})`;
}

/** The hit of an id, where it lies in the scope. */
export async function findHit(db: Statements, scope: Scope, id: string): Promise<ListedHit | undefined> {
  const values: unknown[] = [id];
  const seen = within(scope, valuesFrom(values));
  const [row] = await db.rows<StoredOf<ListedHit>>(
    `select ${WITH_LISTING} from listing_hit h join listing l on l.listing_id = h.listing_id where h.hit_id = $1 and ${seen}`,
    values,
  );
  return row && plain<ListedHit>(row);
}

export type HitsWanted = {
  readonly standing?: HitStanding | undefined;
  readonly waiting?: boolean | undefined;
  readonly side?: 'finder' | 'lister' | undefined;
  readonly listing?: string | undefined;
  readonly arm?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Hits in the scope, the newest first. */
export async function listHits(
  db: Statements,
  scope: Scope,
  { standing, waiting, side, listing, arm, after, limit }: HitsWanted,
): Promise<readonly ListedHit[]> {
  const values: unknown[] = [
    ...[standing ?? null, waiting ?? false, side ?? null, listing ?? null, arm ?? null],
    ...[after ?? null, limit],
  ];
  const seen = within(scope, valuesFrom(values));
  const rows = await db.rows<StoredOf<ListedHit>>(
    `select ${WITH_LISTING} from listing_hit h join listing l on l.listing_id = h.listing_id
     where ($1::text is null or h.standing = $1) and (not $2 or h.standing in ('open', 'asked', 'cannot-tell'))
       and ($3::text is null or h.side = $3) and ($4::uuid is null or h.listing_id = $4)
       and ($5::uuid is null or h.arm_id = $5) and ($6::uuid is null or h.hit_id < $6) and ${seen}
     order by h.hit_id desc limit $7`,
    values,
  );
  return rows.map((row) => plain<ListedHit>(row));
}

/** How many hits on a side a partner has to do with since a moment, and that were told. */
export async function countHits(
  db: Statements,
  peer: string,
  side: 'finder' | 'lister',
  since: string,
): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    'select count(*)::int as count from listing_hit where peer_id = $1 and side = $2 and told and met_at >= $3',
    [peer, side, since],
  );
  return row!.count;
}

/** Hits whose answer is late and of which nobody was reminded. */
export async function listLateHits(db: Statements, now: string, limit: number): Promise<readonly HitRow[]> {
  const rows = await db.rows<StoredOf<HitRow>>(
    `select ${COLUMNS} from listing_hit h where h.standing = 'asked' and h.due_at < $1 and h.reminded_at is null
     order by h.due_at limit $2`,
    [now, limit],
  );
  return rows.map((row) => plain<HitRow>(row));
}

/** Notes that somebody was reminded of a late answer. */
export async function noteHitReminded(tx: Statements, id: string, at: string): Promise<void> {
  await tx.rows('update listing_hit set reminded_at = $2 where hit_id = $1', [id, at]);
}
