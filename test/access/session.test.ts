/** Sessions: fresh tokens, the end of them at the next request, idle and absolute limits, restores, and passwords changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { changePassword } from '../../src/acts/change-password.ts';
import { endSessions, signOut } from '../../src/acts/end-sessions.ts';
import { machine, newId } from '../../src/acts/office.ts';
import { findVisitor } from '../../src/acts/read-session.ts';
import { signIn } from '../../src/acts/sign-in.ts';
import { hashOfToken } from '../../src/acts/token.ts';
import { saveAccountState } from '../../src/store/account.ts';
import { connect } from '../../src/store/database.ts';
import { endPosting, savePosting } from '../../src/store/posting.ts';
import { deleteSessionsOf, lockSession } from '../../src/store/session.ts';
import { enter, got, HERE, PASSWORD, type Room, refused, room } from './desk.ts';

const CHOSEN = 'tulipes et tramways de mai';

const sees = async ({ desk }: Room, token: string): Promise<boolean> =>
  (await findVisitor(desk.office, token)) !== undefined;

test('a session ends at the next request: signed out, ended by others, account suspended', async (t) => {
  const r = await room(t);
  const id = await r.person('m.kasonga');
  const [a, b, c, d] = [
    await enter(r.desk, 'm.kasonga'),
    await enter(r.desk, 'm.kasonga'),
    await enter(r.desk, 'm.kasonga'),
    await enter(r.desk, 'm.kasonga'),
  ];
  assert.equal(new Set([a.token, b.token, c.token, d.token]).size, 4, 'every sign-in has a token of its own');
  await signOut(r.desk.office, a.token);
  assert.deepEqual([await sees(r, a.token), await sees(r, b.token)], [false, true]);
  await saveAccountState(r.w.db, id, 'suspended');
  assert.equal(await sees(r, b.token), false);
  await saveAccountState(r.w.db, id, 'active');
  assert.equal(await endSessions(r.desk.office, machine('console', 'drill'), id), 3);
  for (const { token } of [b, c, d]) assert.equal(await sees(r, token), false);
});

test('a session is lost with its posting, and has its role and agency while it holds', async (t) => {
  const r = await room(t);
  const account = await r.person('m.kasonga');
  const { office } = r.desk;
  const [id, party] = [newId(office), newId(office)];
  const posting = { id, account, role: 'armourer', party, from: '2026-03-01', until: '2026-03-02' };
  await savePosting(r.w.db, posting, 'console');
  const { token } = await enter(r.desk, 'm.kasonga');
  const visitor = await findVisitor(office, token);
  assert.deepEqual([visitor?.posting, visitor?.role, visitor?.party], [id, 'armourer', party]);
  const nextDay = Date.parse('2026-03-03T00:00:00Z');
  for (let at = office.clock(); at < nextDay - 1000; at += 20 * 60_000) await findVisitor(office, token, at);
  assert.ok(await endPosting(r.w.db, id, new Date(office.clock()).toISOString()));
  assert.equal(await sees(r, token), false);
});

test('a posting that has run out takes its session along', async (t) => {
  const r = await room(t);
  const account = await r.person('m.kasonga');
  r.wait(15 * 3600);
  const { office } = r.desk;
  const posting = {
    id: newId(office),
    account,
    role: 'armourer',
    party: undefined,
    from: '2026-03-01',
    until: '2026-03-02',
  };
  await savePosting(r.w.db, posting, 'console');
  const { token } = await enter(r.desk, 'm.kasonga');
  r.wait(3590);
  for (let step = 0; step < 3; step++)
    await findVisitor(office, token, office.clock() - 3000_000 + step * 1000_000);
  assert.equal(await sees(r, token), true, '23:59:50');
  r.wait(10);
  assert.equal(await sees(r, token), false, 'midnight');
});

test('thirty minutes without a request end a session, twelve hours end any', async (t) => {
  const r = await room(t);
  await r.person('m.kasonga');
  const idle = await enter(r.desk, 'm.kasonga');
  const busy = await enter(r.desk, 'm.kasonga');
  r.wait(29 * 60);
  assert.equal(await sees(r, busy.token), true);
  r.wait(60);
  assert.deepEqual([await sees(r, idle.token), await sees(r, busy.token)], [false, true]);
  for (let minutes = 30; minutes < 12 * 60 - 20; minutes += 20) {
    r.wait(20 * 60);
    assert.equal(await sees(r, busy.token), true, `${minutes + 20} minutes`);
  }
  r.wait(20 * 60);
  assert.equal(await sees(r, busy.token), false);
});

test('the last request is written at most once a minute', async (t) => {
  const r = await room(t);
  await r.person('m.kasonga');
  const { token } = await enter(r.desk, 'm.kasonga');
  const seen = async (): Promise<string> =>
    (await r.w.db.rows<{ seen_at: string }>('select seen_at from session'))[0]!.seen_at;
  const began = await seen();
  r.wait(60);
  await sees(r, token);
  assert.equal(await seen(), began);
  r.wait(1);
  await sees(r, token);
  assert.notEqual(await seen(), began);
});

test('a session from before a restore counts for nothing', async (t) => {
  const r = await room(t);
  await r.person('m.kasonga');
  const { token } = await enter(r.desk, 'm.kasonga');
  r.wait(10);
  const owner = connect(r.w.connection, { owner: true, connections: 1 });
  await owner.rows(
    `insert into ledger_epoch (epoch, origin, verifier_key, base_size, began_at) values (2, 'o', 'k', 1, $1)`,
    [new Date(r.desk.office.clock()).toISOString()],
  );
  await owner.close();
  assert.equal(await sees(r, token), false);
  assert.equal(await sees(r, (await enter(r.desk, 'm.kasonga')).token), true);
});

test('what is no token is nobody, and a token is kept as its hash alone', async (t) => {
  const r = await room(t);
  await r.person('m.kasonga');
  const { token } = await enter(r.desk, 'm.kasonga');
  for (const text of [
    '',
    'x',
    `${token}x`,
    token.slice(1),
    token.toLowerCase(),
    "' or 1=1 --",
    'x'.repeat(1e6),
  ])
    assert.equal(await sees(r, text), false);
  const [row] = await r.w.db.rows<{ line: string; hash: string }>(
    "select s::text as line, encode(token_hash, 'hex') as hash from session s",
  );
  assert.ok(!row?.line.includes(token));
  assert.match(row?.hash ?? '', /^[0-9a-f]{64}$/);
});

test('a changed password ends every session, gives a new token, and is an entry without words', async (t) => {
  const r = await room(t);
  const id = await r.person('m.kasonga');
  const [here, there] = [await enter(r.desk, 'm.kasonga'), await enter(r.desk, 'm.kasonga')];
  const change = (current: string, chosen: string) =>
    changePassword(r.desk, HERE, here.token, { current, chosen });
  assert.equal(refused(await change('not the password', CHOSEN)), 'password-wrong');
  assert.equal(refused(await change(PASSWORD, PASSWORD)), 'password-unchanged');
  assert.equal(refused(await change(PASSWORD, 'short')), 'password-too-short');
  assert.equal(refused(await change(PASSWORD, 'm.kasonga de Savelle')), 'password-holds-login');
  assert.equal(await sees(r, here.token), true);
  const changed = got(await change(PASSWORD, CHOSEN));
  assert.deepEqual(
    [await sees(r, here.token), await sees(r, there.token), await sees(r, changed.token)],
    [false, false, true],
  );
  assert.equal(
    refused(await signIn(r.desk, HERE, { login: 'm.kasonga', password: PASSWORD })),
    'sign-in-refused',
  );
  assert.ok(await enter(r.desk, 'm.kasonga', HERE, CHOSEN));
  const entries = await r.w.db.rows<{ body: Buffer }>('select body from ledger_entry where subject_id = $1', [
    id,
  ]);
  const bodies = entries.map((entry) => entry.body.toString('utf8'));
  assert.equal(bodies.length, 1);
  assert.match(bodies[0]!, /"password-changed"/);
  assert.ok(!/tulipes|kasonga|argon/.test(bodies[0]!));
});

test('two sessions of one account that are renewed at once never wait for each other', async (t) => {
  const r = await room(t);
  const account = await r.person('m.kasonga');
  const [one, other] = [await enter(r.desk, 'm.kasonga'), await enter(r.desk, 'm.kasonga')];
  const { db } = r.desk.office;
  let held = (): void => {};
  const isHeld = new Promise<void>((resolve) => {
    held = resolve;
  });
  const first = db.transaction(async (tx) => {
    assert.ok(await lockSession(tx, account, hashOfToken(one.token)!));
    held();
    await sleep(400);
    return deleteSessionsOf(tx, account);
  });
  await isHeld;
  const second = db.transaction(async (tx) => {
    const isOpen = await lockSession(tx, account, hashOfToken(other.token)!);
    if (isOpen) await deleteSessionsOf(tx, account);
    return isOpen;
  });
  assert.deepEqual(await Promise.all([first, second]), [2, false]);
});

test('of two changes from one password at once, one is kept', async (t) => {
  const r = await room(t);
  await r.person('m.kasonga');
  const sessions = [await enter(r.desk, 'm.kasonga'), await enter(r.desk, 'm.kasonga')];
  const results = await Promise.all(
    sessions.map(({ token }, n) =>
      changePassword(r.desk, HERE, token, { current: PASSWORD, chosen: `${CHOSEN} ${n}` }),
    ),
  );
  // The later one is turned away where its session ended, or already where the password it gives is the old one.
  const told = results.map(refused).sort();
  assert.equal(told.filter((one) => one === 'was not refused').length, 1, told.join(', '));
  assert.match(told[0]!, /^(signed-out|sign-in-refused|password-wrong)$/);
});
