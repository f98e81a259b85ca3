/**
 * A home with people in it, for journeys on the command line: a keeper, an investigator and two administrators, an army
 * with a depot, a police, and three arms. Commands are those of the program, run inside this process over the office that
 * stands open. Whoever imports this file gets the home for all tests of the own file.
 */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { findAccountId } from '../../src/acts/find-person.ts';
import { type Act, machine } from '../../src/acts/office.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { runCommand } from '../../src/doors/cli/run.ts';
import { houseOf, listCommands } from '../../src/main/commands.ts';
import type { OpenOffice } from '../../src/main/open-office.ts';
import { savePassword } from '../../src/store/account.ts';
import { folderOf, homeOf, type Run } from './hands.ts';

export let home: string;
export let opened: OpenOffice;
export let folder: string;
export let army: string;
export let police: string;
export const arms: Record<string, { readonly id: string; readonly number: string }> = {};
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
export async function run(...words: string[]): Promise<Run> {
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const { office, numbering } = opened;
  let [out, err] = ['', ''];
  const code = await runCommand(
    {
      commands: listCommands(config),
      house: houseOf(config),
      open: async () => ({ office, drain: numbering.drain, close: async () => {} }),
      home,
      out: (text) => {
        out += text;
      },
      err: (text) => (err += text),
      isTerminal: false,
      operator: 'tester',
      signal: new AbortController().signal,
    },
    words,
  );
  return { code, out, err };
}

/** The same with --json. */
export async function runJson<T>(...words: string[]): Promise<Run & { readonly json: T }> {
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
export async function added(...words: string[]): Promise<Readonly<Record<string, string & string[]>>> {
  const done = await runJson<Record<string, string & string[]>>(...words);
  assert.equal(done.code, 0, `${words.join(' ')}: ${done.err}`);
  return done.json;
}

/** Somebody who was brought in and has opened the link. */
export async function letIn(login: string, ...posting: string[]): Promise<string> {
  const { account } = await added('user', 'add', login, '--name', `Name of ${login}`, ...posting);
  await savePassword(opened.office.db, account!, 'kept by whoever opened the link');
  return account!;
}

/** The id of the account with this login. */
export const accountOf = async (login: string): Promise<string> =>
  (await findAccountId(opened.office, login)) ?? '';

/** What the access log holds of somebody, in order. */
export async function looksOf(operator: string): Promise<readonly { act: string; purpose: string }[]> {
  return opened.office.db.rows('select act, purpose from access_log where operator = $1 order by access_id', [
    operator,
  ]);
}

/** Runs all at once: each must end so, with this sentence on standard error or this text on standard output. */
export async function endSo(
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
