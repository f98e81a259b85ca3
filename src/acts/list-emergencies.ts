/**
 * Shows emergency accesses, and beside them the arms that were opened by a decided match: those that wait for a review, or
 * all, with who, which arm, why and what was said of it.
 */
import { z } from 'zod';
import { DECISIONS } from '../domain/identification/decided.ts';
import { listAccountNames } from '../store/account.ts';
import { type Emergency, listEmergencies as listKept } from '../store/emergency.ts';
import { listArmsByIds } from '../store/find.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: emergency accesses on one list. */
export const EMERGENCIES_LISTED_MAX = 200;

const input = z.strictObject({
  waiting: z.boolean().default(true).describe('Only those that nobody has reviewed yet.'),
  limit: z.int().min(1).max(EMERGENCIES_LISTED_MAX).default(50),
  after: uuid.optional().describe('Id of the last one of the page before.'),
});
export type ListEmergencies = z.infer<typeof input>;

export type EmergencyShown = Emergency & {
  readonly name: string | undefined;
  /** State number of the arm. */
  readonly number: string;
};
export type Emergencies = {
  readonly emergencies: readonly EmergencyShown[];
  readonly next: string | undefined;
};

const output = z.strictObject({
  emergencies: z.array(
    z.strictObject({
      id,
      arm: id,
      number: z.string().describe('State number of the arm.'),
      account: z.string(),
      name: z.string().optional(),
      reason: z.string(),
      from: instant,
      until: instant,
      reviewed: instant.optional(),
      reviewedBy: z.string().optional(),
      verdict: z.string().optional(),
      review: z.string().optional(),
      match: z
        .strictObject({
          id,
          reading: z.string(),
          probability: z.number().describe('What the machine gave this arm.'),
          decision: z.enum(DECISIONS).describe('The latest on this reading and arm.'),
        })
        .optional()
        .describe('The decision by which the arm was opened, where it was no emergency.'),
    }),
  ),
  next: id.optional().describe('Id to be given as "after" for the next page.'),
});

export const listEmergencies: Act<ListEmergencies, Emergencies> = {
  name: 'list-emergencies',
  says: 'Show emergency accesses and what was said of them',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, { waiting, limit, after }) {
    const kept = await listKept(office.db, { waiting, limit: limit + 1, after });
    const shown = kept.slice(0, limit);
    await logAccess(
      office.db,
      accessOf(office, actor, 'list-emergencies', [...new Set(shown.map((one) => one.arm))].join(' ')),
    );
    const named = actor.scope.sees.has('operator');
    const names = await listAccountNames(office.db, named ? shown.map((one) => one.account) : []);
    const arms = await listArmsByIds(office.db, actor.scope, [...new Set(shown.map((one) => one.arm))]);
    const numbers = new Map(arms.map((arm) => [arm.id, arm.number]));
    return {
      emergencies: shown.map((one) => ({
        ...one,
        ...(named ? {} : { account: '', reviewedBy: undefined }),
        name: names.get(one.account),
        number: numbers.get(one.arm) ?? '',
      })),
      next: kept.length > limit ? shown.at(-1)?.id : undefined,
    };
  },
};
