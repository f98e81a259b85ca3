/**
 * The command line: what a command is, and how its answer goes out. JSON goes to standard output and words to standard
 * error; exit 0 done, 1 refused, 2 wrong usage, 3 fault.
 */
import type { NoteErasures } from '../../acts/erase-personal-data.ts';
import type { Actor, Office, Person } from '../../acts/office.ts';
import type { Restored } from '../../acts/restore-home.ts';
import type { Refusal } from '../../domain/base/refusal.ts';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What only the house itself can do: keys beside the database, and restoring a home that is not open yet. */
export type House = {
  readonly recipients: () => readonly string[];
  /** True where the State has named this operator as one who may see security marks. */
  readonly isExpert: (operator: string) => boolean;
  readonly addRecipient: (recipient: string) => void;
  /** The address of the server that serves this home now; none where none runs, or where that cannot be told. */
  readonly address: () => Promise<string | undefined>;
  readonly restore: (actor: Actor, task: RestoreTask) => Promise<Restored | Refusal>;
  /** Remembers erasures outside the database, for a restore from an older backup. */
  readonly noteErasures: NoteErasures;
};

export type RestoreTask = {
  readonly file: string;
  readonly identity: string;
  readonly erasures?: string;
  readonly key?: string;
  readonly since?: string;
  readonly say: (text: string) => void;
};

export type Context = {
  readonly house: House;
  readonly words: readonly string[];
  readonly options: Options;
  /** The case or other purpose that was given. */
  readonly purpose: string;
  /** Who works: the account of --operator under its posting, or else whoever holds the machine. */
  readonly person: () => Promise<Person>;
  /** The actor in an act or power that the person may do; a refusal ends the command. */
  readonly permitted: (power: string) => Promise<Actor>;
  /** The actor of what only whoever holds the machine may do; a named operator is refused. */
  readonly console: () => Actor;
  /** Opens the office; closed by whoever runs the command. A new home becomes a demonstration where that is asked. */
  readonly office: (kind?: 'demonstration') => Promise<Office>;
  /** Numbers all entries that wait. */
  readonly drain: () => Promise<void>;
  readonly home: string;
  readonly signal: AbortSignal;
  /** Words and progress, on standard error. */
  readonly say: (text: string) => void;
  /** Progress that overwrites itself where a person looks on. */
  readonly progress: (text: string) => void;
};

export type Answer = {
  /** What --json prints. */
  readonly json: unknown;
  /** What a person reads. */
  readonly text: string;
  /** 1 where the answer itself is a no (a ledger that does not verify). */
  readonly exit?: 0 | 1;
};

/** A line of an answer: what --json prints, and what a person reads; only one of them is ever asked for. */
export type Line = { readonly json: () => string; readonly text: () => string };

/** An answer that comes line by line. */
export type LinesAnswer = { readonly lines: AsyncIterable<Line> };

export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly says: string;
  /** Options beside --json, --operator, --posting, --purpose. True: takes a value. */
  readonly options: Readonly<Record<string, 'text' | 'flag'>>;
  run(context: Context): Promise<Answer | LinesAnswer | Refusal>;
};

/** Carries a refusal out of the middle of a command. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Wrong usage: exit 2. */
export class Usage extends Error {}

/** The value of an option that takes a text. */
export function textOf(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The named word of a command, or wrong usage. */
export function wordOf(context: Context, place: number, what: string): string {
  const word = context.words[place];
  if (word === undefined) throw new Usage(`Missing: ${what}.`);
  return word;
}

/** A text that a terminal cannot take for an order: control and bidirectional characters are shown as signs. */
export function shown(text: string): string {
  return text.replace(
    /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu,
    (sign) => `⟨${sign.codePointAt(0)!.toString(16).padStart(4, '0')}⟩`,
  );
}
