/**
 * What can be wrong with a sheet, as refusals. What is known at opening is returned; what shows only in the
 * middle of the stream is thrown as a SheetProblemError carrying the same refusal, because an iterator has no
 * other way to stop: the caller catches it and says how far it came. A file that changes or cannot be read is a
 * Fault, not a problem.
 */
import { type Facts, type Refusal, refusal } from '../../domain/base/refusal.ts';

export type SheetProblemCode =
  | 'not-a-sheet'
  | 'encrypted'
  | 'truncated'
  | 'too-large'
  | 'too-many-columns'
  | 'cell-too-large'
  | 'bomb'
  | 'encoding'
  | 'old-format'
  | 'no-sheet';

export type SheetProblem = Refusal<SheetProblemCode>;

/** Carries a refusal out of the middle of a stream of rows. */
export class SheetProblemError extends Error {
  readonly problem: SheetProblem;
  constructor(problem: SheetProblem) {
    super(`sheet problem: ${problem.refused}`);
    this.name = 'SheetProblemError';
    this.problem = problem;
  }
}

/** Stops a stream with a refusal. */
export function stopReading(code: SheetProblemCode, facts?: Facts): never {
  throw new SheetProblemError(refusal(code, facts));
}

/** Runs an opening step and returns a refusal thrown inside it as a value. */
export async function returnProblem<T>(step: () => Promise<T>): Promise<T | SheetProblem> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SheetProblemError) return error.problem;
    throw error;
  }
}
