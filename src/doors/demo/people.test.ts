/**
 * The people of the demonstration are let in and do their work of the day: each sees what waits for him or her, loading
 * again adds nothing, and a load that was stopped goes on.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { type World, world } from '../../../test/world.ts';
import { ACTS, type AnyAct } from '../../acts/all-acts.ts';
import { findAccountId, findPerson } from '../../acts/find-person.ts';
import { makeHasher } from '../../acts/hasher.ts';
import { listDocuments } from '../../acts/list-documents.ts';
import type { Act, Office } from '../../acts/office.ts';
import { perform } from '../../acts/perform.ts';
import { signIn } from '../../acts/sign-in.ts';
import type { SignInDesk } from '../../acts/sign-in-desk.ts';
import { viewDocument } from '../../acts/view-document.ts';
import type { Today } from '../../acts/view-today.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { loadDeeds } from './deeds.ts';
import { DEMO_SEED } from './load.ts';
import { DEMO_PEOPLE, loadPeople } from './people.ts';
import { demoId } from './random.ts';
import { isReservedSerial } from './serials.ts';

async function open(t: TestContext): Promise<World & { readonly desk: SignInDesk }> {
  const opened = await world({ arms: 1000 });
  t.after(() => opened.close());
  const desk: SignInDesk = {
    office: opened.office,
    hasher: await makeHasher(),
    secrets: [{ id: '0badcafe', key: new Uint8Array(32).fill(7) }],
    site: { rpId: 'localhost', origin: 'http://localhost:3000', name: 'Countermark XA' },
  };
  return { ...opened, desk };
}

/** What an act answers somebody who may do it. */
async function as<O>(office: Office, login: string, act: Act<never, O>, input: object = {}): Promise<O> {
  const person = await findPerson(office, (await findAccountId(office, login)) ?? '');
  assert.ok(person, login);
  const done = await perform(office, person, 'test', act as AnyAct, input);
  assert.ok(!isRefusal(done), `${login}: ${JSON.stringify(done)}`);
  return done as O;
}

const named = <O>(name: string): Act<never, O> => ACTS.find((act) => act.name === name) as Act<never, O>;

