/**
 * What is known of the connection a request came over: whether it was encrypted, from where it came, and whether the
 * forwarding headers in it may be believed. Only X-Forwarded-For and X-Forwarded-Proto are ever read, and only from a
 * peer that the settings name as a proxy; from anybody else they are as if they were not there.
 *
 * What could go wrong: a program beside the proxy that passes itself off as it. The address of a peer is the one the
 * system saw, never one that was written into the request.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { countedAddress, isAmong, isThisMachine, listProxies } from '../address.ts';

export type Reach = {
  /** True where this server itself speaks TLS. */
  readonly tls: boolean;
  /** Addresses or ranges of proxies that speak TLS for this server. */
  readonly proxies: readonly string[];
};

export const LOOPBACK_ONLY: Reach = { tls: false, proxies: [] };

export type Connection = {
  /** The address that limits count: the peer's, or the one that a named proxy tells of. */
  readonly address: string;
  readonly secure: boolean;
  /** True where the request comes from this machine itself and through no proxy. */
  readonly local: boolean;
};

const KEY = 'connection';

/** Finds out what is known of each connection, and turns away whoever came past the proxy without TLS. */
export function knowConnection(reach: Reach): MiddlewareHandler {
  const proxies = listProxies(reach.proxies);
  return async (context, next) => {
    const peer = incomingOf(context)?.socket?.remoteAddress;
    const isThroughProxy = isAmong(proxies, peer);
    // A proxy that tells nothing is not taken for a local visitor, or everybody who comes through it would be one.
    const local = isThisMachine(peer) && !isThroughProxy;
    const secure = reach.tls || (isThroughProxy && toldScheme(context) === 'https');
    if (!secure && !local)
      return context.text(
        'This server answers other machines over TLS only. Use the address that begins with https; if you did, its proxy must send X-Forwarded-Proto: https.',
        403,
      );
    const forwarded = context.req.header('x-forwarded-for');
    const connection: Connection = { address: countedAddress(peer, forwarded, proxies), secure, local };
    context.set(KEY, connection);
    await next();
  };
}

/** How the visitor spoke to the nearest proxy: of several words, its own is the last one. */
function toldScheme(context: Context): string | undefined {
  return context.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase();
}

type Incoming = { readonly socket?: { readonly remoteAddress?: string } };

function incomingOf(context: Context): Incoming | undefined {
  return (context.env as { incoming?: Incoming } | undefined)?.incoming;
}

/** What is known of the connection of a request. */
export function connectionOf(context: Context): Connection {
  return (context.get(KEY) as Connection | undefined) ?? { address: '', secure: false, local: false };
}

/** True where the visitor came over TLS. */
export function isSecure(context: Context): boolean {
  return connectionOf(context).secure;
}

/** The address of the visitor, to slow down those who guess; never for a log. */
export function visitorAddress(context: Context): string {
  return connectionOf(context).address;
}
