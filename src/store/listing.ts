/**
 * Entries of lists of lost and stolen arms as rows folded from their entries: kept, locked, listed, counted against a budget.
 * The folds of their numbers stand in ./listing-number.
 */
import type { Scope } from '../domain/access/scope.ts';
import type { Status } from '../domain/custody/life-cycle.ts';
import type { ListedAs, PartnerOf, Standing } from '../domain/trace/listing.ts';
import type { Row, Statements } from './database.ts';
import { armsIn, valuesFrom } from './scope.ts';

export type ListingRow = {
  readonly id: string;
  readonly side: 'own' | 'partner';
  readonly peer: string | undefined;
  /** What the partner calls it. */
  readonly theirs: string | undefined;
  readonly country: string | undefined;
  readonly arm: string | undefined;
  readonly listedAs: ListedAs;
  readonly standing: Standing;
  readonly renewed: number;
  readonly expires: string;
  readonly came: string;
  readonly touched: string;
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  readonly madeIn: string | undefined;
};

type Stored = Row & {
  [Key in keyof ListingRow]: undefined extends ListingRow[Key]
    ? Exclude<ListingRow[Key], undefined> | null
    : ListingRow[Key];
};

const COLUMNS = `l.listing_id as id, l.side, l.peer_id as peer, l.their_id as theirs, l.country, l.arm_id as arm,
  l.listed_as as "listedAs", l.standing, l.renewed, l.expires_on as expires, l.came_at as came, l.touched_at as touched,
  l.class, l.maker, l.model, l.calibre, l.made_in as "madeIn"`;

function listingOf(row: Stored): ListingRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as ListingRow;
}

/** Keeps an entry as it stands now, with what it describes where that is given. */
export async function saveListing(
  tx: Statements,
  row: ListingRow,
  content?: { readonly content: Uint8Array; readonly salt: Uint8Array },
): Promise<void> {
  await tx.rows(
    `insert into listing (listing_id, side, peer_id, their_id, country, arm_id, listed_as, standing, renewed, expires_on,
       came_at, touched_at, class, maker, model, calibre, made_in, content, salt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (listing_id) do update set listed_as = $7, standing = $8, renewed = $9, expires_on = $10, touched_at = $12,
       class = $13, maker = $14, model = $15, calibre = $16, made_in = $17, content = coalesce($18, listing.content),
       salt = coalesce($19, listing.salt),
       reminded_at = case when listing.expires_on = $10 then listing.reminded_at end`,
    [
      ...[row.id, row.side, row.peer ?? null, row.theirs ?? null, row.country ?? null, row.arm ?? null],
      ...[row.listedAs, row.standing, row.renewed, row.expires, row.came, row.touched, row.class],
      ...[row.maker ?? null, row.model ?? null, row.calibre ?? null, row.madeIn ?? null],
      ...[content?.content ?? null, content?.salt ?? null],
    ],
  );
}

/** The entry with its row locked until the transaction ends. */
export async function lockListing(tx: Statements, id: string): Promise<ListingRow | undefined> {
  const [row] = await tx.rows<Stored>(`select ${COLUMNS} from listing l where listing_id = $1 for update`, [
    id,
  ]);
  return row && listingOf(row);
}

/** Which entry of a partner a thread of it is. */
export async function findTheirListing(
  db: Statements,
  peer: string,
  theirs: string,
): Promise<string | undefined> {
  const [row] = await db.rows<{ id: string }>(
    'select listing_id as id from listing where peer_id = $1 and their_id = $2',
    [peer, theirs],
  );
  return row?.id;
}

/** The own entry of an arm that is proposed or live. */
export async function findListingOfArm(db: Statements, arm: string): Promise<string | undefined> {
  const [row] = await db.rows<{ id: string }>(
    `select listing_id as id from listing where arm_id = $1 and standing in ('proposed', 'live')`,
    [arm],
  );
  return row?.id;
}

/** Our own entries are seen with their arms; those of partners by whoever sees every arm. */
function within(scope: Scope, add: (value: unknown) => string): string {
  if (scope.arms === 'all') return 'true';
  return `(l.side = 'own' and exists (select 1 from arm a where a.arm_id = l.arm_id and ${armsIn(scope, 'a', add)}))`;
}

/** The entry of an id, where it lies in the scope. */
export async function findListing(db: Statements, scope: Scope, id: string): Promise<ListingRow | undefined> {
  const values: unknown[] = [id];
  const seen = within(scope, valuesFrom(values));
  const [row] = await db.rows<Stored>(
    `select ${COLUMNS} from listing l where l.listing_id = $1 and ${seen}`,
    values,
  );
  return row && listingOf(row);
}

/** What an entry describes, as canonical JSON; undefined where it was erased. */
export async function findListingContent(
  db: Statements,
  id: string,
): Promise<{ readonly content: Buffer } | undefined> {
  const [row] = await db.rows<Row & { content: Buffer | null }>(
    'select content from listing where listing_id = $1',
    [id],
  );
  return row?.content ? { content: row.content } : undefined;
}

/** What entries describe, as canonical JSON; those that were erased are left out. */
export async function listContents(
  db: Statements,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly content: Buffer }[]> {
  return db.rows<{ id: string; content: Buffer }>(
    'select listing_id as id, content from listing where listing_id = any($1::uuid[]) and content is not null',
    [ids],
  );
}

