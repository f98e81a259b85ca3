/**
 * How fast an exported ledger is verified: builds an export of N entries with bodies of about 600 bytes in a temporary
 * directory, verifies it, and prints one line of JSON. Usage: node bench/verify.ts [entries]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeExport, exportBatch, openExport, PACK_ENTRIES } from '../src/domain/ledger/export.ts';
import { verifyExport } from '../src/doors/verify/verify.ts';
import {
  bodyOf,
  bytesOf,
  entryOf,
  firstEpoch,
  ORIGIN,
  signCheckpoint,
  signerOf,
  writePieces,
} from '../test/ledger/make-export.ts';

const entries = Number(process.argv[2] ?? 200_000);
const dir = mkdtempSync(join(tmpdir(), 'countermark-bench-'));
try {
  const signer = signerOf('bench');
  const marks = [
    { kind: 'serial', part: 'frame', script: 'Latn', text: 'ZZ0000', condition: 'legible' },
    { kind: 'maker', part: 'slide', script: 'Latn', text: 'INVENTED WORKS', condition: 'partly-legible' },
  ];
  const events = [
    { type: 'arm-registered', class: 'pistol', happened: '2026-01-01', note: 'é'.repeat(12), marks },
  ];
  let progress = openExport(entries);
  let root: Uint8Array = new Uint8Array(0);
  let bodyBytes = 0;
  const buildStart = performance.now();
  for (let from = 0; from < entries; from += PACK_ENTRIES) {
    const batch = Array.from({ length: Math.min(PACK_ENTRIES, entries - from) }, (_, i) =>
      entryOf(from + i, bytesOf(bodyOf(from + i, events))),
    );
    bodyBytes = batch[0]!.opened.body.length;
    const step = exportBatch(progress, batch);
    writePieces(dir, step.pieces);
    ({ progress, root } = step);
  }
  const checkpoint = signCheckpoint(signer, ORIGIN, entries, root);
  writePieces(dir, closeExport({ checkpoint, epochs: [firstEpoch(signer)], demonstration: true }));
  const buildSeconds = (performance.now() - buildStart) / 1000;
  const cpuStart = process.cpuUsage();
  const start = performance.now();
  const result = await verifyExport(dir, { key: signer.verifier });
  const seconds = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(cpuStart);
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  const { ok, badCount } = result;
  const perSecond = Math.round(entries / seconds);
  const rssMegabytes = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    JSON.stringify({
      entries,
      seconds,
      cpuSeconds,
      perSecond,
      ok,
      badCount,
      bodyBytes,
      buildSeconds,
      rssMegabytes,
    }),
  );
} finally {
  rmSync(dir, { recursive: true, force: true });
}
