/**
 * Who may do and see what, tried on a real office: each act by each role, and recognisable names of a holder, a site, a
 * case, an operator and a hidden mark looked for in everything that each role is answered: pages, lists, counts, exports.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listActNames } from '../src/acts/act-names.ts';
import { addPerson } from '../src/acts/add-person.ts';
import { ACTS } from '../src/acts/all-acts.ts';
import { closeWork } from '../src/acts/close-work.ts';
import { consolePerson } from '../src/acts/console-person.ts';
import { digestAccess } from '../src/acts/digest-access.ts';
import { exportArms } from '../src/acts/export-arms.ts';
import { findArms } from '../src/acts/find-arms.ts';
import { findPerson } from '../src/acts/find-person.ts';
import { listAccesses } from '../src/acts/list-accesses.ts';
import { listEmergencies } from '../src/acts/list-emergencies.ts';
import { listWork } from '../src/acts/list-work.ts';
import type { Office, Person } from '../src/acts/office.ts';
import { openEmergencyAccess } from '../src/acts/open-emergency-access.ts';
import { perform, permit } from '../src/acts/perform.ts';
import { recordEvent } from '../src/acts/record-event.ts';
import { recordParty } from '../src/acts/record-party.ts';
import { registerArm } from '../src/acts/register-arm.ts';
import { reviewEmergencyAccess } from '../src/acts/review-emergency-access.ts';
import { sampleAccesses } from '../src/acts/sample-accesses.ts';
import { viewArm } from '../src/acts/view-arm.ts';
import { DEFAULT_ROLES } from '../src/domain/access/default-roles.data.ts';
import { refuseRole } from '../src/domain/access/define.ts';
import type { Field } from '../src/domain/access/scope.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { isAccessPageTrue } from './access.ts';
import { codeOf, kept, type Registry, registry } from './acts/registry.ts';

const HOLDER = 'Zorvane Delacruse';
const SITE = 'Kelquarry Magazine';
const CASE = 'Wextral affair';
const OPERATOR = 'Opernym Quist';
const HIDDEN = 'HID-7731-Q';

let r: Registry;
let arm: string;
let number: string;
let words: Readonly<Record<Field, readonly string[]>>;
const CONSOLE = consolePerson();
const EXPERT: Person = {
  ...CONSOLE,
  role: { ...CONSOLE.role, sees: ['holder', 'site', 'case', 'operator', 'security'] },
};
let skewMs = 0;

const as = <I, O>(
  person: Person,
  act: Parameters<typeof perform<I, O>>[3],
  input: object,
  office: Office = r.office,
) => perform(office, person, 'C-17/2026', act, input);

/** Somebody of a role, posted to the unit in whose books the arm stands. */
async function person(role: string, party: string | undefined = r.who.post): Promise<Person> {
  const login = `${role}.${r.newId().slice(-8)}`;
  const added = kept(await as(CONSOLE, addPerson, { login, name: OPERATOR, posting: { role, party } }));
  await r.db.rows(`update account set state = 'active' where account_id = $1`, [added.account]);
  return (await findPerson(r.office, added.account))!;
}

before(async () => {
  r = await registry({ clock: () => Date.now() + skewMs });
  const party = async (kind: string, name: string) => {
    const id = r.newId();
    kept(await as(CONSOLE, recordParty, { party: id, kind, name }));
    return id;
  };
  const [holder, site] = [await party('person', HOLDER), await party('depot', SITE)];
  const clerk = await person('registry-clerk', undefined);
  const marks = [
    { kind: 'serial', text: 'ZQ-0417', note: CASE },
    { kind: 'security', text: HIDDEN },
  ];
  const to = { owner: r.who.army, unit: r.who.post, keeper: site };
  const description = { class: 'pistol', maker: 'Zeta' };
  const first = kept(await as(EXPERT, registerArm, { description, marks, to, happened: '2019-01-10' }));
  arm = first.arm;
  number = first.number;
  const event = (type: string, more: object) => as(clerk, recordEvent, { arm, type, ...more });
  kept(await event('sighted', { happened: '2020-02-02', why: CASE, place: CASE, by: site }));
  kept(await event('held-under-right', { happened: '2021-03-03', to: { owner: holder, keeper: holder } }));
  kept(
    await event('issued', {
      happened: '2021-03-04',
      to: { bearer: holder },
      basis: { kind: 'order', number: CASE },
    }),
  );
  words = {
    holder: [HOLDER, holder],
    site: [SITE, site],
    case: [CASE],
    operator: [OPERATOR, clerk.operator],
    security: [HIDDEN],
  };
});
after(() => r.close());

/** Whatever a role is answered, as one text: maps and sets told in full. */
function textOf(answer: unknown): string {
  return JSON.stringify(answer, (_key, value) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  );
}

