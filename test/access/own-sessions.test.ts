/** One's own sessions: seen with this one marked, ended one by one or all others at once, and never those of somebody else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { confirmSecondFactor } from '../../src/acts/confirm-second-factor.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from '../../src/acts/end-sessions.ts';
import { confirmTotp, offerTotp } from '../../src/acts/enrol-totp.ts';
import { findVisitor } from '../../src/acts/read-session.ts';
import { signIn } from '../../src/acts/sign-in.ts';
import { enter, enterHalf, got, HERE, PASSWORD, type Room, refused, room } from './desk.ts';

const sees = async ({ desk }: Room, token: string): Promise<boolean> =>
  (await findVisitor(desk.office, token)) !== undefined;

async function enterWith({ desk }: Room, login: string, browser: string): Promise<string> {
  return got(await signIn(desk, HERE, { login, password: PASSWORD, browser })).token;
}

test('the list tells since when, when last, in what, and which is this one', async (t) => {
  const r = await room(t);
  const { office } = r.desk;
  await r.person('m.kasonga');
  await r.person('somebody.else');
  await enter(r.desk, 'somebody.else');
  const old = await enterWith(r, 'm.kasonga', 'Firefox, Windows');
  r.wait(600);
  assert.ok(await sees(r, old), 'which is a request');
  r.wait(600);
  const now = await enterWith(r, 'm.kasonga', 'Chrome, Android');
  const listed = got(await listOwnSessions(office, now));
  assert.deepEqual(
    listed.map(({ began, seen, browser, isThis, secondFactor }) => [
      ...[began.slice(11, 16), seen.slice(11, 16), browser, isThis, secondFactor],
    ]),
    [
      ['08:20', '08:20', 'Chrome, Android', true, false],
      ['08:00', '08:10', 'Firefox, Windows', false, false],
    ],
  );
  assert.ok(
    !JSON.stringify(listed).includes(now) && !JSON.stringify(listed).includes(old),
    'no token is told',
  );
  r.wait(1500);
  assert.equal(got(await listOwnSessions(office, now)).length, 1, 'what idleness has ended is not listed');
});

test('one session is ended, or all others, with the next request and with an entry each', async (t) => {
  const r = await room(t);
  const { office } = r.desk;
  const account = await r.person('m.kasonga');
  const tokens = [];
  for (let n = 0; n < 4; n++) tokens.push((await enter(r.desk, 'm.kasonga')).token);
  const [here = '', first = '', ...rest] = tokens;
  const other = got(await listOwnSessions(office, first)).find((one) => one.isThis)!;
  assert.deepEqual(got(await endOwnSession(office, here, other.session)), { ended: 1 });
  assert.deepEqual([await sees(r, here), await sees(r, first)], [true, false]);
  assert.deepEqual(got(await endOwnSession(office, here, other.session)), { ended: 0 });
  assert.deepEqual(got(await endOtherSessions(office, here)), { ended: 2 });
  assert.deepEqual(await Promise.all([here, ...rest].map((token) => sees(r, token))), [true, false, false]);
  const entries = await r.w.db.rows<{ body: string }>(
    `select convert_from(body, 'UTF8') as body from ledger_entry where subject_id = $1 order by entry_id`,
    [account],
  );
  assert.deepEqual(
    // The clock of this room stands still, so the entries may stand in either order.
    entries.flatMap(({ body }) => body.match(/"ended":\d/g) ?? []).sort(),
    ['"ended":1', '"ended":2'],
    'nothing that ended nothing stands there',
  );
});

test('a session of somebody else, and what is no id, ends nothing', async (t) => {
  const r = await room(t);
  const { office } = r.desk;
  await r.person('m.kasonga');
  await r.person('somebody.else');
  const theirs = (await enter(r.desk, 'somebody.else')).token;
  const [session] = got(await listOwnSessions(office, theirs));
  const { token } = await enter(r.desk, 'm.kasonga');
  for (const id of [session!.session, 'x', '', "' or true --"])
    assert.deepEqual(got(await endOwnSession(office, token, id)), { ended: 0 }, id);
  assert.deepEqual(got(await endOtherSessions(office, token)), { ended: 0 });
  assert.equal(await sees(r, theirs), true);
  assert.equal(refused(await endOtherSessions(office, 'A'.repeat(43))), 'signed-out');
});

test('the browser is carried through the second factor; what waits for one ends with all others', async (t) => {
  const r = await room(t);
  const { desk } = r;
  await r.person('m.kasonga');
  const token = await enterWith(r, 'm.kasonga', 'Safari, macOS');
  const { secret } = got(await offerTotp(desk, HERE, token, PASSWORD));
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: desk.office.clock() });
  const enrolled = got(await confirmTotp(desk, token, code()));
  const browsers = async (one: string) =>
    got(await listOwnSessions(desk.office, one)).map(({ browser, secondFactor }) => [browser, secondFactor]);
  assert.deepEqual(await browsers(enrolled.token), [['Safari, macOS', true]], 'carried on by a new token');
  r.wait(60);
  const half = await enterWith(r, 'm.kasonga', 'Edge, Windows');
  assert.equal((await browsers(enrolled.token)).length, 1, 'half the way is no session yet');
  const whole = got(await confirmSecondFactor(desk, HERE, half, { way: 'totp', code: code() }));
  assert.deepEqual(await browsers(whole.token), [
    ['Edge, Windows', true],
    ['Safari, macOS', true],
  ]);
  const waiting = await enterHalf(desk, 'm.kasonga');
  assert.deepEqual(got(await endOtherSessions(desk.office, whole.token)), { ended: 2 });
  r.wait(60);
  const late = await confirmSecondFactor(desk, HERE, waiting.token, { way: 'totp', code: code() });
  assert.equal(refused(late), 'signed-out');
});
