/**
 * Shows the people who can sign in, with their postings. Names of staff are shown to those who administer and oversee; the
 * look is logged.
 */
import { z } from 'zod';
import { listAccounts } from '../store/account.ts';
import { listPostings, type Posting } from '../store/posting.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: people on one page. */
export const PEOPLE_ROWS_MAX = 200;

const input = z.strictObject({
  after: z.string().max(40).default('').describe('Login of the last one of the page before.'),
  past: uuid.optional().describe('Account of the last one of the page before, in the place of its login.'),
  account: uuid.optional().describe('Only this one.'),
  login: z.string().max(40).optional().describe('Only the one who signs in under this name.'),
  state: z.enum(['invited', 'active', 'suspended']).optional(),
  role: z.string().max(40).optional().describe('Only those with a posting in this role.'),
  party: uuid.optional().describe('Only those with a posting at this agency or unit itself.'),
  endingBy: z.iso.date().optional().describe('Only those with a posting that ends by this day.'),
  limit: z.int().min(1).max(PEOPLE_ROWS_MAX).default(50),
});
export type ListPeople = z.infer<typeof input>;

export type PersonShown = {
  readonly account: string;
  readonly login: string;
  /** Undefined where it was erased, or is not for the one who looks. */
  readonly name: string | undefined;
  readonly state: string;
  readonly language: string;
  readonly postings: readonly Posting[];
};
export type People = { readonly people: readonly PersonShown[]; readonly next: string | undefined };

const posting = z.strictObject({
  id,
  account: id,
  role: z.string(),
  party: id.optional(),
  from: z.string(),
  until: z.string().optional(),
  ended: instant.optional(),
});
const output = z.strictObject({
  people: z.array(
    z.strictObject({
      account: id,
      login: z.string(),
      name: z.string().optional(),
      state: z.string(),
      language: z.string(),
      postings: z.array(posting),
    }),
  ),
  next: z.string().optional(),
});

export const listPeople: Act<ListPeople, People> = {
  name: 'list-people',
  says: 'Show the people who can sign in, and their postings',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const { limit, endingBy } = wanted;
    const ending = endingBy === undefined ? undefined : { today: nowOf(office).slice(0, 10), by: endingBy };
    const accounts = await listAccounts(office.db, { ...wanted, ending });
    const ids = accounts.map((account) => account.id);
    await logAccess(office.db, accessOf(office, actor, 'list-people', ids.join(' ')));
    const postings = await listPostings(office.db, ids);
    const named = actor.scope.sees.has('operator');
    return {
      people: accounts.map(({ id, login, name, state, language }) => ({
        account: id,
        login,
        name: named ? name : undefined,
        state,
        language,
        postings: postings.filter((posting) => posting.account === id),
      })),
      next: accounts.length === limit ? accounts.at(-1)?.login : undefined,
    };
  },
};
