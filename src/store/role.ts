/** Roles as the State defined them. Changes of rights are made one after the other, under one lock. */
import type { Role } from '../domain/access/role.ts';
import type { Row, Statements } from './database.ts';

const RIGHTS_LOCK = 7_203_131;

export type KeptRole = {
  readonly role: Role;
  /** True once the State has defined it itself. */
  readonly byState: boolean;
  readonly version: number;
};

export type RoleRow = Row & {
  readonly name: string;
  readonly powers: string;
  readonly sees: string;
  readonly events: string;
  readonly second_factor: boolean;
};

/** The role that a row holds. */
export function roleOf({ name, powers, sees, events, second_factor }: RoleRow): Role {
  return {
    name,
    powers: JSON.parse(powers) as Role['powers'],
    sees: JSON.parse(sees) as Role['sees'],
    events: JSON.parse(events) as Role['events'],
    secondFactor: second_factor,
  };
}

/** Lets one change of rights run at a time, so that two of them cannot together do what neither may. */
export async function lockRights(tx: Statements): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(${RIGHTS_LOCK})`);
}

/** All roles, by name. */
export async function listRoles(
  db: Statements,
  { limit, after = '' }: { readonly limit?: number; readonly after?: string | undefined } = {},
): Promise<readonly KeptRole[]> {
  const rows = await db.rows<RoleRow & { by_state: boolean; version: number }>(
    `select name, powers, sees, events, second_factor, by_state, version from role where name > $2
     order by name limit $1`,
    [limit ?? null, after],
  );
  return rows.map((row) => ({ role: roleOf(row), byState: row.by_state, version: row.version }));
}

/** One role by its name. */
export async function findRole(db: Statements, name: string): Promise<Role | undefined> {
  const [row] = await db.rows<RoleRow>(
    'select name, powers, sees, events, second_factor from role where name = $1',
    [name],
  );
  return row && roleOf(row);
}

/** Keeps what a role is now. */
export async function saveRole(tx: Statements, role: Role, byState: boolean): Promise<void> {
  await tx.rows(
    `insert into role (name, powers, sees, events, second_factor, by_state, version) values ($1, $2, $3, $4, $5, $6, 1)
     on conflict (name) do update set powers = excluded.powers, sees = excluded.sees, events = excluded.events,
       second_factor = excluded.second_factor, by_state = excluded.by_state, version = role.version + 1`,
    [
      role.name,
      JSON.stringify(role.powers),
      JSON.stringify(role.sees),
      JSON.stringify(role.events),
      role.secondFactor,
      byState,
    ],
  );
}
