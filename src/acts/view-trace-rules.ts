/**
 * Shows how this State runs its traces: the rules that hold, which version they are and by which entry, and the registers that a
 * rule may name. Where nobody set any, those that come with the program hold.
 *
 * @clause A-13, C-05, C-16
 */
import { z } from 'zod';
import { listRegisters } from '../store/import-lists.ts';
import { findTraceRules } from '../store/trace-rules.ts';
import { logAccess } from '../store/work.ts';
import { compact } from './input.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { readTraceRules, type TraceRules, traceRules } from './trace-rules.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: registers that may be named in a rule. */
const REGISTERS_MAX = 200;

const input = z.strictObject({});
export type ViewTraceRules = z.infer<typeof input>;

export type TraceRulesShown = {
  /** 0 where the rules that come with the program hold. */
  readonly version: number;
  readonly set?: string;
  readonly entry?: string;
  readonly rules: TraceRules;
  readonly registers: readonly { readonly id: number; readonly name: string }[];
};

export const viewTraceRules: Act<ViewTraceRules, TraceRulesShown> = {
  name: 'view-trace-rules',
  says: 'Show the clocks of traces, how answers are released and the template of letters',
  clauses: ['A-13', 'C-05'],
  input,
  output: z.strictObject({
    version: z.int(),
    set: instant.optional(),
    entry: id.optional(),
    rules: traceRules.extend({
      asked: z.array(z.strictObject({ register: z.int(), agency: id, name: z.string() })),
      neverListed: z.array(id),
    }),
    registers: z.array(z.strictObject({ id: z.int(), name: z.string() })),
  }),
  changes: false,
  async run(office, actor) {
    await logAccess(office.db, accessOf(office, actor, 'view-trace-rules', office.node));
    const kept = await findTraceRules(office.db);
    const registers = await listRegisters(office.db, REGISTERS_MAX);
    return compact({
      version: kept?.version ?? 0,
      set: kept?.set,
      entry: kept?.entry,
      rules: await readTraceRules(office.db),
      registers: registers.map(({ id: register, name }) => ({ id: register, name })),
    });
  },
};
