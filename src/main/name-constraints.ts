/**
 * What a local authority may vouch for (RFC 5280, 4.2.1.10): the names it was made for with all below them, private and
 * local addresses, and single public addresses that were asked for. Written in DER by hand, for it is four nested tags.
 *
 * Where names are constrained but addresses not, any address could be vouched for, and the other way round: both kinds
 * are always named.
 */
import { BlockList, isIP } from 'node:net';

export type Permitted = {
  readonly domains: readonly string[];
  /** Addresses and ranges, as 10.0.0.0/8. */
  readonly addresses: readonly string[];
};

const PRIVATE = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];
const CONTEXT_0 = 0xa0;
const SEQUENCE = 0x30;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** What an authority for these names and addresses is permitted. */
export function listPermitted(hosts: readonly string[]): Permitted {
  const domains = hosts.filter((host) => isIP(host) === 0);
  const isPrivate = listOf(PRIVATE);
  const single = hosts
    .filter((host) => isIP(host) !== 0 && !isPrivate.check(host, familyOf(host)))
    .map((host) => `${host}/${isIP(host) === 4 ? 32 : 128}`);
  return { domains: [...new Set(['localhost', ...domains])], addresses: [...PRIVATE, ...single] };
}

/** True where the authority may vouch for this name or address. */
export function permits({ domains, addresses }: Permitted, host: string): boolean {
  if (isIP(host) !== 0) return listOf(addresses).check(host, familyOf(host));
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** The extension's value in DER. */
export function nameConstraints({ domains, addresses }: Permitted): Uint8Array<ArrayBuffer> {
  const subtrees = [
    ...domains.map((domain) => tagged(DNS_NAME, Buffer.from(domain, 'ascii'))),
    ...addresses.map((range) => tagged(IP_ADDRESS, bytesOf(range))),
  ].map((name) => tagged(SEQUENCE, name));
  return new Uint8Array(tagged(SEQUENCE, tagged(CONTEXT_0, Buffer.concat(subtrees))));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** Address and mask, one after the other. */
function bytesOf(range: string): Buffer {
  const [address = '', bits = ''] = range.split('/');
  const bytes = isIP(address) === 4 ? address.split('.').map(Number) : bytesOfIpv6(address);
  const mask = bytes.map((_, at) => (0xff00 >> Math.max(0, Math.min(8, Number(bits) - at * 8))) & 255);
  return Buffer.from([...bytes, ...mask]);
}

function bytesOfIpv6(address: string): number[] {
  // The URL parser writes every spelling of an address in one way, IPv4 at its end included.
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const words = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const before = words(head);
  const after = words(tail ?? '');
  const gap = tail === undefined ? [] : new Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...gap, ...after].flatMap((word) => {
    const value = Number.parseInt(word, 16);
    return [value >> 8, value & 255];
  });
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}
