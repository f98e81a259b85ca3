/**
 * The project is in order, and the judge of order can see disorder: each rule is shown a planted violation in a
 * folder of its own, beside a clean file that must stay without finding.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { isSql, judge, listFunctions, medianLines } from './tidy.ts';
import { listCitations } from './tidy-clauses.ts';
import { parseSource } from './tidy-source.ts';

const ROOT = join(import.meta.dirname, '..');
const HEAD = '/** A planted file. */\n';

/** Judges a project made of the given files, and gives "rule path" of each finding. */
function judgePlanted(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'tidy-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return judge(root).map(({ rule, path }) => `${rule} ${path}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A small project in good order, into which a test plants one file and the import that uses it. */
function planted(path: string, text: string): string[] {
  return judgePlanted({
    'src/domain/base/a.ts': `${HEAD}export const a = 1;\n`,
    'src/domain/ledger/hash.ts': `${HEAD}import { createHash } from 'node:crypto';\nexport const h = createHash;\n`,
    'src/domain/marks/m.ts': `${HEAD}import { a } from '../base/a.ts';\nexport const m = a;\n`,
    'src/store/s.ts': `${HEAD}import { m } from '../domain/marks/m.ts';\nexport const s = [m, 'select 1 from arm'];\n`,
    'src/acts/t.ts': `${HEAD}import { s } from '../store/s.ts';\nexport const t = s;\n`,
    'src/doors/cli/c.ts': `${HEAD}import { t } from '../../acts/t.ts';\nconsole.log(t);\nexport const c = t;\n`,
    'src/doors/verify/v.ts': `${HEAD}import { h } from '../../domain/ledger/hash.ts';\nexport const v = h;\n`,
    'src/main/start.ts': `${HEAD}import { c } from '../doors/cli/c.ts';\nimport { v } from '../doors/verify/v.ts';\nexport const z = [c, v];\n`,
    'instruments/iti.json': '{"clauses":[{"id":"ITI 8(a)"},{"id":"ITI 22"},{"id":"ITI 23"}]}',
    'src/main/uses.ts': `${HEAD}const file = '../${path.slice(4)}';\nexport { file };\n`,
    [path]: text,
  });
}

test('the project is in order', () => {
  const failures = judge(ROOT).filter(({ level }) => level === 'fail');
  const told = failures.map(({ rule, path, line, says }) => `${path}:${line} ${rule}: ${says}`);
  assert.deepEqual(told, []);
});

test('the middle file is short', (t) => {
  t.diagnostic(`middle length of the files under src: ${medianLines(ROOT)} lines`);
  assert.ok(medianLines(ROOT) > 0);
});

test('an empty project is a finding, not a clean bill', () => {
  assert.deepEqual(judgePlanted({ 'README.md': 'nothing' }), ['nothing-seen src']);
});

test('a clean project has no finding', () => {
  assert.deepEqual(
    planted('src/domain/marks/fine.ts', `${HEAD}export const fine = 'Date.now() // SELECT 1';\n`),
    [],
  );
});

const VIOLATIONS: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['import', 'src/domain/base/x.ts', `import { m } from '../marks/m.ts';\nexport const x = m;`],
  ['import', 'src/domain/base/x.ts', `import type { m } from '../marks/m.ts';\nexport type X = typeof m;`],
  ['import', 'src/domain/marks/x.ts', `import { s } from '../../store/s.ts';\nexport const x = s;`],
  ['import', 'src/store/x.ts', `import { t } from '../acts/t.ts';\nexport const x = t;`],
  ['import', 'src/acts/x.ts', `import { c } from '../doors/cli/c.ts';\nexport const x = c;`],
  ['import', 'src/doors/web/x.ts', `import { s } from '../../store/s.ts';\nexport const x = s;`],
  ['import', 'src/doors/web/x.ts', `export const x = await import('../../store/s.ts');`],
  ['import', 'src/doors/web/x.ts', `export { s } from '../../store/s.ts';`],
  ['import', 'src/doors/web/x.ts', `import { z } from '../../main/start.ts';\nexport const x = z;`],
  ['import', 'src/doors/verify/x.ts', `import { m } from '../../domain/marks/m.ts';\nexport const x = m;`],
  ['import', 'src/doors/verify/x.ts', `import { t } from '../../acts/t.ts';\nexport const x = t;`],
  [
    'import',
    'src/domain/marks/x.ts',
    `import { createHash } from 'node:crypto';\nexport const x = createHash;`,
  ],
  [
    'import',
    'src/domain/ledger/x.ts',
    `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;`,
  ],
  ['ring', 'src/help/x.ts', 'export const x = 1;'],
  ['ring', 'src/domain/wizardry/x.ts', 'export const x = 1;'],
  ['clock', 'src/domain/marks/x.ts', 'export const x = (): number => Date.now();'],
  ['clock', 'src/domain/marks/x.ts', 'export const x = new Date();'],
  ['randomness', 'src/domain/marks/x.ts', 'export const x = Math.random();'],
  ['network', 'src/domain/marks/x.ts', "export const x = fetch('x');"],
  ['console', 'src/domain/marks/x.ts', "console.log('x');\nexport const x = 1;"],
  ['console', 'src/acts/x.ts', "console.log('x');\nexport const x = 1;"],
  ['async', 'src/domain/marks/x.ts', 'export const x = async (): Promise<void> => {};'],
  ['process', 'src/domain/marks/x.ts', 'export const x = process.env;'],
  ['default-export', 'src/acts/x.ts', 'export default 1;'],
  ['re-export', 'src/acts/x.ts', "export * from './t.ts';"],
  ['index', 'src/acts/index.ts', 'export const x = 1;'],
  ['any', 'src/acts/x.ts', 'export const x: any = 1;'],
  ['any', 'src/acts/x.ts', 'export const x = 1 as any;'],
  ['any', 'src/acts/x.ts', 'export const x: Record<string, any> = {};'],
  ['only', 'src/acts/x.test.ts', `test.${'only'}('x', () => {});`],
  ['sql', 'src/acts/x.ts', "export const x = 'SELECT id FROM arm';"],
  ['sql', 'src/doors/web/x.ts', 'export const x = `\n  insert into arm (id) values ($1)`;'],
  ['sql', 'src/main/x.ts', `export const x = (n: string) => \`update \${n} set a = 1\`;`],
  ['sql', 'src/domain/marks/x.ts', "export const x = 'with a as (select 1) select * from a';"],
  ['unused', 'src/acts/lonely-x.ts', 'export const x = 1;'],
  ['file-length', 'src/acts/x.ts', `export const x = 1;\n${'// a line\n'.repeat(300)}`],
  [
    'function-length',
    'src/acts/x.ts',
    `export function x(): { a: 1 } {\n${'  // a line\n'.repeat(60)}  return { a: 1 };\n}`,
  ],
  ['header', 'src/acts/x.ts', ''],
  ['clause', 'src/acts/x.ts', '/** @clause ITI 8(a), ITI 99 */\nexport const x = 1;'],
  ['clause', 'src/acts/x.ts', "export const x = { clauses: ['ITI 8(a)', 'FP 8'] };"],
  ['clause', 'src/domain/marks/x.ts', "export const x = { clause: 'ITI 24' };"],
  ['clause', 'src/domain/marks/x.ts', "export const x = f('lost', ['ITI 22', 'PoA II.99']);"],
];

