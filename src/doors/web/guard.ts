/**
 * What every request and every answer keeps to: scripts, styles and fonts of this server only, no framing, no caching of
 * records, only visitors who came under this server's own name, and only changes that its own pages sent. A page on a
 * stranger's site that makes its name point here (DNS rebinding) is turned away, because the name it came under is not
 * ours; a form on it that is sent here (forgery) is turned away, because the browser tells where it stood.
 *
 * What could go wrong: a header missing on one kind of answer; they are set in one place, on every answer, errors too.
 * A policy `no-referrer` would make browsers hide where our own forms stand, hence `same-origin`.
 */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { INBOX_PATH } from '../peers/inbox-path.ts';
import { BODY_BYTES_MAX, bodyBytesMaxOf, isStreamed } from './body-limits.ts';
import { isSecure, knowConnection, LOOPBACK_ONLY, type Reach } from './connection.ts';
import { noteRequests, type RequestNote } from './request-note.ts';

export const URL_LENGTH_MAX = 2048;
const HSTS_SECONDS = 365 * 24 * 60 * 60;

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
const VARIES = ['Accept-Language', 'Accept-Encoding', 'Cookie'];

export type Protection = {
  /** The names under which this server may be asked for; known once it listens. */
  readonly hosts: () => readonly string[];
  /** Who can reach this server, and by which proxies; this machine alone where it is left out. */
  readonly reach?: Reach;
  /** Takes a note of each request for the log and the counters. */
  readonly note?: (note: RequestNote) => void;
  /** How many bytes may be sent to a path. */
  readonly bodyBytesMax?: (path: string) => number;
};

/** Puts everything that every request and answer keeps to before the routes of an application. */
export function protect(
  app: Hono,
  { hosts, reach = LOOPBACK_ONLY, note, bodyBytesMax = bodyBytesMaxOf }: Protection,
): void {
  app.use(noteRequests(note ?? (() => {})));
  // Outside of the headers: where the answer tells already by what it varies, it goes out as the text it is, not as a stream.
  app.use(compress());
  app.use(safeHeaders());
  app.use(lastResort());
  app.use(knowConnection(reach));
  app.use(async (context, next) => {
    if (isOwnHost(context.req.header('host'), hosts())) return next();
    return context.text('This server does not answer under that name. Use the address it printed.', 421);
  });
  app.use(sameOriginOnly());
  app.use(async (context, next) => {
    const bytesMax = bodyBytesMax(context.req.path);
    // What is stated is all that the server reads; only a body without a length has to be counted as it comes.
    const stated = Number(context.req.header('content-length') ?? 0);
    if (context.req.header('transfer-encoding') === undefined && stated <= bytesMax) return next();
    if (isStreamed(context.req.path) && stated <= bytesMax) return next();
    // Counting a body here holds it, whoever sends it: so it may be no longer than a form without a file.
    const maxSize = stated > bytesMax ? bytesMax : Math.min(bytesMax, BODY_BYTES_MAX);
    const onError = (): Response =>
      context.text(
        `What was sent is larger than ${maxSize} bytes. Send less at once; nothing was kept.`,
        413,
      );
    return bodyLimit({ maxSize, onError })(context, next);
  });
}

/** Sets the headers that every answer carries; records are never kept by browsers or between. */
export function safeHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    // What an answer says for itself stands: a document that was brought in says more than a page does.
    for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
    const varied = (headers.get('Vary') ?? '').split(',').map((name) => name.trim());
    headers.set('Vary', [...new Set([...varied, ...VARIES])].filter(Boolean).join(', '));
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (isSecure(context)) headers.set('Strict-Transport-Security', `max-age=${HSTS_SECONDS}`);
  };
}

/** Answers where even the page that tells of a fault failed: in one plain sentence, with all headers and a note. */
function lastResort(): MiddlewareHandler {
  return async (context, next) => {
    try {
      await next();
    } catch (error) {
      context.error = error instanceof Error ? error : new Error('broken');
      context.res = context.text(
        'Something went wrong on our side; nothing was changed. Try again, and tell whoever runs this register.',
        500,
      );
    }
  };
}

/** Turns away every change that did not come from a page of this server, or from a program with a key of its own. */
export function sameOriginOnly(): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD' || isOfOwnOrigin(context)) return next();
    // Programs bring a key in a header that no stranger's page can make a browser send, and no cookie counts there.
    if (context.req.path.startsWith('/api/')) return next();
    // Other nodes are known by the signature of what they send, and nobody's cookie counts there either.
    if (context.req.path === INBOX_PATH) return next();
    return context.text(
      'This change did not come from a page of this register, so nothing was done. Open the register under its own address and send the form from there.',
      403,
    );
  };
}

/**
 * True where the browser says that the page it stood on is ours. A request that says nothing of where it comes from is
 * no browser's form: it is let through only with a key in its Authorization header and no cookie, which no stranger's
 * page can make a browser send.
 */
function isOfOwnOrigin(context: Context): boolean {
  const header = (name: string): string | undefined => context.req.header(name)?.toLowerCase();
  const origin = header('origin');
  const site = header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined)
    return origin === `${isSecure(context) ? 'https' : 'http'}://${header('host') ?? ''}`;
  if (site !== undefined) return true;
  return header('authorization') !== undefined && header('cookie') === undefined;
}

/** The names under which a server bound to this address may be asked for; `names` are more of them, with or without a port. */
export function hostNames(
  host: string,
  port: number,
  more: { readonly names?: readonly string[]; readonly tls?: boolean } = {},
): readonly string[] {
  const bracket = (name: string): string => (isBareIpv6(name) ? `[${name}]` : name).toLowerCase();
  const usual = more.tls === true ? 443 : 80;
  const own = ['127.0.0.1', 'localhost', '::1', host].map(bracket);
  const given = (more.names ?? []).map(bracket);
  const bare = port === usual ? own : [];
  return [...new Set([...bare, ...given, ...[...own, ...given].map((name) => `${name}:${port}`)])];
}

function isBareIpv6(name: string): boolean {
  return !name.startsWith('[') && name.split(':').length > 2;
}

/** True where the Host header names this server. */
export function isOwnHost(header: string | undefined, names: readonly string[]): boolean {
  return header !== undefined && names.includes(header.toLowerCase());
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