/** Everything that a person can read, by act. */
async function readings(who: Person): Promise<ReadonlyMap<string, string>> {
  const asked: readonly (readonly [string, object])[] = [
    ['find-arms', {}],
    ['find-arms', { number }],
    ['find-arms', { serial: 'ZQ*' }],
    ['view-arm', { arm }],
    ['prove-arm', { arm }],
    ['list-work', {}],
    ['list-work', { arm }],
    ['list-accesses', { arm }],
    ['list-accesses', {}],
    ['list-emergencies', { waiting: false }],
    ['list-documents', { arm }],
  ];
  const plain = ACTS.filter((act) => !act.changes && !asked.some(([name]) => name === act.name));
  const answers = new Map<string, string>();
  for (const [name, input] of [...asked, ...plain.map((act) => [act.name, {}] as const)]) {
    const act = ACTS.find((one) => one.name === name);
    if (!act) continue;
    const answer = await as(who, act, input);
    answers.set(`${name} ${textOf(input)}`, textOf(answer));
  }
  const actor = await permit(r.office, who, '', 'export-arms');
  const rows: unknown[] = [];
  if (!isRefusal(actor))
    await exportArms(r.office, actor, findArms.input.parse({}), async (more) => void rows.push(...more));
  return answers.set('export-arms', textOf(rows));
}

test('the page of who may do what is what the roles say', () => {
  assert.ok(isAccessPageTrue(), 'run: node test/access.ts --write');
});

test('the roles that come with the program name only acts, fields and events that exist', () => {
  const known = new Set(listActNames());
  for (const role of DEFAULT_ROLES) assert.equal(refuseRole(role, known), undefined, role.name);
  assert.equal(new Set(DEFAULT_ROLES.map((role) => role.name)).size, DEFAULT_ROLES.length);
  const misspelt = { name: 'x-role', powers: { 'find-arm': 'all' }, sees: [], events: [] } as const;
  assert.equal(refuseRole(misspelt, known)?.refused, 'act-unknown');
});

test('J-02: each act by each role is permitted where the role names it, and nowhere else', async () => {
  for (const role of DEFAULT_ROLES) {
    const who = await person(role.name);
    assert.deepEqual(who.role, role);
    for (const act of ACTS) {
      const answer = await as(who, act, {});
      const may = Object.hasOwn(role.powers, act.name);
      assert.equal(codeOf(answer) === 'not-permitted', !may, `${role.name} ${act.name}`);
    }
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'made-up', ''])
      assert.equal(codeOf(await permit(r.office, who, '', name)), 'not-permitted', name);
  }
  const denied = await r.db.rows(`select 1 as one from access_log where act = 'view-arm (not permitted)'`);
  assert.ok(denied.length >= DEFAULT_ROLES.filter((role) => !('view-arm' in role.powers)).length);
});

test('J-02, J-10: no role is answered a field that it does not see, in whatever act', async () => {
  for (const role of DEFAULT_ROLES) {
    const who = await person(role.name);
    for (const [asked, text] of await readings(who))
      for (const [field, planted] of Object.entries(words) as [Field, readonly string[]][])
        for (const word of planted)
          assert.ok(
            !text.includes(word) || role.sees.includes(field),
            `${role.name} read ${word} in ${asked}`,
          );
  }
});

test('a role that sees a field is told it: what is looked for above is really there', async () => {
  for (const [field, planted] of Object.entries(words) as [Field, readonly string[]][]) {
    const role = { name: 'one-field', powers: { 'view-arm': 'all' as const }, sees: [field], events: [] };
    const who: Person = { ...EXPERT, role };
    const text = textOf(await as(who, viewArm, { arm }));
    const shown = field === 'operator' ? planted.slice(1) : planted;
    for (const word of shown) assert.ok(text.includes(word), `${field}: ${word}`);
    for (const [other, hidden] of Object.entries(words))
      for (const word of other === field ? [] : hidden) assert.ok(!text.includes(word), `${field} ${word}`);
  }
});

test('who may not know holders or sites finds nothing by them, and learns nothing by asking', async () => {
  const who = await person('investigator');
  for (const wish of [{ holder: HOLDER }, { keeper: SITE }, { unit: SITE }]) {
    const there = await as(who, findArms, wish);
    const [key = ''] = Object.keys(wish);
    const nowhere = await as(who, findArms, { [key]: 'Nobody Atall' });
    assert.ok(isRefusal(there), key);
    assert.equal(there.refused, (nowhere as { refused?: string }).refused, key);
  }
});

test('an arm beyond the reach of a role is answered like one that does not exist', async () => {
  const far = await person('keeper', r.who.other);
  const nowhere = r.newId();
  for (const [name, answers] of [
    ['view-arm', await Promise.all([arm, nowhere].map((one) => as(far, viewArm, { arm: one })))],
    ['list-work', await Promise.all([arm, nowhere].map((one) => as(far, listWork, { arm: one })))],
  ] as const) {
    assert.ok(isRefusal(answers[0]), name);
    assert.equal(textOf(answers[0]).replaceAll(arm, nowhere), textOf(answers[1]), name);
  }
  const found = kept(await as(far, findArms, {}));
  assert.deepEqual([found.arms.length, found.total], [0, 0]);
  const near = kept(await as(await person('keeper', r.who.post), findArms, {}));
  assert.deepEqual([near.arms.length, near.total], [1, 1]);
});

