/**
 * Traces from the command line: one at home from the seizure to its end, one asked about by letter and answered by two officers,
 * and rubbish refused in sentences.
 *
 * @clause ITI 17, ITI 18, ITI 20, ITI 22, J-02
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { TraceList } from '../../src/acts/list-traces.ts';
import type { TraceView } from '../../src/acts/trace-view-output.ts';
import { asksAbout, letterIn } from '../trace/letters.ts';
import { added, arms, endSo, folder, letIn, opened, police, run, runJson } from './staff.ts';

const NOBODY = '0192f1c4-9b01-7e20-8a11-5d3c2b1a0f99';
const by = (login: string): readonly string[] => ['--operator', login, '--purpose', 'case 118/23'];
const POINT = by('p.first');
const SECOND = by('p.second');

async function seized(arm: { readonly id: string }): Promise<void> {
  const event = {
    arm: arm.id,
    type: 'seized',
    happened: '2026-03-04',
    place: 'Kelmoor',
    to: { keeper: police },
  };
  await added('do', 'record-event', JSON.stringify(event));
}

async function viewOf(trace: string): Promise<TraceView> {
  return (await runJson<TraceView>('trace', 'show', trace, ...POINT)).json;
}

test('C-02: a seized arm is traced at home, asked about by letter, and closed', async () => {
  await letIn('p.first', '--role', 'national-contact');
  await letIn('p.second', '--role', 'national-contact');
  const { number } = arms.ofPolice!;
  const open = ['trace', 'open', number, '--case', '118/23', '--authority', 'Police of Aldera'];
  await endSo([
    [[...open, ...POINT], 1, /does not say that it was seized/],
    [['trace', 'open', ...POINT], 2, /Missing: the recovered arm/],
    [['trace', 'open', 'ZZ-1', ...POINT], 1, /State number|registered under/],
  ]);
  await seized(arms.ofPolice!);
  const { trace } = await added(...open, '--circumstances', 'At a checkpoint.', ...POINT);
  await endSo([
    [[...open, ...POINT], 1, /is being traced already/],
    [['trace', 'show', trace!, ...POINT], 0, /own trace, open[\s\S]*ZN400002[\s\S]*by Police of Aldera/],
    [['trace', 'list', ...POINT], 0, /own trace, open {2}case 118\/23/],
    [['trace', 'list', '--status', 'asleep', ...POINT], 2, /status/],
    [['trace', 'list', '--limit', 'many', ...POINT], 2, /limit/],
    [['trace', 'show', NOBODY, ...POINT], 1, /no such trace/],
    [['trace', 'show', 'rubbish', ...POINT], 2, /Expected an id/],
    [['trace', ...POINT], 2, /Missing: one of open, list/],
    [['trace', 'paint', ...POINT], 2, /There is no "paint"/],
    [['trace', 'show', trace!, ...by('k.aldo')], 1, /does not include this: looking at a trace/],
  ]);

  const asked = await added(
    'trace',
    'ask',
    trace!,
    '--agency',
    'Army of Aldera',
    '--words',
    'Was it yours?',
    ...POINT,
  );
  await endSo([
    [['trace', 'questions', ...by('k.aldo')], 0, /Was it yours\?/],
    [
      ['trace', 'reply', trace!, asked.made!, '--outcome', 'perhaps', '--words', 'x', ...by('k.aldo')],
      2,
      /outcome/,
    ],
    [['trace', 'ask', trace!, '--agency', 'Army of Nowhere', '--words', 'x', ...POINT], 1, /Army of Nowhere/],
  ]);
  const reply = [
    'trace',
    'reply',
    trace!,
    asked.made!,
    '--outcome',
    'found',
    '--words',
    'Lost in 2019.',
    ...by('k.aldo'),
  ];
  await endSo([[reply, 0, /stands in the trace/]]);
  await endSo([
    [reply, 1, /answered already/],
    [['trace', 'questions', ...by('k.aldo')], 0, /Nothing was asked/],
  ]);

  const fields = path.join(folder, 'fields.json');
  writeFileSync(fields, JSON.stringify({ item: { calibre: '9x19' } }));
  const send = ['trace', 'send', trace!, '--to', 'XB:letter', '--file', fields];
  await endSo([
    [['trace', 'compose', trace!, ...POINT], 0, /cannot leave yet; say: .*law.*calibre/],
    [['trace', 'compose', trace!, '--law', 'Act 14', '--file', fields, ...POINT], 0, /It can leave/],
    [[...send, ...POINT], 1, /cannot leave yet.*the law under which it is illicit.*\[ITI 17\]/],
    [['trace', 'send', trace!, ...POINT], 2, /Missing: --to/],
    [['trace', 'send', trace!, '--to', 'Xb', ...POINT], 2, /country/],
    [[...send, '--law', 'Act 14', '--grounds', 'bad-luck', ...POINT], 2, /ground/],
    [[...send, '--law', 'Act 14', ...by('i.soro')], 1, /does not include this: sending a request/],
  ]);
  const sent = await added(...send, '--law', 'Act 14', '--urgent', 'A trial.', ...POINT);
  const shown = await viewOf(trace!);
  assert.deepEqual(
    shown.requests.map(({ id, country, status, urgent }) => ({ id, country, status, urgent })),
    [{ id: sent.made!, country: 'XB', status: 'asked', urgent: true }],
  );

  const close = [
    'trace',
    'close',
    trace!,
    'traced-to-point-of-diversion',
    '--words',
    'Lost by the army.',
    ...POINT,
  ];
  const found = ['--authority', 'Prosecutor', '--words', 'The army says so.', ...POINT];
  await endSo([
    [close, 1, /No authority has recorded the point of diversion/],
    [['trace', 'find', trace!, 'point-of-diversion', ...found], 1, /needs the stage/],
    [['trace', 'find', trace!, 'a-feeling', ...found], 2, /finding/],
    [['trace', 'link', trace!, 'criminal-case', '118/23', ...POINT], 0, /Linked/],
  ]);
  await added(
    'trace',
    'find',
    trace!,
    'point-of-diversion',
    '--stage',
    'state-stock',
    '--happened',
    '2019',
    ...found,
  );
  await endSo([[close, 0, /Closed/]]);
  await endSo([
    [close, 1, /This trace is closed/],
    [
      ['trace', 'show', trace!, ...POINT],
      0,
      /closed: traced to the point of diversion[\s\S]*from a State stock/,
    ],
    [['trace', 'reopen', trace!, ...POINT], 2, /why/],
    [
      ['trace', 'statistics', ...POINT],
      0,
      /sent 1, acknowledged 0[\s\S]*traced to the point of diversion: 1/,
    ],
    [['trace', 'statistics', 'soon', ...POINT], 2, /from/],
    [['trace', 'lots', ...POINT], 0, /No recoveries point/],
  ]);
  await endSo([[['trace', 'reopen', trace!, '--why', 'The buyer was found.', ...POINT], 0, /Open again/]]);
});

test('ITI 18 to 22: a request by letter is acknowledged, asked back, refused, and answered by two', async () => {
  const { office } = opened;
  const { trace, request } = await letterIn(office, asksAbout('ZN400001'));
  const draft = (...more: string[]): string[] => ['trace', 'answer', trace, request, ...more, ...POINT];
  await endSo([
    [['trace', 'acknowledge', trace, request, '--note', 'Here.', ...POINT], 0, /Acknowledged/],
    [['trace', 'acknowledge', trace, NOBODY, ...POINT], 1, /no such request/],
    [['trace', 'ask', trace, '--request', request, ...POINT], 2, /Missing: --words/],
    [
      ['trace', 'write', trace, request, 'withdrawn', '--words', 'x', ...POINT],
      1,
      /not for this side.*withdrawal/,
    ],
    [['trace', 'write', trace, request, 'sung', '--words', 'x', ...POINT], 2, /kind/],
    [draft('--kind', 'refused'), 1, /is not complete.*the ground/],
    [draft('--kind', 'sung'), 2, /kind/],
    [draft(), 1, /Nobody has said yet which arm/],
    [['trace', 'refuse', trace, request, '--reason', 'A trial.', ...POINT], 2, /Missing: --ground/],
    [['trace', 'refuse', trace, request, '--ground', 'mood', '--reason', 'x', ...POINT], 2, /ground/],
  ]);
  await endSo([[['trace', 'acknowledge', trace, request, ...POINT], 1, /acknowledged already/]]);
  const ask = ['trace', 'ask', trace, '--request', request, '--words', 'A photograph?', '--fields', 'marks'];
  await endSo([[[...ask, ...POINT], 0, /Said/]]);
  assert.deepEqual((await viewOf(trace)).requests[0]?.wanted, { fields: ['marks'], text: 'A photograph?' });

  const no = await added(
    ...['trace', 'refuse', trace, request, '--ground', 'national-security', '--reason', 'A trial.', ...POINT],
  );
  const release = ['trace', 'release', trace, no.made!];
  await endSo([
    [[...release, ...POINT], 1, /Ask a second officer.*\[?/],
    [[...release, '--send-back', ...SECOND], 1, /Say why/],
    [draft('--kind', 'no-record'), 1, /waits for its release/],
    [['trace', 'release', trace, NOBODY, ...SECOND], 1, /no such draft/],
    [['trace', 'list', ...SECOND], 0, /release or send back/],
  ]);
  await endSo([[[...release, '--send-back', '--why', 'No trial is known.', ...SECOND], 0, /Sent back/]]);
  const none = await added(...draft('--kind', 'no-record', '--note', 'Made elsewhere.'));
  await endSo([[['trace', 'release', trace, none.made!, ...SECOND], 0, /Released/]]);
  await endSo([
    [['trace', 'review', trace, none.made!, '--good', '--why', 'x', ...SECOND], 1, /no such draft/],
    [['trace', 'review', trace, none.made!, '--why', 'x', ...SECOND], 2, /one of --good and --not-good/],
  ]);
  const [told] = (await viewOf(trace)).requests;
  assert.deepEqual([told?.status, told?.answers[0]?.note], ['no-record', 'Made elsewhere.']);
  const page = (await runJson<TraceList>('trace', 'list', '--kind', 'asked', ...POINT)).json;
  assert.deepEqual(
    page.traces.map(({ id }) => id),
    [trace],
  );
});

test('C-05: rules come from a file, and rubbish in it is told by its place', async () => {
  const file = path.join(folder, 'rules.json');
  const rules = ['trace', 'rules', file, ...POINT];
  for (const [text, code, says] of [
    ['{', 2, /is not JSON/],
    ['{"answerDays": "soon"}', 2, /rules\.answerDays/],
    ['{"answerWeeks": 4}', 2, /answerWeeks/],
    ['{"answerDays": 20, "law": "Act 14"}', 0, /hold from now on/],
  ] as const) {
    writeFileSync(file, text);
    await endSo([[rules, code, says]]);
  }
  const shown = await run('trace', 'rules', ...POINT);
  assert.equal(shown.code, 0, shown.err);
  const held = JSON.parse(shown.out) as { answerDays: number; law: string };
  assert.deepEqual([held.answerDays, held.law], [20, 'Act 14'], 'without a file they are shown');
});
