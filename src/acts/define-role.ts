/**
 * Defines a role anew or for the first time: which acts and how far, which fields, which events, and whether a
 * second factor is demanded. The definition stands in the ledger in full, so that it can be told later who could do what on
 * which day. It holds from the next act of everybody who works under it, and its demand from their next request.
 *
 * @clause J-02
 */
import { z } from 'zod';
import { refuseRole } from '../domain/access/define.ts';
import { FIELDS, REACHES } from '../domain/access/scope.ts';
import { parseUuid } from '../domain/base/id.ts';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import { listPostings } from '../store/posting.ts';
import { saveRole } from '../store/role.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf, refuseLast } from './change-rights.ts';
import { submission } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { keptOutput } from './output.ts';
import { POWERS_BESIDE_ACTS } from './powers-beside.ts';

/** Named limits of a definition. */
const CODE_LENGTH_MAX = 60;
const EVENTS_MAX = 200;
const POWERS_MAX = 300;

const code = z.string().min(1).max(CODE_LENGTH_MAX);

const input = z.strictObject({
  ...submission,
  role: z.strictObject({
    name: code,
    powers: z
      .record(code, z.enum(REACHES))
      .refine((powers) => Object.keys(powers).length <= POWERS_MAX, { message: 'Too many acts.' })
      .describe('Act by act, how far it reaches. An act that is not named is not permitted.'),
    sees: z.array(z.enum(FIELDS)).max(FIELDS.length),
    events: z.union([z.literal('all'), z.array(code).max(EVENTS_MAX)]),
    secondFactor: z
      .boolean()
      .describe('True: whoever holds it signs in with a second factor, or can do nothing but set one up.'),
  }),
});
export type DefineRole = z.infer<typeof input>;

/** The act, for a program with these acts; it is one of them itself, so it asks for them when it is done. */
export function defineRoleAmong(listActs: () => readonly { readonly name: string }[]): Act<DefineRole, Kept> {
  const known = (): ReadonlySet<string> =>
    new Set([...listActs().map((act) => act.name), ...POWERS_BESIDE_ACTS]);
  return { ...DEFINE_ROLE, run: (office, actor, wanted) => define(office, actor, wanted, known()) };
}

const DEFINE_ROLE = {
  name: 'define-role',
  says: 'Define a role: its acts and how far, its fields, its events, its demand of a second factor',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput,
  changes: true,
} as const;

async function define(
  office: Office,
  actor: Actor,
  { role, ...submitted }: DefineRole,
  known: ReadonlySet<string>,
): Promise<Kept | Refusal> {
  const wrong = refuseRole(role, known);
  if (wrong) return wrong;
  const done = await changeRights(office, actor, submitted, 'define-role', async (tx) => {
    const refused = (await refuseOwn(tx, actor, role.name)) ?? (await refuseLast(tx, office, { role }));
    if (refused) return refused;
    await saveRole(tx, role, true);
    return { subject: office.node, events: [{ type: 'role-defined', role }] };
  });
  return keptOf(done);
}

/** Nobody widens a role he or she holds. */
async function refuseOwn(tx: Statements, actor: Actor, role: string): Promise<Refusal | undefined> {
  const account = parseUuid(actor.operator);
  if (!account) return undefined;
  const own = await listPostings(tx, [account]);
  return own.some((posting) => posting.role === role) ? refusal('own-rights') : undefined;
}
