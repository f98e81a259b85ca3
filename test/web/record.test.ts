/** Recording through forms: every event that some role records, what is refused, what is sent twice, and hostile words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { viewArm } from '../../src/acts/view-arm.ts';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import { type EventType, LIFE_CYCLE } from '../../src/domain/custody/life-cycle.ts';
import { ELSEWHERE, fieldsOf as formOf, GROUPS, hasForm } from '../../src/doors/web/record-fields.ts';
import { type World, world } from '../world.ts';
import { type Answered, fieldsOf, type Officer, officer, plain } from './officer.ts';
import { arm, got, party, tell } from './told-arms.ts';
import { type Pages, servePages } from './visitor.ts';

let here: World;
let unit: string;
let other: string;
let dealer: string;
before(async () => {
  here = await world();
  unit = await party(here, 'unit', '2nd Company');
  other = await party(here, 'depot', 'Depot Kerem');
  dealer = await party(here, 'dealer', 'Armurerie Sahel');
  await party(here, 'agency', 'Customs post');
  await party(here, 'depot', 'Customs post');
});
after(() => here.close());

let serial = 0;
const newArm = () =>
  arm(here, {
    description: { class: 'pistol', maker: 'Tarvos', model: 'PT-58' },
    marks: [{ kind: 'serial', part: 'frame', text: `KJT7${1000 + serial++}`, condition: 'legible' }],
    to: { owner: unit, unit, keeper: unit },
    happened: '2019-04-01' as never,
  });

const events = async (id: string) => got(await viewArm.run(here.office, here.actor, { arm: id }));

/** What a form of this event is filled with: everything that it asks; `who` is whoever is named in it. */
function typedFor(type: EventType, who: string): Record<string, string> {
  const fields = formOf(type);
  return {
    ...{ 'when.day': '3', 'when.month': '2', 'when.year': '2024', why: `said of ${type}` },
    ...Object.fromEntries(fields.to.map((lane) => [`to.${lane}`, who])),
    ...(fields.permits ? { mode: 'fact' } : {}),
    ...(fields.by ? { by: who } : {}),
    ...(fields.how ? { how: 'scanned' } : {}),
    ...(fields.basis ? { 'basis.kind': 'voucher', 'basis.number': 'B-77/24' } : {}),
    ...(fields.place ? { place: 'North gate' } : {}),
    ...(fields.marks ? { 'mark.1.text': ' XQ 19 ', 'mark.1.kind': 'property', 'mark.1.part': 'grip' } : {}),
    ...(fields.part ? { 'part.part': 'barrel', 'part.id': 'BR-7' } : {}),
  };
}

async function staff(pages: Pages, role: string, at: string | undefined = unit): Promise<Officer> {
  return officer(here, pages.address, { role, ...(at ? { party: at } : {}) });
}

test('every event has a form in one group, or a page of its own', () => {
  const listed = [...Object.values(GROUPS).flat(), ...ELSEWHERE];
  assert.deepEqual(listed.toSorted(), Object.keys(LIFE_CYCLE).toSorted());
});

for (const role of DEFAULT_ROLES.filter((one) => Object.hasOwn(one.powers, 'record-event')))
  test(`each event that ${role.name} records is recorded through its form and stands on the arm's page`, async (t) => {
    const pages = await servePages(t, here.office);
    const reachesOwn = role.powers['record-event'] === 'own';
    const me = await staff(pages, role.name, reachesOwn ? unit : undefined);
    const types = (Object.keys(LIFE_CYCLE) as EventType[]).filter(
      (type) => hasForm(type) && (role.events === 'all' || role.events.includes(type)),
    );
    assert.ok(types.length > 1);
    const finds = Object.hasOwn(role.powers, 'find-parties');
    const who = role.sees.includes('site') ? 'Depot Kerem' : 'Armurerie Sahel';
    // Every event is told of an arm in its own right; the registry's own clerk, who records all, does half of them here.
    for (const type of role.events === 'all' ? types.filter((_, at) => at % 2 === 0) : types) {
      const { arm: id, number } = await newArm();
      if (role.powers['record-event'] === 'civil')
        await tell(here, id, [{ type: 'sold', happened: '2020-01-01', to: { owner: other } }]);
      if (type === 'number-verified')
        await tell(here, id, [{ type: 'number-marked', happened: '2020-01-01', by: unit }]);
      const chosen = await me.get(`/arms/${number}/record`);
      assert.match(chosen.text, new RegExp(`/arms/${number}/record/${type}"`), `${type} is offered`);
      const typed = typedFor(type, who);
      // Who may not look for others names those of the own agency alone, or nobody.
      if (!finds) for (const [name, value] of Object.entries(typed)) if (value === who) delete typed[name];
      if (type === 'number-verified' && !finds) continue;
      if (!finds && reachesOwn && formOf(type).by) typed.by = '2nd Company';
      const sent = await me.fill(`/arms/${number}/record/${type}`, typed);
      assert.equal(sent.status, 303, `${type}: ${plain(sent.text).slice(-3000)}`);
      assert.match(sent.location ?? '', /^\/receipts\/|\/recorded\?entry=/);
      const told = (await events(id)).events.find(
        (one) => one.type === type && one.why === `said of ${type}`,
      );
      assert.equal(told?.happened, '2024-02-03', type);
      if (formOf(type).marks)
        assert.equal(told?.marks?.[0]?.text, ' XQ 19 ', 'a reading stays as it was typed');
      if (finds && formOf(type).to.includes('keeper'))
        assert.equal(told?.to?.keeper, who === 'Depot Kerem' ? other : dealer);
      const page = await me.get(`/arms/${number}`);
      if (page.status === 200 && role.sees.includes('case'))
        assert.ok(page.text.includes(`said of ${type}`), type);
    }
  });

