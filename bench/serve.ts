/**
 * Requests a second over TCP, on a home of 100,000 arms, at 1 to 64 connections: the API, signed in by key, each look in the
 * access log, a tenth of them writes; and beside it the pages of arms as a browser asks for them, signed in by a session, each
 * look in the access log, compressed. Server, database and load generator share the machine. Beside the rate stands what a
 * request costs of the processor in each of them, which is the same on a machine that has other work.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchHome } from './data/home.ts';
import { type LoadAnswer, type LoadRequest, runLoad } from './http-load.ts';
import { quantile, round, say } from './office.ts';

const CONNECTIONS = '1,4,16,32,64';
const WARMING_SECONDS_MAX = 5;
const WRITES_SHARE = 0.1;
const TICK_MS = 10;
const BAR = { requestsPerSecond: 800, p99Ms: 100 };

type Ready = {
  readonly port: number;
  readonly keys: readonly string[];
  readonly sessions: readonly string[];
  readonly arms: readonly { readonly id: string; readonly number: string; readonly serial: string }[];
};

/** Measures the API and the pages of arms (`--mix` names one of the two) at every number of `--connections`. */
export async function benchServe(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const seconds = Number(options.seconds ?? 10);
  const home = await benchHome(Number(options.arms ?? 100_000), { say });
  const child = fork(join(import.meta.dirname, 'serve-child.ts'), [home], {
    execArgv: [
      ...process.execArgv,
      ...(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []),
    ],
  });
  const ready = await answerOf<Ready>(child);
  const mixes = Object.entries({ api: mixOf(ready), pages: pagesOf(ready) }).filter(
    ([name]) => (options.mix ?? name) === name,
  );
  const results: Record<string, Record<string, object>> = {};
  try {
    for (const [, next] of mixes)
      await runLoad({
        port: ready.port,
        connections: 16,
        seconds: Math.min(WARMING_SECONDS_MAX, seconds),
        next,
      });
    for (const connections of (options.connections ?? CONNECTIONS).split(',')) {
      results[connections] = {};
      for (const [name, next] of mixes) {
        say(`${connections} connections, ${name}`);
        results[connections][name] = await measured(child, home, () =>
          runLoad({ port: ready.port, connections: Number(connections), seconds, next }),
        );
      }
    }
  } finally {
    child.send('end');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  return { arms: ready.arms.length, seconds, results, bar: BAR };
}

/** One run, with what it cost of the processor. */
async function measured(
  child: ChildProcess,
  home: string,
  run: () => ReturnType<typeof runLoad>,
): Promise<object> {
  const before = await usageOf(child, home);
  const { answers, seconds } = await run();
  const after = await usageOf(child, home);
  const perRequest = (name: keyof typeof after): number =>
    round((after[name] - before[name]) / answers.length);
  const cpuMs = {
    server: perRequest('server'),
    database: perRequest('database'),
    generator: perRequest('generator'),
  };
  const whole = cpuMs.server + cpuMs.database + cpuMs.generator;
  const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0);
  return {
    requestsPerSecond: Math.round(answers.length / seconds),
    ...timesOf(answers),
    byKind: Object.fromEntries(
      [...Map.groupBy(answers, (answer) => answer.name)].map(([name, some]) => [name, timesOf(some)]),
    ),
    failed: answers.filter((answer) => answer.status !== 200).length,
    bytesPerAnswer: Math.round(bytes / answers.length),
    cpuMsPerRequest: cpuMs,
    requestsPerSecondOfTwoFreeCores: Math.round(2000 / whole),
  };
}

function timesOf(answers: readonly LoadAnswer[]): object {
  const took = answers.map((answer) => answer.tookMs);
  return { p50Ms: quantile(took, 0.5), p95Ms: quantile(took, 0.95), p99Ms: quantile(took, 0.99) };
}

/** Nine looks and a sighting: arms by their number, arms by what is read on them. */
function mixOf({ keys, arms }: Ready): () => LoadRequest {
  let turn = 0;
  return () => {
    turn++;
    const arm = arms[Math.floor(Math.random() * arms.length)]!;
    const headers = {
      Authorization: `Bearer ${keys[turn % keys.length]}`,
      'Content-Type': 'application/json',
      Purpose: 'case 118/23',
    };
    const post = (name: string, input: object): LoadRequest => ({
      name,
      method: 'POST',
      path: `/api/v1/${name}`,
      headers,
      body: JSON.stringify(input),
    });
    if (Math.random() < WRITES_SHARE)
      return post('record-event', { act: randomUUID(), arm: arm.id, type: 'sighted', how: 'read' });
    return turn % 2
      ? post('view-arm', { arm: arm.number })
      : post('find-arms', { serial: arm.serial.slice(0, 60) });
  };
}

/** The page of an arm, as a browser asks for it. */
function pagesOf({ sessions, arms }: Ready): () => LoadRequest {
  let turn = 0;
  return () => ({
    name: 'arm page',
    method: 'GET',
    path: `/arms/${arms[Math.floor(Math.random() * arms.length)]!.number}`,
    headers: {
      Cookie: `countermark-session=${sessions[turn++ % sessions.length]}`,
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'Accept-Language': 'en-GB,en;q=0.7,fr;q=0.3',
      'Accept-Encoding': 'gzip, deflate, br, zstd',
      'Sec-Fetch-Dest': 'document',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Site': 'same-origin',
    },
  });
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The server ended with ${code}.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}

/** Milliseconds of processor used so far by the server, the database of the home, and this process. */
async function usageOf(
  child: ChildProcess,
  home: string,
): Promise<{ server: number; database: number; generator: number }> {
  const asked = answerOf<{ cpuMs: number }>(child);
  child.send('usage');
  const { cpuMs } = await asked;
  const { user, system } = process.cpuUsage();
  return { server: cpuMs, database: databaseMs(home), generator: (user + system) / 1000 };
}

/** Milliseconds used by the database that stands in a home: its postmaster and what it started. */
function databaseMs(home: string): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [, parent = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (!stat.includes('(postgres)')) return [];
        const ofHome = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(home);
        return [{ pid, parent, ofHome, ticks: Number(fields[9]) + Number(fields[10]) }];
      } catch {
        // A process that ended meanwhile.
        return [];
      }
    });
  const main = processes.find((one) => one.ofHome);
  const ours = processes.filter((one) => one === main || one.parent === main?.pid);
  return ours.reduce((sum, one) => sum + one.ticks, 0) * TICK_MS;
}
