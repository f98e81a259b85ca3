/** Reads a file of JSON that somebody names on the command line, bounded before it is read. */
import { readFile, stat } from 'node:fs/promises';
import { Fault } from '../../domain/base/refusal.ts';
import { Usage } from './command.ts';

/** Named limit: bytes of such a file. */
const FILE_BYTES_MAX = 64 * 1024;

/** The value that a file holds; `what` says what it is meant to be. */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
  const fail = (cause: unknown): never => {
    throw new Fault('file', `The file ${file} cannot be read.`, { cause });
  };
  const { size } = await stat(file).catch(fail);
  if (size > FILE_BYTES_MAX)
    throw new Usage(`${file} is too large for ${what}: at most ${FILE_BYTES_MAX} bytes.`);
  const text = await readFile(file, 'utf8').catch(fail);
  try {
    return JSON.parse(text);
  } catch {
    throw new Usage(`${file} is not JSON.`);
  }
}
