/** What ITI 17 asks for is asked for by name, one thing at a time, and photographs only ever warn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Happened } from '../base/happened.ts';
import { listMissing, listWarnings, type Missing, type Photograph, type TraceRequest } from './request.ts';

const MARK = { kind: 'serial', part: 'receiver', text: 'ZQ-0417', condition: 'legible' } as const;
const WHOLE: TraceRequest = {
  reference: 'XC-2026-A1/1',
  requester: { kind: 'state', name: 'XC', country: 'XC' },
  ground: { codes: ['unlawful-where-found'], law: 'Arms Act, article 14' },
  recovery: {
    kind: 'seized',
    happened: '2026-03-04' as Happened,
    country: 'XC',
    authority: 'Police',
    circumstances: 'At a checkpoint.',
  },
  item: { kind: 'arm', class: 'rifle', calibre: '7.62x39', marks: [MARK] },
  photographs: [],
  use: { code: 'finding-diversion' },
  urgency: { level: 'routine' },
  limits: [],
};
const { ground, recovery, item, requester } = WHOLE;

test('ITI 17: a whole request lacks nothing', () => assert.deepEqual(listMissing(WHOLE), []));

test('ITI 17: each thing that is not said is named, and only that', () => {
  const cases: readonly (readonly [Missing, Partial<TraceRequest>])[] = [
    ['ground', { ground: { ...ground, codes: [] } }],
    ['law', { ground: { ...ground, law: '  ' } }],
    ['embargo', { ground: { ...ground, codes: ['embargo-breached'] } }],
    ['circumstances', { recovery: { ...recovery, circumstances: '' } }],
    ['authority', { recovery: { ...recovery, authority: ' ' } }],
    ['marks', { item: { ...item, marks: [] } }],
    ['type', { item: { ...item, class: 'unknown' } }],
    ['calibre', { item: { kind: 'arm', class: 'rifle', marks: [MARK] } }],
    ['use', { use: { code: 'other' } }],
    ['urgency-reason', { urgency: { level: 'urgent' } }],
    ['mandate', { requester: { ...requester, kind: 'un-panel' } }],
    ['lot-number', { item: { ...item, kind: 'ammunition', marks: [] } }],
    ['lot-items', { item: { ...item, kind: 'lot', items: [{ marks: [MARK] }] } }],
  ];
  for (const [missing, change] of cases) assert.deepEqual(listMissing({ ...WHOLE, ...change }), [missing]);
});

test('ITI 17: what is told in words, or said to be unknown, is said', () => {
  const said: readonly Partial<TraceRequest>[] = [
    { ground: { codes: ['embargo-breached'], law: 'unknown', embargo: 'Resolution 2653 (2022)' } },
    { item: { ...item, class: 'unknown', others: 'A long arm without a stock.' } },
    { use: { code: 'other', text: 'Inventory of a depot.' } },
    { urgency: { level: 'urgent', reason: 'A trial begins.' } },
    { requester: { ...requester, kind: 'un-mission', mandate: 'Resolution 2640' } },
    { item: { ...item, kind: 'ammunition', class: 'unknown', marks: [], lotNumber: 'K-71' } },
    { item: { ...item, kind: 'lot', marks: [], items: [{ marks: [MARK] }, { marks: [MARK] }] } },
  ];
  for (const change of said)
    assert.deepEqual(listMissing({ ...WHOLE, ...change }), [], JSON.stringify(change));
});

test('ITI 17(b): photographs that are not there warn and keep nothing back', () => {
  const photograph = (side: Photograph['side'], more: Partial<Photograph> = {}): Photograph => ({
    ...{ side, hasScale: false, mediaType: 'image/jpeg', digest: '0'.repeat(64), bytes: 'AA', ...more },
  });
  const warned = (...photographs: Photograph[]) => listWarnings({ ...WHOLE, photographs });
  assert.deepEqual(warned(), ['no-left-side', 'no-right-side', 'mark-without-photograph']);
  assert.deepEqual(warned(photograph('left'), photograph('right'), photograph('mark')), [
    'mark-without-photograph',
  ]);
  const sides = [photograph('left'), photograph('right')];
  assert.deepEqual(warned(...sides, photograph('mark', { mark: 1 })), ['mark-without-scale']);
  assert.deepEqual(warned(...sides, photograph('mark', { mark: 1, hasScale: true })), []);
  assert.deepEqual(listMissing({ ...WHOLE, photographs: [] }), []);
  assert.deepEqual(
    listWarnings({ ...WHOLE, item: { ...item, kind: 'ammunition', marks: [] }, photographs: [] }),
    [],
  );
});
