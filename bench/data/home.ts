/**
 * Homes of the demonstration State with so many arms, for measuring: built once a size and generator, kept below .cache,
 * and finished where a build was stopped. Most arms have their first entry only, every tenth its whole life.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { loadDemonstration } from '../../src/doors/demo/load.ts';
import { GENERATOR_VERSION } from '../../src/doors/demo/random.ts';
import { openOffice } from '../../src/main/open-office.ts';
import { listMigrations } from '../../src/store/migrate.ts';

const CACHE = resolve(import.meta.dirname, '../../.cache/bench');
const SAID_EVERY_ARMS = 100_000;

/** A short digest of the migrations: a home of another schema is another home. */
export async function schemaDigest(): Promise<string> {
  const migrations = await listMigrations(new URL('../../migrations/', import.meta.url));
  return createHash('sha256')
    .update(migrations.map((one) => one.digest).join())
    .digest('hex')
    .slice(0, 8);
}

/** The path of a home with that many arms; builds it where it is missing. */
export async function benchHome(
  arms: number,
  { say }: { readonly say: (text: string) => void },
): Promise<string> {
  const home = join(CACHE, `${GENERATOR_VERSION}-${await schemaDigest()}-${arms}`);
  const finished = join(home, 'finished');
  if (existsSync(finished)) return home;
  mkdirSync(home, { recursive: true });
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const opened = await openOffice(config, {
    role: 'cli',
    command: 'bench home',
    say,
    kind: 'demonstration',
    state: 'XA',
  });
  if (isRefusal(opened)) throw new Error(`The home of the bench cannot open: ${JSON.stringify(opened)}`);
  try {
    const began = performance.now();
    let before = 0;
    const loaded = await loadDemonstration(opened.office, {
      arms,
      telling: 'short',
      stories: false,
      onProgress({ done, of }) {
        if (done - before < SAID_EVERY_ARMS && done < of) return;
        before = done;
        say(`  ${done} of ${of} arms, ${Math.round((done / (performance.now() - began)) * 1000)} a second`);
      },
    });
    if (isRefusal(loaded)) throw new Error(`The home of the bench cannot load: ${JSON.stringify(loaded)}`);
    await opened.numbering.drain();
    writeFileSync(finished, `${JSON.stringify(loaded)}\n`);
  } finally {
    await opened.close();
  }
  return home;
}
