/**
 * Journeys through the real command line, as child processes: exit codes, one JSON document on standard output and nothing
 * else there, a stop by Ctrl-C and the run that goes on, rubbish refused in bounded memory, two takers of one arm.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { type Act, machine } from '../../src/acts/office.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { ImportResult } from '../../src/doors/import/import-file.ts';
import { joinArchive, workbookParts } from '../../src/doors/sheets/sheet-fixtures.ts';
import { writeXlsx } from '../../src/doors/sheets/write.ts';
import type { OpenOffice } from '../../src/main/open-office.ts';
import {
  armsTable,
  assertAccounted,
  countAll,
  fileOf,
  folderOf,
  HEADINGS,
  homeOf,
  ROOT,
  run,
  runJson,
  start,
} from './hands.ts';

type Imported = ImportResult & { readonly refused?: string; readonly says?: string };

let home: string;
let opened: OpenOffice;
let folder: string;
const ends: (() => unknown)[] = [];
before(async () => {
  // The home of all journeys below: what is registered for the end of a test waits for the end of the file here.
  const t = { after: (end: () => unknown) => void ends.unshift(end) } as unknown as TestContext;
  ({ home, opened } = await homeOf(t));
  folder = folderOf(t);
});
after(async () => {
  for (const end of ends) await end();
});

test('a file is brought in; JSON alone on standard output; what was understood is found and shown', async () => {
  const file = fileOf(folder, 'arms.xlsx', [...armsTable(50), ['TOTAL', 50]]);
  const done = await runJson<Imported>(home, 'import', file, '--register', 'Depot');
  assert.equal(done.code, 0, done.err);
  assertAccounted(done.json);
  assert.deepEqual([done.json.armsMade, done.json.quarantined], [50, 1]);
  const again = await run(home, 'import', file, '--register', 'Depot');
  assert.match(
    again.out,
    /51 rows read .*\n {2}0 registered \(0 arms\), 50 already known, 0 other objects, 1 in/,
  );
  const found = await runJson<{ arms: { number: string }[] }>(home, 'find', '--serial', 'ZN000050');
  assert.equal(found.json.arms.length, 1);
  const shown = await run(home, 'arm', found.json.arms[0]!.number);
  assert.match(shown.out, /serial {2}"ZN000050"/);
});

test('wrong usage ends with 2, a refusal with 1, a fault with 3, each with its sentence', async () => {
  const unsure = fileOf(folder, 'unsure.csv', 'Ref A,Ref B\nQZ 1,Heron\nQZ 2,Heron\n');
  const before = await countAll(opened.office);
  const cases: [string[], number, RegExp][] = [
    [['import'], 2, /Missing: the file/],
    [['import', unsure, '--weapons'], 2, /Usage: countermark import/],
    [['weigh'], 2, /There is no command "weigh"/],
    [['import', unsure, '--register', 'X'], 1, /columns cannot be told for certain .*Write a mapping file/],
    [['import', `${unsure}-not-there`, '--register', 'X'], 3, /cannot be opened/],
    [
      ['import', unsure, '--register', 'X', '--mapping', 'not-saved'],
      3,
      /no mapping was saved under that name/,
    ],
  ];
  const runs = await Promise.all(cases.map(async ([words]) => run(home, ...words)));
  for (const [at, done] of runs.entries()) {
    const [words, code, sentence] = cases[at]!;
    assert.equal(done.code, code, `${words.join(' ')}: ${done.err}`);
    assert.match(done.err, sentence);
    assert.doesNotMatch(done.err, /undefined|\n {4}at /);
    assert.equal(done.out, '');
  }
  assert.deepEqual(await countAll(opened.office), before, 'nothing was kept');
});

test('a mapping is saved by its name and used by it', async () => {
  const mapping = fileOf(folder, 'map.json', '{"headingRow":1,"columns":{"Ref A":"serial","Ref B":"model"}}');
  const first = fileOf(folder, 'ref1.csv', 'Ref A,Ref B\nQZ 60001,Heron\nQZ 60002,Heron\n');
  const next = fileOf(folder, 'ref2.csv', 'Ref A,Ref B\nQZ 60002,Heron\nQZ 60003,Heron\n');
  const by = ['--register', 'Refs', '--mapping'];
  await runJson(home, 'import', first, ...by, mapping, '--save-mapping', 'refs');
  const done = await runJson<Imported>(home, 'import', next, ...by, 'refs');
  assert.deepEqual([done.code, done.json.armsMade, done.json.alreadyKnown], [0, 1, 1]);
});

test('stopped by Ctrl-C it says so, and the next run goes on and ends with the account whole', async () => {
  const count = 14_000;
  const file = fileOf(folder, 'long.csv', armsTable(count, 100_000));
  const program = path.join(ROOT, 'countermark.mjs');
  const words = ['import', file, '--register', 'Long', '--json'];
  const first = start(home, words, { program });
  await new Promise<void>((resolve) => {
    first.child.stderr!.on('data', () => {
      if (/^[1-9]\d* rows/m.test(first.errs())) resolve();
    });
    first.child.on('exit', () => resolve());
  });
  first.child.kill('SIGINT');
  const stopped = await first.ended;
  const partly = JSON.parse(stopped.out) as Imported;
  assert.deepEqual([stopped.code, partly.stopped], [0, true], stopped.err);
  assertAccounted(partly);
  assert.ok(partly.armsMade > 0 && partly.armsMade < count, String(partly.armsMade));
  const whole = await runJson<Imported>(home, ...words.slice(0, -1));
  assert.deepEqual([whole.json.stopped, whole.json.rowsRead, whole.json.armsMade], [false, count, count]);
  assert.equal(whole.json.import, partly.import, 'the same import went on');
  assertAccounted(whole.json);
});

test('control and direction signs of a file reach no terminal', async () => {
  const rows = [
    HEADINGS,
    ['ZN\u202e55\u200b1234', 'Ore\u001b[2Jvall', 'O\u202e-9', '9x19', 'Pistol', 'De\u001bpot'],
  ];
  await run(home, 'import', fileOf(folder, 'signs.xlsx', rows), '--register', 'Signs');
  const found = await runJson<{ arms: { number: string }[] }>(home, 'find', '--serial', 'ZN551234');
  const said = [
    await run(home, 'find', '--serial', 'ZN551234'),
    await run(home, 'arm', found.json.arms[0]!.number),
    await run(
      home,
      'import',
      fileOf(folder, 'head.xlsx', [
        ['A\u001b[2J', 'Serial\u202e'],
        ['1', 'x'],
        ['2', 'y'],
      ]),
      '--register',
      'Signs',
    ),
  ];
  for (const { out, err } of said) assert.doesNotMatch(out + err, /[\u001b\u202e\u200b]/);
  assert.match(said[0]!.out, /ZN⟨202e⟩55⟨200b⟩1234/);
});

/** Packs blocks of blanks without ever holding them: gigabytes in a few megabytes. */
function bomb(): Buffer {
  const parts = workbookParts({ sheets: { S: '<sheetData/>' } });
  const head = '<worksheet>';
  const block = Buffer.alloc(1 << 20, ' ');
  const piece = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const times = 3000;
  const packed = Buffer.concat([
    deflateRawSync(head, { finishFlush: constants.Z_FULL_FLUSH }),
    ...new Array<Buffer>(times).fill(piece),
    deflateRawSync(''),
  ]);
  let crc = crc32(head);
  for (let at = 0; at < times; at++) crc = crc32(block, crc);
  const name = 'xl/worksheets/sheet0.xml';
  const sizeBytes = head.length + block.length * times;
  return joinArchive(parts.map((part) => (part.name === name ? { name, packed, sizeBytes, crc } : part)));
}

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const MEMORY_MB_MAX = 300;

