/** Keys of the exchange for a test: held in memory, gone with it. */
import type { KeyObject } from 'node:crypto';
import type { ExchangeKeys } from '../src/acts/office.ts';

/** A place for keys, with nothing in it yet. */
export function heldKeys(): ExchangeKeys {
  const held = new Map<string, KeyObject>();
  return {
    find: (kid) => held.get(kid),
    keep: (kid, key) => void held.set(kid, key),
    forget: (kid) => void held.delete(kid),
  };
}
