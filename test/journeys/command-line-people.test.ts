/**
 * The command line in the hands of people: administrators give and take postings, roles, keys and agencies; a keeper and an
 * investigator work with their own rights and no others, and what they look at is logged under their accounts. Receipts and
 * documents too. All commands of the program itself, run inside this process on one home; one as a process of its own.
 *
 * @clause A-13, J-02, J-04
 */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { ACTS } from '../../src/acts/all-acts.ts';
import { findAccountId } from '../../src/acts/find-person.ts';
import { type Act, machine } from '../../src/acts/office.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { runCommand } from '../../src/doors/cli/run.ts';
import { houseOf, listCommands } from '../../src/main/commands.ts';
import { type OpenOffice, openOffice } from '../../src/main/open-office.ts';
import { savePassword } from '../../src/store/account.ts';
import { phonePhotograph } from '../acts/pictures.ts';
import { fileOf, folderOf, homeOf, type Run, run as runApart } from './hands.ts';

let home: string;
let opened: OpenOffice;
let folder: string;
let army: string;
let police: string;
const arms: Record<string, { readonly id: string; readonly number: string }> = {};
const ends: (() => unknown)[] = [];

before(async () => {
  // The home of all journeys below: what is registered for the end of a test waits for the end of the file here.
  const t = { after: (end: () => unknown) => void ends.unshift(end) } as unknown as TestContext;
  ({ home, opened } = await homeOf(t));
  folder = folderOf(t);
  army = (await added('agency', 'add', 'Army of Aldera')).parties![0]!;
  police = (await added('agency', 'add', 'Police of Aldera')).parties![0]!;
  const depot = (await added('agency', 'add', 'Depot One', '--kind', 'depot', '--under', 'Army of Aldera'))
    .parties![0]!;
  const holder = (await act(recordParty, { name: 'Ndeye Oumar', kind: 'person' })).parties![0]!;
  arms.ofArmy = await anArm('ZN400001', { unit: depot, keeper: depot });
  arms.ofPolice = await anArm('ZN400002', { unit: police, keeper: police });
  arms.civil = await anArm('ZN400003', { owner: holder, keeper: holder });
  await Promise.all([
    letIn('k.aldo', '--role', 'keeper', '--agency', 'Army of Aldera'),
    letIn('i.soro', '--role', 'investigator', '--agency', 'Police of Aldera'),
    letIn('f.admin', '--role', 'administrator'),
    letIn('g.admin', '--role', 'administrator'),
  ]);
});
after(async () => {
  for (const end of ends) await end();
});

/** Runs a command inside this process, over the office that stands open. */
async function run(...words: string[]): Promise<Run> {
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const { office, numbering } = opened;
  let [out, err] = ['', ''];
  const code = await runCommand(
    {
      commands: listCommands(config),
      house: houseOf(config),
      open: async () => ({ office, drain: numbering.drain, close: async () => {} }),
      home,
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTerminal: false,
      operator: 'tester',
      signal: new AbortController().signal,
    },
    words,
  );
  return { code, out, err };
}

async function runJson<T>(...words: string[]): Promise<Run & { readonly json: T }> {
  const done = await run(...words, '--json');
  assert.match(done.out, /^[^\n]+\n$/, `one line of JSON; standard error said: ${done.err}`);
  return { ...done, json: JSON.parse(done.out) as T };
}

async function act<I, O>(one: Act<I, O>, input: unknown): Promise<O> {
  const done = await one.run(opened.office, machine('tester', 'test'), one.input.parse(input));
  assert.ok(!isRefusal(done), JSON.stringify(done));
  return done;
}

async function anArm(serial: string, to: object): Promise<{ readonly id: string; readonly number: string }> {
  const marks = [{ kind: 'serial', part: 'frame', text: serial }];
  const made = await act(registerArm, { description: { class: 'pistol' }, marks, to });
  return { id: made.arm, number: made.number };
}

/** What a command answers that must succeed. */
async function added(...words: string[]): Promise<Readonly<Record<string, string & string[]>>> {
  const done = await runJson<Record<string, string & string[]>>(...words);
  assert.equal(done.code, 0, `${words.join(' ')}: ${done.err}`);
  return done.json;
}

