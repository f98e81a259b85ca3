/**
 * What every answer keeps to: no scripts, no framing, no caching of records, and only visitors who came under this
 * server's own name. A page on a stranger's site that makes its name point here (DNS rebinding) is turned away, because
 * the name it came under is not ours.
 *
 * What could go wrong: a header missing on one kind of answer; they are set in one place, on every answer, errors too.
 */
import type { MiddlewareHandler } from 'hono';

export const URL_LENGTH_MAX = 2048;

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  Vary: 'Accept-Language, Accept-Encoding',
};

/** Sets the headers that every answer carries; records are never kept by browsers or between. */
export function safeHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
  };
}

/** The names under which a server bound to this address may be asked for. */
export function hostNames(host: string, port: number): readonly string[] {
  const own = host.includes(':') ? `[${host}]` : host;
  const names = [...new Set(['127.0.0.1', 'localhost', '[::1]', own])];
  return names.flatMap((name) => (port === 80 ? [`${name}:80`, name] : [`${name}:${port}`]));
}

/** True where the Host header names this server. */
export function isOwnHost(header: string | undefined, names: readonly string[]): boolean {
  return header !== undefined && names.includes(header.toLowerCase());
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
