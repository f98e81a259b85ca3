/**
 * Lists of lost and stolen arms, hits on them, and how States mark, from the command line: good input, rubbish in sentences, exit
 * codes that scripts rely on, and one line of JSON on standard output.
 *
 * @clause B-11, C-12, J-02
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HitView, ListingView } from '../../src/acts/listing-output.ts';
import { machine } from '../../src/acts/office.ts';
import { publishCard } from '../../src/acts/publish-card.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { node } from '../exchange/nodes.ts';
import { fileOf } from './hands.ts';
import { added, arms, endSo, folder, letIn, opened, runJson } from './staff.ts';

const NOBODY = '0192f1c4-9b01-7e20-8a11-5d3c2b1a0f99';
const by = (login: string): readonly string[] => ['--operator', login, '--purpose', 'case 118/23'];
const FIRST = by('l.first');
const CLERK = by('l.clerk');

test('C-12: a stolen arm is listed by two officers, met, cleared and cancelled', async (t) => {
  await letIn('l.first', '--role', 'national-contact');
  await letIn('l.clerk', '--role', 'registry-clerk');
  const there = await node(t, 'XB');
  // The home is a real register, and so is this partner: neither speaks with a demonstration.
  const office = { ...there.office, demonstration: false };
  const address = { address: 'https://borrane.example' };
  assert.ok(!isRefusal(await publishCard.run(office, machine('tester', 'test'), address)));
  const { signed, fingerprint } = await there.card();
  await added('peer', 'card', '--name', 'Registry of Aldera', '--address', 'https://aldera.example');
  await added('peer', 'add', fileOf(folder, 'xb.card', signed), '--fingerprint', fingerprint);
  const { id: arm, number } = arms.ofArmy!;
  const propose = ['listing', 'propose', number, '--ground', 'Arms Act', '--to', there.id];
  const wish = [...propose, '--reference', 'PV 7/2026'];
  await endSo([
    [[...wish, ...CLERK], 1, /lost|stolen|missing/],
    [['listing', 'propose', number, ...CLERK], 2, /Missing: --to/],
    [['listing', 'propose', ...CLERK, '--to', there.id], 2, /Missing: the arm/],
    [['listing', ...FIRST], 2, /Missing: one of propose/],
    [['listing', 'paint', ...FIRST], 2, /There is no "paint"/],
  ]);
  await added('do', 'record-event', JSON.stringify({ arm, type: 'stolen', happened: '2026-03-04' }));
  await endSo([
    [[...propose, ...CLERK], 1, /complaint|case/],
    [[...propose.slice(0, -1), 'nobody', '--reference', 'x', ...CLERK], 2, /Expected an id|partners/],
    [[...propose.slice(0, -1), NOBODY, '--reference', 'x', ...CLERK], 1, /node|State/],
    [[...wish, ...by('k.aldo')], 1, /does not include this/],
  ]);
  const { subject: listing } = await added(...wish, '--words', 'Seen the complaint.', ...CLERK);
  await endSo([
    [[...wish, ...CLERK], 1, /list/],
    [['listing', 'confirm', listing!, ...CLERK], 1, /does not include this|second/],
    [['listing', 'confirm', ...FIRST], 2, /Missing: the entry/],
    [['listing', 'renew', listing!, '--expires', 'soon', ...FIRST], 2, /expires/],
    [['listing', 'show', NOBODY, ...FIRST], 1, /entry|list/],
    [['listing', 'show', 'rubbish', ...FIRST], 2, /Expected an id/],
    [['listing', 'list', '--standing', 'asleep', ...FIRST], 2, /standing/],
  ]);
  await added('listing', 'confirm', listing!, ...FIRST);
  await endSo([
    [['listing', 'list', '--side', 'own', ...FIRST], 0, /own stolen {5}live/],
    [['listing', 'show', listing!, ...FIRST], 0, /stolen, live[\s\S]*ZN400001[\s\S]*XB: published/],
  ]);
  await endSo([[['listing', 'renew', listing!, ...FIRST], 0, /Renewed/]]);
  const { json: view } = await runJson<ListingView>('listing', 'show', listing!, ...FIRST);
  assert.deepEqual([view.standing, view.renewed, view.told[0]!.country], ['live', 1, 'XB']);

  await met();
  const { json: list } = await runJson<{ hits: HitView[] }>('hit', 'list', '--waiting', ...FIRST);
  const hit = list.hits.find((one) => one.listing === listing)!.id;
  await endSo([
    [['hit', 'list', ...FIRST], 0, /\(lead\)[\s\S]*Not grounds for arrest/],
    [['hit', 'show', hit, ...FIRST], 0, /^Not grounds for arrest[\s\S]*ZN400001/],
    [['hit', 'show', NOBODY, ...FIRST], 1, /hit/],
    [['hit', 'show', ...FIRST], 2, /Missing: the hit/],
    [['hit', 'tell', hit, '--answer', 'perhaps', ...FIRST], 2, /answer/],
    [['hit', 'tell', hit, '--answer', 'not-same', ...by('i.soro')], 1, /does not include this/],
  ]);
  await endSo([[['hit', 'ask', hit, '--words', 'The same?', ...FIRST], 0, /Asked\. Not grounds for arrest/]]);
  const told = await added('hit', 'tell', hit, '--answer', 'not-same', '--words', 'A twin.', ...FIRST);
  const receipt = await added('receipt', told.entry!, 'hit', hit, ...FIRST);
  await endSo([
    [['receipt', 'check', hit, receipt.code!, ...by('i.soro')], 0, /The receipt is true: tell-hit/],
    [['receipt', 'check', NOBODY, receipt.code!, ...by('i.soro')], 1, /No entry under this number/],
    [['receipt', NOBODY, 'hit', hit, ...FIRST], 1, /no entry/],
    [['receipt', told.entry!, 'hit', ...FIRST], 2, /Missing: the id of the hit/],
    [['hit', 'show', hit, ...FIRST], 0, /not-same/],
    [['listing', 'cancel', listing!, '--reason', 'bored', ...FIRST], 2, /reason/],
  ]);
  const cancel = ['listing', 'cancel', listing!, '--reason', 'mistake', ...FIRST];
  await endSo([[cancel, 0, /Cancelled/]]);
  await endSo([[cancel, 1, /entry is not live/]]);
});

/** Another arm with the number of the listed one comes in. */
async function met(): Promise<void> {
  const marks = [{ kind: 'serial', part: 'frame', text: 'ZN400001' }];
  const wish = { description: { class: 'pistol' }, marks, happened: '2026-04-01' };
  const { arm } = await added('do', 'register-arm', JSON.stringify(wish));
  await added('do', 'record-event', JSON.stringify({ arm, type: 'seized', happened: '2026-04-02' }));
  await opened.numbering.drain();
}

