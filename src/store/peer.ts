/**
 * What is remembered of other nodes: their newest cards, their keys with how long each is good, and this node's own cards.
 */
import type { Card } from '../domain/exchange/card.ts';
import type { Row, Statements } from './database.ts';

export const STANDINGS = ['unconfirmed', 'confirmed', 'suspended'] as const;
export type Standing = (typeof STANDINGS)[number];

export type Peer = {
  readonly node: string;
  readonly state: string;
  readonly name: string;
  readonly address: string;
  readonly seq: number;
  /** The newest card, as it came (JWS). */
  readonly card: string;
  readonly standing: Standing;
  readonly confirmed: string | undefined;
  readonly confirmedBy: string | undefined;
  /** @unit milliseconds that its clock is ahead of ours, as last seen */
  readonly clockMs: number | undefined;
  /** When anything of it came that verified. */
  readonly heard: string | undefined;
  /** Set where this node was restored and what it said to this peer since is not given back yet. */
  readonly lost: string | undefined;
};

type PeerRow = Row & {
  [Key in keyof Peer]: undefined extends Peer[Key] ? Exclude<Peer[Key], undefined> | null : Peer[Key];
};

const COLUMNS = `node_id as node, state, name, address, card_seq as seq, card, standing, confirmed_at as confirmed,
  confirmed_by as "confirmedBy", clock_ms as "clockMs", heard_at as heard, lost_since as lost`;

function peerOf({ confirmed, confirmedBy, clockMs, heard, lost, ...row }: PeerRow): Peer {
  return {
    ...row,
    confirmed: confirmed ?? undefined,
    confirmedBy: confirmedBy ?? undefined,
    clockMs: clockMs ?? undefined,
    heard: heard ?? undefined,
    lost: lost ?? undefined,
  };
}

const EXCHANGE_CLASS = 7214;

