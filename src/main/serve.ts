/**
 * Serves the pages on the configured address: bounded in what it reads and how long it waits for it, open to this machine
 * alone unless the settings name TLS or proxies that speak it, and stopped so that running requests end first.
 */
import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecure, type Server as SecureServer } from 'node:https';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { identifierOf } from '../acts/identifier.ts';
import type { Office } from '../acts/office.ts';
import { Fault, isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { type IncomingFolder, openIncoming } from '../doors/import/incoming.ts';
import { type Runner, startRunner } from '../doors/import/runner.ts';
import { makeApp } from '../doors/web/app.ts';
import { isStreamed } from '../doors/web/body-limits.ts';
import { hostNames, isLoopback } from '../doors/web/guard.ts';
import type { Operation } from '../doors/web/operation.ts';
import type { DemoSignIn } from '../doors/web/room.ts';
import { makeOperation } from './begin-operation.ts';
import type { Config } from './config.ts';
import { type Log, makeLog } from './log.ts';
import { makeDesk } from './make-desk.ts';
import { listCertificateWorries, type Material, type OpenTls, openTls } from './tls.ts';

const HEADER_BYTES_MAX = 16_384;
const HEADERS_MAX = 100;
const REQUESTS_OF_CONNECTION_MAX = 1000;
const STOP_MS_MAX = 5_000;
const LOOKED_AT_MS = 3_600_000;

/** How long and how much a visitor may take; a test sets them lower. */
export const LIMITS = {
  headersMs: 10_000,
  requestMs: 60_000,
  /** A connection on which nothing moves, in either direction. */
  silenceMs: 120_000,
  /** A whole file, over a slow link. */
  uploadMs: 2 * 3_600_000,
  handshakeMs: 10_000,
  lookEveryMs: 2_000,
  connections: 500,
};

export type Serving = {
  readonly address: string;
  readonly port: number;
  /** Fingerprint of the local authority, to compare with what a phone shows. */
  readonly fingerprint?: string;
  /** Removes files on their way in that have waited too long; gives how many. */
  sweepFiles(): Promise<number>;
  /** Takes no new requests, lets running ones end, then closes. */
  stop(): Promise<void>;
};

export type ServeOptions = {
  readonly log?: Log;
  readonly limits?: Partial<typeof LIMITS>;
  /** The sign-ins of a demonstration, shown to everybody who comes to it. */
  readonly demoSignIns?: readonly DemoSignIn[];
};

/** Serves the pages, or says why this address cannot be served. `write` takes the lines of the log. */
export async function serve(
  office: Office,
  config: Config,
  write: (line: string) => void,
  options: ServeOptions = {},
): Promise<Serving | Refusal> {
  const { door } = config;
  if (!isLoopback(config.host) && door === undefined) return refusal('host-needs-tls', { host: config.host });
  const log = options.log ?? makeLog(write, false);
  const limits = { ...LIMITS, ...options.limits };
  const tls = await openTls(config, office.clock);
  if (isRefusal(tls)) return tls;
  const material = await tls?.current();
  if (isRefusal(material)) return material;
  const operation = makeOperation(office, config, tls?.authority);
  if (isRefusal(operation)) return operation;
  let port = config.port;
  const names = door?.names ?? [];
  const here = (): string => addressOf(config, port);
  const files = openFiles(office, config, log);
  const app = makeApp({
    office,
    desk: await makeDesk(office, config, here),
    ...(options.demoSignIns ? { demoSignIns: options.demoSignIns } : {}),
    hosts: () => hostNames(config.host, port, { names, tls: tls !== undefined }),
    reach: { tls: tls !== undefined, proxies: door?.proxies ?? [] },
    note(note) {
      log.request(note);
      operation.metrics.request(note);
    },
    operation: operation.door,
    ...(files ? { files } : {}),
  });
  const server = makeServer(app.fetch, material, limits);
  await listen(server, config);
  // The tables take a moment to be made ready: the first who asks need not wait for them. A fault is told to whoever asks.
  void identifierOf(office).catch(() => undefined);
  const watched =
    material === undefined ? undefined : watchCertificate(server, tls!, material, names, office, log);
  const lights = setInterval(() => tellLights(operation.door, log), LOOKED_AT_MS).unref();
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  return {
    address: here(),
    port,
    ...(tls?.authority === undefined ? {} : { fingerprint: tls.authority.fingerprint }),
    sweepFiles: async () => files?.folder.sweep(office.clock()) ?? 0,
    async stop() {
      clearInterval(watched);
      clearInterval(lights);
      operation.metrics.stop();
      await stop(server);
      await files?.runner.close();
    },
  };
}

/** The folder of files on their way in, and what brings them in beside the pages. */
export const INCOMING_FOLDER = 'incoming';

function openFiles(
  office: Office,
  { home }: Config,
  log: Log,
): { readonly folder: IncomingFolder; readonly runner: Runner } | undefined {
  if (home === '') return undefined;
  const folder = openIncoming(join(home, INCOMING_FOLDER));
  return { folder, runner: startRunner(office, folder, log.failed) };
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

function makeServer(fetch: Fetch, material: Material | undefined, limits: typeof LIMITS): Server {
  const bounds = {
    maxHeaderSize: HEADER_BYTES_MAX,
    headersTimeout: limits.headersMs,
    requestTimeout: Math.max(limits.requestMs, limits.uploadMs),
    connectionsCheckingInterval: limits.lookEveryMs,
  };
  const server = (
    material === undefined
      ? createAdaptorServer({ fetch, createServer: createPlain, serverOptions: bounds })
      : createAdaptorServer({
          fetch,
          createServer: createSecure,
          serverOptions: {
            ...bounds,
            ...material,
            minVersion: 'TLSv1.2',
            handshakeTimeout: limits.handshakeMs,
          },
        })
  ) as Server;
  server.maxHeadersCount = HEADERS_MAX;
  server.maxRequestsPerSocket = REQUESTS_OF_CONNECTION_MAX;
  server.maxConnections = limits.connections;
  server.setTimeout(limits.silenceMs);
  server.on('request', (request, response) => boundTime(request, response, limits.requestMs));
  return server;
}

/** Cuts off what takes too long to arrive; a file that is sent whole has a longer time, which the server itself keeps. */
function boundTime(request: IncomingMessage, response: ServerResponse, millis: number): void {
  if (isStreamed((request.url ?? '').replace(/\?.*$/s, ''))) return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent)
      request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    request.socket.destroy();
  }, millis);
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
}

