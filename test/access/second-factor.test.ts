/** Second factors: codes and recovery codes count once, passkeys are really verified, guessing is slowed down, tokens are new. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { confirmSecondFactor } from '../../src/acts/confirm-second-factor.ts';
import {
  confirmTotp,
  type Enrolled,
  offerTotp,
  removeSecondFactors,
  renewRecoveryCodes,
} from '../../src/acts/enrol-totp.ts';
import { addPasskey, askPasskey, offerPasskey } from '../../src/acts/passkeys.ts';
import { findVisitor } from '../../src/acts/read-session.ts';
import { saveAccountState } from '../../src/store/account.ts';
import { deleteSessionsOf } from '../../src/store/session.ts';
import { enter, enterHalf, got, HERE, PASSWORD, type Room, refused, room } from './desk.ts';
import { softPasskey } from './soft-passkey.ts';

type Codes = {
  readonly code: (shift?: number) => string;
  readonly enrolled: Enrolled;
  readonly account: string;
};

/** A person with an authenticator application, whose first code was taken a minute ago. */
async function withTotp(r: Room, login = 'm.kasonga'): Promise<Codes> {
  const account = await r.person(login);
  const { token } = await enter(r.desk, login);
  const offer = got(await offerTotp(r.desk, HERE, token, PASSWORD));
  const totp = new TOTP({ secret: Secret.fromBase32(offer.secret) });
  const code = (shift = 0): string => totp.generate({ timestamp: r.desk.office.clock() + shift * 1000 });
  const enrolled = got(await confirmTotp(r.desk, token, code()));
  r.wait(60);
  return { code, enrolled, account };
}

const confirm = (r: Room, token: string, code: string, address = HERE) =>
  confirmSecondFactor(r.desk, address, token, { way: 'totp', code });
const recover = (r: Room, token: string, code: string) =>
  confirmSecondFactor(r.desk, HERE, token, { way: 'recovery-code', code });
const visits = async (r: Room, token: string) => findVisitor(r.desk.office, token);

test('an authenticator is enrolled by its first code, and from then on the password is half the way', async (t) => {
  const r = await room(t);
  await r.person('m.kasonga');
  const { token } = await enter(r.desk, 'm.kasonga');
  assert.equal(refused(await confirmTotp(r.desk, token, '000000')), 'signed-out', 'nothing was offered');
  assert.equal(refused(await offerTotp(r.desk, HERE, token, 'not it')), 'password-wrong');
  const offer = got(await offerTotp(r.desk, HERE, token, PASSWORD));
  assert.match(offer.uri, /^otpauth:\/\/totp\/Countermark%20XA:m\.kasonga\?.*secret=[A-Z2-7]{32}/);
  const totp = new TOTP({ secret: Secret.fromBase32(offer.secret) });
  const right = totp.generate({ timestamp: r.desk.office.clock() });
  const other = right === '000000' ? '000001' : '000000';
  assert.equal(refused(await confirmTotp(r.desk, token, other)), 'second-factor-refused');
  const enrolled = got(await confirmTotp(r.desk, token, ` ${right.slice(0, 3)} ${right.slice(3)} `));
  assert.equal(enrolled.recoveryCodes.length, 10);
  assert.match(enrolled.recoveryCodes.join(' '), /^([A-Z0-9]{4}(-[A-Z0-9]{4}){5} ?){10}$/);
  assert.deepEqual(
    [await visits(r, token), (await visits(r, enrolled.token))?.secondFactor],
    [undefined, true],
  );
  r.wait(60);
  const half = await enterHalf(r.desk, 'm.kasonga');
  assert.deepEqual(half.ways, ['totp', 'recovery-code']);
  assert.equal(await visits(r, half.token), undefined, 'half the way is not in');
  const code = totp.generate({ timestamp: r.desk.office.clock() });
  const session = got(await confirm(r, half.token, code));
  assert.notEqual(session.token, half.token);
  assert.equal((await visits(r, session.token))?.secondFactor, true);
  assert.equal(refused(await confirm(r, half.token, code)), 'signed-out', 'the token from before is gone');
});

