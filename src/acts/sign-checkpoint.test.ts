/** Checkpoints that several ask for in one moment, with nothing recorded in between. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type World, world } from '../../test/world.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

const NOW = Date.UTC(2026, 2, 4, 10);

let here: World;
before(async () => {
  here = await world({ clock: () => NOW });
});
after(() => here.close());

test('whoever asks for a checkpoint in the same moment is given the same one', async () => {
  await here.numbering.drain();
  const signed = await Promise.all(Array.from({ length: 6 }, () => signCheckpoint(here.office)));
  assert.equal(new Set(signed.map(({ note }) => note)).size, 1);
  const kept = await here.db.rows('select note from ledger_checkpoint');
  assert.deepEqual(
    kept.map(({ note }) => note),
    [signed[0]!.note],
  );
});
