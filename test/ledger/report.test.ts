/**
 * A certified report against everybody who alters one: each alteration is told by its name, also where a dishonest writer
 * signs it again. And what the reader says it could not check.
 */
import assert from 'node:assert/strict';
import type { KeyObject } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { newKeyPair, signBytes } from '../../src/acts/exchange-envelope.ts';
import { ownCard } from '../../src/acts/own-card.ts';
import { rotateKeys } from '../../src/acts/publish-card.ts';
import { signCheckpoint } from '../../src/acts/sign-checkpoint.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { canonicalBytes } from '../../src/domain/ledger/canonical.ts';
import { REPORT_FILE_BYTES_MAX } from '../../src/doors/verify/report/read-report.ts';
import { type ReportGiven, verifyReport } from '../../src/doors/verify/report/verify-report.ts';
import { kept, type Registry, registry } from '../acts/registry.ts';
import { reported } from '../acts/reported.ts';

let r: Registry;
let file: string;
let key: KeyObject;

before(async () => {
  r = await registry();
  const here = await reported(r);
  file = kept(await here.certify()).file;
  key = r.office.exchange.find(JSON.parse(file).report.signer.kid)!;
});
after(() => r.close());

type Entry = {
  entry: string;
  of: string;
  leaf: number;
  path: string[];
  salt?: string;
  body?: string;
  commitment?: string;
};
type Report = {
  facts: { entry: string; recorded: string; event: number; says: Record<string, unknown>; told: object }[];
  proof: { checkpoint: string; key: string; entries: Entry[] };
  signer: { kid: string; x: string };
  [name: string]: unknown;
};

const check = (text: string | Buffer, given?: ReportGiven) => verifyReport(Buffer.from(text), given);
const reasons = (text: string | Buffer, given?: ReportGiven): string[] => {
  const found = check(text, given);
  assert.equal(found.ok, found.bad.length === 0);
  return [...new Set(found.bad.map(({ reason }) => reason))].sort();
};

function reportOf(text = file): Report {
  return JSON.parse(text).report as Report;
}

/** The file with an altered report under its old signature. */
function altered(alter: (report: Report) => unknown): string {
  const report = reportOf();
  alter(report);
  const bytes = canonicalBytes(report, REPORT_FILE_BYTES_MAX);
  assert.ok(!isRefusal(bytes));
  return `{"report":${Buffer.from(bytes).toString()},"signature":"${JSON.parse(file).signature}"}\n`;
}

/** The same under a new signature, by the key of the node or by another. */
async function signedAnew(alter: (report: Report) => unknown, by = key): Promise<string> {
  const text = altered(alter);
  const bytes = Buffer.from(text.slice('{"report":'.length, text.lastIndexOf(',"signature"')));
  const [header, , signature] = (await signBytes('report', bytes, by)).split('.');
  return `${text.slice(0, text.lastIndexOf(',"signature"'))},"signature":"${header}..${signature}"}\n`;
}

const opened = ({ proof }: Report) => proof.entries.filter(({ body }) => body !== undefined);

test('a report as it was made is whole, with its last newline and without it', () => {
  assert.deepEqual(reasons(file), []);
  assert.deepEqual(reasons(file.trimEnd()), []);
});

