/**
 * Runs one command: reads its words, opens what it needs, prints its answer and gives the exit code. All words go to
 * standard error under --json, so that standard output holds nothing but JSON.
 */
import { parseArgs } from 'node:util';
import { consolePerson } from '../../acts/console-person.ts';
import { findAccountId, findPerson } from '../../acts/find-person.ts';
import { type Actor, machine, type Office, type Person } from '../../acts/office.ts';
import { permit } from '../../acts/perform.ts';
import { FIELDS } from '../../domain/access/scope.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { Fault, isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { SheetProblemError } from '../sheets/sheet.ts';
import { sayNo } from '../words/say-no.ts';
import { type Answer, type Command, type House, type LinesAnswer, Refused, shown, Usage } from './command.ts';

export type Opened = { readonly office: Office; readonly drain: () => Promise<void>; close(): Promise<void> };

export type Runtime = {
  readonly commands: readonly Command[];
  readonly open: (kind?: 'demonstration') => Promise<Opened | Refusal>;
  readonly house: House;
  readonly home: string;
  /** Resolves when more may be written. */
  readonly out: (text: string) => void | Promise<void>;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
  readonly operator: string;
  readonly signal: AbortSignal;
};

/** Runs the command that the arguments name; gives the exit code. */
export async function runCommand(runtime: Runtime, args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = runtime.commands.find((one) => one.name === name);
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help';
    (asked ? runtime.out : runtime.err)(
      `${asked ? '' : `There is no command "${name}".\n`}${helpOf(runtime.commands)}\n`,
    );
    return asked ? 0 : 2;
  }
  let opened: Opened | undefined;
  let json = rest.includes('--json');
  try {
    const { values, positionals } = parseOptions(command, rest);
    json = values.json === true;
    const office = async (kind?: 'demonstration'): Promise<Office> => {
      opened ??= await openOrRefuse(runtime, kind);
      return opened.office;
    };
    const person = async (): Promise<Person> => personOf(runtime, await office(), values);
    const answer = await command.run({
      words: positionals,
      options: values,
      purpose: values.purpose ?? '',
      person,
      permitted: async (power) =>
        orRefused(await permit(await office(), await person(), values.purpose ?? '', power)),
      console: () => consoleActor(values),
      house: runtime.house,
      office,
      drain: async () => opened?.drain(),
      home: runtime.home,
      signal: runtime.signal,
      say: (text) => runtime.err(`${text}\n`),
      progress: (text) => runtime.err(runtime.isTerminal ? `\r\u001b[K${text}` : `${text}\n`),
    });
    if (isRefusal(answer)) return refused(runtime, answer, json);
    return 'lines' in answer ? await printLines(runtime, answer, json) : printed(runtime, answer, json);
  } catch (error) {
    return failed(runtime, command, error, json);
  } finally {
    await opened?.close();
  }
}

/** The account that --operator names, under --posting or its first one; without it, whoever holds the machine. */
async function personOf(runtime: Runtime, office: Office, values: Values): Promise<Person> {
  const { operator, posting } = values;
  if (operator === undefined) {
    const person = consolePerson();
    const expert = values.expert === true && runtime.house.isExpert(runtime.operator);
    return expert ? { ...person, role: { ...person.role, sees: FIELDS } } : person;
  }
  const account = await findAccountId(office, operator);
  if (account === undefined) throw new Refused(refusal('account-unknown', { account: operator }));
  const id = posting === undefined ? undefined : parseUuid(posting);
  const person =
    posting !== undefined && id === undefined ? undefined : await findPerson(office, account, id);
  if (!person) throw new Refused(refusal('posting-none', { account: operator }));
  return person;
}

function consoleActor(values: Values): Actor {
  if (values.operator !== undefined) throw new Refused(refusal('console-only'));
  return machine('console', values.purpose ?? '');
}

function orRefused<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Refused(value);
  return value;
}

type Values = {
  json?: boolean;
  operator?: string;
  posting?: string;
  purpose?: string;
  expert?: boolean;
} & Record<string, string | boolean | undefined>;

function parseOptions(command: Command, rest: readonly string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries({
      ...command.options,
      json: 'flag',
      operator: 'text',
      posting: 'text',
      purpose: 'text',
    }).map(([key, kind]) => [key, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    const parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
    return { values: parsed.values as Values, positionals: parsed.positionals };
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}

async function openOrRefuse(runtime: Runtime, kind: 'demonstration' | undefined): Promise<Opened> {
  const opened = await runtime.open(kind);
  if (isRefusal(opened)) throw new Refused(opened);
  return opened;
}

function printed(runtime: Runtime, answer: Answer, json: boolean): number {
  if (runtime.isTerminal) runtime.err('\r\u001b[K');
  runtime.out(`${json ? JSON.stringify(answer.json, replaceMaps) : answer.text}\n`);
  return answer.exit ?? 0;
}

/** Line after line as they come; whoever reads slowly is waited for. */
async function printLines(runtime: Runtime, { lines }: LinesAnswer, json: boolean): Promise<number> {
  for await (const line of lines) await runtime.out(`${json ? line.json() : line.text()}\n`);
  return 0;
}

function replaceMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

function refused(runtime: Runtime, refusal: Refusal, json: boolean): number {
  const says = sayNo(refusal);
  if (json) runtime.out(`${JSON.stringify({ ...refusal, says })}\n`);
  runtime.err(`${says.split('\n').map(shown).join('\n')}\n`);
  return 1;
}

function failed(runtime: Runtime, command: Command, error: unknown, json: boolean): number {
  if (error instanceof Refused) return refused(runtime, error.refusal, json);
  if (error instanceof SheetProblemError) return refused(runtime, error.problem, json);
  if (error instanceof Usage) {
    runtime.err(`${error.message}\nUsage: countermark ${command.usage}\n`);
    return 2;
  }
  const fault = error instanceof Fault ? error : undefined;
  const says =
    fault?.message ??
    `Something is broken in this program: ${error instanceof Error ? error.message : String(error)}`;
  if (json)
    runtime.out(
      `${JSON.stringify({ fault: fault?.code ?? 'broken', says, retry: fault?.retry ?? false })}\n`,
    );
  runtime.err(`${says}\n`);
  if (!fault && error instanceof Error && error.stack) runtime.err(`${error.stack}\n`);
  return 3;
}

function helpOf(commands: readonly Command[]): string {
  const lines = commands.map((command) => `  countermark ${command.usage}\n      ${command.says}`);
  return `Countermark, the open register of small arms.\n\n${lines.join('\n')}\n\nEvery command takes --json, --operator LOGIN (with its rights; --posting ID for another than its first) and --purpose CASE.\nExit: 0 done, 1 refused, 2 wrong usage, 3 fault.`;
}
