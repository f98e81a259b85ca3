/**
 * How many requests a key may make: a bucket for each key that fills evenly and holds one minute's worth. Kept in memory,
 * since one process serves a home; a restart fills the buckets, which harms nobody.
 */
export type Allowance = {
  readonly allowed: boolean;
  /** Whole requests that are left. */
  readonly left: number;
  /** Seconds until the next request may be made; 0 where it may be made now. */
  readonly waitSeconds: number;
};

type Bucket = { tokens: number; at: number; perMinute: number };

const MINUTE_MS = 60_000;
/** Named limit: buckets remembered. There is one for each valid key, so a home has far fewer. */
const BUCKETS_MAX = 10_000;

/** Counts the requests of keys. @unit clock: milliseconds */
export function makeRates(clock: () => number): (key: string, perMinute: number) => Allowance {
  const buckets = new Map<string, Bucket>();
  return (key, perMinute) => {
    const now = clock();
    const known = buckets.get(key);
    const bucket = known?.perMinute === perMinute ? known : { tokens: perMinute, at: now, perMinute };
    if (bucket !== known) {
      if (buckets.size >= BUCKETS_MAX) buckets.clear();
      buckets.set(key, bucket);
    }
    // A clock that goes back gives nothing and takes nothing.
    const passed = Math.max(0, now - bucket.at);
    bucket.tokens = Math.min(perMinute, bucket.tokens + (passed * perMinute) / MINUTE_MS);
    bucket.at = now;
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    const missing = Math.max(0, 1 - bucket.tokens);
    return {
      allowed,
      left: Math.floor(bucket.tokens),
      waitSeconds: Math.ceil((missing * 60) / perMinute),
    };
  };
}
