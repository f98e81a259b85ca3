/**
 * The server that is measured, in a process of its own: the API and the pages over a home, with a key, a signed-in session
 * and a sample of arms made for the measurement. Tells where it is in one line of JSON, and its use of the processor when
 * asked over its channel.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { hashOfKey, KEY_PREFIX } from '../src/acts/find-person.ts';
import { newId, nowOf } from '../src/acts/office.ts';
import { newToken } from '../src/acts/token.ts';
import { makeApi } from '../src/doors/api/api.ts';
import { hostNames, protect } from '../src/doors/web/guard.ts';
import { saveApiKey } from '../src/store/api-key.ts';
import { benchOffice, say } from './office.ts';

const ARMS_SAMPLED = 20_000;
const PER_MINUTE = 100_000;
const DAY_MS = 86_400_000;

const [home] = process.argv.slice(2);
const bench = await benchOffice('serve', home, 16);
const { office } = bench;
await bench.owner(async (owner) => {
  for (const table of ['arm', 'arm_mark', 'arm_number', 'ledger_entry', 'ledger_leaf', 'party'])
    await owner.rows(`vacuum analyze ${table}`);
});

/** Keys enough that their rate is not what is measured. */
async function makeKeys(count: number): Promise<string[]> {
  const secrets = Array.from({ length: count }, () => `${KEY_PREFIX}${newToken(office)}`);
  for (const secret of secrets)
    await saveApiKey(office.db, {
      id: newId(office),
      name: 'bench',
      role: 'registry-clerk',
      party: undefined,
      madeBy: 'bench',
      made: nowOf(office),
      expires: new Date(office.clock() + DAY_MS).toISOString().slice(0, 10),
      perMinute: PER_MINUTE,
      hash: hashOfKey(secret),
    });
  return secrets;
}

const arms = await office.db.rows(
  `select arm_id as id, number, serial from arm where serial is not null order by md5(arm_id::text) limit ${ARMS_SAMPLED}`,
);
let port = 0;
const app = new Hono();
protect(app, { hosts: () => hostNames('127.0.0.1', port) });
app.route('/api', makeApi({ office, onFault: (error) => say(String(error)) }));
const server = createAdaptorServer({ fetch: app.fetch, createServer });
server.listen(0, '127.0.0.1', async () => {
  ({ port } = server.address() as AddressInfo);
  process.send?.({ port, keys: await makeKeys(4), arms });
});
process.on('message', async (asked) => {
  if (asked === 'usage') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, pool: office.db.use() });
    return;
  }
  server.close();
  await bench.close();
  process.exit();
});
