/**
 * The command line in the hands of people: administrators give and take postings, roles, keys and agencies; a keeper and an
 * investigator work with their own rights and no others, and what they look at is logged under their accounts.
 *
 * @clause A-13, J-02, J-04
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { ACTS } from '../../src/acts/all-acts.ts';
import { savePassword } from '../../src/store/account.ts';
import { fileOf, run as runApart } from './hands.ts';
import {
  accountOf,
  added,
  arms,
  army,
  endSo,
  folder,
  home,
  letIn,
  looksOf,
  opened,
  police,
  run,
  runJson,
} from './staff.ts';

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
    secondFactor: true,
  };
  const file = fileOf(folder, 'role.json', JSON.stringify(role));
  const wrong = fileOf(folder, 'wrong.json', JSON.stringify({ ...role, powers: { 'melt-arm': 'all' } }));
  const admin = ['--operator', 'f.admin'];
  await endSo([
    [['role', 'list', ...admin], 0, /keeper \(second factor demanded\)\n {4}sees site; .*find-arms \(own\)/],
    [['role', 'table', ...admin], 0, /\| find-arms \|/],
    [['role', 'define', file, ...admin], 0, /Defined/],
    [['role', 'define', wrong, ...admin], 1, /melt-arm/],
    [['role', 'define', fileOf(folder, 'text.json', 'no JSON'), ...admin], 2, /is not JSON/],
    [['role', 'define', path.join(folder, 'absent.json'), ...admin], 3, /cannot be read/],
  ]);
  const listed = await run('role', 'list');
  assert.match(listed.out, /yard-clerk \(defined here\) \(second factor demanded\)\n {4}sees no names; /);
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
