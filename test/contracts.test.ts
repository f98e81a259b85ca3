/**
 * The published contracts are what the program reads, they are JSON Schema by a judge that is not ours, and they take and refuse
 * what the program takes and refuses.
 *
 * @clause J-01, C-13
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CONTRACTS, formatContract, listStale } from './contracts.ts';
import { readVectors } from './exchange/vectors.ts';

const FOLDER = join(import.meta.dirname, '..', 'contracts', 'v1');
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const schemaOf = (name: string) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as object;

test('every contract is written as the shapes say, and no file is left over', () => {
  assert.deepEqual(listStale(), []);
  const names = Object.keys(CONTRACTS).map((name) => `${name}.json`);
  assert.deepEqual(readdirSync(FOLDER).sort(), names.sort());
});

test('a shape that changed would be seen', () => {
  const { header, receipt } = CONTRACTS;
  assert.notEqual(formatContract({ ...header!, shape: receipt!.shape }), formatContract(header!));
});

test('the contracts take the cards and headers of the vectors, and no member more', () => {
  const { sender, cases } = readVectors();
  const header = ajv.compile(schemaOf('header'));
  const card = ajv.compile(schemaOf('card'));
  const payload = JSON.parse(Buffer.from(sender.card.split('.')[1]!, 'base64url').toString()) as object;
  assert.ok(card(payload), JSON.stringify(card.errors));
  assert.ok(!card({ ...payload, more: 1 }));
  const taken = cases.flatMap(({ message, code }) =>
    message === undefined || code === 'type-unknown' ? [] : [message.header as object],
  );
  assert.ok(taken.length > 0);
  for (const one of taken) {
    assert.ok(header(one), JSON.stringify(header.errors));
    assert.ok(!header({ ...one, more: 1 }));
    assert.ok(!header({ ...one, v: 2 }));
  }
});
