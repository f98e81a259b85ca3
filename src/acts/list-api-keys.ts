/** Shows the keys of programs: for whom, under which role, until when. Secrets are not among it: nobody has them here. */
import { z } from 'zod';
import { type ApiKey, listApiKeys as listKept } from '../store/api-key.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: keys on one list. */
export const KEYS_LISTED_MAX = 200;

const input = z.strictObject({
  limit: z.int().min(1).max(KEYS_LISTED_MAX).default(KEYS_LISTED_MAX),
  after: uuid.optional().describe('Id of the last one of the page before.'),
});
export type ListApiKeys = z.infer<typeof input>;

export type ApiKeys = { readonly keys: readonly ApiKey[]; readonly next: string | undefined };

const output = z.strictObject({
  keys: z.array(
    z.strictObject({
      id,
      name: z.string(),
      role: z.string(),
      party: id.optional(),
      madeBy: z.string(),
      made: instant,
      expires: z.string(),
      ended: instant.optional(),
      perMinute: z.int(),
    }),
  ),
  next: id.optional().describe('Id to be given as "after" for the next page.'),
});

export const listApiKeys: Act<ListApiKeys, ApiKeys> = {
  name: 'list-api-keys',
  says: 'Show the keys of programs',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, { limit, after }) {
    await logAccess(office.db, accessOf(office, actor, 'list-api-keys', ''));
    const keys = await listKept(office.db, limit + 1, after);
    const shown = keys.slice(0, limit);
    return { keys: shown, next: keys.length > limit ? shown.at(-1)?.id : undefined };
  },
};
