/** What this home is: its node, its State, and whether it is a demonstration, for ever. */
import type { Row, Statements } from './database.ts';

export type Home = {
  readonly node: string;
  readonly state: string;
  readonly kind: 'live' | 'demonstration';
  readonly began: string;
};

/** The home, where it has begun. */
export async function findHome(db: Statements): Promise<Home | undefined> {
  const [row] = await db.rows<Row & { node_id: string; state_code: string; kind: string; began_at: string }>(
    'select node_id, state_code, kind, began_at from home',
  );
  return (
    row && { node: row.node_id, state: row.state_code, kind: row.kind as Home['kind'], began: row.began_at }
  );
}

/** Keeps what the home is; there is one row, and it is never changed. */
export async function saveHome(tx: Statements, home: Home): Promise<void> {
  await tx.rows('insert into home (node_id, state_code, kind, began_at) values ($1, $2, $3, $4)', [
    home.node,
    home.state,
    home.kind,
    home.began,
  ]);
}