async function countAll({ db }: World): Promise<Readonly<Record<string, number>>> {
  const tables = 'account posting api_key emergency_access access_log arm document ledger_entry work_item';
  const counts: Record<string, number> = {};
  for (const table of tables.split(' '))
    counts[table] = (await db.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
  return counts;
}

test('everybody signs in, finds the work of the day, and loading again adds nothing', async (t) => {
  const here = await open(t);
  const { office, desk } = here;
  assert.equal(await loadPeople(desk, DEMO_SEED), undefined);
  const began = performance.now();
  assert.equal(await loadDeeds(office, DEMO_SEED), undefined);
  t.diagnostic(`the deeds took ${Math.round(performance.now() - began)} ms`);
  const [first] = DEMO_PEOPLE;
  const { login, password } = first!;
  const entered = await signIn(desk, '198.51.100.7', { login, password });
  assert.ok(!isRefusal(entered), JSON.stringify(entered));

  const today = named<Today>('view-today');
  const waits = async (who: string) => {
    const { handOvers } = await as(office, who, today);
    return handOvers
      .map(({ mine, overdue }) => `${mine ? 'mine' : 'theirs'}${overdue ? ' overdue' : ''}`)
      .sort();
  };
  assert.deepEqual(await waits('b.tamsir'), ['mine', 'mine overdue', 'theirs']);
  assert.deepEqual(await waits('h.diallo'), ['mine']);

  const { emergencies } = await as<{ emergencies: readonly { reviewed?: unknown }[] }>(
    office,
    'j.varga',
    named('list-emergencies'),
  );
  assert.equal(emergencies.filter((one) => one.reviewed === undefined).length, 1);
  const { people } = await as<{
    people: readonly { login: string; state: string; postings: readonly { until?: string }[] }[];
  }>(office, 'f.mensah', named('list-people'));
  assert.equal(people.find((one) => one.login === 'k.adjei')?.state, 'suspended');
  assert.ok(people.find((one) => one.login === 'l.moreau')?.postings[0]?.until);
  const { keys } = await as<{ keys: readonly object[] }>(office, 'f.mensah', named('list-api-keys'));
  assert.equal(keys.length, 1);
  const accesses = await as<{ accesses: readonly { operator: string; act: string; purpose: string }[] }>(
    office,
    'e.lindqvist',
    named('list-accesses'),
    { limit: 200 },
  );
  const looks = accesses.accesses.filter(({ operator }) => /^[0-9a-f-]{36}$/.test(operator));
  assert.ok(new Set(looks.map(({ operator }) => operator)).size >= 7, 'several people looked');
  assert.ok(looks.some(({ act }) => act === 'list-people (not permitted)'));
  assert.ok(looks.some(({ purpose }) => purpose === 'RP 118/2024'));

  const before = await countAll(here);
  assert.equal(await loadPeople(desk, DEMO_SEED), undefined);
  assert.equal(await loadDeeds(office, DEMO_SEED), undefined);
  const { access_log: lines, ...after } = await countAll(here);
  const { access_log: linesBefore, ...rest } = before;
  assert.deepEqual(after, rest);
  assert.ok(lines! - linesBefore! <= 1, 'but for one look at who is there already');
});

test('the photographs of the stories are copies of invented plates', async (t) => {
  const here = await open(t);
  assert.equal(await loadPeople(here.desk, DEMO_SEED), undefined);
  assert.equal(await loadDeeds(here.office, DEMO_SEED), undefined);
  const arm = demoId(DEMO_SEED, 'story restored-by-etching arm');
  const { documents } = (await as(here.office, 'd.haddad', listDocuments as Act<never, unknown>, {
    arm,
  })) as {
    documents: readonly { id: string; title: string }[];
  };
  assert.deepEqual(
    documents.map(({ title }) => title),
    ['Serial after etching'],
  );
  const shown = (await as(here.office, 'd.haddad', viewDocument as Act<never, unknown>, {
    document: documents[0]!.id,
  })) as { copy: { width: number }; content: Buffer };
  assert.equal(shown.copy.width, 960);
  assert.ok(shown.content.length > 10_000);
  const serials = await here.db.rows<{ text: string }>(
    `select serial as text from arm where arm_id = any($1)`,
    [
      ['police to army', 'customs to court', 'army to gendarmerie'].map((word) =>
        demoId(DEMO_SEED, `deed arm ${word}`),
      ),
    ],
  );
  assert.equal(serials.length, 3);
  for (const { text } of serials) assert.ok(isReservedSerial(text), text);
});

test('work that was stopped goes on, and a live home has none of it', async (t) => {
  const here = await open(t);
  assert.equal(await loadPeople(here.desk, DEMO_SEED), undefined);
  let calls = 0;
  const stopping: Office = {
    ...here.office,
    clock() {
      if (++calls > 40) throw new Error('stopped');
      return Date.now();
    },
  };
  await assert.rejects(loadDeeds(stopping, DEMO_SEED), /stopped/);
  const partly = (await countAll(here)).document;
  assert.equal(await loadDeeds(here.office, DEMO_SEED), undefined);
  const whole = await countAll(here);
  t.diagnostic(`${partly} photographs before the stop`);
  assert.deepEqual([whole.document, whole.api_key, whole.emergency_access], [5, 1, 1]);
  const live: Office = { ...here.office, demonstration: false };
  const refused = await loadDeeds(live, DEMO_SEED);
  assert.equal(refused?.refused, 'not-a-demonstration');
});

test('the page about the demonstration names everybody with the right password', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../../docs/demonstration.md'), 'utf8');
  for (const { login, password } of DEMO_PEOPLE)
    assert.ok(page.includes(`| \`${login}\` | \`${password}\` |`), login);
  const rows = page.match(/^\| `[a-z]\.[a-z]+` \|/gm) ?? [];
  assert.equal(rows.length, DEMO_PEOPLE.length);
});
