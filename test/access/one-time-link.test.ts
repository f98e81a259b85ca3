/** One-time links: the first administrator, invitations and resets; each once, in time, and of two at once one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPerson } from '../../src/acts/add-person.ts';
import { findPerson } from '../../src/acts/find-person.ts';
import { makeFirstLink } from '../../src/acts/make-link.ts';
import { machine } from '../../src/acts/office.ts';
import { openOneTimeLink, viewOneTimeLink } from '../../src/acts/open-one-time-link.ts';
import { findVisitor } from '../../src/acts/read-session.ts';
import { resetPerson } from '../../src/acts/reset-person.ts';
import { signIn } from '../../src/acts/sign-in.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { saveAccountState } from '../../src/store/account.ts';
import { ADMIN, enter, firstAdministrator, got, HERE, PASSWORD, refused, room } from './desk.ts';

const FIRST = { login: ADMIN, name: 'Lucie Tremont', language: 'fr', password: PASSWORD };

test('the first administrator is made at a link, once, and can act; then there are no such links', async (t) => {
  const { desk, w } = await room(t);
  const link = (await makeFirstLink(desk.office))!;
  assert.deepEqual(got(await viewOneTimeLink(desk.office, link.token)).purpose, 'first-administrator');
  for (const [typed, code] of [
    [{ ...FIRST, password: 'short' }, 'password-too-short'],
    [{ ...FIRST, login: 'L Tremont!' }, 'login-unreadable'],
    [{ ...FIRST, name: ' ' }, 'name-unreadable'],
    [{ password: PASSWORD }, 'login-unreadable'],
  ] as const)
    assert.equal(
      refused(await openOneTimeLink(desk, HERE, link.token, typed)),
      code,
      'said before the link is spent',
    );
  const opened = got(await openOneTimeLink(desk, HERE, link.token, FIRST));
  assert.equal(refused(await openOneTimeLink(desk, HERE, link.token, FIRST)), 'link-unusable');
  assert.equal(refused(await viewOneTimeLink(desk.office, link.token)), 'link-unusable');
  assert.equal(await makeFirstLink(desk.office), undefined);
  const { token } = await enter(desk, ADMIN);
  const visitor = (await findVisitor(desk.office, token))!;
  assert.deepEqual(
    [visitor.account, visitor.role, visitor.name],
    [opened.account, 'administrator', 'Lucie Tremont'],
  );
  assert.equal(
    (await findPerson(desk.office, visitor.account))?.role.powers['add-person'],
    'none',
    'brings others in',
  );
  const rows = await w.db.rows<{ body: Buffer }>('select body from ledger_entry where subject_id = $1', [
    opened.account,
  ]);
  const body = rows[0]!.body.toString('utf8');
  assert.match(body, /"person":"[0-9a-f]{64}"/);
  assert.ok(!/Tremont|tremont|marmite/.test(body));
});

test('two uses of one link at once make one administrator, and so do two links', async (t) => {
  const { desk, w } = await room(t);
  const old = (await makeFirstLink(desk.office))!;
  const [row] = await w.db.rows<{ token_hash: Buffer }>('select token_hash from one_time_link');
  const link = (await makeFirstLink(desk.office))!;
  // A second open link, as there is for a moment where two servers of one home start at once.
  await w.db.rows(
    `insert into one_time_link (token_hash, purpose, clears_second_factor, made_by, made_at, expires_at)
     select $1, purpose, clears_second_factor, made_by, made_at, expires_at from one_time_link`,
    [row!.token_hash],
  );
  const uses = await Promise.all(
    ['l.tremont', 'p.ostrova', 'a.dekker', 'i.varga'].map((login, n) =>
      openOneTimeLink(desk, HERE, n % 2 === 0 ? link.token : old.token, { ...FIRST, login }),
    ),
  );
  const unusable = Array.from({ length: 3 }, () => 'link-unusable');
  assert.deepEqual(uses.map(refused).sort(), [...unusable, 'was not refused']);
  assert.equal((await w.db.rows('select 1 as one from account')).length, 1);
});

test('a new start takes the place of the old link, and a link ends after a day', async (t) => {
  const { desk, wait } = await room(t);
  const old = (await makeFirstLink(desk.office))!;
  const link = (await makeFirstLink(desk.office))!;
  assert.equal(refused(await openOneTimeLink(desk, HERE, old.token, FIRST)), 'link-unusable');
  wait(24 * 3600);
  assert.equal(refused(await openOneTimeLink(desk, HERE, link.token, FIRST)), 'link-unusable');
  assert.equal(refused(await openOneTimeLink(desk, HERE, 'x'.repeat(43), FIRST)), 'link-unusable');
  assert.ok(!isRefusal(await firstAdministrator(desk)));
});

test('somebody invited sets a password once and comes in; a guess at the link costs no work', async (t) => {
  const { desk, verified } = await room(t);
  const admin = machine(await firstAdministrator(desk), 'drill');
  const wish = addPerson.input.parse({ login: 'm.kasonga', name: 'Maya Kasonga', language: 'en' });
  const { token = '', account } = got(await addPerson.run(desk.office, admin, wish));
  assert.equal(
    refused(await signIn(desk, HERE, { login: 'm.kasonga', password: PASSWORD })),
    'sign-in-refused',
  );
  assert.equal(got(await viewOneTimeLink(desk.office, token)).login, 'm.kasonga');
  const uses = await Promise.all(
    [1, 2].map(() => openOneTimeLink(desk, HERE, token, { password: PASSWORD })),
  );
  assert.deepEqual(uses.map(refused).sort(), ['link-unusable', 'was not refused']);
  assert.equal((await enter(desk, 'm.kasonga')).account, account);
  const before = verified();
  assert.equal(
    refused(await openOneTimeLink(desk, HERE, 'A'.repeat(43), { password: PASSWORD })),
    'link-unusable',
  );
  assert.equal(verified(), before);
});

test('a reset ends sessions, opens a way in past a stranger who keeps failing, and not for the suspended', async (t) => {
  const { desk, w, person } = await room(t);
  const admin = machine(await firstAdministrator(desk), 'drill');
  const account = await person('m.kasonga');
  const session = await enter(desk, 'm.kasonga', '192.0.2.1');
  for (let n = 0; n < 9; n++) await signIn(desk, `203.0.113.${n}`, { login: 'm.kasonga', password: 'wrong' });
  assert.equal(refused(await signIn(desk, HERE, { login: 'm.kasonga', password: PASSWORD })), 'sign-in-wait');
  const { token = '' } = got(await resetPerson.run(desk.office, admin, resetPerson.input.parse({ account })));
  assert.equal(await findVisitor(desk.office, session.token), undefined);
  await saveAccountState(w.db, account, 'suspended');
  assert.equal(
    refused(await openOneTimeLink(desk, HERE, token, { password: 'tulipes et tramways' })),
    'link-unusable',
  );
  await saveAccountState(w.db, account, 'active');
  got(await openOneTimeLink(desk, HERE, token, { password: 'tulipes et tramways' }));
  assert.ok(await enter(desk, 'm.kasonga', HERE, 'tulipes et tramways'));
});
