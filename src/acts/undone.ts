/** How a refusal in the middle of a transaction undoes all of it and still comes out as a value. Not an act itself. */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class UndoneError extends Error {
  readonly no: Refusal;
  constructor(no: Refusal) {
    super(no.refused);
    this.no = no;
  }
}

/** Out of the transaction with a refusal. */
export function undo(no: Refusal): never {
  throw new UndoneError(no);
}

/** The value, or out of the transaction with the refusal. */
export function keptOrUndone<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new UndoneError(value);
  return value;
}

/** The refusal that a transaction was left with; anything else goes on being thrown. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof UndoneError) return error.no;
  throw error;
}
