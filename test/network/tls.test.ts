/** TLS of a local authority and from files: who trusts what, what the root may not vouch for, renewal, refusals at the start. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import tls from 'node:tls';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { openLocalAuthority } from '../../src/main/local-authority.ts';
import { permits } from '../../src/main/name-constraints.ts';
import { serve } from '../../src/main/serve.ts';
import { formatSettingRefused, type SettingRefused } from '../../src/main/setting.ts';
import { type World, world } from '../world.ts';
import { ask, openDoor } from './door.ts';

const DAY_MS = 86_400_000;
let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

function folder(t: TestContext): string {
  const made = mkdtempSync(path.join(tmpdir(), 'tls-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function authority(home: string, names: string[], now = Date.now()) {
  const opened = await openLocalAuthority(home, names, now);
  assert.ok(!isRefusal(opened), JSON.stringify(opened));
  return opened;
}

const LOCAL = { tls: { kind: 'local' as const }, proxies: [], names: ['register.home.arpa', '192.168.7.4'] };

test('a server of a local authority is trusted by whoever trusts its root, and by nobody else', async (t) => {
  const door = await openDoor(t, here.office, { host: '0.0.0.0', door: LOCAL });
  const ca = readFileSync(path.join(door.home, 'keys/authority/root.crt'), 'utf8');
  const host = `register.home.arpa:${door.port}`;
  const page = await door.ask('/healthz', { ca, servername: 'register.home.arpa', headers: { host } });
  assert.equal(page.status, 200);
  assert.equal(page.headers['strict-transport-security'], 'max-age=31536000');
  assert.equal((await door.ask('/healthz', { ca })).status, 200, 'by its address too');
  await assert.rejects(door.ask('/healthz'), /self-signed certificate in chain|unable to get|verify/i);
  await assert.rejects(door.ask('/healthz', { ca, servername: 'other.home.arpa' }), /altnames/i);
  await assert.rejects(ask(false, door.port, '/healthz'), 'nothing is said without TLS');
  const stranger = await door.ask('/healthz', {
    ca,
    servername: 'localhost',
    headers: { host: 'evil.example' },
  });
  assert.equal(stranger.status, 421);
  assert.equal(door.serving.address, `https://register.home.arpa:${door.port}`);

  const shown = await door.ask('/authority', { ca });
  assert.ok(
    shown.text.includes(door.serving.fingerprint ?? 'none') && shown.text.includes('href="/authority.crt"'),
  );
  const given = await door.ask('/authority.crt', { ca });
  assert.equal(given.headers['content-type'], 'application/x-x509-ca-cert');
  assert.equal(door.serving.fingerprint, new X509Certificate(ca).fingerprint256);
  const change = { method: 'POST', ca, headers: { host, origin: `https://${host}` } };
  assert.doesNotMatch((await door.ask('/nothing', change)).text, /did not come/);
  const plain = { ...change, headers: { host, origin: `http://${host}` } };
  assert.equal((await door.ask('/nothing', plain)).status, 403);
});

test('an old version of TLS is not spoken', async (t) => {
  const door = await openDoor(t, here.office, { door: LOCAL });
  const socket = tls.connect({
    port: door.port,
    host: '127.0.0.1',
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  await assert.rejects(
    new Promise((resolve, reject) => socket.on('secureConnect', resolve).on('error', reject)),
    /protocol|alert|version/i,
  );
});

test('keys of the authority are for their owner alone, and it is the same after a new start', async (t) => {
  const home = folder(t);
  const first = await authority(home, ['a.example']);
  const issued = await first.issue(Date.now());
  const again = await authority(home, ['a.example']);
  assert.equal(again.root, first.root);
  assert.equal((await again.issue(Date.now())).cert, issued.cert);
  for (const name of ['root.key', 'server.pem', 'root.crt'])
    assert.equal(statSync(path.join(home, 'keys/authority', name)).mode & 0o777, 0o600, name);
  assert.equal(statSync(path.join(home, 'keys/authority')).mode & 0o777, 0o700);
});

test('the certificate is renewed by itself before its end, when a name is added, and when it is damaged', async (t) => {
  const home = folder(t);
  const now = Date.now();
  const opened = await authority(home, ['a.example'], now);
  const first = await opened.issue(now);
  assert.equal((await opened.issue(now + 59 * DAY_MS)).cert, first.cert);
  const renewed = await opened.issue(now + 61 * DAY_MS);
  assert.notEqual(renewed.cert, first.cert);
  assert.ok(Date.parse(new X509Certificate(renewed.cert).validTo) > now + 140 * DAY_MS);
  const more = await authority(home, ['a.example', 'b.a.example', '10.0.0.7'], now);
  const wider = new X509Certificate((await more.issue(now)).cert);
  assert.ok(wider.checkHost('b.a.example') && wider.checkIP('10.0.0.7') && wider.checkIP('::1'));
  writeFileSync(path.join(home, 'keys/authority/server.pem'), 'rubbish');
  assert.match((await more.issue(now)).cert, /BEGIN CERTIFICATE/);
  assert.ok(new X509Certificate(first.cert).ca === false && new X509Certificate(opened.root).ca === true);
});

test('a root vouches for no other names: the server refuses to start, and a stolen key is not believed', async (t) => {
  const home = folder(t);
  await authority(home, ['a.example']);
  const refused = await openLocalAuthority(home, ['bank.example'], Date.now());
  assert.ok(isRefusal(refused));
  assert.match(formatSettingRefused(refused as SettingRefused), /may vouch for.*bank\.example came/);

  // The thief has the key and writes himself permission; phones look at the root, not at our file.
  const file = path.join(home, 'keys/authority/permits.json');
  writeFileSync(
    file,
    JSON.stringify({ domains: ['a.example', 'localhost', 'bank.example'], addresses: ['0.0.0.0/0', '::/0'] }),
  );
  for (const [name, trusted] of [
    ['x.a.example', true],
    ['bank.example', false],
    ['8.8.8.8', false],
    ['10.1.1.1', true],
  ] as const) {
    const forged = await (await authority(home, [name])).issue(Date.now());
    const ca = readFileSync(path.join(home, 'keys/authority/root.crt'), 'utf8');
    const server = tls.createServer(forged, (socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const { port } = server.address() as { port: number };
    const client = tls.connect({
      port,
      host: '127.0.0.1',
      ca,
      checkServerIdentity: () => undefined,
      servername: 'localhost',
    });
    const outcome = await new Promise((resolve) =>
      client.on('secureConnect', () => resolve('trusted')).on('error', (error) => resolve(error.message)),
    );
    client.destroy();
    assert.equal(outcome, trusted ? 'trusted' : 'permitted subtree violation', name);
  }
});

test('permission goes by whole labels and by range', () => {
  const permitted = { domains: ['a.example'], addresses: ['10.0.0.0/8', 'fc00::/7'] };
  for (const host of ['a.example', 'x.a.example', '10.255.0.1', 'fd00::1'])
    assert.ok(permits(permitted, host), host);
  for (const host of ['xa.example', 'example', 'a.example.evil', '11.0.0.1', '2001:db8::1'])
    assert.ok(!permits(permitted, host), host);
});

test('a certificate from files is served; one that is damaged, open to all or of another key is refused', async (t) => {
  const home = folder(t);
  const other = folder(t);
  const now = Date.now();
  const ours = await (await authority(home, ['register.example'])).issue(now);
  const theirs = await (await authority(other, ['register.example'])).issue(now);
  const cert = path.join(home, 'cert.pem');
  const key = path.join(home, 'key.pem');
  writeFileSync(cert, ours.cert);
  writeFileSync(key, ours.key, { mode: 0o600 });
  const door = { tls: { kind: 'files' as const, cert, key }, proxies: [], names: ['register.example'] };
  const served = await openDoor(t, here.office, { door });
  const ca = readFileSync(path.join(home, 'keys/authority/root.crt'), 'utf8');
  assert.equal((await served.ask('/healthz', { ca })).status, 200);
  assert.equal((await served.ask('/authority.crt', { ca })).status, 404, 'there is no authority to give');

  const tryAgain = async (at = now): Promise<string> => {
    const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0, door };
    const refused = await serve({ ...here.office, clock: () => at }, config, () => {});
    assert.ok(isRefusal(refused));
    return formatSettingRefused(refused as SettingRefused);
  };
  assert.match(await tryAgain(now + 100 * DAY_MS), /valid today; one that ended/);
  chmodSync(key, 0o604);
  assert.match(await tryAgain(), /chmod 600/);
  chmodSync(key, 0o600);
  writeFileSync(key, theirs.key);
  assert.match(await tryAgain(), /the key of another came/);
  writeFileSync(cert, 'rubbish');
  assert.match(await tryAgain(), /cannot be read as such/);
  rmSync(cert);
  assert.match(await tryAgain(), /COUNTERMARK_TLS_CERT.*ENOENT/);
});
