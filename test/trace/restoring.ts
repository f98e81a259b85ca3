/** Hands for the tests of restored States: a backup, the State again as it was then, ways between States, and what both sides tell. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { deliverNow } from '../../src/acts/exchange-deliver.ts';
import { exportEnvelopes, importEnvelopes } from '../../src/acts/exchange-files.ts';
import { listWork } from '../../src/acts/list-work.ts';
import { publishCard } from '../../src/acts/publish-card.ts';
import { postEnvelope } from '../../src/doors/peers/post.ts';
import { backUpTo, emptyDatabase, type Keys, makeKeys } from '../backup/backup-world.ts';
import { type Door, openDoor } from '../network/door.ts';
import { deliverAll, good, introduceAll, type StateNode, stateOver, viewOf } from './states.ts';

export type Carry = (nodes: readonly StateNode[]) => Promise<void>;
export type Saved = { readonly file: string; readonly keys: Keys };

/** Backs a State up. */
export async function save(t: TestContext, at: StateNode): Promise<Saved> {
  const dir = mkdtempSync(join(tmpdir(), 'restored-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const keys = await makeKeys();
  return { file: (await backUpTo(at, dir, keys)).file, keys };
}

/** The State again as its backup was; its keys of the exchange lay elsewhere and are there still. */
export async function restore(t: TestContext, lost: StateNode, { file, keys }: Saved): Promise<StateNode> {
  const empty = await emptyDatabase(t, lost);
  const { office, numbering } = await empty.open(good(await empty.restore(file, keys.identity)));
  const { exchange, clock } = lost.office;
  const again = { ...lost, office: { ...office, exchange, clock }, numbering, db: office.db };
  return { ...stateOver(again, lost.pass), address: lost.address };
}

/** Both sides tell one story of a request; gives how it stands. */
export async function assertAlike(a: StateNode, b: StateNode, thread: string): Promise<string> {
  const [here, there] = await Promise.all(
    [a, b].map(async (at) => {
      const [row] = await at.db.rows<{ trace: string }>(
        'select trace_id as trace from trace_request where thread_id = $1',
        [thread],
      );
      assert.ok(row, `${at.state} knows nothing of ${thread}`);
      const { said, status, answers } = (await viewOf(at, row.trace)).requests.at(0)!;
      return { said: said.map(({ side, seq, kind, text }) => ({ side, seq, kind, text })), status, answers };
    }),
  );
  assert.deepEqual(there, here);
  return here!.status;
}

/** What waits for a person of what passes with other nodes. */
export async function waitingWork(at: StateNode): Promise<readonly string[]> {
  return (await at.does(listWork, {})).items
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('exchange-'));
}

/** What became of all that a State said. */
export async function resultsOf(at: StateNode): Promise<readonly (string | null)[]> {
  const rows = await at.db.rows<{ result: string | null }>('select distinct result from outbox order by 1');
  return rows.map(({ result }) => result);
}

/** The ways between States. */
export const WAYS: Readonly<Record<string, (t: TestContext, nodes: readonly StateNode[]) => Promise<Way>>> = {
  HTTP: byHttp,
  files: byFiles,
};
export type Way = { readonly carry: Carry; readonly restored: (node: StateNode) => Promise<void> };

/** Real servers, each at its own port; who was restored is served at the port that the others know. */
async function byHttp(t: TestContext, nodes: readonly StateNode[]): Promise<Way> {
  const doors = new Map<string, Door>();
  for (const node of nodes) {
    const door = await openDoor(t, node.office);
    doors.set(node.node, door);
    await node.does(publishCard, { address: `http://127.0.0.1:${door.port}` });
  }
  await introduceAll(nodes);
  return {
    async carry(all) {
      for (let round = 0; round < 4; round++)
        for (const { office } of all) await deliverNow(office, (to, envelope) => postEnvelope(to, envelope));
    },
    async restored(node) {
      const { serving, port } = doors.get(node.node)!;
      await serving.stop();
      await openDoor(t, node.office, { port });
    },
  };
}

async function byFiles(_: TestContext, nodes: readonly StateNode[]): Promise<Way> {
  await deliverAll(nodes);
  return {
    async carry(all) {
      for (let round = 0; round < 4; round++) {
        const stick = mkdtempSync(join(tmpdir(), 'restored-stick-'));
        for (const { office } of all)
          await exportEnvelopes(office, async (name, bytes) => writeFileSync(join(stick, name), bytes));
        const names = readdirSync(stick);
        for (const { office } of all)
          await importEnvelopes(office, names, async (name) => readFileSync(join(stick, name)));
        rmSync(stick, { recursive: true });
      }
    },
    restored: async () => {},
  };
}
