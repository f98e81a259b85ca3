/** Finds the processes behind a home, for those who kill them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The process that hosts the database of a home, or its PostgreSQL. */
export function pidOf(home: string, victim: string): number | undefined {
  const note = join(home, victim === 'host' ? 'host.json' : 'database/postmaster.pid');
  if (!existsSync(note)) return undefined;
  const text = readFileSync(note, 'utf8');
  const pid = victim === 'host' ? (JSON.parse(text) as { pid?: number }).pid : Number(text.split('\n')[0]);
  return Number.isSafeInteger(pid) ? pid : undefined;
}
