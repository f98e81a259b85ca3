/**
 * Gives a person a posting: a role, at an agency or unit, from a day until a day. Nobody posts himself or herself.
 *
 * @clause A-13, J-02
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { findAccount } from '../store/account.ts';
import type { Statements } from '../store/database.ts';
import { listParties } from '../store/party.ts';
import { savePosting } from '../store/posting.ts';
import { findRole } from '../store/role.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf, todayOf } from './change-rights.ts';
import { compact, submission, uuid, words } from './input.ts';
import { type Act, type Actor, newId, type Office } from './office.ts';
import { keptOutput } from './output.ts';

export const postingShape = z.strictObject({
  role: words.describe('Name of the role.'),
  party: uuid.optional().describe('Agency or unit; what is below it counts as its own.'),
  from: z.iso.date().optional().describe('First day; today where none is given.'),
  until: z.iso.date().optional().describe('Last day; for good where none is given.'),
});
export type PostingWish = z.infer<typeof postingShape>;

const input = z.strictObject({ ...submission, account: uuid, ...postingShape.shape });
export type PostPerson = z.infer<typeof input>;

export const postPerson: Act<PostPerson, Kept> = {
  name: 'post-person',
  says: 'Give a person a posting',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { account, role, party, from, until, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'post-person', async (tx) => {
      if (account === actor.operator) return refusal('own-rights');
      if (!(await findAccount(tx, account))) return refusal('account-unknown', { account });
      const event = await post(tx, office, actor, account, { role, party, from, until });
      return isRefusal(event) ? event : { subject: account, events: [event] };
    });
    return keptOf(done);
  },
};

/**
 * Keeps a posting inside an act that somebody else keeps; gives the event that tells of it.
 * @refuses role-unknown, party-unknown, party-is-gone, days-reversed
 */
export async function post(
  tx: Statements,
  office: Office,
  actor: Actor,
  account: string,
  wanted: PostingWish,
): Promise<object | Refusal> {
  const refused = await refusePosting(tx, wanted);
  if (refused) return refused;
  const posting = {
    id: newId(office),
    account,
    role: wanted.role,
    party: wanted.party,
    from: wanted.from ?? todayOf(office),
    until: wanted.until,
  };
  if (posting.until !== undefined && posting.until < posting.from)
    return refusal('days-reversed', { from: posting.from, until: posting.until });
  await savePosting(tx, posting, actor.operator);
  const { id, ...rest } = posting;
  return compact({ type: 'person-posted', posting: id, ...rest });
}

/** Why no posting or key can be made for this role at this party. */
export async function refusePosting(
  tx: Statements,
  { role, party }: { readonly role: string; readonly party?: string | undefined },
): Promise<Refusal | undefined> {
  if (!(await findRole(tx, role))) return refusal('role-unknown', { role });
  if (party === undefined) return undefined;
  const found = (await listParties(tx, [party])).get(party);
  if (!found || found.kind === 'person') return refusal('party-unknown', { party });
  return found.state === 'active'
    ? undefined
    : refusal('party-is-gone', { party: found.name, state: found.state });
}
