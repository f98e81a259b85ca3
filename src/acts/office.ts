/**
 * What an act works with: the database, the State it works for, a clock, dice, and the key that signs checkpoints. Put
 * together in src/main only; a test gives its own clock and dice.
 */
import type { KeyObject } from 'node:crypto';
import type { ZodType } from 'zod';
import { type Uuid, uuidV7 } from '../domain/base/id.ts';
import type { Refusal } from '../domain/base/refusal.ts';
import type { Database } from '../store/database.ts';

export type Signer = {
  /** Origin line of the epoch, which is also the name of the key. */
  readonly origin: string;
  readonly privateKey: KeyObject;
  readonly verifierKey: string;
};

export type Office = {
  readonly db: Database;
  readonly state: string;
  readonly node: string;
  readonly demonstration: boolean;
  readonly signer: Signer;
  /** @unit milliseconds since 1970 */
  readonly clock: () => number;
  /** Fresh random bytes; what was drawn is never written over. */
  readonly random: (bytes: number) => Uint8Array;
  /** Tells the integrator of this process that entries wait. */
  readonly nudge: () => void;
};

/** Who acts, and for what purpose: a case number where there is one. */
export type Actor = {
  readonly operator: string;
  readonly purpose: string;
  /** Named experts only: may see security marks. */
  readonly expert?: boolean;
};

/**
 * A legal power of the system, declared once and read by every door.
 * `clauses` stand in instruments/; an act that no clause asks for says "own".
 */
export type Act<Input, Output> = {
  readonly name: string;
  readonly says: string;
  readonly clauses: readonly string[];
  readonly input: ZodType<Input>;
  run(office: Office, actor: Actor, input: Input): Promise<Output | Refusal>;
};

/** A new id in the order of time. */
export function newId(office: Office): Uuid {
  return uuidV7(office.clock(), office.random(10));
}

/** The moment of recording, to the millisecond. */
export function nowOf(office: Office): string {
  return new Date(office.clock()).toISOString();
}

/** Random bytes drawn in large helpings: one system call serves hundreds of salts and ids. */
export function randomFrom(
  fill: (target: Uint8Array) => void,
  helpingBytes = 16_384,
): (bytes: number) => Uint8Array {
  let helping = new Uint8Array(0);
  let at = 0;
  return (bytes) => {
    if (at + bytes > helping.length) {
      helping = new Uint8Array(Math.max(helpingBytes, bytes));
      fill(helping);
      at = 0;
    }
    const drawn = helping.subarray(at, at + bytes);
    at += bytes;
    return drawn;
  };
}
