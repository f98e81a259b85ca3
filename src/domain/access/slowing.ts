/**
 * How failed tries slow further ones down. A counter leaks: each failure moves its end on by a fixed time, so the failures
 * that count are the time to its end. The first few are free, then each doubles the wait, up to a bound: guessing becomes
 * hopeless and nobody is locked out for ever.
 *
 * What could go wrong: a stranger keeps an officer waiting by failing under the officer's login. So tries from a place from
 * which the account has signed in before count by themselves (see src/acts/slow-down.ts).
 *
 * @clause J-02
 */

/** A failure counts at once, so that tries made at the same moment see each other. */
export type Counter = {
  /** @unit milliseconds since 1970 */
  readonly lastAt: number;
  /** When all failures are forgotten. @unit milliseconds since 1970 */
  readonly clearsAt: number;
};

export type SlowingRule = {
  /** Failures without a wait. */
  readonly free: number;
  readonly waitMaxSeconds: number;
  /** In what time one failure is forgotten. */
  readonly forgetsSeconds: number;
};

/** Named limits: tries under one login from places it has not been used from. */
export const BY_ACCOUNT: SlowingRule = { free: 5, waitMaxSeconds: 300, forgetsSeconds: 900 };
/** Named limits: tries from one address (IPv6: one /64), whatever the login; an office may stand behind one. */
export const BY_ADDRESS: SlowingRule = { free: 30, waitMaxSeconds: 300, forgetsSeconds: 60 };

export const NO_FAILURES: Counter = { lastAt: 0, clearsAt: 0 };

/** Failures that still count. */
export function countFailures(counter: Counter, rule: SlowingRule, now: number): number {
  return Math.max(0, Math.ceil((counter.clearsAt - now) / (rule.forgetsSeconds * 1000)));
}

/**
 * How long the next try has to wait; 0 where it may be made now.
 * @unit seconds, rounded up
 */
export function waitSeconds(counter: Counter, rule: SlowingRule, now: number): number {
  const over = countFailures(counter, rule, now) - rule.free;
  if (over < 0) return 0;
  const wait = Math.min(2 ** over, rule.waitMaxSeconds);
  // A clock that was set back must not make anybody wait longer than the rule says.
  return Math.max(0, Math.min(wait, Math.ceil((counter.lastAt - now) / 1000 + wait)));
}

/** The counter with one more failure; it never grows beyond what the longest wait needs, so it is forgotten in hours. */
export function withFailure(counter: Counter, rule: SlowingRule, now: number): Counter {
  const step = rule.forgetsSeconds * 1000;
  const most = (rule.free + Math.ceil(Math.log2(rule.waitMaxSeconds)) + 1) * step;
  return { lastAt: now, clearsAt: Math.min(Math.max(counter.clearsAt, now) + step, now + most) };
}
