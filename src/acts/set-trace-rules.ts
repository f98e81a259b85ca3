/**
 * Sets how the State runs its traces: its clocks, the registers that are asked rather than read, and how answers are released.
 * Each version stands in the ledger; the last one holds.
 *
 * What could go wrong: two people change them at once and one change is undone unseen. Whoever tells which version was seen is
 * refused where another stands.
 *
 * @clause A-13, C-05, C-16
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { findTraceRules, lockTraceRules, saveTraceRules } from '../store/trace-rules.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { submission } from './input.ts';
import { type Act, newId } from './office.ts';
import { once } from './once.ts';
import { keptOutput } from './output.ts';
import { traceRules } from './trace-rules.ts';

const input = z.strictObject({
  ...submission,
  rules: traceRules,
  seen: z
    .int()
    .min(0)
    .optional()
    .describe('Version that was seen, 0 for none: refused where another stands.'),
});

export const setTraceRules: Act<z.infer<typeof input>, Kept> = {
  name: 'set-trace-rules',
  says: 'Set the clocks of traces and how answers are released',
  clauses: ['A-13', 'C-05'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { device, rules, seen, ...wanted }) {
    const act = wanted.act ?? newId(office);
    const kind = 'set-trace-rules';
    const done = await once(
      office,
      act,
      () =>
        office.db.transaction(async (tx) => {
          await lockTraceRules(tx);
          const before = (await findTraceRules(tx))?.version ?? 0;
          if (seen !== undefined && seen !== before) return refusal('trace-rules-changed');
          const version = before + 1;
          const events = [{ type: 'trace-rules-set', version, rules }];
          const kept = await appendEntry(tx, office, actor, {
            act,
            device,
            kind,
            subject: office.node,
            events,
          });
          if (!isRefusal(kept))
            await saveTraceRules(tx, {
              version,
              rules: JSON.stringify(rules),
              entry: kept.entry,
              at: kept.recorded,
            });
          return kept;
        }),
      { kind, operator: actor.operator },
    );
    return isRefusal(done) ? done : done.result;
  },
};
