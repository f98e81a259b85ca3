/**
 * What README.md tells people to type, typed: every block of it, in order, in one shell and one fresh home. A line ends
 * with the code that a comment behind it names (`# exits 1`), else with 0. Commands that install, serve or measure are
 * only looked up.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderOf, homeOf, ROOT } from './journeys/hands.ts';

const README = path.join(ROOT, 'README.md');
const LOOKED_UP = /^(?:npm|git|cd)\b/;
const PATIENCE_MS = 280_000;

/** The lines of all blocks of shell, in order. */
function listLines(): readonly string[] {
  const blocks = [...readFileSync(README, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)];
  return blocks.flatMap(([, block = '']) => block.trimEnd().split('\n'));
}

/** Makes a script that tells which line failed. */
function scriptOf(lines: readonly string[]): string {
  const script = ['set -euo pipefail'];
  let until: string | undefined;
  for (const line of lines) {
    const [, code] = /# exits (\d+)\s*$/.exec(line) ?? [];
    const quoted = `'${line.replaceAll("'", "'\\''")}'`;
    if (until !== undefined) script.push(line);
    else if (LOOKED_UP.test(line)) continue;
    else if (code === undefined) script.push(`line=${quoted}`, line);
    else
      script.push(`line=${quoted}`, `if ${line.replace(/#.*$/, '')}; then false; else [ $? = ${code} ]; fi`);
    if (until === undefined) until = /<<'?(\w+)'?/.exec(line)?.[1];
    else if (line === until) until = undefined;
  }
  script.splice(1, 0, 'line=', `trap 'echo "the line that failed: $line" >&2' ERR`);
  return script.join('\n');
}

test('the commands that install, serve and measure exist', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const told = [...readFileSync(README, 'utf8').matchAll(/\bnpm (?:run )?([a-z]+)/g)].map(
    ([, name]) => name!,
  );
  const known = new Set([...Object.keys(scripts), 'install', 'ci']);
  assert.ok(told.length > 0);
  for (const name of told.filter((word) => word !== 'and')) assert.ok(known.has(name), `npm run ${name}`);
});

test('every other line of README.md does what it says', async (t) => {
  const lines = listLines();
  assert.ok(
    lines.filter((line) => line.includes('npx countermark')).length > 5,
    'a test that sees nothing proves nothing',
  );
  const { home } = await homeOf(t);
  const folder = folderOf(t);
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const npx = path.join(bin, 'npx');
  writeFileSync(
    npx,
    `#!/bin/sh\nshift\nexec ${process.execPath} ${path.join(ROOT, 'countermark.mjs')} "$@"\n`,
  );
  chmodSync(npx, 0o755);
  const child = spawn('bash', ['-c', scriptOf(lines)], {
    cwd: folder,
    env: { PATH: `${bin}:${process.env.PATH}`, HOME: process.env.HOME, COUNTERMARK_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 0, said.slice(-3000));
});