/** Until the transaction ends nobody else changes what stands between this node and the other. */
export async function lockPeer(tx: Statements, node: string): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(${EXCHANGE_CLASS}, hashtext($1))`, [node]);
}

/** The peer of a node, where there is one. */
export async function findPeer(db: Statements, node: string): Promise<Peer | undefined> {
  const [row] = await db.rows<PeerRow>(`select ${COLUMNS} from peer where node_id = $1`, [node]);
  return row && peerOf(row);
}

/** All peers, by State and name. */
export async function listPeers(db: Statements): Promise<readonly Peer[]> {
  const rows = await db.rows<PeerRow>(
    `select ${COLUMNS} from peer order by state, name, node_id limit 1000`,
    [],
  );
  return rows.map(peerOf);
}

/** Keeps a card as the newest of its node. */
export async function savePeer(
  tx: Statements,
  card: Card,
  kept: {
    readonly signed: string;
    readonly standing: Standing;
    readonly confirmed: string | undefined;
    readonly confirmedBy: string | undefined;
    readonly entry: string;
  },
): Promise<void> {
  await tx.rows(
    `insert into peer (node_id, state, name, address, card_seq, card, standing, confirmed_at, confirmed_by, entry_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (node_id) do update set state = $2, name = $3, address = $4, card_seq = $5, card = $6, standing = $7,
       confirmed_at = $8, confirmed_by = $9, entry_id = $10`,
    [
      card.node,
      card.state,
      card.name,
      card.address,
      card.seq,
      kept.signed,
      kept.standing,
      kept.confirmed ?? null,
      kept.confirmedBy ?? null,
      kept.entry,
    ],
  );
}

/** Changes how a peer stands; of a confirmation it is kept who and when. */
export async function setStanding(
  tx: Statements,
  node: string,
  standing: Standing,
  confirmed?: { readonly at: string; readonly by: string },
): Promise<void> {
  await tx.rows(
    `update peer set standing = $2, confirmed_at = coalesce($3, confirmed_at), confirmed_by = coalesce($4, confirmed_by)
     where node_id = $1`,
    [node, standing, confirmed?.at ?? null, confirmed?.by ?? null],
  );
}

/** Notes that something of a peer came and verified, and how far its clock is ahead where both spoke at once. */
export async function noteHeard(db: Statements, node: string, at: string, clockMs?: number): Promise<void> {
  await db.rows('update peer set heard_at = $2, clock_ms = coalesce($3, clock_ms) where node_id = $1', [
    node,
    at,
    clockMs ?? null,
  ]);
}

export type PeerKey = {
  readonly node: string;
  readonly kid: string;
  readonly use: 'sign' | 'seal';
  readonly x: string;
  readonly from: string;
  readonly until: string | undefined;
  readonly withdrawn: string | undefined;
};

type KeyRow = Row & Omit<PeerKey, 'until' | 'withdrawn'> & { until: string | null; withdrawn: string | null };

const KEY_COLUMNS = `node_id as node, kid, use, x, from_at as from, until_at as until, withdrawn_at as withdrawn`;
const keyOf = ({ until, withdrawn, ...row }: KeyRow): PeerKey => ({
  ...row,
  until: until ?? undefined,
  withdrawn: withdrawn ?? undefined,
});

/** The keys of one name, of whatever peers name it. */
export async function listKeysNamed(db: Statements, kid: string): Promise<readonly PeerKey[]> {
  const rows = await db.rows<KeyRow>(`select ${KEY_COLUMNS} from peer_key where kid = $1 limit 100`, [kid]);
  return rows.map(keyOf);
}

/** All keys of a peer, the newest first. */
export async function listKeysOf(db: Statements, node: string): Promise<readonly PeerKey[]> {
  const text = `select ${KEY_COLUMNS} from peer_key where node_id = $1 order by from_at desc, kid limit 1000`;
  return (await db.rows<KeyRow>(text, [node])).map(keyOf);
}

/** The key to which messages for a peer are sealed now. */
export async function findSealKey(db: Statements, node: string): Promise<PeerKey | undefined> {
  const [row] = await db.rows<KeyRow>(
    `select ${KEY_COLUMNS} from peer_key
     where node_id = $1 and use = 'seal' and until_at is null and withdrawn_at is null`,
    [node],
  );
  return row && keyOf(row);
}

/** Keeps the keys of a new card; those before are good until a moment, those that it withdraws no more at all. */
export async function saveKeys(tx: Statements, card: Card, until: string, now: string): Promise<void> {
  const { node, sign, seal, withdrawn } = card;
  await tx.rows(
    `update peer_key set until_at = case when kid = any($4::text[]) then null else coalesce(until_at, $2::timestamptz) end,
       withdrawn_at = case when kid = any($5::text[]) then coalesce(withdrawn_at, $3::timestamptz) else withdrawn_at end where node_id = $1`,
    [node, until, now, [sign.kid, seal.kid], withdrawn],
  );
  await tx.rows(
    `insert into peer_key (node_id, kid, use, x, from_at)
     select $1, kid, use, x, from_at from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[]) as k (kid, use, x, from_at)
     on conflict (node_id, kid) do nothing`,
    [node, [sign.kid, seal.kid], ['sign', 'seal'], [sign.x, seal.x], [sign.from, seal.from]],
  );
}

/** Withdraws all keys of a peer, or one; gives how many. */
export async function withdrawKeys(tx: Statements, node: string, now: string, kid?: string): Promise<number> {
  const rows = await tx.rows(
    `update peer_key set withdrawn_at = $2 where node_id = $1 and withdrawn_at is null and ($3::text is null or kid = $3)
     returning kid`,
    [node, now, kid ?? null],
  );
  return rows.length;
}

export type OwnCard = { readonly seq: number; readonly signed: string };

/** The newest card of this node itself. */
export async function findOwnCard(db: Statements, node: string): Promise<OwnCard | undefined> {
  const [row] = await db.rows<OwnCard & Row>(
    'select seq, signed from exchange_card where node_id = $1 order by seq desc limit 1',
    [node],
  );
  return row;
}

/** All cards of this node, the newest first: their keys are those that may still open and verify. */
export async function listOwnCards(
  db: Statements,
  node: string,
): Promise<readonly (OwnCard & { made: string })[]> {
  return db.rows<OwnCard & Row & { made: string }>(
    'select seq, signed, made_at as made from exchange_card where node_id = $1 order by seq desc limit 200',
    [node],
  );
}

/** Keeps a card of this node itself. */
export async function saveOwnCard(
  tx: Statements,
  node: string,
  card: OwnCard & { readonly made: string; readonly entry: string },
): Promise<void> {
  await tx.rows(
    'insert into exchange_card (node_id, seq, signed, made_at, entry_id) values ($1, $2, $3, $4, $5)',
    [node, card.seq, card.signed, card.made, card.entry],
  );
}