test('each alteration under the old signature is told, and by its name beside the signature', () => {
  const told: readonly (readonly [string, (report: Report) => unknown, readonly string[]])[] = [
    ['what was said', (one) => Object.assign(one.facts[0]!.told, { maker: 'Other' }), ['signature']],
    [
      'the reason',
      (one) => Object.assign(one, { for: { case: 'x', reason: 'y', use: 'other' } }),
      ['signature'],
    ],
    ['lead', (one) => Object.assign(one, { lead: false }), ['signature']],
    ['a withheld thing', (one) => (one.withheld as unknown[]).pop(), ['signature']],
    [
      'a fact',
      (one) => Object.assign(findingOf(one).says, { authority: 'Somebody' }),
      ['fact-differs', 'signature'],
    ],
    [
      'a date',
      (one) => Object.assign(findingOf(one), { recorded: '2020-01-01T00:00:00.000Z' }),
      ['fact-differs', 'signature'],
    ],
    ['a place', (one) => Object.assign(findingOf(one), { event: 7 }), ['fact-differs', 'signature']],
    [
      'a fact too many',
      (one) => Object.assign(findingOf(one).says, { constructor: 'x' }),
      ['fact-differs', 'signature'],
    ],
    [
      'no entry',
      (one) => Object.assign(one.facts[0]!, { entry: one.report }),
      ['fact-without-entry', 'signature'],
    ],
    [
      'an entry taken away',
      (one) => one.proof.entries.splice(one.proof.entries.indexOf(opened(one)[0]!), 1),
      ['fact-without-entry', 'signature'],
    ],
    [
      'a hash of a proof',
      (one) => opened(one)[0]!.path.splice(0, 1, Buffer.alloc(32).toString('base64')),
      ['proof', 'signature'],
    ],
    ['a proof too short', (one) => opened(one)[0]!.path.pop(), ['proof', 'signature']],
    ['a place in the tree', (one) => Object.assign(opened(one)[0]!, { leaf: 0 }), ['proof', 'signature']],
    ['a place beyond it', (one) => Object.assign(opened(one)[0]!, { leaf: 2 ** 52 }), ['proof', 'signature']],
    ['a salt', (one) => Object.assign(opened(one)[0]!, { salt: '00'.repeat(16) }), ['proof', 'signature']],
    [
      'a commitment',
      (one) => Object.assign(shutOf(one), { commitment: '00'.repeat(32) }),
      ['proof', 'signature'],
    ],
    [
      'the checkpoint',
      (one) => Object.assign(one.proof, { checkpoint: one.proof.checkpoint.replace(/\n\d+\n/, '\n7\n') }),
      ['checkpoint', 'proof', 'signature'],
    ],
    ['no checkpoint', (one) => Object.assign(one.proof, { checkpoint: 'x' }), ['checkpoint', 'signature']],
    ['an entry twice', (one) => one.proof.entries.push(opened(one)[0]!), ['entry-swapped', 'signature']],
  ];
  for (const [what, alter, expected] of told)
    assert.deepEqual(reasons(altered(alter)), [...expected].sort(), what);
});

const findingOf = (report: Report) => report.facts.find(({ says }) => says.type === 'trace-finding')!;
const shutOf = (report: Report) => report.proof.entries.find(({ body }) => body === undefined)!;

test('what a dishonest writer signs again is told by the entries', async () => {
  assert.deepEqual(await signedReasons((one) => Object.assign(findingOf(one).says, { authority: 'X' })), [
    'fact-differs',
  ]);
  const swapped = (one: Report) => {
    const [a, b] = opened(one) as [Entry, Entry];
    const { entry } = a;
    Object.assign(a, { entry: b.entry });
    Object.assign(b, { entry });
  };
  assert.deepEqual(await signedReasons(swapped), ['entry-swapped', 'fact-differs']);
  const other = (one: Report) => Object.assign(one, { trace: one.report });
  assert.deepEqual(await signedReasons(other), ['entry-swapped']);
  const word = (one: Report) => {
    const entry = opened(one)[0]!;
    Object.assign(entry, { body: entry.body!.replace('"v":1', '"v":2') });
  };
  assert.deepEqual(await signedReasons(word), ['proof']);
});

const signedReasons = async (alter: (report: Report) => unknown): Promise<string[]> =>
  reasons(await signedAnew(alter));

test('another key is told where a card or a key comes from outside, and only consistent where none does', async () => {
  const { card, signed } = kept(await r.db.transaction((tx) => ownCard(tx, r.office)));
  for (const given of [JSON.stringify(card), JSON.stringify({ card, signed }), `${signed}\n`]) {
    const found = check(file, { card: given });
    assert.deepEqual([found.ok, found.keyChecked], [true, true]);
    assert.match(found.statement, /signed by the key given/);
  }
  assert.equal(check(file, { key: card.sign.x }).keyChecked, true);
  const forged = newKeyPair('sign');
  const forgery = await signedAnew(
    (one) => Object.assign(one.signer, { kid: forged.kid, x: forged.x }),
    forged.key,
  );
  const alone = check(forgery);
  assert.equal(alone.ok, true);
  assert.match(alone.statement, /only consistent with itself/);
  assert.deepEqual(reasons(forgery, { card: JSON.stringify(card) }), ['key']);
  assert.deepEqual(reasons(forgery, { key: card.sign.x }), ['key']);
  assert.deepEqual(reasons(await signedAnew(() => undefined, forged.key)), ['signature']);
  assert.deepEqual(
    reasons(await signedAnew((one) => Object.assign(one.signer, { x: forged.x }), forged.key)),
    ['signature'],
  );
  for (const bad of ['', '{}', '[]', 'x.y.z', '{"sign":{}}', '{"sign":null,"withdrawn":[]}'])
    assert.deepEqual(reasons(file, { card: bad }), ['key'], bad);
  const elsewhere = JSON.stringify({ ...card, node: card.sign.kid });
  assert.deepEqual(reasons(file, { card: elsewhere }), ['key']);
  kept(await r.run(rotateKeys, { lost: true }));
  const withdrawn = kept(await r.db.transaction((tx) => ownCard(tx, r.office)));
  const found = check(file, { card: withdrawn.signed });
  assert.match(found.bad.map(({ says }) => says).join(), /withdrawn/);
});

