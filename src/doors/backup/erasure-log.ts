/**
 * The list of erasures beside a home, one JSON line each: what a restore from an older backup has to erase again. A line
 * is on the disk before the erasure is committed, so that no crash can bring erased data back. It holds ids only, no
 * data; it belongs with the keys, apart from the backups.
 */
import { open, readFile, stat } from 'node:fs/promises';
import { ERASURES, type ErasureNote, type NoteErasures } from '../../acts/erase-personal-data.ts';
import { Fault, type Refusal, refusal } from '../../domain/base/refusal.ts';

/** Named limit: bytes of a list of erasures. */
export const ERASURE_LOG_BYTES_MAX = 256 * 1024 * 1024;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MEMBERS = ['id', 'what', 'target', 'ground', 'at'] as const;

/** Adds lines to the list of a home. */
export function erasureLog(file: string): NoteErasures {
  return async (notes) => {
    try {
      const handle = await open(file, 'a+', 0o600);
      try {
        const { size } = await handle.stat();
        const last = size === 0 ? undefined : await handle.read(Buffer.alloc(1), 0, 1, size - 1);
        const isCut = last !== undefined && last.buffer[0] !== 0x0a;
        const lines = notes.map((note) => `${JSON.stringify(note)}\n`).join('');
        await handle.appendFile(isCut ? `\n${lines}` : lines);
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (cause) {
      throw new Fault(
        'disk',
        `The list of erasures ${file} cannot be written, so nothing was erased. Check its folder and do it again.`,
        { cause },
      );
    }
  };
}

/** Reads a list of erasures; a line that a crash cut short is left out, for its erasure was never committed. */
export async function readErasureLog(file: string): Promise<readonly ErasureNote[] | Refusal> {
  let text: string;
  try {
    if ((await stat(file)).size > ERASURE_LOG_BYTES_MAX)
      return refusal('erasures-unreadable', { file, line: 0 });
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new Fault('file', `The list of erasures ${file} cannot be read. Check the path.`, { cause });
  }
  const notes: ErasureNote[] = [];
  for (const [place, line] of text.split('\n').entries()) {
    if (!line.endsWith('}')) continue;
    const note = parseNote(line);
    if (note === undefined) return refusal('erasures-unreadable', { file, line: place + 1 });
    notes.push(note);
  }
  return notes;
}

function parseNote(line: string): ErasureNote | undefined {
  if (line.length > 1000) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const note = value as Record<string, unknown>;
  if (!MEMBERS.every((name) => typeof note[name] === 'string')) return undefined;
  const { id, what, target, at } = note as ErasureNote;
  const isGood =
    ID.test(id) && ID.test(target) && ERASURES.some((one) => one === what) && !Number.isNaN(Date.parse(at));
  return isGood ? (note as ErasureNote) : undefined;
}
