/**
 * Hands for the tests of the house: homes that vanish after the test, visitors as processes of their own, and a look
 * at which PostgreSQL processes work in a home. Every wait ends with a sentence.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

export type Message = Readonly<Record<string, unknown>>;

export type Visitor = {
  readonly process: ChildProcess;
  /** The first message, since the last one taken, that has this word; fails after some seconds. */
  next(word: string): Promise<Message>;
  say(word: string): void;
  /** How the process ended. */
  ended(): Promise<number | string>;
};

const VISITOR = path.join(import.meta.dirname, 'visitor.ts');
const PATIENCE_MS = 20_000;

/** A folder that is removed after the test, together with whatever still runs in it. */
export function makeFolder(t: TestContext, below = os.tmpdir()): string {
  const folder = fs.mkdtempSync(path.join(below, 'house-'));
  t.after(async () => {
    for (const pid of listPostgres(path.join(folder, 'data'))) process.kill(pid, 'SIGQUIT');
    await sleep(50);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** Starts a visitor of that home; `before` are words put before the command, `node` and `program` other copies. */
export function visit(
  t: TestContext,
  home: string,
  role: 'server' | 'cli',
  {
    before = [],
    node = process.execPath,
    program = VISITOR,
    env = process.env,
  }: {
    before?: readonly string[];
    node?: string;
    program?: string;
    env?: NodeJS.ProcessEnv;
  } = {},
): Visitor {
  const words = [...before, node, program, home, role];
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['pipe', 'pipe', 'pipe'], cwd: '/', env });
  t.after(() => child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  child.stdin.on('error', () => {});
  const messages: Message[] = [];
  readline
    .createInterface({ input: child.stdout })
    .on('line', (line) => messages.push(JSON.parse(line) as Message));
  const exited = new Promise<number | string>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal ?? '')),
  );
  return {
    process: child,
    say: (word) => void child.stdin.write(`${word}\n`),
    ended: () => exited,
    next: (word) =>
      until(`a message with "${word}" (${errors})`, () => {
        const at = messages.findIndex((message) => word in message);
        if (at >= 0) return messages.splice(0, at + 1).at(-1);
        const fault = messages.find((message) => 'fault' in message);
        if (fault !== undefined) throw new Error(`the visitor failed: ${fault.fault}`);
        return undefined;
      }),
  };
}

/** Waits until there is an answer; fails with what was waited for. */
export async function until<Found>(
  what: string,
  look: () => Found | undefined | false,
  patienceMs = PATIENCE_MS,
): Promise<Found> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await sleep(20);
  }
  throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
}

/** The process numbers of the PostgreSQL servers, not of their workers, in that home. */
export function listPostgres(home: string): number[] {
  const data = path.join(home, 'database');
  return listProcesses()
    .filter(({ cwd, words }) => cwd === data && words.includes('-D'))
    .map(({ pid }) => pid);
}

/** The process numbers of the hosts of that home. */
export function listHosts(home: string): number[] {
  return listProcesses()
    .filter(({ words }) => words.includes(home) && words.some((word) => word.endsWith('/database/host.ts')))
    .filter(({ words }) => !words.includes('-E'))
    .map(({ pid }) => pid);
}

function listProcesses(): { pid: number; cwd: string; words: string[] }[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        return [{ pid: Number(name), cwd: fs.readlinkSync(`/proc/${name}/cwd`), words }];
      } catch {
        return [];
      }
    });
}