test('no code counts twice, nor does one from before the last', async (t) => {
  const r = await room(t);
  const { code } = await withTotp(r);
  const used = code();
  const [a, b, c] = [
    await enterHalf(r.desk, 'm.kasonga'),
    await enterHalf(r.desk, 'm.kasonga'),
    await enterHalf(r.desk, 'm.kasonga'),
  ];
  const both = await Promise.all([confirm(r, a.token, used), confirm(r, b.token, used)]);
  assert.deepEqual(both.map(refused).sort(), ['second-factor-refused', 'was not refused']);
  assert.equal(refused(await confirm(r, c.token, used)), 'second-factor-refused');
  assert.equal(refused(await confirm(r, c.token, code(-30))), 'second-factor-refused');
  assert.equal(
    refused(await confirm(r, c.token, code(60))),
    'second-factor-refused',
    'clocks differ by one step',
  );
  got(await confirm(r, c.token, code(30)));
});

test('guessing codes is slowed down, and the right password in between forgets nothing', async (t) => {
  const r = await room(t);
  const { code } = await withTotp(r);
  const wrong = code(3600) === code() ? code(7200) : code(3600);
  for (let n = 1; n <= 5; n++) {
    const { token } = await enterHalf(r.desk, 'm.kasonga', `203.0.113.${n}`);
    assert.equal(refused(await confirm(r, token, wrong, `203.0.113.${n}`)), 'second-factor-refused');
  }
  const stranger = await enterHalf(r.desk, 'm.kasonga', '203.0.113.9');
  assert.equal(refused(await confirm(r, stranger.token, code(), '203.0.113.9')), 'sign-in-wait');
  const own = await enterHalf(r.desk, 'm.kasonga');
  got(await confirm(r, own.token, code()));
});

test('a recovery code opens once; new ones end the old', async (t) => {
  const r = await room(t);
  const { enrolled } = await withTotp(r);
  const [first = '', second = '', third = ''] = enrolled.recoveryCodes;
  const [a, b] = [await enterHalf(r.desk, 'm.kasonga'), await enterHalf(r.desk, 'm.kasonga')];
  const both = await Promise.all([
    recover(r, a.token, first.toLowerCase().replaceAll('-', ' ')),
    recover(r, b.token, first),
  ]);
  assert.deepEqual(both.map(refused).sort(), ['second-factor-refused', 'was not refused']);
  const c = await enterHalf(r.desk, 'm.kasonga');
  assert.equal(refused(await recover(r, c.token, first)), 'second-factor-refused');
  assert.equal(refused(await recover(r, c.token, '')), 'second-factor-refused');
  const session = got(await recover(r, c.token, second));
  const renewed = got(await renewRecoveryCodes(r.desk, HERE, session.token, PASSWORD)).recoveryCodes;
  const d = await enterHalf(r.desk, 'm.kasonga');
  assert.equal(refused(await recover(r, d.token, third)), 'second-factor-refused');
  got(await recover(r, d.token, renewed[0]!));
});

test('half the way lasts ten minutes and ends with the account', async (t) => {
  const r = await room(t);
  const { code, account } = await withTotp(r);
  const late = await enterHalf(r.desk, 'm.kasonga');
  r.wait(600);
  assert.equal(refused(await confirm(r, late.token, code())), 'signed-out');
  const half = await enterHalf(r.desk, 'm.kasonga');
  await saveAccountState(r.w.db, account, 'suspended');
  assert.equal(refused(await confirm(r, half.token, code())), 'signed-out');
});

test('what is kept of a second factor opens nothing', async (t) => {
  const r = await room(t);
  const { enrolled, account } = await withTotp(r);
  const rows = await r.w.db.rows<{ line: string }>(
    `select a::text as line from account a union all select c::text from recovery_code c
     union all select convert_from(body, 'UTF8') from ledger_entry where subject_id = '${account}'`,
  );
  const kept = rows.map((row) => row.line).join('\n');
  assert.match(kept, /second-factor-enrolled/);
  assert.match(kept, /0badcafe\./, 'sealed under the id of its key');
  for (const code of enrolled.recoveryCodes)
    assert.ok(!kept.includes(code) && !kept.includes(code.replaceAll('-', '')));
  // A secret sealed for one account does not open for another.
  await r.person('thief');
  await r.w.db.rows(
    `update account set totp_secret = (select totp_secret from account where account_id = $1), totp_step = 0
     where login = 'thief'`,
    [account],
  );
  const half = await enterHalf(r.desk, 'thief');
  assert.equal(refused(await confirm(r, half.token, '123456')), 'second-factor-refused');
});

