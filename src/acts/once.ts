/**
 * How a submission that comes again gets its first answer, whatever has happened since: the act is looked up by the id its
 * client made before anything is decided, and once more where two submissions met. Not an act itself.
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { findActResult, isRepeated } from '../store/ledger.ts';
import type { Office } from './office.ts';

export type Once<Result> = { readonly result: Result; readonly fresh: boolean };

/**
 * Runs an act unless it was kept before; gives its first answer in both cases.
 * @refuses what the act refuses
 */
export async function once<Result>(
  office: Office,
  act: string,
  run: () => Promise<Result | Refusal>,
): Promise<Once<Result> | Refusal> {
  const before = await findActResult(office.db, act);
  if (before !== undefined) return { result: JSON.parse(before) as Result, fresh: false };
  try {
    const done = await run();
    if (isRefusal(done)) return done;
    office.nudge();
    return { result: done, fresh: true };
  } catch (error) {
    if (!isRepeated(error)) throw error;
    const first = await findActResult(office.db, act);
    return { result: JSON.parse(first ?? '{}') as Result, fresh: false };
  }
}
