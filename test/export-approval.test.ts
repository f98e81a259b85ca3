/** Files that name persons or sites: asked for by one, granted by another, drawn once by the first: J-02 to J-06. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { askExport } from '../src/acts/ask-export.ts';
import { decideExport } from '../src/acts/decide-export.ts';
import { drawExport, type ExportDrawn } from '../src/acts/draw-export.ts';
import { sweepExports } from '../src/acts/export-requests.ts';
import { findClient, findPerson } from '../src/acts/find-person.ts';
import { listAccesses } from '../src/acts/list-accesses.ts';
import { listExports } from '../src/acts/list-exports.ts';
import { listOwnExports } from '../src/acts/list-own-exports.ts';
import { makeApiKey } from '../src/acts/make-api-key.ts';
import type { Person } from '../src/acts/office.ts';
import { recordParty } from '../src/acts/record-party.ts';
import { suspendPerson } from '../src/acts/suspend-person.ts';
import { DEFAULT_ROLES } from '../src/domain/access/default-roles.data.ts';
import type { Role } from '../src/domain/access/role.ts';
import { codeOf, kept } from './acts/registry.ts';
import { as, CONSOLE, HOLDER, pass, person, plant, r, SITE, textOf } from './planted.ts';

const HOUR = 3_600_000;
const REASON = 'The court asks who keeps the arms of Zorvane Delacruse';
const ASKED = { search: { maker: 'Zeta' }, fields: ['holder'], purpose: 'case 9/26', reason: REASON };
const asText = (rows: readonly (readonly string[])[]) =>
  Uint8Array.from(Buffer.from(rows.map((row) => row.join('|')).join('\n')));
const draw = drawExport(asText);

before(plant);
after(() => r.close());

const ask = async (who: Person, more: object = {}) =>
  kept(await as(who, askExport, { ...ASKED, ...more })).request;
const grant = async (request: string, verdict = 'approved') =>
  kept(
    await as(await person('supervisor'), decideExport, { request, verdict, words: 'The order was read.' }),
  );
const granted = async (who: Person, more: object = {}) => {
  const request = await ask(who, more);
  await grant(request);
  return request;
};
const drawn = async (who: Person, request: string): Promise<ExportDrawn & { text: string }> => {
  const file = kept(await as(who, draw, { request }));
  return { ...file, text: Buffer.from(file.content).toString() };
};
const roleOf = (name: string): Role => DEFAULT_ROLES.find((role) => role.name === name)!;
const bodyOf = async (entry: string): Promise<string> => {
  const rows = await r.db.rows<{ body: string }>(
    `select convert_from(body, 'UTF8') as body from ledger_entry where entry_id = $1`,
    [entry],
  );
  return rows[0]!.body;
};

test('J-02: nothing leaves before a second person says yes; then the asker draws the file, once', async () => {
  const clerk = await person('registry-clerk');
  const asked = kept(await as(clerk, askExport, ASKED));
  assert.equal(asked.arms, 1);
  assert.equal(codeOf(await as(clerk, draw, { request: asked.request })), 'export-waits');
  assert.ok(!textOf(asked).includes(HOLDER));
  assert.ok(!(await bodyOf(asked.entry)).includes('Zorvane'), 'the reason stands apart from the ledger');
  await grant(asked.request);
  const other = await person('registry-clerk');
  assert.equal(codeOf(await as(other, draw, { request: asked.request })), 'export-unknown');
  assert.equal(codeOf(await as(CONSOLE, draw, { request: asked.request })), 'export-unknown');
  const file = await drawn(clerk, asked.request);
  const [demonstration, head, line, headings, row, ...more] = file.text.split('\n');
  assert.deepEqual([demonstration, more.length, file.arms], ['DEMONSTRATION', 0, 1]);
  assert.equal(head, 'drawn_by|drawn_at|purpose|approved_by|request|copy');
  assert.match(
    line!,
    /^Opernym Quist\|\d{4}-[^|]+Z\|case 9\/26\|Opernym Quist\|[0-9a-f-]{36}\|[0-9a-f]{32}$/,
  );
  assert.match(headings!, /\|owner\|unit\|keeper\|bearer$/);
  assert.ok(row!.endsWith(`|${HOLDER}|unit|${HOLDER}|${HOLDER}`), row);
  const digest = createHash('sha256').update(file.content).digest('hex');
  const body = await bodyOf(file.entry);
  assert.ok(body.includes(digest) && body.includes('"arms":1') && body.includes('"purpose":"case 9/26"'));
  assert.ok(body.includes(asked.request) && !body.includes('Zorvane'));
  assert.equal(codeOf(await as(clerk, draw, { request: asked.request })), 'export-drawn');
});

test('two draws at once give one file', async () => {
  const clerk = await person('registry-clerk');
  const request = await granted(clerk);
  const answers = await Promise.all([1, 2, 3].map(() => as(clerk, draw, { request })));
  assert.deepEqual(answers.map(codeOf).toSorted(), ['export-drawn', 'export-drawn', 'kept']);
});

test('J-06: nobody decides on his or her own request, by another posting, a program or the machine', async () => {
  const clerk = await person('registry-clerk');
  const request = await ask(clerk);
  const decision = { request, verdict: 'approved', words: 'It is needed.' };
  for (const role of ['supervisor', 'privacy-officer'])
    assert.equal(codeOf(await as({ ...clerk, role: roleOf(role) }, decideExport, decision)), 'own-export');
  assert.equal(codeOf(await as(CONSOLE, decideExport, decision)), 'account-needed');
  const secret = async (role: string, maker: Person) =>
    kept(await as(maker, makeApiKey, { name: 'Case system', role })).secret!;
  const program = (await findClient(r.office, await secret('supervisor', CONSOLE)))!;
  assert.equal(codeOf(await as(program, decideExport, decision)), 'account-needed');
  const administrator = await person('administrator');
  const client = (await findClient(r.office, await secret('registry-clerk', administrator)))!;
  const its = await ask(client);
  const maker = { ...administrator, role: roleOf('supervisor') };
  assert.equal(codeOf(await as(maker, decideExport, { ...decision, request: its })), 'own-export');
  await grant(its);
  assert.equal(codeOf(await as(maker, draw, { request: its })), 'not-permitted');
  assert.ok((await drawn(client, its)).text.includes(HOLDER));
});

test('only supervisors and privacy officers decide, and only once', async () => {
  const clerk = await person('registry-clerk');
  const request = await ask(clerk);
  const decision = { request, verdict: 'refused', words: 'No order is there.' };
  const deciding = new Set(['supervisor', 'privacy-officer']);
  for (const { name } of DEFAULT_ROLES.filter((role) => !deciding.has(role.name)))
    assert.equal(codeOf(await as(await person(name), decideExport, decision)), 'not-permitted', name);
  const officer = await person('privacy-officer');
  const unknown = { ...decision, request: r.newId() };
  assert.equal(codeOf(await as(officer, decideExport, unknown)), 'export-unknown');
  kept(await as(officer, decideExport, decision));
  const again = { ...decision, verdict: 'approved' };
  assert.equal(codeOf(await as(await person('supervisor'), decideExport, again)), 'export-decided');
  assert.equal(codeOf(await as(clerk, draw, { request })), 'export-not-granted');
});

test('nobody asks for fields, arms or names beyond his or her own rights', async () => {
  const keeper = await person('keeper');
  const code = async (who: Person, more: object) => codeOf(await as(who, askExport, { ...ASKED, ...more }));
  assert.equal(await code(keeper, {}), 'export-field-not-permitted');
  assert.equal(await code(keeper, { fields: ['site'], search: { holder: HOLDER } }), 'field-not-permitted');
  const stranger = await person('keeper', r.who.depot);
  assert.equal(await code(stranger, { fields: ['site'] }), 'export-empty');
  for (const role of ['auditor', 'investigator', 'administrator', 'supervisor', 'reporting'])
    assert.equal(await code(await person(role), {}), 'not-permitted', role);
  const clerk = await person('registry-clerk');
  assert.equal(await code(clerk, { reason: 'because' }), 'input-unreadable');
  assert.equal(await code(clerk, { fields: [] }), 'input-unreadable');
  assert.equal(await code(clerk, { fields: ['case'] }), 'input-unreadable');
});

test('a file of sites names no person, and one of persons no site', async () => {
  const site = r.newId();
  kept(await as(CONSOLE, recordParty, { party: site, kind: 'depot', name: 'Quillmere Store' }));
  await r.register({
    description: { class: 'pistol', maker: 'Mixt' },
    to: { owner: r.who.army, unit: r.who.post, keeper: site },
  });
  const clerk = await person('registry-clerk');
  const search = { maker: 'Mixt' };
  const sites = await drawn(clerk, await granted(clerk, { search, fields: ['site'] }));
  assert.match(sites.text, /\|Army\|Post\|Quillmere Store\|$/);
  const persons = await drawn(clerk, await granted(clerk, { search }));
  assert.match(persons.text, /\|agency\|unit\|depot\|$/, 'not even the asker’s own agency');
  const planted = await drawn(clerk, await granted(clerk, { fields: ['site'] }));
  assert.ok(planted.text.includes('|person|') && !planted.text.includes(HOLDER));
});

test('rights that were taken away meanwhile are not in the file, and rights that were won are not either', async () => {
  const clerk = await person('registry-clerk');
  const request = await granted(clerk, { fields: ['holder', 'site'] });
  const blind: Person = { ...clerk, role: { ...clerk.role, sees: ['site'] } };
  const file = await drawn(blind, request);
  assert.ok(!file.text.includes(HOLDER) && file.text.includes('|Post|'));
  const mute: Person = { ...clerk, role: { ...clerk.role, sees: [] } };
  assert.equal(codeOf(await as(mute, draw, { request: await granted(clerk) })), 'export-field-not-permitted');
  const own: Person = { ...clerk, role: roleOf('keeper'), parties: [r.who.depot] };
  const none = await drawn(own, await granted(clerk, { fields: ['site'] }));
  assert.deepEqual([none.arms, none.text.includes('ZQ-0417')], [0, false]);
  const keeper = await person('keeper');
  const narrow = await granted(keeper, { fields: ['site'] });
  const mine = await r.register({ description: { class: 'pistol', maker: 'Zeta' } });
  const wide = await drawn({ ...keeper, role: clerk.role }, narrow);
  assert.equal(wide.arms, 1);
  assert.ok(!wide.text.includes(mine.number), 'the file goes no further than it was granted');
});

test('a suspended asker gets nothing, nor does one whose time has ended', async () => {
  const clerk = await person('registry-clerk');
  const request = await granted(clerk);
  kept(await as(CONSOLE, suspendPerson, { account: clerk.operator }));
  assert.equal(await findPerson(r.office, clerk.operator), undefined);
  const late = await person('registry-clerk');
  const [waits, ready] = [await ask(late), await granted(late)];
  const state = async (one: string) =>
    kept(await as(late, listOwnExports, { request: one })).exports[0]!.state;
  assert.deepEqual([await state(waits), await state(ready)], ['waits', 'approved']);
  pass(24 * HOUR);
  assert.equal(codeOf(await as(late, draw, { request: ready })), 'export-lapsed');
  assert.deepEqual([await state(waits), await state(ready)], ['waits', 'lapsed']);
  pass(6 * 24 * HOUR);
  const decision = { request: waits, verdict: 'approved', words: 'Too late, but needed.' };
  const supervisor = await person('supervisor');
  assert.equal(codeOf(await as(supervisor, decideExport, decision)), 'export-lapsed');
  const list = kept(await as(supervisor, listExports, {}));
  assert.ok(list.exports.every((one) => one.id !== waits && one.id !== request));
  pass(-7 * 24 * HOUR);
});

test('many more arms than were granted are not drawn', async () => {
  const clerk = await person('registry-clerk');
  const wish = { description: { class: 'pistol', maker: 'Grower' } };
  await r.register(wish);
  const request = await granted(clerk, { search: { maker: 'Grower' } });
  for (let n = 0; n < 11; n++) await r.register(wish);
  assert.equal(codeOf(await as(clerk, draw, { request })), 'export-grown');
});

test('whoever decides reads the purpose and the search, but no name that is not for the role', async () => {
  const clerk = await person('registry-clerk');
  const search = { holder: HOLDER, unit: 'Post', status: 'issued' };
  await ask(clerk, { reason: 'A court order is there', search });
  const list = kept(await as(await person('supervisor'), listExports, {}));
  const one = list.exports.find((shown) => shown.asker === clerk.operator)!;
  assert.deepEqual(one.search, { status: 'issued' });
  assert.deepEqual(one.withheld.toSorted(), ['holder', 'unit']);
  assert.deepEqual([one.purpose, one.reason, one.arms], ['case 9/26', 'A court order is there', 1]);
  const told = textOf(list.exports.filter((shown) => shown.asker === clerk.operator));
  assert.ok(![HOLDER, SITE, 'ZQ-0417'].some((name) => told.includes(name)));
  const officer = kept(await as(await person('privacy-officer'), listExports, { request: one.id }));
  assert.deepEqual([officer.exports[0]!.search?.holder, officer.exports[0]!.withheld], [HOLDER, ['unit']]);
  const own = kept(await as(clerk, listOwnExports, {}));
  assert.deepEqual(own.exports[0]!.search, search);
  const other = await person('registry-clerk');
  assert.equal(codeOf(await as(other, listOwnExports, { request: one.id })), 'export-unknown');
  assert.deepEqual(kept(await as(other, listOwnExports, {})).exports, []);
});

test('J-04: who was named in a file stands in the access log with the purpose, for the auditor', async () => {
  const clerk = await person('registry-clerk');
  const request = await granted(clerk);
  const file = await drawn(clerk, request);
  const auditor = await person('auditor');
  const { accesses } = kept(await as(auditor, listAccesses, { operator: clerk.operator }));
  const [line] = accesses.filter((one) => one.act === 'draw-export');
  assert.equal(line?.purpose, 'case 9/26');
  const [row] = await r.db.rows<{ subjects: string }>(
    'select subjects from access_log where access_id = $1',
    [line!.id],
  );
  const [who] = await r.db.rows<{ person_id: string }>('select person_id from person_data');
  assert.ok(row!.subjects.includes(who!.person_id), 'the person, not the arm alone');
  const told = kept(await as(auditor, listExports, { request })).exports[0]!;
  assert.deepEqual([told.state, told.drawnArms, told.verdict], ['drawn', file.arms, 'approved']);
});

test('after a month search, reason and what was said are gone, and that it was asked and drawn stays', async () => {
  const clerk = await person('registry-clerk');
  const request = await granted(clerk, { search: { holder: HOLDER } });
  await drawn(clerk, request);
  await sweepExports(r.office);
  const shown = async () => kept(await as(clerk, listOwnExports, { request })).exports[0]!;
  assert.equal((await shown()).reason, REASON);
  pass(31 * 24 * HOUR);
  assert.ok((await sweepExports(r.office)) >= 1);
  assert.equal(await sweepExports(r.office), 0);
  const left = await shown();
  assert.deepEqual([left.search, left.reason, left.said], [undefined, undefined, undefined]);
  assert.deepEqual([left.state, left.purpose, left.drawnArms], ['drawn', 'case 9/26', 1]);
  const [row] = await r.db.rows<{ all: string }>(
    'select export_request::text as all from export_request where request_id = $1',
    [request],
  );
  assert.ok(!row!.all.includes('Zorvane'));
  pass(-31 * 24 * HOUR);
});

test('one asker has ten requests waiting at most', async () => {
  const clerk = await person('registry-clerk');
  for (let n = 0; n < 10; n++) await ask(clerk);
  assert.equal(codeOf(await as(clerk, askExport, ASKED)), 'exports-waiting');
});

test('what came back from a backup may have been drawn already, so it counts for nothing', async () => {
  const clerk = await person('registry-clerk');
  const request = await granted(clerk);
  pass(HOUR);
  await r.db.rows(
    `insert into ledger_epoch (epoch, origin, verifier_key, base_size, began_at) values (2, 'o', 'k', 1, $1)`,
    [new Date(r.office.clock()).toISOString()],
  );
  assert.equal(codeOf(await as(clerk, draw, { request })), 'export-lapsed');
});
