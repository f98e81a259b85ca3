/** How a part of a transaction is undone while the rest of it stands. */
import type { Statements } from './database.ts';

/** Runs a part; where `undone` says so of what it gave, nothing of the part is kept. */
export async function inPart<T>(
  tx: Statements,
  run: () => Promise<T>,
  undone: (result: T) => boolean,
): Promise<T> {
  await tx.rows('savepoint part');
  const result = await run();
  await tx.rows(undone(result) ? 'rollback to savepoint part' : 'release savepoint part');
  return result;
}