test('what is about to happen can be refused with its clause, nothing typed is lost, and the fact can be recorded all the same', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await staff(pages, 'armourer');
  const { arm: id, number } = await newArm();
  await tell(here, id, [{ type: 'destroyed', happened: '2022-01-01' }]);
  const typed = {
    'to.keeper': 'Depot Kerem',
    'basis.kind': 'voucher <b>',
    place: 'Nord & "Süd"',
    why: 'l’ordre',
  };
  const path = `/arms/${number}/record/issued`;
  const refused = await me.fill(path, { ...typed, mode: 'ask' });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /role="alert"[\s\S]*Leave is refused[\s\S]*FP 6\(2\)/);
  const kept = fieldsOf(refused.text);
  for (const [name, value] of Object.entries({ ...typed, mode: 'ask' })) assert.equal(kept[name], value);
  assert.match(refused.text, /name="do" value="fact"/);
  const recorded = await me.post(path, { ...kept, do: 'fact' });
  assert.equal(recorded.status, 303);
  assert.match(recorded.location ?? '', /\/recorded\?entry=/);
  const result = await me.get(recorded.location!);
  assert.match(plain(result.text), /does not fit the record[\s\S]*recorded destroyed/);
  const last = (await events(id)).events.find((one) => one.type === 'issued');
  assert.equal(last?.asked, undefined);
});

test('a field that cannot be used is marked, said, and everything else is still there', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await staff(pages, 'registry-clerk');
  const { number } = await newArm();
  const path = `/arms/${number}/record/seized`;
  const wrongs: readonly [Record<string, string>, string][] = [
    [{ 'when.day': '31', 'when.month': '2', 'when.year': '2024' }, 'when'],
    [{ 'when.day': '', 'when.month': '', 'when.year': '', 'when.time': '' }, 'when'],
    [{ 'to.keeper': 'No Such Office' }, 'to.keeper'],
    [{ 'basis.kind': '', 'basis.number': '7' }, 'basis.kind'],
    [{ 'mark.1.text': 'x'.repeat(400) }, 'mark.1.text'],
    [{ place: 'p'.repeat(400) }, 'place'],
  ];
  for (const [wrong, field] of wrongs) {
    const typed = {
      why: 'kept words',
      'mark.0.text': 'KJT 7',
      place: 'Gate',
      'basis.kind': 'case',
      ...wrong,
    };
    const answer = await me.fill(path, typed);
    assert.equal(answer.status, 422, JSON.stringify(wrong).slice(0, 80));
    assert.match(answer.text, new RegExp(`id="${field}-wrong"`));
    assert.match(answer.text, /aria-invalid="true"/);
    const kept = fieldsOf(answer.text);
    for (const [name, value] of Object.entries(typed)) assert.equal(kept[name], value, name);
  }
  const both = await me.fill(path, { 'to.keeper': 'Customs post' });
  assert.equal(both.status, 422);
  const ids = [...both.text.matchAll(/name="to\.keeper\.is" id="[^"]*" value="([^"]+)"/g)].map(
    (one) => one[1]!,
  );
  assert.equal(ids.length, 2, 'both are offered');
  assert.match(both.text, /an agency|a depot/);
  const chosen = await me.post(path, { ...fieldsOf(both.text), 'to.keeper.is': ids[1]! });
  assert.equal(chosen.status, 303);
  const forged = await me.fill(path, { 'to.keeper': 'Customs post', 'to.keeper.is': unit });
  assert.equal(forged.status, 422, 'an id that the name does not mean is no choice');
});