/** Somebody who was brought in and has opened the link. */
async function letIn(login: string, ...posting: string[]): Promise<string> {
  const { account } = await added('user', 'add', login, '--name', `Name of ${login}`, ...posting);
  await savePassword(opened.office.db, account!, 'kept by whoever opened the link');
  return account!;
}

const accountOf = async (login: string): Promise<string> => (await findAccountId(opened.office, login)) ?? '';

async function looksOf(operator: string): Promise<readonly { act: string; purpose: string }[]> {
  return opened.office.db.rows('select act, purpose from access_log where operator = $1 order by access_id', [
    operator,
  ]);
}

/** Runs all at once: each must end so, with this sentence on standard error or this text on standard output. */
async function endSo(
  cases: readonly (readonly [words: string[], code: number, says: RegExp])[],
): Promise<void> {
  const runs = await Promise.all(cases.map(async ([words]) => run(...words)));
  for (const [at, done] of runs.entries()) {
    const [words, code, says] = cases[at]!;
    assert.equal(done.code, code, `${words.join(' ')}: ${done.err}${done.out}`);
    assert.match(code === 0 ? done.out : done.err, says, words.join(' '));
    assert.doesNotMatch(done.err, /undefined|\n {4}at /, words.join(' '));
  }
}

test('every act of the register is offered, each through its rights', async () => {
  const { json } = await runJson<{ act: string }[]>('do', 'help');
  const offered = json.map((one) => one.act);
  assert.equal(new Set(offered).size, offered.length);
  for (const { name } of ACTS) assert.ok(offered.includes(name), name);
  const wanted = JSON.stringify({ arm: arms.ofArmy!.number });
  await endSo([
    [['do', 'view-arm', wanted], 0, /ZN400001/],
    [['do', 'view-arm', wanted, '--operator', 'f.admin'], 1, /Your role does not include this/],
    [['do', 'list-documents', wanted], 0, /"documents": \[\]/],
    [['do', 'view-arm', '{"arm":7}'], 2, /arm: .*expected string/i],
    [['do', 'view-arm', 'not JSON'], 2, /not JSON/],
    [['do', 'melt-arm', '{}'], 2, /There is no act "melt-arm"/],
  ]);
  const apart = await runApart(home, 'do', 'view-arm', wanted, '--operator', 'f.admin', '--json');
  assert.equal(apart.code, 1, apart.err);
  assert.equal((JSON.parse(apart.out) as { refused: string }).refused, 'not-permitted');
});

test('a keeper sees and records what is of the own agency, without holders, and is logged by account', async () => {
  const by = ['--operator', 'k.aldo', '--purpose', 'count of May'];
  await endSo([
    [['find', '--serial', 'ZN4*', ...by], 0, /^[^\n]*ZN400001[^\n]*\n1 found\.\n$/],
    [['find', '--holder', 'Ndeye Oumar', ...by], 1, /does not include searching by this/],
    [['arm', arms.ofArmy!.number, ...by], 0, /ZN400001/],
    [['arm', arms.ofPolice!.number, ...by], 1, /No arm is registered under/],
    [['record', 'sighted', arms.ofArmy!.number, ...by], 0, /Recorded: sighted/],
    [['record', 'seized', arms.ofArmy!.number, ...by], 1, /does not include recording “seized”/],
    [['record', 'sighted', arms.ofPolice!.number, ...by], 1, /No arm is registered under/],
    [['role', 'table', ...by], 1, /Your role does not include this/],
    [['backup', path.join(folder, 'never.age'), ...by], 1, /./],
  ]);
  const looks = await looksOf(await accountOf('k.aldo'));
  const acts = looks.map((look) => look.act);
  for (const name of ['find-arms', 'view-arm', 'list-roles (not permitted)'])
    assert.ok(acts.includes(name), `${name}: ${acts.join(', ')}`);
  assert.ok(looks.every((look) => look.purpose === 'count of May'));
  const written = await opened.office.db.rows<{ n: number }>(
    'select count(*) as n from ledger_act where operator = $1',
    [await accountOf('k.aldo')],
  );
  assert.equal(written[0]!.n, 1, 'the sighting stands in the ledger under the account');
});

