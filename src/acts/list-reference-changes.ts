/**
 * Shows what the State changed in the reference tables: of one entry, of one table or of all, the newest first, each with the
 * whole row as it was put and why. Who did it is told to those who may know who records.
 *
 * @clause B-12, J-04
 */
import { z } from 'zod';
import { TABLE_NAMES } from '../domain/reference/tables.ts';
import { listReferenceChanges as listChanges, type ReferenceChange } from '../store/reference.ts';
import { namesOfOperators } from './account-names.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';

/** Named limits: changes on one page; the highest version, as the database counts them. */
const CHANGES_MAX = 100;
const VERSION_MAX = 2_147_483_647;

const input = z.strictObject({
  table: z.enum(TABLE_NAMES).optional(),
  code: z.string().max(80).optional().describe('Code of the entry; the id of a grammar.'),
  before: z
    .int()
    .min(1)
    .max(VERSION_MAX)
    .optional()
    .describe('Only changes before this version: the "next" of the page before.'),
  limit: z.int().min(1).max(CHANGES_MAX).default(50),
});
export type ListReferenceChanges = z.infer<typeof input>;

export type ReferenceChanges = {
  readonly changes: readonly (ReferenceChange & { readonly name: string | undefined })[];
  readonly next: number | undefined;
};

const output = z.strictObject({
  changes: z.array(
    z.strictObject({
      version: z.int().describe('Version of the tables that it made.'),
      table: z.enum(TABLE_NAMES),
      code: z.string(),
      fields: z
        .record(z.string(), z.unknown())
        .optional()
        .describe('The row as it was put; absent where the State took its own row back.'),
      why: z.string(),
      at: instant,
      entry: id,
      operator: z.string().describe('Empty where it may not be known.'),
      name: z.string().optional().describe('Of whoever did it.'),
    }),
  ),
  next: z.int().optional().describe('To be given as "before" for the next page.'),
});

export const listReferenceChanges: Act<ListReferenceChanges, ReferenceChanges> = {
  name: 'list-reference-changes',
  says: 'Show what the State changed in the reference tables, and why',
  clauses: ['PoA II.9', 'own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const changes = await listChanges(office.db, wanted);
    const named = actor.scope.sees.has('operator');
    const names = await namesOfOperators(
      office,
      changes.map(({ operator }) => operator),
      named,
    );
    return {
      changes: changes.map((one) => ({
        ...one,
        operator: named ? one.operator : '',
        name: names.get(one.operator),
      })),
      next: changes.length === wanted.limit ? changes.at(-1)?.version : undefined,
    };
  },
};
