/** A throw-away office for measuring: a home of its own, gone when the bench ends. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { type OpenOffice, openOffice } from '../src/main/open-office.ts';

const CACHE = resolve(import.meta.dirname, '../.cache/bench');

export type BenchOffice = OpenOffice & { readonly path: string };

/** Opens an office in a new home, or in the one at `path`, which stays. */
export async function benchOffice(name: string, path?: string, connections = 24): Promise<BenchOffice> {
  const home = path ?? join(CACHE, `${name}-${process.pid}`);
  mkdirSync(home, { recursive: true });
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const opened = await openOffice(config, {
    role: 'cli',
    command: `bench ${name}`,
    say,
    kind: 'either',
    state: 'XA',
    connections,
  });
  if (isRefusal(opened)) throw new Error(`The bench cannot open its home: ${JSON.stringify(opened)}`);
  return {
    ...opened,
    path: home,
    async close() {
      await opened.close();
      if (path === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

/** Progress, on standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

/** Two digits are enough for a noisy machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
