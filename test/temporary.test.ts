/** No temporary folder of a test outlives its process, however that ends. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { temporaryFolder } from './temporary.ts';

const MODULE = JSON.stringify(new URL('temporary.ts', import.meta.url).href);

/** Makes a folder with a file in it in a process of its own that ends so, and gives its path. */
function madeBefore(ending: string): string {
  const source = `import { writeFileSync } from 'node:fs'; import { temporaryFolder } from ${MODULE};
    const folder = temporaryFolder('ending'); writeFileSync(folder + '/kept', 'x');
    process.stdout.write(folder, () => { ${ending} });`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
  });
  assert.match(stdout, /countermark-test-\d+-ending-/);
  return stdout;
}

test('a folder goes with its process, also where that fails', () => {
  assert.ok(!existsSync(madeBefore('')));
  assert.ok(!existsSync(madeBefore('process.exit(1)')));
  assert.ok(!existsSync(madeBefore("throw new Error('failed')")));
});

test('what a killed process left goes with the next folder that is made', () => {
  const left = madeBefore("process.kill(process.pid, 'SIGKILL')");
  assert.ok(existsSync(left));
  assert.ok(existsSync(temporaryFolder('next')));
  assert.ok(!existsSync(left));
});
