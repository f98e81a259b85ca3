/**
 * How a submission that comes again gets its first answer, whatever has happened since: the act is looked up by the id its
 * client made before anything is decided, and once more where two submissions met. Not an act itself.
 *
 * What could go wrong: an id used again for another act, or by somebody else, would be answered with what was never asked,
 * or never theirs to see. Only the same act of the same operator is the same submission.
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { findKeptAct, isRepeated, type KeptAct } from '../store/ledger.ts';
import type { Office } from './office.ts';

export type Once<Result> = { readonly result: Result; readonly fresh: boolean };

/** Whose submission of what act. */
export type Submission = Pick<KeptAct, 'kind' | 'operator'>;

/**
 * Runs an act unless it was kept before; gives its first answer in both cases.
 * @refuses act-id-taken where the id stands for another submission, and what the act refuses
 */
export async function once<Result>(
  office: Office,
  act: string,
  run: () => Promise<Result | Refusal>,
  submission?: Submission,
): Promise<Once<Result> | Refusal> {
  const before = await findKeptAct(office.db, act);
  if (before !== undefined) return repeated(before, act, submission);
  try {
    const done = await run();
    if (isRefusal(done)) {
      // Where the same submission came twice at once, the later one is refused by what the first has kept.
      const first = await findKeptAct(office.db, act);
      return first ? repeated(first, act, submission) : done;
    }
    office.nudge();
    return { result: done, fresh: true };
  } catch (error) {
    if (!isRepeated(error)) throw error;
    const first = await findKeptAct(office.db, act);
    return first ? repeated(first, act, submission) : refusal('act-id-taken', { act });
  }
}

function repeated<Result>(kept: KeptAct, act: string, submission?: Submission): Once<Result> | Refusal {
  const answer = firstAnswer<Result>(kept, act, submission);
  return isRefusal(answer) ? answer : { result: answer, fresh: false };
}

/**
 * The first answer of an act that was kept.
 * @refuses act-id-taken where it was another submission
 */
export function firstAnswer<Result>(
  kept: KeptAct,
  act: string,
  submission: Submission | undefined,
): Result | Refusal {
  const same =
    submission === undefined || (kept.kind === submission.kind && kept.operator === submission.operator);
  return same ? (JSON.parse(kept.result) as Result) : refusal('act-id-taken', { act });
}
