/** Signing in by password: no enumeration, guessing slowed down by account and by address, nobody locked out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findVisitor } from '../../src/acts/read-session.ts';
import { signIn } from '../../src/acts/sign-in.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { countedAddress, listProxies } from '../../src/doors/address.ts';
import { saveAccountState } from '../../src/store/account.ts';
import { enter, got, HERE, PASSWORD, refused, room } from './desk.ts';

const address = (n: number): string => `203.0.113.${n}`;
const wrong = (login: string) => ({ login, password: 'not the password at all' });

test('a right password opens a session that tells who is there; a login is read without its capitals', async (t) => {
  const { desk, person } = await room(t);
  const id = await person('m.kasonga');
  const session = got(await signIn(desk, HERE, { login: ' M.Kasonga ', password: PASSWORD }));
  const visitor = await findVisitor(desk.office, session.token);
  assert.deepEqual(
    [visitor?.account, visitor?.login, visitor?.name, visitor?.language, visitor?.secondFactor],
    [id, 'm.kasonga', 'Name of m.kasonga', 'fr', false],
  );
});

test('whoever cannot come in hears the same, after the same work', async (t) => {
  const { desk, w, person, verified } = await room(t);
  await person('m.kasonga');
  await saveAccountState(w.db, await person('suspended'), 'suspended');
  await saveAccountState(w.db, await person('invited'), 'invited');
  await w.db.rows("update account set password_hash = null where login = 'invited'");
  const answers = new Set<string>();
  for (const [login, password] of [
    ['m.kasonga', 'not the password at all'],
    ['nobody', PASSWORD],
    ['suspended', PASSWORD],
    ['invited', PASSWORD],
    ['no login !', PASSWORD],
    ['x'.repeat(5000), PASSWORD],
    ['m.kasonga', 'x'.repeat(1e6)],
    ['nobody', ''],
  ] as const) {
    const before = verified();
    answers.add(JSON.stringify(await signIn(desk, HERE, { login, password })));
    assert.equal(verified() - before, 1, `one verification for ${login.slice(0, 20)}`);
  }
  assert.deepEqual([...answers], ['{"refused":"sign-in-refused"}']);
});

test('many tries under one login from many addresses are slowed down, known login or not', async (t) => {
  const { desk, person, verified } = await room(t);
  await person('m.kasonga');
  for (const login of ['m.kasonga', 'nobody']) {
    for (let n = 1; n <= 5; n++)
      assert.equal(refused(await signIn(desk, address(n), wrong(login))), 'sign-in-refused');
    const work = verified();
    const waits = await Promise.all(
      [6, 7, 8].map(async (n) => await signIn(desk, address(n), { login, password: PASSWORD })),
    );
    for (const answer of waits)
      assert.deepEqual(
        answer,
        { refused: 'sign-in-wait', facts: { seconds: 1 } },
        'even the right password waits',
      );
    assert.equal(verified(), work, 'a try that waits costs no work');
  }
});

test('each failure doubles the wait, up to five minutes and never for good', async (t) => {
  const { desk, person, wait } = await room(t);
  await person('m.kasonga');
  const waits: number[] = [];
  for (let n = 0; n < 16; n++) {
    const answer = await signIn(desk, address(n), wrong('m.kasonga'));
    if (!isRefusal(answer) || answer.refused !== 'sign-in-wait') continue;
    const seconds = Number(answer.facts?.seconds);
    waits.push(seconds);
    wait(seconds - 1);
    assert.equal(refused(await signIn(desk, address(n), wrong('m.kasonga'))), 'sign-in-wait');
    wait(1);
    assert.equal(refused(await signIn(desk, address(n), wrong('m.kasonga'))), 'sign-in-refused');
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  wait(300);
  assert.ok(await enter(desk, 'm.kasonga', address(99)), 'the holder comes in after the wait');
});

test('tries at the same moment count each other', async (t) => {
  const { desk, person, verified } = await room(t);
  await person('m.kasonga');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => signIn(desk, address(n), wrong('m.kasonga'))),
  );
  assert.equal(answers.filter((answer) => refused(answer) === 'sign-in-refused').length, 5);
  assert.equal(verified(), 5);
});

test('a stranger who fails under an officer does not make the officer wait where he or she works', async (t) => {
  const { desk, person } = await room(t);
  await person('m.kasonga');
  await enter(desk, 'm.kasonga', HERE);
  for (let n = 1; n <= 8; n++) await signIn(desk, address(n), wrong('m.kasonga'));
  assert.equal(refused(await signIn(desk, address(9), wrong('m.kasonga'))), 'sign-in-wait');
  assert.ok(await enter(desk, 'm.kasonga', HERE));
  for (let n = 1; n <= 5; n++) await signIn(desk, HERE, wrong('m.kasonga'));
  assert.equal(
    refused(await signIn(desk, HERE, wrong('m.kasonga'))),
    'sign-in-wait',
    'the place itself is no way round',
  );
});

test('many logins from one address are slowed down, and a forged header does not pass', async (t) => {
  const { desk, person } = await room(t);
  await person('m.kasonga');
  const from = (n: number): string =>
    countedAddress('192.0.2.66', `203.0.113.${n}`, listProxies(['10.0.0.1']));
  const answers: string[] = [];
  for (let n = 0; n < 34; n++) answers.push(refused(await signIn(desk, from(n), wrong(`login-${n}`))));
  assert.deepEqual([answers.indexOf('sign-in-wait'), answers.lastIndexOf('sign-in-refused')], [30, 29]);
  assert.ok(await enter(desk, 'm.kasonga', HERE), 'others go on');
});

test('an office of people who sign in rightly behind one address is not slowed down', async (t) => {
  const { desk, person } = await room(t);
  for (let n = 0; n < 8; n++) await person(`officer-${n}`);
  for (let turn = 0; turn < 5; turn++)
    for (let n = 0; n < 8; n++) assert.ok(await enter(desk, `officer-${n}`));
});

test('what is kept of tries tells neither logins nor addresses; lines of the log name nobody unknown', async (t) => {
  const { desk, w, person, wait } = await room(t);
  const id = await person('m.kasonga');
  await signIn(desk, HERE, wrong('typed-my-password-here'));
  wait(1);
  await signIn(desk, HERE, wrong('m.kasonga'));
  wait(1);
  await enter(desk, 'm.kasonga');
  const all: string[] = [];
  for (const table of ['sign_in_counter', 'sign_in_place', 'access_log', 'session']) {
    const rows = await w.db.rows<{ line: string }>(`select t::text as line from ${table} t`);
    all.push(...rows.map((row) => row.line));
  }
  assert.ok(all.length >= 5, 'a check that sees nothing proves nothing');
  assert.ok(!/typed-my|kasonga|198\.51/.test(all.join('\n')));
  const log = await w.db.rows<{ operator: string; act: string }>(
    'select operator, act from access_log order by access_id',
  );
  assert.deepEqual(
    log.map((line) => `${line.operator} ${line.act}`),
    ['nobody sign-in (refused)', `${id} sign-in (refused)`, `${id} sign-in`],
  );
});

test('passwords are kept as argon2id with the named parameters, and older hashes are made anew', async (t) => {
  const { desk, w, person } = await room(t);
  const id = await person('m.kasonga');
  const kept = async (): Promise<string> =>
    (await w.db.rows<{ h: string }>('select password_hash as h from account where account_id = $1', [id]))[0]!
      .h;
  assert.match(await kept(), /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const { hash } = await import('@node-rs/argon2');
  await w.db.rows('update account set password_hash = $2 where account_id = $1', [
    id,
    await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 }),
  ]);
  await enter(desk, 'm.kasonga');
  assert.match(await kept(), /m=19456,t=2,p=1/);
  await enter(desk, 'm.kasonga');
});
