/** A door to be knocked at: an office served on a free port with any settings, asked with any header over HTTP or TLS. */
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Office } from '../../src/acts/office.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { Config } from '../../src/main/config.ts';
import { makeLog } from '../../src/main/log.ts';
import { type ServeOptions, type Serving, serve } from '../../src/main/serve.ts';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

export type Ask = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Certificate to trust; with none, an address that begins with https is not believed. */
  readonly ca?: string;
  readonly servername?: string;
};

export type Door = {
  readonly serving: Serving;
  readonly port: number;
  readonly home: string;
  /** Lines of the log: JSON, then words. */
  readonly log: readonly string[];
  ask(path: string, ask?: Ask): Promise<Answer>;
};

/** Serves an office on a free port with these settings until the test ends. */
export async function openDoor(
  t: TestContext,
  office: Office,
  settings: Partial<Config> = {},
  limits: NonNullable<ServeOptions['limits']> = {},
): Promise<Door> {
  const home = mkdtempSync(path.join(tmpdir(), 'door-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const log: string[] = [];
  const [json, words] = [false, true].map((inWords) => makeLog((line) => log.push(line), inWords));
  const both = {
    say: (text: string) => [json, words].forEach((one) => void one?.say(text)),
    warn: (text: string) => [json, words].forEach((one) => void one?.warn(text)),
    failed: (what: string, error: unknown) => [json, words].forEach((one) => void one?.failed(what, error)),
    request: (note: Parameters<NonNullable<typeof json>['request']>[0]) =>
      [json, words].forEach((one) => void one?.request(note)),
  };
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0, ...settings };
  const serving = await serve(office, config, () => {}, { log: both, limits });
  if (isRefusal(serving)) throw new Error(`refused: ${JSON.stringify(serving)}`);
  t.after(() => serving.stop());
  const { port } = serving;
  const tls = config.door?.tls !== undefined;
  return { serving, port, home, log, ask: (where, how) => ask(tls, port, where, how) };
}

/** Asks this machine at a port. */
export function ask(
  tls: boolean,
  port: number,
  where: string,
  { method = 'GET', headers = {}, body, ca, servername }: Ask = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: where, method, headers, agent: false as const };
    const sent = tls
      ? secureRequest({ ...options, ...(ca ? { ca } : {}), ...(servername ? { servername } : {}) })
      : plainRequest(options);
    sent.on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