test('the checkpoint is held against a key of the ledger and a checkpoint from outside', async () => {
  const { verifierKey } = r.office.signer;
  const whole = check(file, { key: verifierKey });
  assert.deepEqual([whole.ok, whole.ledgerKeyChecked], [true, true]);
  const own = reportOf().proof.checkpoint;
  const same = check(file, { checkpoint: own });
  assert.deepEqual([same.ok, same.checkpointChecked], [true, true]);
  await r.register();
  await r.numbering.drain();
  const later = check(file, { checkpoint: (await signCheckpoint(r.office)).note });
  assert.deepEqual([later.ok, later.checkpointChecked], [true, false]);
  assert.match(later.statement, /of another size and says nothing/);
  const other = await registry();
  try {
    assert.deepEqual(reasons(file, { key: other.office.signer.verifierKey }), ['checkpoint']);
    const theirs = await signCheckpoint(other.office);
    assert.deepEqual(reasons(file, { checkpoint: theirs.note }), ['checkpoint']);
    assert.deepEqual(
      reasons(file, { checkpoint: theirs.note, key: `${verifierKey}\n${other.office.signer.verifierKey}` }),
      ['checkpoint'],
    );
  } finally {
    await other.close();
  }
});

test('a cut, huge, deep or foreign file is told as what it is, and nothing is thrown', () => {
  assert.deepEqual(reasons(file.slice(0, -200)), ['cut']);
  assert.deepEqual(reasons(file.slice(0, 5_000)), ['cut']);
  for (const other of ['', '{}', 'null', '[]', '{"report":', '\u0000', '{"report":1,"signature":""}'])
    assert.ok(['unreadable', 'cut'].includes(reasons(other)[0]!), other);
  assert.deepEqual(reasons(Buffer.alloc(REPORT_FILE_BYTES_MAX + 1, 0x20)), ['too-large']);
  const deep = `{"report":${'['.repeat(4_000_000)}`;
  assert.deepEqual(reasons(deep), ['too-deep']);
  assert.deepEqual(
    reasons(
      file.replace(
        '{"report":{',
        '{"report":{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],',
      ),
    ),
    ['too-deep'],
  );
  assert.deepEqual(reasons(file.replace('"demonstration":true', '"demonstration": true')), ['not-canonical']);
  assert.deepEqual(reasons(file.replace('"v":1,"withheld"', '"v":2,"withheld"')), ['unreadable']);
});

test('any one byte that is changed is told', () => {
  const bytes = Buffer.from(file);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 2 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const other = Buffer.from(bytes);
      other[at] = other[at]! ^ by;
      assert.equal(verifyReport(other).ok, false, `byte ${at}`);
    }),
    { numRuns: 300, seed: Number(process.env.SEED ?? 5) },
  );
});

test('each of the last bytes, where one signature could have two writings, is told', () => {
  const bytes = Buffer.from(file);
  for (let at = bytes.length - 12; at < bytes.length - 1; at++)
    for (let by = 1; by < 128; by++) {
      const other = Buffer.from(bytes);
      other[at] = other[at]! ^ by;
      assert.equal(verifyReport(other).ok, false, `byte ${at} by ${by}`);
    }
});

test('headers that ask for another way of checking are no signature', () => {
  const { signature } = JSON.parse(file) as { signature: string };
  const [header, , signed] = signature.split('.') as [string, string, string];
  const kid = reportOf().signer.kid;
  const asking = (text: string) => Buffer.from(text).toString('base64url');
  for (const other of [
    `${asking(`{"alg":"none","kid":"${kid}","typ":"countermark-report"}`)}..${signed}`,
    `${asking(`{"alg":"EdDSA","kid":"${kid}","typ":"countermark-message"}`)}..${signed}`,
    `${header}.e30.${signed}`,
    `${header}..`,
    `${header}..${signed}.x`,
    '',
  ])
    assert.deepEqual(reasons(file.replace(signature, other)), ['signature'], other);
});
