/** The address that limits count cannot be forged: headers, duplicates, ports, IPv6 and garbage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressOf, NO_ADDRESS } from './address.ts';

const PROXIES = ['10.0.0.0/8', '2001:db8:aaaa::5'];
const through = (forwarded: string | readonly string[], peer = '10.1.2.3'): string =>
  addressOf(peer, { 'x-forwarded-for': forwarded }, PROXIES);

test('without a named proxy every forwarding header is ignored', () => {
  const headers = {
    'x-forwarded-for': '192.0.2.1',
    forwarded: 'for=192.0.2.2',
    'x-real-ip': '192.0.2.3',
    'x-client-ip': '192.0.2.4',
    'cf-connecting-ip': '192.0.2.5',
    'true-client-ip': '192.0.2.6',
  };
  assert.equal(addressOf('198.51.100.7', headers, []), '198.51.100.7');
  assert.equal(addressOf('198.51.100.7', headers, PROXIES), '198.51.100.7');
  assert.equal(
    addressOf('127.0.0.1', headers, []),
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
  assert.equal(through(['203.0.113.99', '192.0.2.1']), '192.0.2.1', 'a header given twice is one list');
  assert.equal(through(['192.0.2.1', '203.0.113.99, 192.0.2.44']), '192.0.2.44');
  assert.equal(through('10.9.9.9, 10.8.8.8'), '10.9.9.9', 'a client inside the named network');
  const alone = { forwarded: 'for=192.0.2.2', 'x-real-ip': '192.0.2.3' };
  assert.equal(addressOf('10.1.2.3', alone, PROXIES), '10.1.2.3', 'other headers are never read');
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
  const counted = (peer: string): string => addressOf(peer, {}, PROXIES);
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
    assert.equal(addressOf('10.1.2.3', { 'x-forwarded-for': '192.0.2.1' }, [named]), '10.1.2.3', named);
  assert.equal(addressOf(undefined, { 'x-forwarded-for': '192.0.2.1' }, PROXIES), NO_ADDRESS);
});

test('whatever a client sends, it cannot leave its own address', () => {
  const junk = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.constantFrom('10.0.0.1', 'for=1.2.3.4', ','));
  fc.assert(
    fc.property(fc.array(junk, { maxLength: 8 }), fc.boolean(), (sent, asList) => {
      const written = asList ? sent : sent.join(', ');
      assert.equal(addressOf('198.51.100.7', { 'x-forwarded-for': written }, PROXIES), '198.51.100.7');
      const appended = asList ? [...sent, '198.51.100.7'] : [...sent, '198.51.100.7'].join(', ');
      assert.equal(through(appended), '198.51.100.7');
    }),
  );
});
