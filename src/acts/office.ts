/**
 * What an act works with: the database, the State it works for, a clock, dice, and the key that signs checkpoints. Put
 * together in src/main only; a test gives its own clock and dice.
 */
import type { KeyObject } from 'node:crypto';
import type { ZodType } from 'zod';
import type { Role } from '../domain/access/role.ts';
import { EVERYTHING, type Scope } from '../domain/access/scope.ts';
import { type Uuid, uuidV7 } from '../domain/base/id.ts';
import type { Refusal } from '../domain/base/refusal.ts';
import type { Weights } from '../domain/identification/weights.ts';
import type { ReferenceTables } from '../domain/reference/tables.ts';
import type { Database } from '../store/database.ts';

export type Signer = {
  /** Origin line of the epoch, which is also the name of the key. */
  readonly origin: string;
  readonly privateKey: KeyObject;
  readonly verifierKey: string;
};

/**
 * The private keys by which this node signs and opens what passes between nodes, by their thumbprints. They stand beside the
 * database, never in it; which of them counts is told by the cards of the node.
 */
export type ExchangeKeys = {
  find(kid: string): KeyObject | undefined;
  /** @durable when it returns */
  keep(kid: string, key: KeyObject): void;
  forget(kid: string): void;
};

export type Office = {
  readonly db: Database;
  readonly state: string;
  readonly node: string;
  readonly demonstration: boolean;
  readonly signer: Signer;
  readonly exchange: ExchangeKeys;
  /** @unit milliseconds since 1970 */
  readonly clock: () => number;
  /** Fresh random bytes; what was drawn is never written over. */
  readonly random: (bytes: number) => Uint8Array;
  /** The tables of makers, calibres and models with the rows of the State laid over them, ready to be asked. */
  readonly reference: () => Promise<ReferenceTables>;
  /** Tells that this process changed the tables: the next who asks gets them as they are now. */
  readonly referenceChanged: () => void;
  /** The weights of identification. */
  readonly weights: () => Promise<Weights>;
  /** Tells the integrator of this process that entries wait. */
  readonly nudge: () => void;
};

/** Who acts, for what purpose (a case number where there is one), and how far this act reaches. */
export type Actor = {
  /** Id of an account, `key:` and the id of a client's key, `console`, or the machine itself. */
  readonly operator: string;
  readonly purpose: string;
  readonly scope: Scope;
};

/** Somebody known at a door, under the posting in which he or she works. */
export type Person = {
  readonly operator: string;
  /** How the person is called on screen; never kept by an act. */
  readonly name: string;
  readonly role: Role;
  /** The agency of the posting and all below it. */
  readonly parties: readonly string[];
};

/** The machine's own work, or that of whoever holds the machine: nothing is out of reach, and all of it is logged. */
export function machine(operator: string, purpose: string): Actor {
  return { operator, purpose, scope: EVERYTHING };
}

/**
 * A legal power of the system, declared once and read by every door.
 * `clauses` stand in instruments/; an act that no clause asks for says "own".
 */
export type Act<Input, Output> = {
  readonly name: string;
  readonly says: string;
  readonly clauses: readonly string[];
  readonly input: ZodType<Input>;
  /** What it answers, as JSON tells it; every answer of the API is checked against it in the tests. */
  readonly output?: ZodType;
  /** True where it writes the register; looking is an act too, and leaves only a line in the access log. */
  readonly changes: boolean;
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
