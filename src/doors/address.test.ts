/** The address that limits count cannot be forged: headers, duplicates, ports, IPv6 and garbage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countedAddress, isThisMachine, listProxies, NO_ADDRESS } from './address.ts';

const PROXIES = ['10.0.0.0/8', '2001:db8:aaaa::5'];
const addressOf = (
  peer: string | undefined,
  forwarded: string | undefined,
  named: readonly string[],
): string => countedAddress(peer, forwarded, listProxies(named));
const through = (forwarded: string, peer = '10.1.2.3'): string => addressOf(peer, forwarded, PROXIES);

test('without a named proxy the forwarding header is ignored', () => {
  assert.equal(addressOf('198.51.100.7', '192.0.2.1', []), '198.51.100.7');
  assert.equal(addressOf('198.51.100.7', '192.0.2.1', PROXIES), '198.51.100.7');
  assert.equal(
    addressOf('127.0.0.1', '192.0.2.1', []),
    '127.0.0.1',
    'the own machine is no proxy unless it is named',
  );
});

test('behind a named proxy only what it wrote itself counts: the last hop that is none', () => {
  assert.equal(through('192.0.2.1'), '192.0.2.1');
  assert.equal(through('203.0.113.99, 192.0.2.1'), '192.0.2.1', 'what the client wrote stands to the left');
  assert.equal(
    through('203.0.113.99, 192.0.2.1, 10.9.9.9'),
    '192.0.2.1',
    'a second named proxy is stepped over',
  );
  assert.equal(through('10.9.9.9, 10.8.8.8'), '10.9.9.9', 'a client inside the named network');
  assert.equal(addressOf('10.1.2.3', undefined, PROXIES), '10.1.2.3', 'a proxy that says nothing');
});

test('ports and brackets are read, garbage is not', () => {
  assert.equal(through('192.0.2.1:51000'), '192.0.2.1');
  assert.equal(through('[2001:db8:1:2:3::4]:51000'), '2001:db8:1:2::/64');
  assert.equal(through('2001:db8:1:2:3::4'), '2001:db8:1:2::/64');
  for (const junk of [
    '',
    ',',
    'unknown',
    '_hidden',
    '192.0.2',
    '192.0.2.256',
    '1.2.3.4.5',
    "' or 1=1",
    '::g',
    '[::1',
    '0x7f.1',
  ])
    assert.equal(through(junk), '10.1.2.3', junk);
  assert.equal(through('192.0.2.1, junk'), '10.1.2.3', 'nothing is believed beyond what cannot be read');
  assert.equal(through(`${'192.0.2.9, '.repeat(1000)}192.0.2.1`), '192.0.2.1');
});

test('IPv6 counts by its /64, and an IPv4 address in IPv6 dress is what it is', () => {
  const counted = (peer: string): string => addressOf(peer, undefined, PROXIES);
  const one = counted('2001:db8:1:2::1');
  assert.equal(one, '2001:db8:1:2::/64');
  for (const same of ['2001:0DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2:a::', '2001:db8:1:2::1%eth0'])
    assert.equal(counted(same), one, same);
  assert.notEqual(counted('2001:db8:1:3::1'), one);
  assert.equal(counted('::1'), '0:0:0:0::/64');
  for (const mapped of ['::ffff:192.0.2.1', '::ffff:c000:201', '0:0:0:0:0:FFFF:192.0.2.1'])
    assert.equal(counted(mapped), '192.0.2.1', mapped);
  assert.equal(through('192.0.2.1', '::ffff:10.1.2.3'), '192.0.2.1', 'a named proxy in IPv6 dress');
  assert.equal(through('192.0.2.1', '2001:db8:aaaa:0::5'), '192.0.2.1');
  assert.equal(
    through('192.0.2.1', '2001:db8:aaaa:0::6'),
    '2001:db8:aaaa:0::/64',
    'its neighbour is not named',
  );
});

test('a setting that names no proxy trusts nobody', () => {
  for (const named of ['', 'proxy.example', '10.0.0.0/33', '10.0.0.0/x', '/8', '*', '300.0.0.1'])
    assert.equal(addressOf('10.1.2.3', '192.0.2.1', [named]), '10.1.2.3', named);
  assert.equal(addressOf(undefined, '192.0.2.1', PROXIES), NO_ADDRESS);
});

test('whatever a client sends, it cannot leave its own address', () => {
  const junk = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.constantFrom('10.0.0.1', 'for=1.2.3.4', ','));
  fc.assert(
    fc.property(fc.array(junk, { maxLength: 8 }), (sent) => {
      assert.equal(addressOf('198.51.100.7', sent.join(', '), PROXIES), '198.51.100.7');
      assert.equal(through([...sent, '198.51.100.7'].join(', ')), '198.51.100.7');
    }),
  );
});

test('this machine is known in every dress', () => {
  for (const own of ['127.0.0.1', '127.8.8.8', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'])
    assert.ok(isThisMachine(own), own);
  for (const other of [undefined, '', '128.0.0.1', '::2', '::ffff:192.0.2.1', '127.0.0.1.example'])
    assert.ok(!isThisMachine(other), other);
});
