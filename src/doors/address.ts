/**
 * The address that limits count: that of the peer at the other end of the socket, which nobody can forge. A forwarding
 * header is believed only where that peer is a proxy named in the settings, and only so far as named proxies wrote it: the
 * last address in it that is no named proxy. Whatever a client wrote stands to the left of that and counts for nothing.
 *
 * What could go wrong: a proxy that passes a client's header on unread; with it unnamed, everybody behind it counts as one.
 *
 * @clause J-02
 */
import { BlockList, isIP } from 'node:net';

/** Named limits: characters of a header that are looked at, from its end, and hops in it. */
const HEADER_LENGTH_MAX = 2000;
const HOPS_MAX = 20;

/** Addresses and networks that a setting names. */
export type Addresses = BlockList;

/** What counts where the socket has no address any more: all of these together. */
export const NO_ADDRESS = 'unknown';

/**
 * The address to count a request under: IPv4 whole, IPv6 by its /64, because one line of one household has all of that.
 * @shape forwarded: X-Forwarded-For as it came, several of them joined by commas
 */
export function countedAddress(
  socketAddress: string | undefined,
  forwarded: string | undefined,
  proxies: Addresses,
): string {
  const peer = parseAddress(socketAddress ?? '');
  if (peer === undefined) return NO_ADDRESS;
  if (!isListed(proxies, peer)) return countedOf(peer);
  let last = peer;
  const hops = (forwarded ?? '').slice(-HEADER_LENGTH_MAX).split(',').slice(-HOPS_MAX).reverse();
  for (const hop of hops) {
    const address = parseHop(hop.trim());
    // What a named proxy could not write as an address is no address: whoever wrote it counts as the proxy before.
    if (address === undefined) break;
    last = address;
    if (!isListed(proxies, address)) break;
  }
  return countedOf(last);
}

/** The proxies that a setting names: addresses, or networks such as 10.0.0.0/8. What is neither is left out. */
export function listProxies(named: readonly string[]): Addresses {
  const list = new BlockList();
  for (const name of named) {
    const [text = '', bits] = name.trim().split('/');
    const address = parseAddress(text);
    const most = address?.includes(':') ? 128 : 32;
    if (
      address === undefined ||
      (bits !== undefined && !/^\d{1,3}$/.test(bits)) ||
      Number(bits ?? most) > most
    )
      continue;
    list.addSubnet(address, Number(bits ?? most), most === 128 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** True where the address at the other end of a socket is one of these. */
export function isAmong(addresses: Addresses, socketAddress: string | undefined): boolean {
  const address = parseAddress(socketAddress ?? '');
  return address !== undefined && isListed(addresses, address);
}

const THIS_MACHINE = listProxies(['127.0.0.0/8', '::1']);

/** True where the other end of a socket is this machine itself. */
export function isThisMachine(socketAddress: string | undefined): boolean {
  return isAmong(THIS_MACHINE, socketAddress);
}

function isListed(addresses: Addresses, address: string): boolean {
  return addresses.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}

/** An address without the port that some proxies write: 192.0.2.1:4711, [2001:db8::1]:4711. */
function parseHop(hop: string): string | undefined {
  const [, bracketed] = /^\[([0-9A-Fa-f:.]{2,45})\](?::\d{1,5})?$/.exec(hop) ?? [];
  const [, ported] = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(hop) ?? [];
  return parseAddress(bracketed ?? ported ?? hop);
}

/** One spelling of an address: zones cut off, an IPv4 address that came through an IPv6 socket as what it is. */
function parseAddress(text: string): string | undefined {
  const [plain = ''] = text.split('%');
  if (plain.length > 45 || isIP(plain) === 0) return undefined;
  if (isIP(plain) === 4) return plain;
  const groups = groupsOf(plain);
  const [a, b, c, d, e, mapped, high = 0, low = 0] = groups;
  if ([a, b, c, d, e].every((group) => group === 0) && mapped === 0xffff)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return groups.map((group) => group.toString(16)).join(':');
}

/** The eight groups of an IPv6 address that is known to be one. */
function groupsOf(address: string): readonly number[] {
  const [, head = '', a, b, c, d] = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address) ?? [];
  const hex = (high: string | undefined, low: string | undefined): string =>
    (Number(high) * 256 + Number(low)).toString(16);
  const text = a === undefined ? address : `${head}${hex(a, b)}:${hex(c, d)}`;
  const [left = '', right] = text.split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...(right === undefined ? [] : zeros), ...after].map((group) =>
    Number.parseInt(group, 16),
  );
}

function countedOf(address: string): string {
  return address.includes(':') ? `${address.split(':').slice(0, 4).join(':')}::/64` : address;
}
