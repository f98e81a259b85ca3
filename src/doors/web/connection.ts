/**
 * What is known of the connection a request came over: whether it was encrypted, from where it came, and whether the
 * forwarding headers in it may be believed. Only X-Forwarded-For and X-Forwarded-Proto are ever read, and only from a
 * peer that the settings name as a proxy; from anybody else they are as if they were not there.
 *
 * What could go wrong: a program beside the proxy that passes itself off as it. The address of a peer is the one the
 * system saw, never one that was written into the request.
 */
import { BlockList, isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';

export type Reach = {
  /** True where this server itself speaks TLS. */
  readonly tls: boolean;
  /** Addresses or ranges of proxies that speak TLS for this server. */
  readonly proxies: readonly string[];
};

export const LOOPBACK_ONLY: Reach = { tls: false, proxies: [] };

export type Connection = {
  /** The address that the request comes from: the peer's, or the one that a named proxy tells of. */
  readonly address: string;
  readonly secure: boolean;
  /** True where the request comes from this machine itself and through no proxy. */
  readonly local: boolean;
};

const KEY = 'connection';
const FORWARDED_LENGTH_MAX = 1000;

/** Makes a list of addresses and ranges (10.0.0.0/8) that can be asked. */
export function addressList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** An address as the system gives it, without the way in which IPv6 writes IPv4. */
function plain(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

const isThisMachine = addressList(['127.0.0.0/8', '::1']);

/** Finds out what is known of each connection, and turns away whoever came past the proxy without TLS. */
export function knowConnection(reach: Reach): MiddlewareHandler {
  const isProxy = addressList(reach.proxies);
  return async (context, next) => {
    const peer = plain(incomingOf(context)?.socket?.remoteAddress);
    const told = isProxy(peer) ? toldBy(context, isProxy) : undefined;
    // A proxy that tells nothing is not taken for a local visitor, or everybody who comes through it would be one.
    const local = isThisMachine(peer) && told === undefined;
    const secure = reach.tls || told?.proto === 'https';
    if (!secure && !local)
      return context.text(
        'This server answers other machines over TLS only. Use the address that begins with https; if you did, its proxy must send X-Forwarded-Proto: https.',
        403,
      );
    const connection: Connection = { address: told?.address ?? peer, secure, local };
    context.set(KEY, connection);
    await next();
  };
}

/** What a proxy tells: the nearest address in its list that is no proxy itself, and how the visitor spoke to it. */
function toldBy(context: Context, isProxy: (address: string) => boolean) {
  const header = context.req.header('x-forwarded-for');
  const proto = context.req.header('x-forwarded-proto');
  const chain = (header ?? '').slice(-FORWARDED_LENGTH_MAX).split(',');
  const addresses = chain.map((one) => plain(one.trim())).reverse();
  const address = addresses.find((one) => !isProxy(one));
  return {
    // Of several words, the nearest proxy's own is the last one.
    proto: proto?.split(',').at(-1)?.trim().toLowerCase(),
    ...(address !== undefined && isIP(address) !== 0 ? { address } : {}),
  };
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
