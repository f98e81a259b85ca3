/** When an outgoing message is tried again: soon at first, then ever later, never more seldom than every few hours. */
const FIRST_MS = 10_000;
const LONGEST_MS = 4 * 3_600_000;

/**
 * How long to wait after so many attempts that brought no receipt. `spread` from 0 to 1 keeps nodes that went down together
 * from coming back together.
 * @unit milliseconds
 */
export function waitAfter(attempts: number, spread: number): number {
  const doubled = FIRST_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 20);
  return Math.round(Math.min(doubled, LONGEST_MS) * (0.75 + spread / 4));
}
