/**
 * Shows which files were brought in, by whom, and what became of their rows. Part of the power to import files: whoever sees
 * no sites (a program that brings in files, say) sees only what it brought itself.
 */
import { z } from 'zod';
import { isRegisterKind } from '../domain/intake/register-kind.ts';
import { type ImportFound, listImports as list, listMappings, listRegisters } from '../store/import-lists.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { refuseReach } from './begin-import.ts';
import { type Counters, noCounters } from './import-counters.ts';
import { uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { accessOf } from './view-arm.ts';

/** Named limits: imports, registers and saved mappings shown at once. */
const SHOWN_MAX = 200;
const CHOICES_MAX = 500;

const input = z.strictObject({
  import: uuid.optional().describe('Only this one.'),
  limit: z.int().min(1).max(SHOWN_MAX).default(50),
});
type ListImports = z.infer<typeof input>;

export type ImportShown = {
  readonly id: string;
  readonly register: string;
  readonly kind: string;
  readonly file: string;
  readonly digest: string;
  readonly state: ImportFound['state'];
  readonly started: string;
  readonly touched: string;
  readonly counters: Counters;
  /** The name of whoever brought it; undefined where operators are not for the one who looks. */
  readonly by: string | undefined;
  /** True where whoever looks brought it. */
  readonly own: boolean;
};

export type Imports = {
  readonly imports: readonly ImportShown[];
  readonly registers: readonly { readonly name: string; readonly kind: string }[];
  readonly mappings: readonly string[];
};

export const listImports: Act<ListImports, Imports> = {
  name: 'import-file',
  says: 'Show the files that were brought in',
  clauses: ['own'],
  input,
  changes: false,
  async run(office, actor, wanted) {
    const far = refuseReach(actor);
    if (far) return far;
    await logAccess(office.db, accessOf(office, actor, 'import-file', wanted.import ?? ''));
    const wide = actor.scope.sees.has('site');
    const found = await list(office.db, wanted.limit, {
      id: wanted.import,
      operator: wide ? undefined : actor.operator,
    });
    const [registers, mappings] = wide
      ? await Promise.all([listRegisters(office.db, CHOICES_MAX), listMappings(office.db, CHOICES_MAX)])
      : [[], []];
    return {
      imports: await shownOf(office, actor, found),
      registers: registers
        .filter(({ kind }) => isRegisterKind(kind))
        .map(({ name, kind }) => ({ name, kind })),
      mappings,
    };
  },
};

async function shownOf(
  office: Office,
  actor: Actor,
  found: readonly ImportFound[],
): Promise<readonly ImportShown[]> {
  const named = actor.scope.sees.has('operator');
  const operators = found.map(({ operator }) => operator);
  const names = await namesOfOperators(office, operators, named);
  return found.map(({ operator, counters, id, register, kind, file, digest, state, started, touched }) => ({
    ...{ id, register, kind, file, digest, state, started, touched },
    counters: { ...noCounters(), ...(JSON.parse(counters) as Counters) },
    by: named ? (names.get(operator ?? '') ?? operator ?? undefined) : undefined,
    own: operator === actor.operator,
  }));
}
