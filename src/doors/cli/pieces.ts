/** Writes the pieces of an export to a folder: each piece is appended to its file, and the folders are made as needed. */
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../domain/base/refusal.ts';
import type { FilePiece } from '../../domain/ledger/export.ts';

/** A writer into one folder. */
export function pieceWriter(directory: string): (piece: FilePiece) => Promise<void> {
  const made = new Set<string>();
  return async ({ path, bytes }) => {
    const file = join(directory, path);
    const folder = dirname(file);
    try {
      if (!made.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
      made.add(folder);
      await appendFile(file, bytes, { mode: 0o600 });
    } catch (cause) {
      throw new Fault(
        'disk',
        `The export cannot be written to ${directory}. Check free space and rights; remove what was written and do it again.`,
        { cause },
      );
    }
  };
}
