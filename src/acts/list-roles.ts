/** Shows the roles of this home, and which of them the State defined itself. */
import { z } from 'zod';
import { DEFAULT_ROLES } from '../domain/access/default-roles.data.ts';
import { sameRole } from '../domain/access/define.ts';
import type { Role } from '../domain/access/role.ts';
import { listRoles as listKept } from '../store/role.ts';
import { logAccess } from '../store/work.ts';
import type { Act } from './office.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({});

export type RoleShown = Role & {
  readonly version: number;
  /** True where it is what came with the program. */
  readonly asShipped: boolean;
};

const output = z.strictObject({
  roles: z.array(
    z.strictObject({
      name: z.string(),
      powers: z.record(z.string(), z.string()),
      sees: z.array(z.string()),
      events: z.union([z.literal('all'), z.array(z.string())]),
      version: z.int(),
      asShipped: z.boolean(),
    }),
  ),
});

export const listRoles: Act<z.infer<typeof input>, { readonly roles: readonly RoleShown[] }> = {
  name: 'list-roles',
  says: 'Show the roles and what each may do',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor) {
    await logAccess(office.db, accessOf(office, actor, 'list-roles', ''));
    const kept = await listKept(office.db);
    return {
      roles: kept.map(({ role, version }) => ({
        ...role,
        version,
        asShipped: DEFAULT_ROLES.some((one) => one.name === role.name && sameRole(one, role)),
      })),
    };
  },
};
