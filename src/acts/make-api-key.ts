/**
 * Makes a key for another program, with a role, an agency, an end and a rate of its own. Its secret is shown once and only
 * the SHA-256 of it is kept. A key never gives rights to others.
 *
 * @clause A-13, J-02
 */
import { z } from 'zod';
import { givesRights } from '../domain/access/define.ts';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { saveApiKey } from '../store/api-key.ts';
import { findRole } from '../store/role.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, todayOf } from './change-rights.ts';
import { hashOfKey, KEY_PREFIX } from './find-person.ts';
import { compact, submission, uuid } from './input.ts';
import { type Act, newId, nowOf } from './office.ts';
import { id, keptOutput } from './output.ts';
import { refusePosting } from './post-person.ts';
import { newToken } from './token.ts';

/** Named limits of a key. */
export const KEY_DAYS_MAX = 400;
export const KEY_DAYS_DEFAULT = 365;
export const KEY_REQUESTS_PER_MINUTE_MAX = 6000;
const KEY_REQUESTS_PER_MINUTE_DEFAULT = 60;
const DAY_MS = 86_400_000;

const input = z.strictObject({
  ...submission,
  name: z.string().trim().min(1).max(80).describe('Which program it is for.'),
  role: z.string().min(1).max(40),
  party: uuid.optional().describe('The agency whose program it is.'),
  expires: z.iso.date().optional().describe('Last day; a year from today where none is given.'),
  perMinute: z
    .int()
    .min(1)
    .max(KEY_REQUESTS_PER_MINUTE_MAX)
    .default(KEY_REQUESTS_PER_MINUTE_DEFAULT)
    .describe('Requests a minute.'),
});
export type MakeApiKey = z.infer<typeof input>;

export type ApiKeyMade = Kept & {
  readonly key: string;
  /** Shown this once; there is none where the same submission comes again. */
  readonly secret?: string;
};

export const makeApiKey: Act<MakeApiKey, ApiKeyMade> = {
  name: 'make-api-key',
  says: 'Make a key for another program; its secret is shown once',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput.extend({ key: id, secret: z.string().optional().describe('Shown this once.') }),
  changes: true,
  async run(office, actor, { name, role, party, expires: until, perMinute, ...submitted }) {
    const secret = `${KEY_PREFIX}${newToken(office)}`;
    const day = (days: number): string => new Date(office.clock() + days * DAY_MS).toISOString().slice(0, 10);
    const expires = until ?? day(KEY_DAYS_DEFAULT);
    const done = await changeRights(office, actor, submitted, 'make-api-key', async (tx) => {
      if (expires < todayOf(office) || expires > day(KEY_DAYS_MAX))
        return refusal('key-days', { expires, daysMax: KEY_DAYS_MAX });
      const found = await findRole(tx, role);
      const refused = await refusePosting(tx, { role, party });
      if (refused) return refused;
      if (found && givesRights(found)) return refusal('key-gives-rights', { role });
      const key = {
        id: newId(office),
        name,
        role,
        party,
        madeBy: actor.operator,
        made: nowOf(office),
        expires,
        perMinute,
      };
      await saveApiKey(tx, { ...key, hash: hashOfKey(secret) });
      const event = compact({ type: 'api-key-made', key: key.id, role, party, expires, perMinute });
      return { subject: key.id, events: [event] };
    });
    if (isRefusal(done)) return done;
    return { ...done.result, key: done.result.subject, ...(done.fresh ? { secret } : {}) };
  },
};
