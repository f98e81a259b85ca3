/** What a serial tells of its arm: asked for, told where an arm is registered and shown, and listed with its maker. A-12. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { registerArm } from '../../src/acts/register-arm.ts';
import { understandReading } from '../../src/acts/understand-reading.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { serialLines } from '../../src/doors/cli/serial-lines.ts';
import { kept, type Registry, registry } from '../acts/registry.ts';
import { officer, plain } from './officer.ts';
import { servePages } from './visitor.ts';

let r: Registry;
before(async () => {
  r = await registry();
});
after(() => r.close());

const ask = async (text: string, more: object = {}) =>
  kept(await r.run(understandReading, { text, ...more }));
const taurus = (text: string, year: number, more: object = {}) => ({
  description: { class: 'pistol', maker: 'TAUROS', year },
  marks: [{ kind: 'serial', part: 'frame', text }],
  to: { owner: r.who.army, unit: r.who.depot, keeper: r.who.depot },
  happened: '2023-01-10',
  ...more,
});

test('a maker and a class as typed date a reading; without a sure maker nothing is told', async () => {
  const { maker, readings } = await ask('ADB004944', { maker: 'forjas taurus', class: 'pistola' });
  assert.equal(maker?.code, 'taurus');
  const [fit, ...others] = readings[0]!.serial!.fits;
  assert.deepEqual([fit?.grammar, fit?.years, fit?.months, others], ['taurus-2019', [2022], [2], []]);
  for (const unsure of [{}, { maker: 'qqwxzv' }, { maker: '???' }]) {
    const found = await ask('ADB004944', unsure);
    assert.deepEqual([found.maker, found.readings[0]!.serial], [undefined, undefined]);
  }
});

test('each part of a sentence is decoded, and a wrong place is told with what could stand there', async () => {
  const { readings } = await ask('slide ADB00944 frame ADBO04944', { maker: 'taurus' });
  const [slide, frame] = readings.map(({ serial }) => serialLines(serial!).join('\n'));
  assert.match(slide!, /^ {2}fits taurus-pistol-1981: year 1984, month 2\. Taurus pistols/);
  assert.match(
    frame!,
    /nearly taurus-2019: year 2022, month 2\..*\n {4}place 4: O stands where only 0-9 can; perhaps 0$/,
  );
});

test('an arm whose serial contradicts its year is registered, and the answer and its page say so', async () => {
  const wanted = { ...taurus('ADB00944', 2022), act: r.newId() };
  const done = kept(await r.run(registerArm, wanted));
  const noted = [
    { kind: 'other-year', serial: 'ADB00944', grammars: ['taurus-pistol-1981'], stated: 2022, years: [1984] },
  ];
  assert.deepEqual([done.noted, done.alarms], [noted, []]);
  assert.deepEqual(kept(await r.run(registerArm, wanted)), done, 'sent twice, answered alike');
  assert.deepEqual(kept(await r.run(viewArm, { arm: done.number })).noted, noted);
  const sound = kept(await r.run(registerArm, taurus('ADB004944', 2022)));
  assert.deepEqual(sound.noted, []);
});

test('an arm that was there before its serial was struck is noted, until it is told that it was marked anew', async () => {
  const early = taurus('ADB004944', 2022, { happened: '2021-05-01' });
  const done = kept(await r.run(registerArm, early));
  assert.deepEqual(
    done.noted.map(({ kind }) => kind),
    ['made-later'],
  );
  kept(
    await r.record(done.arm, 're-marked', {
      happened: '2023-02-01',
      marks: early.marks,
      basis: { kind: 'order' },
    }),
  );
  assert.deepEqual(kept(await r.run(viewArm, { arm: done.arm })).noted, []);
});

test('the pages of an arm and of its maker say it in each language', async (t) => {
  const pages = await servePages(t, r.office);
  const me = await officer(r, pages.address, { role: 'registry-clerk', party: r.who.depot });
  const { number } = kept(await r.run(registerArm, taurus('ADB00944', 2022)));
  for (const [lang, says, form] of [
    ['en', /ADB00944. is of .1984.; the year stated is .2022/, 'How it writes serials'],
    ['fr', /ADB00944. est de .1984. ; l’année indiquée est .2022/, 'Comment il écrit ses numéros de série'],
    ['ar', /ADB00944. إلى .1984./, 'كيف يكتب أرقامه التسلسلية'],
  ] as const) {
    for (const path of [`/arms/${number}`, `/arms/${number}/registered`])
      assert.match(plain((await me.get(`${path}?lang=${lang}`)).text), says, `${lang} ${path}`);
    const { text } = await me.get(`/reference/makers/taurus?lang=${lang}`);
    assert.ok(text.includes(form) && text.includes('Taurus arms since October 2019'), lang);
    assert.ok(!(await me.get(`/reference/calibres/9x19?lang=${lang}`)).text.includes(form));
  }
});
