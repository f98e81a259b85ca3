/** Ends the key of a program: its next request finds nobody behind it. */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { endApiKey as endKept } from '../store/api-key.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf } from './change-rights.ts';
import { submission, uuid } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({ ...submission, key: uuid });
export type EndApiKey = z.infer<typeof input>;

export const endApiKey: Act<EndApiKey, Kept> = {
  name: 'end-api-key',
  says: 'End the key of a program at once',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { key, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'end-api-key', async (tx) => {
      if (!(await endKept(tx, key, nowOf(office)))) return refusal('key-unknown', { key });
      return { subject: key, events: [{ type: 'api-key-ended', key }] };
    });
    return keptOf(done);
  },
};
