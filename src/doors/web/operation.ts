/**
 * What those who run the register ask it: is it up (/healthz), can it work (/readyz), how does it go (/metrics), and the
 * certificate of its own authority for phones (/authority, /authority.crt). No answer holds a record, a name, a key or a path.
 *
 * What could go wrong: counters tell strangers how busy a register is. They are given to this machine alone, or to
 * whoever brings the token that the settings name; with no token, nobody who comes over a proxy or the network is served.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { AUTHORITY_FILE_PATH, authorityPage } from './authority-page.ts';
import { connectionOf } from './connection.ts';

export type Light = 'green' | 'yellow' | 'red';

export type Check = {
  readonly name: 'database' | 'schema' | 'numbering' | 'disk' | 'backup';
  readonly light: Light;
  readonly says: string;
};

export type Readiness = {
  /** True where no check but that of the backup is red: a missing backup is urgent, and no reason to stop work. */
  readonly ready: boolean;
  /** The worst of all lights. */
  readonly light: Light;
  readonly at: string;
  readonly checks: readonly Check[];
  readonly backup: {
    readonly light: Light;
    readonly lastAt?: string;
    readonly ageHours?: number;
    readonly yellowHours: number;
    readonly redHours: number;
  };
};

/** The certificate of the local authority, as phones take it, and its fingerprint to compare by eye. */
export type AuthorityCertificate = { readonly der: Uint8Array; readonly fingerprint: string };

export type Operation = {
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly metricsToken?: string;
  readonly authority?: AuthorityCertificate;
};

/** Adds the addresses for those who run the register. */
export function addOperation(app: Hono, operation: Operation): void {
  app.get('/healthz', (context) => context.text('up\n'));
  app.get('/readyz', async (context) => {
    const readiness = await operation.readiness();
    return context.json(readiness, readiness.ready ? 200 : 503);
  });
  app.get('/metrics', async (context) => {
    if (!mayRead(context, operation.metricsToken))
      return context.text(
        'The counters are given to this machine itself, or with the token of COUNTERMARK_METRICS_TOKEN_FILE.',
        403,
      );
    const { type, text } = await operation.metrics();
    return context.body(text, 200, { 'Content-Type': type });
  });
  const { authority } = operation;
  if (authority === undefined) return;
  app.get('/authority', (context) => context.html(authorityPage(authority)));
  app.get(AUTHORITY_FILE_PATH, (context) =>
    context.body(new Uint8Array(authority.der), 200, {
      'Content-Type': 'application/x-x509-ca-cert',
      'Content-Disposition': 'attachment; filename="countermark-authority.crt"',
    }),
  );
}

function mayRead(context: Context, token: string | undefined): boolean {
  if (token === undefined) return connectionOf(context).local;
  const given = context.req.header('authorization')?.replace(/^Bearer /i, '') ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