test('rubbish is refused with a sentence, in bounded memory, and nothing of it is kept', async (t) => {
  const before = await countAll(opened.office);
  const whole = Buffer.from(writeXlsx([{ name: 'R', rows: armsTable(3000) }]));
  const files: [string, string | Buffer, RegExp][] = [
    ['truncated.xlsx', whole.subarray(0, whole.length / 2), /cut short or damaged/],
    [
      'locked.xlsx',
      Buffer.concat([OLE, Buffer.alloc(4096), Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    ['bomb.xlsx', bomb(), /far more/],
    ['field.csv', `${HEADINGS.join(',')}\nZN1,"${'x'.repeat(50_000_000)}`, /1,048,576 characters/],
  ];
  const paths = files.map(([name, bytes]) => fileOf(folder, name, bytes));
  const meter = path.join(folder, 'meter.mjs');
  // Runs in the child before anything else, and tells at the end how much memory it took at most.
  writeFileSync(
    meter,
    'process.on("exit", () => process.stderr.write("\\nmemory " + process.resourceUsage().maxRSS / 1024));',
  );
  for (const [at, file] of paths.entries()) {
    const words = ['import', file, '--register', 'Rubbish'];
    const done = await start(home, words, { env: { NODE_OPTIONS: `--import=${meter}` } }).ended;
    assert.equal(done.code, 1, `${file}: ${done.err}`);
    assert.match(done.err, files[at]![2]);
    assert.doesNotMatch(done.err, /undefined|\n {4}at /);
    const memory = Number(/memory ([\d.]+)/.exec(done.err)?.[1]);
    t.diagnostic(`${path.basename(file)}: ${memory.toFixed(0)} MB; ${done.err.split('\n')[0]}`);
    assert.ok(memory < MEMORY_MB_MAX, `${file}: ${memory} MB`);
  }
  assert.deepEqual(await countAll(opened.office), before);
});

test('an export is written once, safe to open, and never over a file that is there', async () => {
  const file = path.join(folder, 'out.csv');
  const done = await run(home, 'export', file, '--serial', 'ZN000001');
  assert.equal(done.code, 0, done.err);
  assert.match(readFileSync(file, 'utf8'), /ZN000001/);
  const again = await run(home, 'export', file, '--serial', 'ZN000001');
  assert.deepEqual([again.code, /there is a file of that name/.test(again.err)], [3, true]);
});

test('two take over one arm at the same time: one does, the other is told why not', async () => {
  const { office } = opened;
  const actor = machine('tester', 'test');
  const act = async <I, O>(one: Act<I, O>, input: unknown): Promise<O> => {
    const done = await one.run(office, actor, one.input.parse(input));
    assert.ok(!isRefusal(done), JSON.stringify(done));
    return done;
  };
  const party = async (name: string) => (await act(recordParty, { name, kind: 'unit' })).parties[0]!;
  const [keeper] = [await party('Unit A'), await party('Unit B'), await party('Unit C')];
  const arm = await act(registerArm, {
    description: { class: 'pistol' },
    marks: [{ kind: 'serial', part: 'frame', text: 'ZN777001' }],
    to: { unit: keeper, keeper },
  });
  const take = (unit: string) =>
    run(home, 'record', 'transferred', arm.number, '--ask', '--from-keeper', 'Unit A', '--keeper', unit);
  const both = await Promise.all([take('Unit B'), take('Unit C')]);
  assert.deepEqual(both.map((one) => one.code).sort(), [0, 1], both.map((one) => one.err).join('\n'));
  const refused = both.find((one) => one.code === 1)!;
  assert.match(refused.err, /Somebody else keeps this arm now|keeps/);
  const now = await act(viewArm, { arm: arm.number });
  const winner = both.findIndex((one) => one.code === 0);
  assert.equal(now.names.get(now.state.now.keeper ?? ''), ['Unit B', 'Unit C'][winner]);
});

test('a ledger altered by the owner of its database is not sound: exit 1 and the entry named', async () => {
  const key = (await run(home, 'ledger', 'key')).out.trim();
  const sound = await runJson<{ ok: boolean; size: number }>(home, 'ledger', 'verify', '--key', key);
  assert.deepEqual([sound.code, sound.json.ok], [0, true], sound.err);
  const victim = 25;
  await opened.owner((owner) =>
    owner.rows(
      `update ledger_entry e set body = convert_to(replace(convert_from(body, 'UTF8'), '"v":1', '"v":2'), 'UTF8')
     from ledger_leaf l where l.subject_id = e.subject_id and l.entry_id = e.entry_id and leaf_index = ${victim}`,
    ),
  );
  const altered = await run(home, 'ledger', 'verify', '--key', key);
  assert.equal(altered.code, 1);
  assert.match(altered.out, new RegExp(`NOT sound: 1 faults .*\\n[^]* entry ${victim}: changed`));
});
