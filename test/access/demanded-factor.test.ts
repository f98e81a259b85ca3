/**
 * Second factors that a role demands: whoever comes in by a password alone can do nothing but set one up, from the request
 * after the demand was made; set up, everything is open at once, and the factor cannot be taken away while the demand stands.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { addPerson } from '../../src/acts/add-person.ts';
import { defineRole } from '../../src/acts/all-acts.ts';
import { changePassword } from '../../src/acts/change-password.ts';
import { choosePosting, listOwnPostings } from '../../src/acts/choose-posting.ts';
import { listOwnSessions } from '../../src/acts/end-sessions.ts';
import { confirmTotp, offerTotp, removeSecondFactors } from '../../src/acts/enrol-totp.ts';
import { findClient, findSignedIn } from '../../src/acts/find-person.ts';
import { makeApiKey } from '../../src/acts/make-api-key.ts';
import { machine, newId } from '../../src/acts/office.ts';
import { openOneTimeLink } from '../../src/acts/open-one-time-link.ts';
import { addPasskey, offerPasskey } from '../../src/acts/passkeys.ts';
import { perform } from '../../src/acts/perform.ts';
import { findVisitor } from '../../src/acts/read-session.ts';
import { resetPerson } from '../../src/acts/reset-person.ts';
import { viewToday } from '../../src/acts/view-today.ts';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import { savePosting } from '../../src/store/posting.ts';
import { ADMIN, enter, firstAdministrator, got, HERE, PASSWORD, type Room, refused, room } from './desk.ts';
import { softPasskey } from './soft-passkey.ts';

const CONSOLE = machine('console', 'drill');
const DAY_MS = 86_400_000;

/** What the session of a token may do: the role it works in, or what keeps it. */
async function standing({ desk: { office } }: Room, token: string): Promise<string> {
  const visitor = await findVisitor(office, token);
  if (visitor === undefined) return 'signed out';
  const person = await findSignedIn(office, visitor);
  return person?.role.name ?? `nothing (${visitor.demandedBy})`;
}

async function postTo({ w, desk }: Room, account: string, role: string, days: readonly [number, number?]) {
  const day = (n: number): string => new Date(desk.office.clock() + n * DAY_MS).toISOString().slice(0, 10);
  const [from, until] = days;
  const id = newId(desk.office);
  const posting = { id, account, role, party: undefined, from: day(from) };
  await savePosting(w.db, { ...posting, until: until === undefined ? undefined : day(until) }, 'console');
  return id;
}

/** Sets up an authenticator; gives the token of the new session. */
async function enrol({ desk }: Room, token: string): Promise<string> {
  const { secret } = got(await offerTotp(desk, HERE, token, PASSWORD));
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: desk.office.clock() });
  return got(await confirmTotp(desk, token, code)).token;
}

async function demand({ desk: { office } }: Room, name: string, secondFactor: boolean): Promise<void> {
  const role = DEFAULT_ROLES.find((one) => one.name === name)!;
  got(await defineRole.run(office, CONSOLE, defineRole.input.parse({ role: { ...role, secondFactor } })));
}

test('the first administrator can do nothing by the password alone but set up a second factor', async (t) => {
  const r = await room(t, 'live');
  const { desk } = r;
  const account = await firstAdministrator(desk);
  const { token } = await enter(desk, ADMIN);
  assert.equal(await standing(r, token), 'nothing (administrator)');
  const no = 'second-factor-demanded';
  const [own] = await listOwnPostings(desk.office, account);
  assert.equal(refused(await choosePosting(desk.office, token, own!.posting)), no);
  assert.equal(refused(await listOwnSessions(desk.office, token)), no);
  const change = { current: PASSWORD, chosen: 'another jam in the attic' };
  assert.equal(refused(await changePassword(desk, HERE, token, change)), no);
  const strong = await enrol(r, token);
  assert.deepEqual([await standing(r, token), await standing(r, strong)], ['signed out', 'administrator']);
});

