/**
 * Counts requests sent and received by partner and year, with how many were acknowledged, answered and refused and in how many
 * days, and own traces by how they ended and why they failed. Each figure names the list of traces that it was counted from.
 *
 * @clause C-20, C-21
 */
import { z } from 'zod';
import { FAILURES, OUTCOMES } from '../domain/trace/outcome.ts';
import { countOutcomes, countRequests } from '../store/trace-lists.ts';
import { logAccess } from '../store/work.ts';
import { compact } from './input.ts';
import type { Act } from './office.ts';
import { instant } from './output.ts';
import { country } from './trace-shapes.ts';
import { accessOf } from './view-arm.ts';

const YEARS_MAX = 30;
const year = z.int().min(1990).max(2200);
const input = z.strictObject({
  from: year.optional().describe('First year; else five years back.'),
  to: year.optional().describe('Last year; else this one.'),
});

const count = z.int().min(0);
const days = z.number().optional().describe('Absent where nothing is settled. Days.');
const output = z.strictObject({
  asOf: instant,
  requests: z.array(
    z.strictObject({
      year,
      country: country.optional(),
      ours: z.enum(['requester', 'responder']),
      requests: count,
      acknowledged: count,
      answered: count,
      refused: count,
      open: count,
      medianDays: days,
      ninetiethDays: days,
    }),
  ),
  outcomes: z.array(
    z.strictObject({
      year,
      outcome: z.enum(OUTCOMES).optional().describe('Absent while they are open.'),
      failure: z.enum(FAILURES).optional(),
      traces: count,
    }),
  ),
});
export type TraceCounts = z.infer<typeof output>;

export const countTraces: Act<z.infer<typeof input>, TraceCounts> = {
  name: 'count-traces',
  says: 'Count requests and traces by partner, year, outcome and reason of failure',
  clauses: ['C-20', 'C-21'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const now = new Date(office.clock());
    const to = wanted.to ?? now.getUTCFullYear();
    const from = Math.max(wanted.from ?? to - 4, to - YEARS_MAX);
    await logAccess(office.db, accessOf(office, actor, 'count-traces', ''));
    const [requests, outcomes] = await Promise.all([
      countRequests(office.db, actor.scope, { from, to }),
      countOutcomes(office.db, actor.scope, { from, to }),
    ]);
    const told = <T extends object>(row: T) =>
      compact(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])));
    return {
      asOf: now.toISOString(),
      requests: requests.map(told),
      outcomes: outcomes.map(told),
    } as TraceCounts;
  },
};