test('a new sign-in secret opens what the old one sealed and seals it anew', async (t) => {
  const r = await room(t);
  const { code, account } = await withTotp(r);
  const fresh = { id: 'feedf00d', key: new Uint8Array(32).fill(9) };
  const rotated: Room = { ...r, desk: { ...r.desk, secrets: [fresh, ...r.desk.secrets] } };
  got(await confirm(rotated, (await enterHalf(rotated.desk, 'm.kasonga')).token, code()));
  const [row] = await r.w.db.rows<{ s: string }>(
    'select totp_secret as s from account where account_id = $1',
    [account],
  );
  assert.match(row!.s, /^feedf00d\./);
  r.wait(60);
  const only: Room = { ...r, desk: { ...r.desk, secrets: [fresh] } };
  got(await confirm(only, (await enterHalf(only.desk, 'm.kasonga')).token, code()));
});

test('a second factor goes with the password only, and with it all sessions', async (t) => {
  const r = await room(t);
  const { enrolled, code } = await withTotp(r);
  const half = await enterHalf(r.desk, 'm.kasonga');
  const other = got(await confirm(r, half.token, code()));
  assert.equal(refused(await removeSecondFactors(r.desk, HERE, enrolled.token, 'not it')), 'password-wrong');
  const opened = got(await removeSecondFactors(r.desk, HERE, enrolled.token, PASSWORD));
  assert.equal(await visits(r, other.token), undefined);
  assert.equal((await visits(r, opened.token))?.secondFactor, false);
  await enter(r.desk, 'm.kasonga');
});

test('a session that is ended while a second factor is confirmed is not revived', async (t) => {
  const r = await room(t);
  const account = await r.person('m.kasonga');
  const { token } = await enter(r.desk, 'm.kasonga');
  const { secret } = got(await offerTotp(r.desk, HERE, token, PASSWORD));
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: r.desk.office.clock() });
  const confirmed = await r.w.db.transaction(async (tx) => {
    await deleteSessionsOf(tx, account);
    const running = confirmTotp(r.desk, token, code);
    await setTimeout(150);
    return { running };
  });
  assert.equal(refused(await confirmed.running), 'signed-out');
  await enter(r.desk, 'm.kasonga');
});

test('a passkey is added and asked; what does not fit is refused; nothing counts twice', async (t) => {
  const r = await room(t);
  await r.person('m.kasonga');
  const { rpId, origin } = r.desk.site;
  const key = softPasskey(rpId, origin);
  const { token } = await enter(r.desk, 'm.kasonga');
  const asked = got(await offerPasskey(r.desk, HERE, token, PASSWORD));
  assert.equal(
    refused(await addPasskey(r.desk, token, key.create(asked, 'https://evil.example'))),
    'passkey-refused',
  );
  assert.equal(
    refused(await addPasskey(r.desk, token, key.create(asked))),
    'signed-out',
    'a challenge is answered once',
  );
  const again = got(await offerPasskey(r.desk, HERE, token, PASSWORD));
  const enrolled = got(await addPasskey(r.desk, token, key.create(again)));
  assert.equal(enrolled.recoveryCodes.length, 10);
  const answer = (half: string, response: unknown) =>
    confirmSecondFactor(r.desk, HERE, half, { way: 'passkey', response });
  const half = await enterHalf(r.desk, 'm.kasonga');
  assert.deepEqual(half.ways, ['passkey', 'recovery-code']);
  const ask = async () => got(await askPasskey(r.desk, half.token));
  const no = 'second-factor-refused';
  assert.equal(
    refused(await answer(half.token, key.sign({ challenge: again.challenge }))),
    no,
    'not asked yet',
  );
  const first = await ask();
  const stranger = softPasskey(rpId, origin);
  assert.equal(refused(await answer(half.token, stranger.sign(first))), no);
  assert.equal(
    refused(await answer(half.token, { ...stranger.sign(await ask()), id: key.id, rawId: key.id })),
    no,
  );
  assert.equal(
    refused(await answer(half.token, key.sign(await ask(), { origin: 'http://localhost:9999' }))),
    no,
  );
  assert.equal(refused(await answer(half.token, 'x'.repeat(50_000))), no);
  r.wait(3600);
  const fresh = await enterHalf(r.desk, 'm.kasonga');
  const good = key.sign(got(await askPasskey(r.desk, fresh.token)), { count: 5 });
  const session = got(await answer(fresh.token, good));
  assert.equal((await visits(r, session.token))?.secondFactor, true);
  const last = await enterHalf(r.desk, 'm.kasonga');
  assert.equal(refused(await answer(last.token, good)), no, 'an answer from before');
  const cloned = key.sign(got(await askPasskey(r.desk, last.token)), { count: 5 });
  assert.equal(refused(await answer(last.token, cloned)), no, 'a count that does not rise tells of a copy');
});
