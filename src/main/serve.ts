/**
 * Serves the pages on the configured address: bounded in what it reads, bound to this machine unless there is TLS, and
 * stopped so that running requests end first.
 */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { machine, type Office } from '../acts/office.ts';
import { viewArm } from '../acts/view-arm.ts';
import { EVERYTHING } from '../domain/access/scope.ts';
import { Fault, isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { makeApp, type Site } from '../doors/web/app.ts';
import { hostNames, isLoopback } from '../doors/web/guard.ts';
import { countArms } from '../store/find.ts';
import { getTreeSize } from '../store/tree.ts';
import { listOpenWork } from '../store/work.ts';
import type { Config } from './config.ts';

const HEADER_BYTES_MAX = 16_384;
const REQUEST_MS_MAX = 30_000;
const STOP_MS_MAX = 5_000;
const WORK_COUNTED_MAX = 500;
const WORK_SHOWN_MAX = 10;

/** How far the arms are counted on the first page of a demonstration. */
const OVERVIEW_COUNTED_MAX = 100_000;

export type Serving = {
  readonly address: string;
  /** Takes no new requests, lets running ones end, then closes. */
  stop(): Promise<void>;
};

/** What the pages work with, over an office. */
export function siteOf(office: Office, hosts: () => readonly string[], log: (text: string) => void): Site {
  return {
    office,
    hosts,
    log,
    countEntries: () => getTreeSize(office.db),
    overview: () => overviewOf(office),
  };
}

const LOOKER = machine('demonstration-visitor', 'overview');

async function overviewOf(office: Office): ReturnType<Site['overview']> {
  const [arms, entries, waiting] = await Promise.all([
    countArms(office.db, EVERYTHING, {}, OVERVIEW_COUNTED_MAX),
    getTreeSize(office.db),
    listOpenWork(office.db, EVERYTHING, WORK_COUNTED_MAX + 1),
  ]);
  const work = await Promise.all(
    waiting.slice(0, WORK_SHOWN_MAX).map(async ({ kind, severity, opened, entry, subject }) => {
      const view = await viewArm.run(office, LOOKER, { arm: subject });
      return { kind, severity, opened, entry, arm: isRefusal(view) ? undefined : view };
    }),
  );
  const total = Math.min(waiting.length, WORK_COUNTED_MAX);
  return { arms, entries, waiting: { total, more: waiting.length > WORK_COUNTED_MAX }, work };
}

/** Serves the pages, or says why this address cannot be served. */
export async function serve(
  office: Office,
  config: Config,
  log: (text: string) => void,
): Promise<Serving | Refusal<'host-needs-tls'>> {
  if (!isLoopback(config.host)) return refusal('host-needs-tls', { host: config.host });
  let port = config.port;
  const app = makeApp(siteOf(office, () => hostNames(config.host, port), log));
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      maxHeaderSize: HEADER_BYTES_MAX,
      requestTimeout: REQUEST_MS_MAX,
      headersTimeout: 10_000,
    },
  }) as Server;
  server.maxRequestsPerSocket = 1000;
  await listen(server, config);
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  const name = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { address: `http://${name}:${port}`, stop: () => stop(server) };
}

/** The sentence for an address that others could reach without encryption. */
export function formatHostNeedsTls(host: string): string {
  return (
    `The setting HOST is ${host}, which other machines can reach, and this server has no TLS. ` +
    'Leave HOST empty, and put a server with TLS in front of it where others must reach it.'
  );
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const why = taken ? 'another program uses it' : (error.code ?? error.message);
      reject(
        new Fault(
          'install',
          `The address ${host}, port ${port}, cannot be served: ${why}. Set PORT to another.`,
          {
            cause: error,
          },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), STOP_MS_MAX);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}