test('J-02: emergency access opens one arm for an hour, is reviewed by another, and ends with a bad review', async () => {
  const [detective, supervisor] = [await person('investigator'), await person('supervisor')];
  const sees = async (who = detective) => textOf(await as(who, viewArm, { arm })).includes(HOLDER);
  assert.equal(await sees(), false);
  const reason = 'Shots reported at the house of Zorvane Delacruse';
  const opened = kept(await as(detective, openEmergencyAccess, { arm, reason }));
  assert.deepEqual([await sees(), await sees(await person('investigator'))], [true, false]);
  assert.equal(codeOf(await as(detective, openEmergencyAccess, { arm, reason })), 'emergency-open');
  assert.equal(codeOf(await as(CONSOLE, openEmergencyAccess, { arm, reason })), 'account-needed');
  const bodies = await r.db.rows<{ text: string }>(
    `select convert_from(body, 'UTF8') as text from ledger_entry where subject_id = $1`,
    [opened.subject],
  );
  assert.ok(bodies.length === 1 && !bodies[0]!.text.includes('Zorvane'));
  skewMs = 61 * 60_000;
  assert.equal(await sees(), false);
  skewMs = 0;
  const waits = kept(await as(supervisor, listEmergencies, {}));
  assert.deepEqual(
    waits.emergencies.map((one) => [one.id, one.reason]),
    [[opened.subject, reason]],
  );
  const items = kept(await as(supervisor, listWork, { arm })).items.filter(
    (item) => item.kind === 'emergency-access',
  );
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  assert.deepEqual(
    items.map((item) => item.due),
    [tomorrow],
  );
  const closing = { arm, item: opened.subject, why: 'Looks fine' };
  assert.equal(codeOf(await as(CONSOLE, closeWork, closing)), 'not-permitted');
  const review = { emergency: opened.subject, verdict: 'not-justified', words: 'No call was logged.' };
  const own: Person = { ...detective, role: supervisor.role };
  assert.equal(codeOf(await as(own, reviewEmergencyAccess, review)), 'own-rights');
  assert.equal(codeOf(await as(detective, reviewEmergencyAccess, review)), 'not-permitted');
  kept(await as(supervisor, reviewEmergencyAccess, review));
  assert.equal(codeOf(await as(supervisor, reviewEmergencyAccess, review)), 'emergency-reviewed');
  assert.equal(await sees(), false);
  const after = kept(await as(supervisor, listWork, { arm }));
  assert.ok(after.items.every((item) => item.kind !== 'emergency-access'));
});

test('whoever has three emergencies that nobody reviewed gets no fourth', async () => {
  const who = await person('investigator');
  const answers: string[] = [];
  for (let place = 0; place < 4; place++) {
    const one = await r.register();
    answers.push(
      codeOf(await as(who, openEmergencyAccess, { arm: one.arm, reason: 'It cannot wait at all' })),
    );
  }
  assert.deepEqual(answers, ['kept', 'kept', 'kept', 'emergencies-waiting']);
});

test('J-04: who looked at an arm is told before and after the digest, newest first, page by page', async () => {
  const one = await r.register();
  const [keeper, auditor] = [await person('registry-clerk'), await person('auditor')];
  const lines = async (more: object = {}) => kept(await as(auditor, listAccesses, { arm: one.arm, ...more }));
  kept(await as(keeper, viewArm, { arm: one.arm }));
  const fresh = await lines();
  assert.deepEqual(
    fresh.accesses
      .filter((line) => line.act === 'view-arm')
      .map((line) => [line.operator, line.name, line.purpose]),
    [[keeper.operator, OPERATOR, 'C-17/2026']],
  );
  await digestAccess(r.office);
  kept(await as(keeper, viewArm, { arm: one.arm }));
  const { accesses } = await lines();
  const ids = accesses.map((line) => line.id);
  assert.deepEqual(ids, ids.toSorted().reverse());
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(accesses.filter((line) => line.act === 'view-arm').length, 2);
  const page = await lines({ limit: 1 });
  const next = await lines({ limit: 1, after: page.next });
  assert.ok(page.accesses[0]!.id > next.accesses[0]!.id);
  const mine = kept(await as(auditor, listAccesses, { operator: keeper.operator }));
  assert.ok(mine.accesses.length >= 2 && mine.accesses.every((line) => line.operator === keeper.operator));
  assert.equal(
    codeOf(await as(auditor, listAccesses, { from: '2026-01-01', to: '2026-06-01' })),
    'too-many-days',
  );
});

test('a sample by the same lot draws the same lines, by another lot others', async () => {
  const supervisor = await person('supervisor');
  const until = new Date(Date.now() - 0).toISOString().slice(0, 10);
  const draw = async (lot?: number) =>
    kept(await as(supervisor, sampleAccesses, { to: until, size: 5, ...(lot === undefined ? {} : { lot }) }));
  const first = await draw();
  assert.equal(first.accesses.length, 5);
  const others = await Promise.all([1, 2, 3, 4, 5, 6].map((lot) => draw(lot)));
  assert.ok(new Set(others.map((one) => textOf(one.accesses.map((line) => line.id)))).size > 1);
});