test('an investigator finds every arm, but neither holders nor sites', async () => {
  const by = ['--operator', 'i.soro', '--purpose', 'RP 9/2026'];
  const found = await run('find', '--serial', 'ZN4*', ...by);
  assert.match(found.out, /\n3 found\.\n$/);
  const seen = await Promise.all([
    run('arm', arms.civil!.number, ...by, '--json'),
    run('arm', arms.ofArmy!.number, ...by, '--json'),
    run('find', '--serial', 'ZN400003', ...by, '--json'),
  ]);
  for (const { out, code, err } of seen) {
    assert.equal(code, 0, err);
    assert.doesNotMatch(out, /Ndeye|Oumar|Depot One/);
  }
  const console = await run('arm', arms.civil!.number);
  assert.match(console.out, /Ndeye Oumar/, 'whoever holds the machine sees it');
  await endSo([[['user', 'list', ...by], 1, /Your role does not include this/]]);
  const acts = (await looksOf(await accountOf('i.soro'))).map((look) => `${look.act} ${look.purpose}`);
  assert.ok(acts.includes('view-arm RP 9/2026'), acts.join(', '));
});

test('somebody without a posting, unknown, suspended or under another’s posting does nothing', async () => {
  const { account } = await added('user', 'add', 'n.none', '--name', 'Nobody Yet');
  await savePassword(opened.office.db, account!, 'opened');
  const people = await runJson<{ people: { login: string; postings: { id: string }[] }[] }>('user', 'list');
  const posting = people.json.people.find((one) => one.login === 'f.admin')!.postings[0]!.id;
  await endSo([
    [['work', '--operator', 'n.none'], 1, /posting/],
    [['work', '--operator', 'x.nobody'], 1, /There is no such account/],
    [['user', 'list', '--operator', 'k.aldo', '--posting', posting], 1, /posting/],
    [['user', 'list', '--operator', 'f.admin', '--posting', 'not-an-id'], 1, /posting/],
    [['user', 'list', '--operator', 'f.admin', '--posting', posting], 0, /f\.admin/],
  ]);
});

test('people: posted, suspended, reinstated and ended by an administrator, each holding at once', async () => {
  const admin = ['--operator', 'f.admin'];
  const account = await letIn('p.moved');
  const work = ['work', '--operator', 'p.moved'];
  await endSo([
    [work, 1, /posting/],
    [['user', 'post', 'p.moved', ...admin], 2, /Missing: --role/],
    [['user', 'post', 'p.moved', '--role', 'wizard', ...admin], 1, /no role/i],
    [['user', 'post', 'p.moved', '--agency', 'Army of Aldera', ...admin], 2, /Missing: --role/],
    [['user', 'post', 'f.admin', '--role', 'keeper', ...admin], 1, /Nobody changes his or her own rights/],
    [['user', 'dance', 'p.moved', ...admin], 2, /There is no "dance"/],
  ]);
  const agency = ['--role', 'keeper', '--agency', 'Army of Aldera', '--until', '2999-12-31'];
  await endSo([[['user', 'post', 'p.moved', ...agency, ...admin], 0, /Posted/]]);
  await endSo([[work, 0, /Nothing waits|overdue|arm/]]);
  await endSo([[['user', 'suspend', 'p.moved', ...admin], 0, /Suspended/]]);
  await endSo([[work, 1, /posting|suspended/]]);
  await endSo([[['user', 'reinstate', 'p.moved', ...admin], 0, /Let in again/]]);
  await endSo([[work, 0, /./]]);
  const { json } = await runJson<{
    people: { login: string; postings: { id: string; party: string; until: string }[] }[];
  }>('user', 'list', ...admin);
  const [posting] = json.people.find((one) => one.login === 'p.moved')!.postings;
  assert.deepEqual([posting!.party, posting!.until], [army, '2999-12-31']);
  await endSo([[['user', 'end-posting', posting!.id, ...admin], 0, /Ended/]]);
  await endSo([[work, 1, /posting/]]);
  assert.ok((await looksOf(account)).length > 0);
});

