/** Shows the roles of this home, and which of them the State defined itself. */
import { z } from 'zod';
import { shippedRoles } from '../domain/access/default-roles.data.ts';
import { sameRole } from '../domain/access/define.ts';
import type { Role } from '../domain/access/role.ts';
import { listRoles as listKept } from '../store/role.ts';
import { logAccess } from '../store/work.ts';
import type { Act } from './office.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: roles on one page. */
export const ROLES_LISTED_MAX = 200;

const input = z.strictObject({
  limit: z.int().min(1).max(ROLES_LISTED_MAX).default(ROLES_LISTED_MAX),
  after: z.string().max(40).optional().describe('Name of the last one of the page before.'),
});

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
      secondFactor: z.boolean(),
      version: z.int(),
      asShipped: z.boolean(),
    }),
  ),
  next: z.string().optional().describe('Name to be given as "after" for the next page.'),
});

export type RoleList = { readonly roles: readonly RoleShown[]; readonly next: string | undefined };

export const listRoles: Act<z.infer<typeof input>, RoleList> = {
  name: 'list-roles',
  says: 'Show the roles and what each may do',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    await logAccess(office.db, accessOf(office, actor, 'list-roles', ''));
    const kept = await listKept(office.db, wanted);
    const shipped = shippedRoles(office.demonstration);
    return {
      roles: kept.map(({ role, version }) => ({
        ...role,
        version,
        asShipped: shipped.some((one) => one.name === role.name && sameRole(one, role)),
      })),
      next: kept.length === wanted.limit ? kept.at(-1)?.role.name : undefined,
    };
  },
};