test('a form that is sent twice is done once', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await staff(pages, 'armourer');
  const { arm: id, number } = await newArm();
  const path = `/arms/${number}/record/sighted`;
  const fields = { ...fieldsOf((await me.get(path)).text), how: 'read' };
  const answers = await Promise.all([me.post(path, fields), me.post(path, fields), me.post(path, fields)]);
  const again = await me.post(path, fields);
  assert.deepEqual(new Set([...answers, again].map((one) => one.location)).size, 1);
  assert.equal((await events(id)).events.filter((one) => one.type === 'sighted').length, 1);
});

test('an event of another role is not offered and is refused when forced', async (t) => {
  const pages = await servePages(t, here.office);
  const clerk = await staff(pages, 'armourer');
  const { arm: id, number } = await newArm();
  assert.doesNotMatch((await clerk.get(`/arms/${number}/record`)).text, /record\/seized/);
  const path = `/arms/${number}/record/seized`;
  assert.equal((await clerk.get(path)).status, 403);
  const own = fieldsOf((await clerk.get(`/arms/${number}/record/sighted`)).text);
  assert.equal((await clerk.post(path, own)).status, 403);
  const auditor = await staff(pages, 'auditor', undefined);
  const page = await auditor.get(`/arms/${number}`);
  assert.doesNotMatch(page.text, /\/record"|\/hand-over"|\/correct/);
  for (const one of ['record', 'record/sighted', 'hand-over', 'answer', 'correct', 'documents'])
    assert.equal(
      (await auditor.post(`/arms/${number}/${one}`, own)).status,
      one === 'record' ? 404 : 403,
      one,
    );
  assert.deepEqual(
    (await events(id)).events.map((one) => one.type),
    ['registered'],
  );
  const elsewhere = await staff(pages, 'armourer', other);
  assert.equal((await elsewhere.post(`/arms/${number}/record/sighted`, own)).status, 404);
});

const HOSTILE =
  '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>\u202Egnp.exe\u0000\u2066 ﷽ {{7*7}}';

test('scripts and marks that turn text round are shown and never obeyed, in every field of every form', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await staff(pages, 'registry-clerk');
  const { arm: id, number } = await newArm();
  const safe = (answer: Answered, name: string): void => {
    const page = answer.text.replace(
      /<script type="module" src="\/assets\/app\.[0-9a-f]{12}\.js"><\/script>/,
      '',
    );
    assert.doesNotMatch(page, /<script|<img src=x|onerror=alert\(2\)>(?!&)/, name);
    const outside = page.replace(/value="[^"]*"/g, '').replace(/<textarea[^>]*>[^<]*/g, '');
    assert.doesNotMatch(outside, /\u202e|\u0000/, `${name}: hidden marks are shown as signs`);
  };
  const types = ['seized', 'mark-read', 're-described', 'part-fitted', 'finding'] as const;
  for (const type of types) {
    const path = `/arms/${number}/record/${type}`;
    const empty = fieldsOf((await me.get(path)).text);
    const texts = Object.keys(empty).filter((name) => !['act', 'rows', 'lang'].includes(name));
    safe(
      await me.post(path, { ...empty, ...Object.fromEntries(texts.map((name) => [name, HOSTILE])) }),
      type,
    );
  }
  const typed = {
    why: HOSTILE,
    place: HOSTILE,
    'basis.kind': HOSTILE,
    'basis.number': HOSTILE,
    'mark.0.text': HOSTILE,
    'mark.0.note': HOSTILE,
  };
  const recorded = await me.fill(`/arms/${number}/record/seized`, typed);
  assert.equal(recorded.status, 303, recorded.text);
  safe(await me.get(recorded.location!), 'receipt');
  safe(await me.get(`/arms/${number}/recorded?entry=${encodeURIComponent(HOSTILE)}`), 'recorded');
  safe(await me.get(`/arms/${number}`), 'arm');
  const expert = await staff(pages, 'forensic', undefined);
  assert.equal((await expert.fill(`/arms/${number}/record/sighted`, { why: HOSTILE })).status, 303);
  safe(await expert.get(`/arms/${number}`), 'arm seen by an expert');
  const { entry } = (await events(id)).events.find((one) => one.type === 'sighted')!;
  const correcting = await expert.get(`/arms/${number}/correct?entry=${entry}`);
  safe(correcting, 'correct');
  assert.equal(fieldsOf(correcting.text).why, HOSTILE.replace('\u0000', '\ufffd'));
});
