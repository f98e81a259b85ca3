/** What looks alike: both ways, across scripts, and never a character for itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alikeOf } from './look-alike.ts';

test('what is taken for each other is told, also across scripts', () => {
  for (const [a, b] of [
    ['0', 'O'],
    ['8', 'B'],
    ['1', 'I'],
    ['2', 'Z'],
    ['5', 'S'],
    ['U', 'V'],
    ['B', 'В'],
    ['A', 'А'],
    ['C', 'С'],
  ] as const)
    assert.ok(alikeOf(a).includes(b) && alikeOf(b).includes(a), `${a} ${b}`);
  assert.ok(!alikeOf('3').includes('7'));
  assert.equal(alikeOf('字'), '');
});

test('a character is never taken for itself, nor for a blank', () => {
  for (const one of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789АВЕЗІКМНОРСТУХ') {
    assert.ok(!alikeOf(one).includes(one), one);
    assert.ok(!alikeOf(one).includes(' '), one);
  }
});
