/** Notes are signed by the key they name, carry the lines of witnesses along, and are read in one spelling only. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { isRefusal } from '../base/refusal.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import {
  formatNote,
  formatVerifierKey,
  isSignedBy,
  parseNote,
  parseVerifierKey,
  signText,
  verifierKeyOf,
} from './note.ts';

const ORIGIN = 'register.example/ledger/1';
const { privateKey } = generateKeyPairSync('ed25519');
const witness = generateKeyPairSync('ed25519').privateKey;
const text = formatCheckpoint({ origin: ORIGIN, size: 3, root: Buffer.alloc(32, 7), extensions: ['more'] });
const signed = {
  text,
  signatures: [signText(text, ORIGIN, privateKey), signText(text, 'witness.example', witness)],
};

test('a note of two signers is read back, and each key finds its own signature', () => {
  const note = parseNote(formatNote(signed));
  assert.ok(!isRefusal(note));
  assert.equal(formatNote(note), formatNote(signed));
  assert.ok(isSignedBy(note, verifierKeyOf(ORIGIN, privateKey)));
  assert.ok(isSignedBy(note, verifierKeyOf('witness.example', witness)));
  assert.ok(!isSignedBy(note, verifierKeyOf(ORIGIN, witness)));
  assert.ok(!isSignedBy(note, verifierKeyOf('another.example', privateKey)));
});

test('a bad signature beside a good one of the same key spoils the note', () => {
  const key = verifierKeyOf(ORIGIN, privateKey);
  const good = signText(text, ORIGIN, privateKey);
  const bad = signText(`${text}x\n`, ORIGIN, privateKey);
  assert.ok(isSignedBy({ text, signatures: [good, good] }, key));
  assert.ok(!isSignedBy({ text, signatures: [good, bad] }, key));
});

test('no byte of a signed note can change unnoticed', () => {
  const key = verifierKeyOf(ORIGIN, privateKey);
  const bytes = Buffer.from(formatNote({ text, signatures: signed.signatures.slice(0, 1) }));
  for (let at = 0; at < bytes.length; at++) {
    const bent = Buffer.from(bytes);
    bent[at]! ^= 1;
    const note = parseNote(bent.toString());
    assert.ok(isRefusal(note) || !isSignedBy(note, key), `byte ${at}`);
  }
});

test('verifier keys are read in one spelling, with the id that belongs to them', () => {
  const key = formatVerifierKey(verifierKeyOf(ORIGIN, privateKey));
  const parsed = parseVerifierKey(key);
  assert.ok(!isRefusal(parsed));
  assert.equal(formatVerifierKey(parsed), key);
  for (const bad of [
    '',
    'a+b+c',
    `x${key}`,
    `${key}=`,
    key.replace(/\+[0-9a-f]{8}\+/, '+00000000+'),
    key.repeat(9),
  ]) {
    assert.deepEqual(parseVerifierKey(bad), { refused: 'key-malformed' });
  }
});

test('malformed notes are refused, never thrown at', () => {
  const good = formatNote(signed);
  const bad = [
    '',
    '\n',
    '\n\n',
    text,
    good.slice(0, -1),
    good.replaceAll('\u2014', '-'),
    `${good}x\n`,
    `\t${good}`,
  ];
  for (const note of bad) assert.ok(isRefusal(parseNote(note)), JSON.stringify(note));
  assert.deepEqual(parseNote('x'.repeat(70_000)), { refused: 'note-too-large', facts: { bytesMax: 65_536 } });
  const many = formatNote({ text, signatures: new Array(101).fill(signed.signatures[0]) });
  assert.ok(isRefusal(parseNote(many)));
});

test('checkpoints are read in one spelling', () => {
  const checkpoint = parseCheckpoint(text) as Checkpoint;
  assert.equal(checkpoint.size, 3);
  assert.equal(formatCheckpoint(checkpoint), text);
  const root = Buffer.alloc(32).toString('base64');
  const bad = [
    `${ORIGIN}\n03\n${root}\n`,
    `${ORIGIN}\n3\n${root}`,
    `\n3\n${root}\n`,
    `${ORIGIN}\n-1\n${root}\n`,
  ];
  bad.push(`${ORIGIN}\n3\nAAAA\n`, `${ORIGIN}\n9007199254740993\n${root}\n`, `${ORIGIN}\n3\n${root}\n\nx\n`);
  for (const line of bad) assert.deepEqual(parseCheckpoint(line), { refused: 'checkpoint-malformed' }, line);
});
