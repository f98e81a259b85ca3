/** Gives the receipt of one entry of a trace: that it stands in the ledger, and nothing of the case. @clause C-10, J-04 */
import { z } from 'zod';
import { findTrace } from '../store/trace.ts';
import { type FileReceipt, fileReceipt, fileReceiptOutput } from './file-receipt.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { mayTouch } from './trace-file.ts';
import { referenceOf } from './trace-rows.ts';

const input = z.strictObject({
  trace: uuid,
  entry: uuid.describe('Id of the entry, as the act that made it answered.'),
});

export const viewTraceReceipt: Act<z.infer<typeof input>, FileReceipt> = {
  name: 'view-trace-receipt',
  says: 'Give the receipt of what was done in a trace, with its check code',
  clauses: ['C-10', 'J-04'],
  input,
  output: fileReceiptOutput,
  changes: false,
  async run(office, actor, { trace, entry }) {
    const row = await findTrace(office.db, trace);
    return fileReceipt(office, actor, {
      ...{ act: 'view-trace-receipt', about: 'trace', file: trace, entry },
      // Whoever answered a question of a trace that is not for his or her agency has the receipt of that answer.
      reach: row === undefined ? 'none' : mayTouch(actor.scope, row) ? 'all' : 'own',
      number: row ? referenceOf(office.state, row) : trace,
    });
  },
};
