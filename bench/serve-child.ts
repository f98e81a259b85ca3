/**
 * The server that is measured, in a process of its own: the whole of it over a home, with keys, signed-in sessions and a
 * sample of arms made for the measurement. Tells where it is over its channel, and its use of the processor when asked.
 */
import { openSync, writeSync } from 'node:fs';
import { hashOfKey, KEY_PREFIX } from '../src/acts/find-person.ts';
import { newId, nowOf } from '../src/acts/office.ts';
import { openSession } from '../src/acts/open-session.ts';
import { statePurpose } from '../src/acts/read-session.ts';
import { newToken } from '../src/acts/token.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { serve } from '../src/main/serve.ts';
import { insertAccount, saveAccountName } from '../src/store/account.ts';
import { saveApiKey } from '../src/store/api-key.ts';
import { savePosting } from '../src/store/posting.ts';
import { benchOffice } from './office.ts';

const ARMS_SAMPLED = 20_000;
const PER_MINUTE = 100_000;
const DAY_MS = 86_400_000;
const PEOPLE = 4;
const ROLE = 'registry-clerk';

const [home = ''] = process.argv.slice(2);
const bench = await benchOffice('serve', home);
const { office } = bench;
await bench.owner(async (owner) => {
  for (const table of ['arm', 'arm_mark', 'arm_number', 'ledger_entry', 'ledger_leaf', 'party'])
    await owner.rows(`vacuum analyze ${table}`);
});

/** Keys enough that their rate is not what is measured. */
async function makeKeys(): Promise<string[]> {
  const secrets = Array.from({ length: PEOPLE }, () => `${KEY_PREFIX}${newToken(office)}`);
  for (const secret of secrets)
    await saveApiKey(office.db, {
      id: newId(office),
      name: 'bench',
      role: ROLE,
      party: undefined,
      madeBy: 'bench',
      made: nowOf(office),
      expires: new Date(office.clock() + DAY_MS).toISOString().slice(0, 10),
      perMinute: PER_MINUTE,
      hash: hashOfKey(secret),
    });
  return secrets;
}

/** Sessions of people who work under a posting and have said on what. */
async function openSessions(): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const account = newId(office);
    const created = nowOf(office);
    const login = `bench-${account.slice(-12)}`;
    const person = {
      id: account,
      login,
      state: 'active',
      mustChange: false,
      language: 'en',
      created,
    } as const;
    await insertAccount(office.db, person);
    await saveAccountName(office.db, account, { salt: new Uint8Array(16), name: 'Awa Sorel' });
    const posting = { id: newId(office), account, role: ROLE, from: '2020-01-01' };
    await savePosting(office.db, { ...posting, party: undefined, until: undefined }, 'bench');
    const wish = { account, kind: 'whole', secondFactor: true, posting: posting.id } as const;
    const { token } = await openSession(office.db, office, wish);
    await statePurpose(office, token, 'case 118/23');
    tokens.push(token);
  }
  return tokens;
}

const arms = await office.db.rows(
  `select arm_id as id, number, serial from arm where serial is not null order by md5(arm_id::text) limit ${ARMS_SAMPLED}`,
);
// Standard error is written at once too.
const log = openSync('/dev/null', 'w');
const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
const serving = await serve(office, config, (line) => writeSync(log, `${line}\n`));
if (isRefusal(serving)) throw new Error(`The server does not open: ${JSON.stringify(serving)}`);
process.send?.({ port: serving.port, keys: await makeKeys(), sessions: await openSessions(), arms });
process.on('message', async (asked) => {
  if (asked === 'usage') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, pool: office.db.use() });
    return;
  }
  await serving.stop();
  await bench.close();
  process.exit();
});
