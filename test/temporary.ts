/**
 * Temporary folders of the tests: they go when the process of the test ends, whether it passed, failed or threw.
 *
 * What could go wrong: a process that is killed removes nothing. Its id stands in the name, and whoever makes a folder next
 * removes those whose process is gone.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'countermark-test-';
const made = new Set<string>();
const REMOVE = { recursive: true, force: true, maxRetries: 3 } as const;

/** Makes a temporary folder that is removed when this process ends; `name` tells people whose it is. */
export function temporaryFolder(name: string): string {
  if (made.size === 0) {
    process.on('exit', removeAll);
    removeLeftOvers();
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-${name}-`));
  made.add(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of made) rmSync(folder, REMOVE);
}

function removeLeftOvers(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const [, pid] = /^countermark-test-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    try {
      rmSync(path.join(os.tmpdir(), name), REMOVE);
    } catch {
      // It belongs to somebody else.
    }
  }
}
