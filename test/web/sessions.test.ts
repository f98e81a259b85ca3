/** The page of one's own sessions over HTTP: what it shows, that ending holds at once, and that no address names a session. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type World, world } from '../world.ts';
import { officer } from './officer.ts';
import { type Asked, stranger } from './stranger.ts';
import { servePages } from './visitor.ts';

const PASSWORD = 'kesten bridge under seven lamps';
const PATH = '/account/sessions';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';
let here: World;
let address: string;
before(async (t) => {
  here = await world();
  address = (await servePages(t as never, here.office)).address;
  const admin = await officer(here, address, { role: 'administrator' });
  const wish = { name: 'Tomas Rell', login: 'rell.t', role: 'keeper' };
  const [, path = ''] =
    /http:\/\/[^<]*(\/link\/[\w-]+)/.exec((await admin.fill('/people/add', wish)).text) ?? [];
  await stranger(address).ask(path, { password: PASSWORD });
});
after(() => here.close());

async function signedIn(browser?: string) {
  const { ask } = stranger(address, browser);
  assert.equal((await ask('/sign-in', { login: 'rell.t', password: PASSWORD })).status, 303);
  await ask('/account/purpose', { purpose: 'daily duty', to: '/' });
  return ask;
}

const rowsOf = ({ text }: Asked): string[] =>
  [...text.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([row]) => row);
const idOf = (row: string): string => /name="session" value="([^"]+)"/.exec(row)?.[1] ?? '';

test('sessions are listed with this one marked, and ended one by one or all others at once', async () => {
  const desk = await signedIn();
  const telephone = await signedIn(ANDROID);
  const third = await signedIn('curl/8.5.0');
  assert.match((await desk('/account')).text, /href="\/account\/sessions"/);
  const page = await desk(PATH);
  const rows = rowsOf(page);
  assert.equal(rows.length, 3);
  assert.match(rows[0]!, /<bdi>Firefox, Linux<\/bdi> <span class="tag sound">this one/);
  assert.match(rows[0]!, /action="\/sign-out"/);
  assert.equal(rows.filter((row) => /this one/.test(row)).length, 1);
  assert.ok(rows.some((row) => /not told/.test(row)));
  for (const row of rows)
    assert.doesNotMatch(row, /(href|action)="[^"]*[0-9a-f]{8}-/, 'no address names a session');
  const phoneRow = rows.find((row) => /Chrome, Android/.test(row))!;
  assert.doesNotMatch(page.text, /SM-A155F|142\.0/, 'of what the browser sent nothing more is kept');

  const ended = await desk(`${PATH}/end`, { session: idOf(phoneRow) });
  assert.equal(ended.location, `${PATH}?done=ended`);
  assert.match((await desk(ended.location!)).text, /role="status">Ended/);
  assert.equal((await telephone('/find')).status, 401);
  assert.equal((await third('/find')).status, 200);
  const others = await desk(`${PATH}/end-others`, {});
  assert.equal(others.location, `${PATH}?done=ended`);
  assert.deepEqual([(await third('/find')).status, (await desk('/find')).status], [401, 200]);
  const alone = await desk(PATH);
  assert.match(alone.text, /signed in nowhere else/);
  assert.doesNotMatch(alone.text, /end-others/);
  assert.equal(
    (await desk(`${PATH}/end-others`, {})).location,
    PATH,
    'nothing was ended, and nothing is claimed',
  );
});

test('a session of somebody else is neither shown nor ended', async () => {
  const desk = await signedIn();
  const clerk = await officer(here, address, { role: 'registry-clerk' });
  const session = idOf(rowsOf({ ...(await desk(PATH)), location: null })[0]!);
  assert.ok(session);
  assert.ok(!(await clerk.get(PATH)).text.includes(session));
  assert.equal((await clerk.post(`${PATH}/end`, { session })).location, PATH);
  assert.equal((await clerk.post(`${PATH}/end`, { session: 'x'.repeat(9000) })).location, PATH);
  assert.equal((await desk('/find')).status, 200);
});