test('B-11: practices of marking are listed by mark, recorded from a file, shown and taken back', async () => {
  await letIn('m.keeper', '--role', 'reference-keeper');
  const keeper = by('m.keeper');
  const practice = {
    ...{ code: 'xb-journey', countries: ['XB'], kind: 'import', texts: ['XB 97'], sure: 'likely' },
    ...{ looks: { en: 'XB and two digits of the year.' }, source: 'Letter of Borrane.' },
  };
  const file = fileOf(folder, 'practice.json', JSON.stringify(practice));
  await endSo([
    [['marking-practices', 'list', ...keeper], 0, /import/],
    [['marking-practices', 'list', '--country', 'Nowhere', ...keeper], 2, /country/],
    [['marking-practices', 'list', '--kind', 'painted', ...keeper], 2, /kind/],
    [['marking-practices', 'show', 'no-such', ...keeper], 1, /no-such|practice/],
    [['marking-practices', 'show', ...keeper], 2, /Missing: the code/],
    [['marking-practices', 'record', file, ...keeper], 2, /Missing: --why/],
    [['marking-practices', 'record', '--why', 'x', ...keeper], 2, /Missing: the file/],
    [
      ['marking-practices', 'record', fileOf(folder, 'list.json', '[]'), '--why', 'x', ...keeper],
      2,
      /no practice/,
    ],
    [['marking-practices', 'record', fileOf(folder, 'cut.json', '{'), '--why', 'x', ...keeper], 2, /\w/],
    [['marking-practices', 'paint', ...keeper], 2, /There is no "paint"/],
    [
      ['marking-practices', 'record', file, '--why', 'x', '--add', ...by('k.aldo')],
      1,
      /does not include this/,
    ],
  ]);
  const add = ['marking-practices', 'record', file, '--why', 'Letter 4/2026', '--add', ...keeper];
  await endSo([[add, 0, /Kept\. xb-journey stands/]]);
  await endSo([
    [add, 1, /xb-journey/],
    [
      ['marking-practices', 'list', '--country', 'XB', ...keeper],
      0,
      /xb-journey {2}XB {2}import: XB and two/,
    ],
    [['marking-practices', 'list', '--mark', 'XB 97', ...keeper], 0, /xb-journey/],
    [['marking-practices', 'show', 'xb-journey', ...keeper], 0, /source {5}Letter of Borrane\./],
  ]);
  const { json } = await runJson<{ texts: string[] }>('marking-practices', 'show', 'xb-journey', ...keeper);
  assert.deepEqual(json.texts, ['XB 97']);
  const takeBack = (code: string) => [
    'marking-practices',
    'take-back',
    code,
    '--why',
    'Withdrawn',
    ...keeper,
  ];
  await endSo([
    [takeBack('xb-journey'), 0, /Taken back: xb-journey/],
    [takeBack('be-liege-elg'), 1, /be-liege-elg|State/],
  ]);
  await endSo([[['marking-practices', 'show', 'xb-journey', ...keeper], 1, /\w/]]);
});
