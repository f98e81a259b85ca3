/**
 * The first page of whoever is signed in: what is overdue, what waits to be confirmed, what is disputed, within the scope.
 * Looking is an act: it leaves a line in the access log.
 *
 * @clause PoA II.17
 */
import { z } from 'zod';
import type { Refusal } from '../domain/base/refusal.ts';
import { countArms, type FoundArm, listArmsByIds } from '../store/find.ts';
import { getTreeSize } from '../store/tree.ts';
import { listHandOvers, listOpenWork, logAccess, type WorkItem } from '../store/work.ts';
import { foundArmOutput } from './arm-output.ts';
import { type Act, nowOf } from './office.ts';
import { id, namesOutput, workItemOutput } from './output.ts';
import { accessOf } from './view-arm.ts';
import { partiesWithin } from './within-scope.ts';

/** Named limits: lines of one list, and how far arms are counted. */
export const TODAY_LINES_MAX = 12;
const ARMS_COUNTED_MAX = 100_000;
const WORK_COUNTED_MAX = 500;

export type HandOverLine = {
  readonly arm: string;
  readonly due: string | undefined;
  /** True where the receiver is of the visitor's own agency: it waits for an answer from here. */
  readonly mine: boolean;
  readonly overdue: boolean;
};

export type Counted = { readonly total: number; readonly more: boolean };

export type Today = {
  readonly arms: Counted;
  readonly entries: number;
  readonly open: Counted;
  readonly work: readonly WorkItem[];
  /** Hand-overs that nobody has answered, the longest due first. */
  readonly handOvers: readonly HandOverLine[];
  /** The arms that the lines are about. */
  readonly about: ReadonlyMap<string, FoundArm>;
  readonly names: ReadonlyMap<string, string>;
};

const input = z.strictObject({});

const counted = z.strictObject({ total: z.int(), more: z.boolean() });
const output = z.strictObject({
  arms: counted,
  entries: z.int(),
  open: counted,
  work: z.array(workItemOutput),
  handOvers: z.array(
    z.strictObject({ arm: id, due: z.string().optional(), mine: z.boolean(), overdue: z.boolean() }),
  ),
  about: z.record(z.string(), foundArmOutput),
  names: namesOutput,
});

export const viewToday: Act<z.infer<typeof input>, Today> = {
  name: 'view-today',
  says: 'Show what is due, overdue, unconfirmed and disputed',
  clauses: ['PoA II.17'],
  input,
  output,
  changes: false,
  async run(office, actor): Promise<Today | Refusal> {
    const { db } = office;
    const { scope } = actor;
    const today = nowOf(office).slice(0, 10);
    const [arms, entries, open, posted] = await Promise.all([
      countArms(db, scope, {}, ARMS_COUNTED_MAX),
      getTreeSize(db),
      listOpenWork(db, scope, WORK_COUNTED_MAX + 1),
      listHandOvers(db, scope, TODAY_LINES_MAX),
    ]);
    const work = open.slice(0, TODAY_LINES_MAX);
    const own = new Set(scope.parties);
    const handOvers = posted.map(({ arm, due, receiver }) => ({
      arm,
      due,
      mine: receiver !== undefined && own.has(receiver),
      overdue: due !== undefined && due < today,
    }));
    const subjects = [...new Set([...work.map((item) => item.subject), ...handOvers.map((one) => one.arm)])];
    const listed = await listArmsByIds(db, scope, subjects);
    const keepers = listed.flatMap((arm) => (arm.keeper === undefined ? [] : [arm.keeper]));
    const { names, hidden } = await partiesWithin(db, scope, keepers);
    const shown = listed.map((arm) => ({
      ...arm,
      keeper: arm.keeper && (hidden.get(arm.keeper) ?? arm.keeper),
    }));
    await logAccess(db, accessOf(office, actor, 'view-today', listed.map((arm) => arm.id).join(' ')));
    return {
      arms,
      entries,
      open: { total: Math.min(open.length, WORK_COUNTED_MAX), more: open.length > WORK_COUNTED_MAX },
      work,
      handOvers,
      about: new Map(shown.map((arm) => [arm.id, arm])),
      names,
    };
  },
};
