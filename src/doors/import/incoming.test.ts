/** The folder of files on their way: what outlives a new start, what a crash left, and what has waited too long. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { INCOMING_MS_MAX, type Incoming, type IncomingFolder, openIncoming } from './incoming.ts';

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'incoming-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function add(folder: IncomingFolder, id: string, more: Partial<Incoming> = {}): Promise<Incoming> {
  const { file, handle } = await folder.create();
  await handle.close();
  const note = {
    ...{ id, account: 'someone', posting: undefined, purpose: '', name: 'a.csv', file, bytes: 1, at: 0 },
    ...{ register: 'Depot', state: 'ready' as const, ...more },
  };
  await folder.keep(note);
  return note;
}

test('notes and files outlive a new start; what has no note, or no readable one, is removed', async (t) => {
  const place = folderOf(t);
  const first = openIncoming(place);
  await add(first, 'a', { at: 1 });
  await add(first, 'b', { at: 2 });
  await first.change('b', { state: 'running' });
  const { handle } = await first.create();
  await handle.close();
  writeFileSync(path.join(place, 'torn.json'), '{"id":');
  const second = openIncoming(place);
  assert.deepEqual(
    second.list().map(({ id, state }) => [id, state]),
    [
      ['b', 'running'],
      ['a', 'ready'],
    ],
  );
  assert.equal(readdirSync(place).length, 4);
});

test('changes that come at once are kept in their order', async (t) => {
  const place = folderOf(t);
  const folder = openIncoming(place);
  await add(folder, 'a');
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      folder.change('a', n === 19 ? { state: 'queued' } : { register: `${n}` }),
    ),
  );
  const { state, register } = openIncoming(place).find('a')!;
  assert.deepEqual([state, register], ['queued', '18']);
});

test('what waits longer than its time goes, and what is being brought in stays', async (t) => {
  const place = folderOf(t);
  const folder = openIncoming(place);
  await add(folder, 'old');
  await add(folder, 'runs', { state: 'running' });
  await add(folder, 'young', { at: 10 });
  assert.equal(await folder.sweep(INCOMING_MS_MAX + 5), 1);
  assert.deepEqual(
    folder
      .list()
      .map(({ id }) => id)
      .sort(),
    ['runs', 'young'],
  );
  assert.equal(readdirSync(place).length, 4);
});
