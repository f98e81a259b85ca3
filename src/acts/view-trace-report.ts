/**
 * Gives a report of a trace that was made before, byte for byte as it was given out. Looking leaves a line in the access log.
 *
 * @clause C-14, J-04
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { findWords } from '../store/trace-said.ts';
import { logAccess } from '../store/work.ts';
import { digestOf } from './certify-trace.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { openFile } from './trace-file.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({
  trace: uuid,
  entry: uuid.describe('Entry of the report, as it was answered.'),
});

/** A report that was made before. */
export type TraceReport = {
  readonly trace: string;
  readonly entry: string;
  readonly recorded: string;
  readonly digest: string;
  readonly file: string;
};

export const viewTraceReport: Act<z.infer<typeof input>, TraceReport> = {
  name: 'view-trace-report',
  says: 'Give a certified report of a trace that was made before',
  clauses: ['C-14', 'own'],
  input,
  output: z.strictObject({ trace: id, entry: id, recorded: instant, digest: z.string(), file: z.string() }),
  changes: false,
  async run(office, actor, { trace, entry }) {
    await logAccess(office.db, accessOf(office, actor, 'view-trace-report', trace));
    const opened = await openFile(office.db, actor.scope, trace);
    if (isRefusal(opened)) return opened;
    const closed = refuseUnnamed(opened, actor.operator);
    if (closed) return closed;
    const event = opened.events.find((one) => one.type === 'report-made' && one.entry === entry);
    if (event?.type !== 'report-made') return refusal('entry-unknown', { entry });
    const file = await findWords(office.db, trace, entry);
    // What stands in the table is believed only where it is what the ledger holds the digest of.
    if (file === undefined || digestOf(file) !== event.digest) return refusal('report-gone');
    return { trace, entry, recorded: event.recorded, digest: event.digest, file };
  },
};
