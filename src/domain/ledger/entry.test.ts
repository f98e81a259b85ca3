/** Entry bodies are read back from their bytes, and what is not of their shape is refused by the field at fault. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalBytes } from './canonical.ts';
import { type EntryBody, entryBytes, parseEntryBody } from './entry.ts';

const ID = '01920000-0000-7000-8000-000000000001';
const BODY: EntryBody = {
  v: 1,
  id: ID,
  act: ID,
  kind: 'sight-arm',
  subject: ID,
  by: { office: 'depot' },
  recorded: '2026-01-01T00:00:00.000Z',
  events: [{ type: 'sighted', how: 'read' }],
};

test('a body reads back to what was written', () => {
  for (const body of [BODY, { ...BODY, device: '2026-01-01T00:00:09.000Z', corrects: ID }]) {
    assert.deepEqual(parseEntryBody(entryBytes(body) as Uint8Array), body);
  }
});

test('a body of another shape is refused by the field at fault', () => {
  const bad: [string, unknown][] = [
    ['v', 2],
    ['id', 'x'],
    ['act', ID.toUpperCase().replace('01', 'AB')],
    ['kind', 'Sight Arm'],
    ['subject', null],
    ['by', []],
    ['recorded', '2026-01-01T00:00:00Z'],
    ['recorded', '2026-13-01T00:00:00.000Z'],
    ['device', ''],
    ['events', [1]],
    ['events', new Array(1001).fill({})],
    ['corrects', 'no'],
    ['stray', 1],
  ];
  for (const [field, value] of bad) {
    const body = { ...BODY, [field]: value };
    const expected = { refused: 'entry-malformed', facts: { field } };
    assert.deepEqual(parseEntryBody(canonicalBytes(body) as Uint8Array), expected);
    assert.deepEqual(entryBytes(body as unknown as EntryBody), expected);
  }
  const { act: _, ...without } = BODY;
  assert.deepEqual(parseEntryBody(canonicalBytes(without) as Uint8Array), {
    refused: 'entry-malformed',
    facts: { field: 'act' },
  });
  assert.deepEqual(parseEntryBody(Buffer.from('[]')), { refused: 'entry-malformed', facts: { field: '' } });
  assert.deepEqual(parseEntryBody(Buffer.from(`${JSON.stringify(BODY)}`)), { refused: 'body-not-canonical' });
});
