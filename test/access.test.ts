/**
 * Who may do and see what, tried on a real office: each act by each role, and recognisable names of a holder, a site, a
 * case, an operator and a hidden mark looked for in everything that each role is answered: pages, lists, counts, exports.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listActNames } from '../src/acts/act-names.ts';
import { ACTS } from '../src/acts/all-acts.ts';
import { exportArms } from '../src/acts/export-arms.ts';
import { findArms } from '../src/acts/find-arms.ts';
import { listWork } from '../src/acts/list-work.ts';
import type { Person } from '../src/acts/office.ts';
import { permit } from '../src/acts/perform.ts';
import { viewArm } from '../src/acts/view-arm.ts';
import { DEFAULT_ROLES, shippedRoles } from '../src/domain/access/default-roles.data.ts';
import { givesRights, refuseRole } from '../src/domain/access/define.ts';
import type { Role } from '../src/domain/access/role.ts';
import type { Field } from '../src/domain/access/scope.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { isAccessPageTrue } from './access.ts';
import { codeOf, kept } from './acts/registry.ts';
import { arm, as, EXPERT, HOLDER, number, person, plant, r, SITE, textOf, words } from './planted.ts';

before(plant);
after(() => r.close());

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
  const misspelt = {
    name: 'x-role',
    powers: { 'find-arm': 'all' },
    sees: [],
    events: [],
    secondFactor: false,
  } as const;
  assert.equal(refuseRole(misspelt, known)?.refused, 'act-unknown');
});

test('no role that comes with the program lets a password alone open much', () => {
  const holds = (role: Role, ...acts: readonly string[]) =>
    acts.some((act) => Object.hasOwn(role.powers, act));
  const isWide = ({ powers }: Role) =>
    ['all', 'civil'].includes(powers['view-arm'] ?? powers['list-accesses'] ?? '');
  const needs = (role: Role): boolean =>
    givesRights(role) ||
    holds(role, 'erase-personal-data', 'export-arms', 'edit-reference') ||
    (isWide(role) && role.sees.some((field) => field !== 'case'));
  for (const role of DEFAULT_ROLES) assert.equal(role.secondFactor, needs(role), role.name);
  for (const name of ['administrator', 'privacy-officer', 'auditor', 'national-contact'])
    assert.ok(
      DEFAULT_ROLES.some((role) => role.name === name && role.secondFactor),
      name,
    );
  assert.ok(shippedRoles(true).every((role) => !role.secondFactor));
  assert.equal(shippedRoles(false), DEFAULT_ROLES);
});

test('J-02: each act by each role is permitted where the role names it, and nowhere else', async () => {
  for (const role of DEFAULT_ROLES) {
    const who = await person(role.name);
    assert.deepEqual(who.role, { ...role, secondFactor: false }, 'as a demonstration has it');
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
    const role = {
      name: 'one-field',
      powers: { 'view-arm': 'all' as const },
      sees: [field],
      events: [],
      secondFactor: false,
    };
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
