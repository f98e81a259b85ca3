/**
 * Names an account that may read what came to a trace for authorised officials only, or ends that. Whoever is named already names
 * others; where nobody is left who can, somebody does who sees no cases and so gains nothing by it. Nobody names himself.
 *
 * @clause ITI 15, C-09, J-02, J-03
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { refusal } from '../domain/base/refusal.ts';
import { findAccountByLogin } from '../store/account.ts';
import { changeTrace, saltedWords, type TraceReceipt } from './change-trace.ts';
import { compact, NOTE_MAX, submission, text, uuid } from './input.ts';
import type { Act } from './office.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  login: text.min(1).describe('Login of whoever is named.'),
  ends: z.boolean().default(false).describe('True where it ends that this account is named.'),
  why: z.string().trim().min(1).max(NOTE_MAX),
});

export const nameOfficial: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'name-official',
  says: 'Name who may read what came to a trace for authorised officials only, or end it',
  clauses: ['ITI 15', 'C-09', 'J-03'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, login, ends, why }) {
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    const salted = saltedWords(office, why);
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'name-official' },
      async decide({ tx, file }) {
        const closed = actor.scope.sees.has('case') ? refuseUnnamed(file, actor.operator) : undefined;
        if (closed) return closed;
        const account = (await findAccountByLogin(tx, login.toLowerCase()))?.id;
        if (account === undefined) return refusal('account-unknown', { account: login });
        if (account === actor.operator && !ends) return refusal('official-self', {}, 'J-02');
        const isNamed = file.state?.officials.some((one) => one.account === account) ?? false;
        if (ends && !isNamed) return refusal('official-not-listed', { account: login });
        const event = { type: 'official-named' as const, account, why: salted.digest };
        return {
          events: [compact({ ...event, ends: ends ? (true as const) : undefined })],
          words: salted,
        };
      },
    });
  },
};
