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

/** Named limit: changes on one page. */
const CHANGES_MAX = 100;

const input = z.strictObject({
  table: z.enum(TABLE_NAMES).optional(),
  code: z.string().max(80).optional().describe('Code of the entry; the id of a grammar.'),
  after: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional()
    .describe('Cursor of the page before: only changes older than it.'),
  limit: z.int().min(1).max(CHANGES_MAX).default(50),
});
export type ListReferenceChanges = z.infer<typeof input>;

export type ReferenceChanges = {
  readonly changes: readonly (ReferenceChange & { readonly name: string | undefined })[];
  readonly next: string | undefined;
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
  next: z.string().optional().describe('Cursor of the next page: give it as "after".'),
});

export const listReferenceChanges: Act<ListReferenceChanges, ReferenceChanges> = {
  name: 'list-reference-changes',
  says: 'Show what the State changed in the reference tables, and why',
  clauses: ['PoA II.9', 'own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const { after, ...rest } = wanted;
    const before = after === undefined ? {} : { before: Number(after) };
    const changes = await listChanges(office.db, { ...rest, ...before });
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
      next: changes.length === wanted.limit ? String(changes.at(-1)?.version) : undefined,
    };
  },
};