export type ListingsWanted = {
  readonly side?: 'own' | 'partner' | undefined;
  readonly standing?: Standing | undefined;
  readonly country?: string | undefined;
  readonly arm?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Entries in the scope, the newest first. */
export async function listListings(
  db: Statements,
  scope: Scope,
  { side, standing, country, arm, after, limit }: ListingsWanted,
): Promise<readonly ListingRow[]> {
  const values: unknown[] = [
    ...[side ?? null, standing ?? null, country ?? null, arm ?? null, after ?? null, limit],
  ];
  const seen = within(scope, valuesFrom(values));
  const rows = await db.rows<Stored>(
    `select ${COLUMNS} from listing l where ($1::text is null or l.side = $1) and ($2::text is null or l.standing = $2)
       and ($3::text is null or l.country = $3) and ($4::uuid is null or l.arm_id = $4)
       and ($5::uuid is null or l.listing_id < $5) and ${seen} order by l.listing_id desc limit $6`,
    values,
  );
  return rows.map(listingOf);
}

/** How many entries a partner has published here since a moment. */
export async function countPublished(db: Statements, peer: string, since: string): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    'select count(*)::int as count from listing where peer_id = $1 and came_at >= $2',
    [peer, since],
  );
  return row!.count;
}

/** Entries that ended by a day, and own ones that end by another and of which nobody was reminded. */
export async function listEnding(
  db: Statements,
  which: { readonly before: string; readonly unreminded: boolean; readonly limit: number },
): Promise<readonly ListingRow[]> {
  const rows = await db.rows<Stored>(
    `select ${COLUMNS} from listing l where l.standing in ('proposed', 'live') and l.expires_on < $1
       and (not $2 or (l.side = 'own' and l.standing = 'live' and l.reminded_at is null)) order by l.expires_on limit $3`,
    [which.before, which.unreminded, which.limit],
  );
  return rows.map(listingOf);
}

/** Live entries that came or changed since a moment. */
export async function listFresh(
  db: Statements,
  since: string,
  limit: number,
): Promise<readonly ListingRow[]> {
  const rows = await db.rows<Stored>(
    `select ${COLUMNS} from listing l where l.standing = 'live' and l.touched_at >= $1 order by l.touched_at limit $2`,
    [since, limit],
  );
  return rows.map(listingOf);
}

/** Notes that somebody was reminded of the end of an entry. */
export async function noteReminded(tx: Statements, id: string, at: string): Promise<void> {
  await tx.rows('update listing set reminded_at = $2 where listing_id = $1', [id, at]);
}

/** Keeps what a partner was sent last of an own entry, and whether it told that it cancelled. */
export async function savePartner(
  tx: Statements,
  listing: string,
  { peer, sent, message, at, cancelTold }: PartnerOf,
  country: string,
): Promise<void> {
  await tx.rows(
    `insert into listing_partner (listing_id, peer_id, country, last_sent, message_id, sent_at, cancel_told_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (listing_id, peer_id) do update set last_sent = $4, message_id = $5, sent_at = $6, cancel_told_at = $7`,
    [listing, peer, country, sent ?? null, message ?? null, at ?? null, cancelTold ?? null],
  );
}

export type PartnerRow = PartnerOf & { readonly listing: string; readonly country: string };

/** To which partners own entries go. */
export async function listPartners(
  db: Statements,
  listings: readonly string[],
): Promise<readonly PartnerRow[]> {
  const rows = await db.rows<Row & { [Key in keyof PartnerRow]: PartnerRow[Key] | null }>(
    `select listing_id as listing, peer_id as peer, country, last_sent as sent, message_id as message, sent_at as at,
       cancel_told_at as "cancelTold" from listing_partner where listing_id = any($1::uuid[]) order by country, peer_id`,
    [listings],
  );
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as PartnerRow,
  );
}

/** Keeps words that stand beside an entry of a listing or a hit. */
export async function saveListingWords(
  tx: Statements,
  subject: string,
  entry: string,
  { words, salt }: { readonly words: string; readonly salt: Uint8Array },
): Promise<void> {
  await tx.rows('insert into listing_words (subject_id, entry_id, words, salt) values ($1, $2, $3, $4)', [
    ...[subject, entry, words, salt],
  ]);
}

/** Words beside the entries of a listing or a hit, by entry. */
export async function listListingWords(
  db: Statements,
  subject: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ entry: string; words: string }>(
    'select entry_id as entry, words from listing_words where subject_id = $1 and words is not null',
    [subject],
  );
  return new Map(rows.map(({ entry, words }) => [entry, words]));
}

/** Owner, unit and keeper of an arm. */
export async function findOwners(db: Statements, arm: string): Promise<readonly string[]> {
  const [row] = await db.rows<Row & { owner: string | null; unit: string | null; keeper: string | null }>(
    'select owner_id as owner, unit_id as unit, keeper_id as keeper from arm where arm_id = $1',
    [arm],
  );
  return Object.values(row ?? {}).filter((party) => party !== null) as string[];
}

/** In which status an arm is recorded. */
export async function findStatus(db: Statements, arm: string): Promise<Status | undefined> {
  const [row] = await db.rows<{ status: Status }>('select status from arm where arm_id = $1', [arm]);
  return row?.status;
}

/** Partners that have a cancelled entry and were not sent that it was cancelled. */
export async function listingsUntold(
  db: Statements,
  limit: number,
): Promise<readonly { readonly listing: string; readonly peer: string }[]> {
  return db.rows<{ listing: string; peer: string }>(
    `select p.listing_id as listing, p.peer_id as peer from listing_partner p join listing l on l.listing_id = p.listing_id
     join peer on peer.node_id = p.peer_id and peer.standing = 'confirmed'
     where l.standing = 'cancelled' and p.last_sent in ('published', 'renewed') order by p.listing_id limit $1`,
    [limit],
  );
}
