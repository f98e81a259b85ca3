/**
 * A refusal is an expected "no": a value, never thrown. It carries a code from a closed union, the clause it
 * rests on where there is one, and facts for the sentence a person reads. Faults (disk, database, peer) are
 * thrown as Fault; broken assumptions are assertions. The three are never mixed.
 */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** An expected "no": what was asked cannot be permitted or understood. */
export type Refusal<Code extends string = string> = {
  readonly refused: Code;
  readonly clause?: string;
  readonly facts?: Facts;
};

/** Makes a refusal; `facts` fill the sentence shown to people. */
export function refusal<Code extends string>(refused: Code, facts?: Facts, clause?: string): Refusal<Code> {
  return { refused, ...(clause === undefined ? {} : { clause }), ...(facts === undefined ? {} : { facts }) };
}

/** True where a result is a refusal rather than a value. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** What the outside world can fail at; `retry` says whether trying again may help. */
export type FaultCode = 'database' | 'disk' | 'file' | 'home' | 'interrupted' | 'install';

/** Thrown where the world failed: database, disk, file. Caught only in doors and jobs. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly retry: boolean;
  constructor(code: FaultCode, message: string, options: { cause?: unknown; retry?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.retry = options.retry ?? false;
  }
}

/** Stops where an assumption of ours does not hold: never caught except to log, roll back and answer 500. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`broken: ${why}`);
}