/** Looks every hour whether the certificate was renewed, and renews our own; the old one stays where the new is damaged. */
function watchCertificate(
  server: Server,
  tls: OpenTls,
  first: Material,
  names: readonly string[],
  { clock }: Office,
  log: Log,
): NodeJS.Timeout {
  let shown = first;
  const worry = (): void => {
    for (const says of listCertificateWorries(shown.cert, names, clock())) log.warn(says);
  };
  worry();
  const look = async (): Promise<void> => {
    const found = await tls.current();
    if (isRefusal(found))
      log.warn('The certificate cannot be used as it stands in its file; the one before is still shown.');
    else if (found.cert !== shown.cert) {
      (server as SecureServer).setSecureContext({ ...found, minVersion: 'TLSv1.2' });
      shown = found;
      log.say('A renewed certificate is shown from now on.');
    }
    worry();
  };
  const timer = setInterval(() => {
    look().catch((error) => log.failed('The renewal of the certificate', error));
  }, LOOKED_AT_MS);
  return timer.unref();
}

/** Every hour a light that is not green is told in the log too, for whoever looks at no page. */
function tellLights({ readiness }: Operation, log: Log): void {
  readiness().then(
    ({ checks }) => {
      for (const { light, says } of checks) if (light !== 'green') log.warn(`${light}: ${says}`);
    },
    (error: unknown) => log.failed('Looking at the lights', error),
  );
}

/** The address people use: the first name that was given, else the one that is listened on. */
function addressOf({ host, door }: Config, port: number): string {
  const own = host.includes(':') ? `[${host}]` : host;
  const [name] = door?.names ?? [];
  if (door?.tls === undefined)
    return name !== undefined ? `https://${bracketed(name)}` : `http://${own}:${port}`;
  if (name === undefined) return `https://${own}:${port}`;
  return /[^:]:\d+$/.test(name) && !name.includes('::')
    ? `https://${name}`
    : `https://${bracketed(name)}:${port}`;
}

function bracketed(name: string): string {
  return name.split(':').length > 2 ? `[${name}]` : name;
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const why = taken ? 'another program uses it' : (error.code ?? error.message);
      const message = `The address ${host}, port ${port}, cannot be served: ${why}. Set PORT to another.`;
      reject(new Fault('install', message, { cause: error }));
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
