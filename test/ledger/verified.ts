/** A ledger as an outsider checks it: exported, and read by the independent reader against the key of its node. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { exportLedger } from '../../src/acts/export-ledger.ts';
import { machine } from '../../src/acts/office.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { pieceWriter } from '../../src/doors/cli/pieces.ts';
import { verifyExport } from '../../src/doors/verify/verify.ts';
import { temporaryFolder } from '../temporary.ts';
import type { World } from '../world.ts';

/** Fails where the ledger of a world does not verify. */
export async function verifiedLedger({
  office,
  numbering,
}: Pick<World, 'office' | 'numbering'>): Promise<void> {
  const folder = temporaryFolder('ledger-verified');
  try {
    const exported = await exportLedger(office, machine('tester', 'test'), numbering.drain, {
      write: pieceWriter(folder),
      unrecorded: true,
    });
    assert.ok(!isRefusal(exported), JSON.stringify(exported));
    const verified = await verifyExport(folder, { key: office.signer.verifierKey });
    assert.ok(verified.ok, JSON.stringify(verified.bad.slice(0, 3)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