test('roles: listed, printed as a table, defined from a file, and refused where they make no sense', async () => {
  const role = {
    name: 'yard-clerk',
    powers: { 'find-arms': 'own', 'view-today': 'own' },
    sees: [],
    events: [],
  };
  const file = fileOf(folder, 'role.json', JSON.stringify(role));
  const wrong = fileOf(folder, 'wrong.json', JSON.stringify({ ...role, powers: { 'melt-arm': 'all' } }));
  const admin = ['--operator', 'f.admin'];
  await endSo([
    [['role', 'list', ...admin], 0, /keeper\n {4}sees site; .*find-arms \(own\)/],
    [['role', 'table', ...admin], 0, /\| find-arms \|/],
    [['role', 'define', file, ...admin], 0, /Defined/],
    [['role', 'define', wrong, ...admin], 1, /melt-arm/],
    [['role', 'define', fileOf(folder, 'text.json', 'no JSON'), ...admin], 2, /is not JSON/],
    [['role', 'define', path.join(folder, 'absent.json'), ...admin], 3, /cannot be read/],
  ]);
  const listed = await run('role', 'list');
  assert.match(listed.out, /yard-clerk \(defined here\)\n {4}sees no names; /);
  await letIn('y.clerk', '--role', 'yard-clerk', '--agency', 'Army of Aldera');
  await endSo([
    [['find', '--serial', 'ZN4*', '--operator', 'y.clerk'], 0, /1 found\./],
    [['arm', arms.ofArmy!.number, '--operator', 'y.clerk'], 1, /Your role does not include this/],
  ]);
});

test('agencies: renamed, placed, merged, disbanded and listed', async () => {
  const one = (await added('agency', 'add', 'Rangers', '--operator', 'f.admin')).parties![0]!;
  const [post, camp] = [
    (await added('agency', 'add', 'Post North', '--kind', 'unit', '--under', 'Rangers')).parties![0]!,
    (await added('agency', 'add', 'Camp South', '--kind', 'unit')).parties![0]!,
  ];
  await endSo([
    [['agency', 'rename', 'Rangers', '--name', 'Park Guards'], 0, /Renamed/],
    [['agency', 'place', 'Camp South', '--under', one], 0, /Placed/],
    [['agency', 'place', 'Nowhere', '--under', one], 1, /Nowhere/],
    [['agency', 'add', 'Odd', '--kind', 'circus'], 2, /kind/],
    [['agency', 'disband', 'Police of Aldera', '--operator', 'k.aldo'], 1, /Your role does not include this/],
  ]);
  const below = await runJson<{ agencies: { id: string }[] }>('agency', 'list', '--under', 'Park Guards');
  assert.deepEqual(below.json.agencies.map((agency) => agency.id).sort(), [post, camp].sort());
  await endSo([
    [['agency', 'merge', 'Camp South', '--into', 'Post North', '--happened', '2025-03-01'], 0, /Merged/],
  ]);
  await endSo([[['agency', 'disband', 'Post North', '--happened', '2026'], 0, /Disbanded/]]);
  const all = await run('agency', 'list', '--all', '--operator', 'f.admin');
  assert.match(all.out, /Camp South {2}\(merged\)/);
  assert.match(all.out, /Post North {2}\(disbanded\)/);
  const standing = await run('agency', 'list');
  assert.doesNotMatch(standing.out, /Camp South|Post North/);
});

test('keys: made with a secret that is shown once, listed without it, ended', async () => {
  const words = ['key', 'make', 'Border desk', '--role', 'customs', '--agency', 'Police of Aldera'];
  const made = await added(...words, '--until', tomorrow(), '--per-minute', '7', '--operator', 'f.admin');
  assert.match(made.secret!, /^cmk_[A-Za-z0-9_-]{43}$/);
  const listed = await run('key', 'list', '--operator', 'f.admin');
  assert.match(
    listed.out,
    new RegExp(`${made.key}  Border desk  customs at ${police}  until .*  7 a minute`),
  );
  assert.ok(!listed.out.includes(made.secret!));
  await endSo([
    [['key', 'make', 'Too strong', '--role', 'administrator', '--operator', 'f.admin'], 1, /key/i],
    [['key', 'make', 'No role', '--operator', 'f.admin'], 2, /role: it is missing/],
    [['key', 'list', '--operator', 'k.aldo'], 1, /Your role does not include this/],
    [['key', 'end', made.key!, '--operator', 'f.admin'], 0, /Ended/],
  ]);
  assert.match((await run('key', 'list')).out, /Border desk .* ended /);
});

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