test('a passkey meets the demand like a code', async (t) => {
  const r = await room(t, 'live');
  await firstAdministrator(r.desk);
  const { token } = await enter(r.desk, ADMIN);
  const key = softPasskey(r.desk.site.rpId, r.desk.site.origin);
  const asked = got(await offerPasskey(r.desk, HERE, token, PASSWORD));
  const { token: strong } = got(await addPasskey(r.desk, token, key.create(asked)));
  assert.equal(await standing(r, strong), 'administrator');
});

test('a demand holds from the next request, and so does its end', async (t) => {
  const r = await room(t, 'live');
  const account = await r.person('m.kasonga');
  await postTo(r, account, 'investigator', [-1]);
  const { token } = await enter(r.desk, 'm.kasonga');
  assert.equal(await standing(r, token), 'investigator');
  await demand(r, 'investigator', true);
  assert.equal(await standing(r, token), 'nothing (investigator)');
  await demand(r, 'investigator', false);
  assert.equal(await standing(r, token), 'investigator');
});

test('any posting that holds today demands, whichever is worked under; one to come or gone does not', async (t) => {
  const r = await room(t, 'live');
  const account = await r.person('m.kasonga');
  await postTo(r, account, 'investigator', [-1]);
  await postTo(r, account, 'auditor', [1]);
  await postTo(r, account, 'keeper', [-9, -1]);
  const { token } = await enter(r.desk, 'm.kasonga');
  assert.equal(await standing(r, token), 'investigator');
  const ended = await postTo(r, account, 'auditor', [-1, 3]);
  assert.equal(await standing(r, token), 'nothing (auditor)');
  await r.w.db.rows('update posting set ended_at = now() where posting_id = $1', [ended]);
  assert.equal(await standing(r, token), 'investigator');
});

test('a second factor stays while a role demands it, and goes when none does', async (t) => {
  const r = await room(t, 'live');
  const account = await r.person('m.kasonga');
  await postTo(r, account, 'auditor', [-1]);
  const strong = await enrol(r, (await enter(r.desk, 'm.kasonga')).token);
  assert.equal(refused(await removeSecondFactors(r.desk, HERE, strong, PASSWORD)), 'second-factor-kept');
  assert.equal(await standing(r, strong), 'auditor', 'the refusal ended nothing');
  await demand(r, 'auditor', false);
  const { token } = got(await removeSecondFactors(r.desk, HERE, strong, PASSWORD));
  assert.equal(await standing(r, token), 'auditor');
});

test('after a lost factor was voided, the way leads through setting up another', async (t) => {
  const r = await room(t, 'live');
  const { office } = r.desk;
  const account = await r.person('m.kasonga');
  await r.w.db.rows(`update account set state = 'active' where account_id = $1`, [account]);
  await postTo(r, account, 'auditor', [-1]);
  await enrol(r, (await enter(r.desk, 'm.kasonga')).token);
  const lost = resetPerson.input.parse({ account, secondFactor: true });
  const { token: link = '' } = got(await resetPerson.run(office, CONSOLE, lost));
  got(await openOneTimeLink(r.desk, HERE, link, { password: PASSWORD }));
  const { token } = await enter(r.desk, 'm.kasonga');
  assert.equal(await standing(r, token), 'nothing (auditor)');
  assert.equal(await standing(r, await enrol(r, token)), 'auditor');
});

test('keys of programs are not concerned, nor is anybody in a demonstration', async (t) => {
  const r = await room(t, 'live');
  const { office } = r.desk;
  const wish = { name: 'counter', role: 'auditor', expires: '2026-06-01' };
  const made = got(await makeApiKey.run(office, CONSOLE, makeApiKey.input.parse(wish)));
  const client = await findClient(office, made.secret ?? '');
  assert.equal(client?.role.secondFactor, true);
  got(await perform(office, client!, 'drill', viewToday, {}));

  const demo = await room(t);
  const posting = { role: 'auditor' };
  const person = addPerson.input.parse({ login: 'e.lind', name: 'E. Lind', posting });
  const { token: link = '' } = got(await addPerson.run(demo.desk.office, CONSOLE, person));
  got(await openOneTimeLink(demo.desk, HERE, link, { password: PASSWORD }));
  assert.equal(await standing(demo, (await enter(demo.desk, 'e.lind')).token), 'auditor');
});
