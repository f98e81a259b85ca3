/** Starting and ending the server as a process of its own: what it refuses, what it says, and that it ends when asked, asked twice too. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../house/house.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../src/main/start.ts');
const PATIENCE_MS = 60_000;

type Started = {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  until(word: RegExp): Promise<RegExpExecArray>;
};

function start(env: Record<string, string>, ...words: string[]): Started {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return {
    process: child,
    said: () => said,
    ended,
    async until(word) {
      const deadline = Date.now() + PATIENCE_MS;
      while (Date.now() < deadline && child.exitCode === null) {
        const found = word.exec(said);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const found = word.exec(said);
      assert.ok(found, `never said ${word}; it said: ${said}`);
      return found;
    },
  };
}

test('a setting that cannot be used is refused with a sentence before anything is opened', async (t) => {
  const home = path.join(makeFolder(t), 'home');
  const open = start({ COUNTERMARK_HOME: home, HOST: '0.0.0.0' });
  const port = start({ COUNTERMARK_HOME: home, PORT: 'many' });
  assert.equal(await open.ended, 1);
  assert.match(open.said(), /The setting HOST cannot be used: .*0\.0\.0\.0, which other machines can reach/);
  assert.equal(await port.ended, 1);
  assert.match(port.said(), /The setting PORT cannot be used/);
});

test('a live home is served, held against a second server, never made a demonstration, and ends cleanly', async (t) => {
  const home = path.join(makeFolder(t), 'home');
  const first = start({ COUNTERMARK_HOME: home });
  t.after(() => first.process.kill('SIGKILL'));
  const [, address = ''] = await first.until(/The register serves (http:\S+)/);
  assert.match(first.said(), /set COUNTERMARK_STATE/);
  const page = await fetch(address, { headers: { 'accept-language': 'en' } });
  assert.match(await page.text(), /Sign in/);
  const [, link = ''] = await first.until(/(http:\S+\/link\/\S+)/);
  const offered = await fetch(link, { headers: { 'accept-language': 'en' } });
  assert.match(await offered.text(), /The first administrator/);

  const second = start({ COUNTERMARK_HOME: home });
  assert.equal(await second.ended, 1);
  assert.match(second.said(), /Another server already works in this home/);
  assert.ok(second.said().includes(address));

  first.process.kill('SIGINT');
  first.process.kill('SIGINT');
  assert.equal(await first.ended, 0);
  const demo = start({ COUNTERMARK_HOME: home }, '--demo');
  assert.equal(await demo.ended, 1);
  assert.match(demo.said(), /is no demonstration/);
});