test('one-time links are whole addresses where a server serves the home, and say what is missing elsewhere', async (t) => {
  const alone = await run('user', 'add', 'l.alone', '--name', 'Alone');
  assert.match(alone.out, /\n {2}\/link\/[A-Za-z0-9_-]{20,}\nNo server serves this home now/);
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const say = () => {};
  const server = await openOffice(config, {
    role: 'server',
    command: 'test',
    kind: 'either',
    state: 'ZZ',
    say,
  });
  assert.ok(!isRefusal(server));
  t.after(() => server.close());
  server.announce('http://127.0.0.1:4711');
  const whole = await runJson<{ link: string; token: string }>(
    'user',
    'reset',
    'l.alone',
    '--operator',
    'f.admin',
  );
  assert.equal(whole.json.link, `http://127.0.0.1:4711/link/${whole.json.token}`);
});

test('a receipt is shown for an entry, and its code checked by whoever may', async () => {
  const by = ['--operator', 'k.aldo'];
  const { entry } = await added('record', 'sighted', arms.ofArmy!.number, ...by);
  const shown = await runJson<{ code: string; scan: string; operator?: string }>(
    'receipt',
    entry!,
    arms.ofArmy!.number,
    ...by,
  );
  assert.equal(shown.code, 0, shown.err);
  assert.equal(shown.json.operator, undefined, 'a keeper does not see who recorded');
  const { code, scan } = shown.json;
  const other = code.startsWith('2') ? `3${code.slice(1)}` : `2${code.slice(1)}`;
  await endSo([
    [['receipt', entry!, arms.ofArmy!.number, ...by], 0, new RegExp(`Check code: ${code}`)],
    [['receipt', 'check', arms.ofArmy!.number, code, ...by], 0, /The receipt is true: record-event/],
    [['receipt', 'check', scan, '--operator', 'i.soro'], 0, new RegExp(entry!)],
    [['receipt', 'check', arms.ofArmy!.number, other, ...by], 1, /code/],
    [
      ['receipt', 'check', arms.ofArmy!.number, code, '--operator', 'f.admin'],
      1,
      /Your role does not include/,
    ],
    [['receipt', entry!, arms.ofPolice!.number], 1, /entry/],
    [['receipt', entry!], 2, /Missing: the State number/],
  ]);
});

test('a photograph goes in from a file, is listed, and comes out byte for byte to those who may', async () => {
  const photograph = await phonePhotograph();
  const file = fileOf(folder, 'found.jpg', photograph);
  const out = path.join(folder, 'out.jpg');
  const words = ['document', 'add', file, arms.ofPolice!.number, '--title', 'Left side'];
  const { document } = await added(...words, '--operator', 'i.soro');
  await endSo([
    [
      ['document', 'list', arms.ofPolice!.number, '--operator', 'i.soro'],
      0,
      new RegExp(`${document}.*Left side`),
    ],
    [['document', 'list', arms.ofPolice!.number, '--operator', 'k.aldo'], 1, /./],
    [['document', 'get', document!, out, '--operator', 'i.soro'], 1, /Your role does not include this/],
    [['document', 'get', document!, out], 0, /SHA-256 [0-9a-f]{64}/],
    [['document', 'add', file, arms.ofPolice!.number], 1, /was added to the arm before/],
    [['document', 'add', `${file}-absent`, arms.ofPolice!.number], 3, /cannot be read/],
    [['document', 'add', folder, arms.ofPolice!.number], 3, /cannot be read/],
    [['document', 'add', fileOf(folder, 'a.jpg', 'no picture'), arms.ofPolice!.number], 1, /./],
    [['document', 'add', file], 2, /Missing: the State number/],
  ]);
  assert.deepEqual(readFileSync(out), photograph);
  assert.equal(statSync(out).mode & 0o777, 0o600);
  await endSo([[['document', 'get', document!, out], 3, /there is a file of that name/]]);
});