for (const [rule, path, text] of VIOLATIONS) {
  test(`planted: ${rule} in ${path}: ${text.slice(0, 50).replace(/\n/g, ' ')}`, () => {
    const start = rule === 'header' ? 'export const x = 1;\n' : HEAD;
    const used = rule === 'unused' ? { [path]: start + text, 'src/domain/base/a.ts': HEAD } : undefined;
    const found = used ? judgePlanted(used) : planted(path, `${start}${text}\n`);
    assert.ok(found.includes(`${rule} ${path}`), `expected ${rule}, found: ${found.join('; ') || 'nothing'}`);
  });
}

test('a program started by its name is no dead file', () => {
  const starter = `${HEAD}export const file = join(import.meta.dirname, 'child.ts');\n`;
  const found = judgePlanted({
    'src/main/start.ts': starter,
    'src/main/child.ts': HEAD,
    'test/child.ts': HEAD,
  });
  assert.deepEqual(found, ['unused test/child.ts']);
});

test('a file of data may be long', () => {
  assert.deepEqual(
    planted('src/domain/marks/x.data.ts', `${HEAD}${'// a line\n'.repeat(400)}export const x = 1;\n`),
    [],
  );
});

test('comments and strings are told from code', () => {
  const source = parseSource(
    'x.ts',
    `const a = \`b \${c('d')} e\`; // f\nconst g = /['"]/.test(h) ? 4 / 2 : '\\'i'; /* j */ k();`,
  );
  assert.deepEqual(
    source.strings.map(({ text }) => text),
    ['b ', 'd', ' e', "\\'i"],
  );
  assert.deepEqual(
    source.comments.map(({ text }) => text),
    ['// f', '/* j */'],
  );
  assert.match(source.code, /k\(\);$/);
  assert.equal(source.code.length, source.text.length);
});

test('a sentence is not SQL, a statement is', () => {
  for (const text of [
    'Select a row from the list.',
    'select',
    'Update the set',
    'with care as ever',
    'commit',
  ]) {
    assert.equal(isSql(text), false, text);
  }
  for (const text of [
    'select count(*)',
    'SELECT 1',
    'delete from arm',
    'create unique index x on y',
    'BEGIN',
  ]) {
    assert.equal(isSql(text), true, text);
  }
});

test('the length of a function is that of its body, whatever type it returns', () => {
  const source = parseSource(
    'x.ts',
    'function a(b: { c: 1 }): { d: 1 } {\n  return b;\n}\nconst e = (f: 1) => {\n\n};\n',
  );
  const found = listFunctions(source).map(({ name, length }) => [name, length]);
  assert.deepEqual(found, [
    ['a', 3],
    ['e', 3],
  ]);
});

test('citations: ranges, paragraph signs and continued lines are understood', () => {
  const text = '/**\n * @clause ITI §22-23, FP 6(1)-(2),\n *   RC2-T 2b\n */\nexport const x = 1;\n';
  const ids = listCitations(parseSource('src/acts/x.ts', text)).map(({ id }) => id);
  assert.deepEqual(ids, ['ITI 22', 'ITI 23', 'FP 6(1)', 'FP 6(2)', 'RC2-T 2(b)']);
});
