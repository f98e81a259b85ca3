/**
 * Whether derived files still say what they are derived from: migrations/schema.sql is compared with the catalogues of a
 * database that the migrations have just made. `node test/drift.ts` ends with 1 and the differences in words;
 * `node test/drift.ts --write` writes the file again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSchema, listTables } from './storage/catalogue.ts';
import { world } from './world.ts';

const FILE = 'migrations/schema.sql';
const PATH = join(import.meta.dirname, '..', FILE);
const DIFFERENCES_TOLD_MAX = 40;

/** The schema that the migrations make, as SQL. */
export async function migratedSchema(): Promise<string> {
  const w = await world();
  try {
    return formatSchema(await listTables(w.db));
  } finally {
    await w.close();
  }
}

/** What stands in one text and not in the other, statement by statement, in words. */
export function listDrift(written: string, live: string): readonly string[] {
  const [before, now] = [written, live].map((text) => new Set(listMembers(text)));
  const drift: string[] = [];
  for (const member of now!)
    if (!before!.has(member)) drift.push(`The migrations make, and ${FILE} lacks: ${member}`);
  for (const member of before!)
    if (!now!.has(member)) drift.push(`${FILE} has, and the migrations do not make: ${member}`);
  if (drift.length === 0 && written !== live) drift.push(`${FILE} has the same members in another order.`);
  return drift;
}

/** Every line with the table it belongs to: a line that moved to another table is another line. */
function* listMembers(text: string): Generator<string> {
  let place = 'the head';
  for (const line of text.split('\n')) {
    const [, table] = /^create table (\w+)/.exec(line) ?? [];
    if (table !== undefined) place = table;
    const member = line.trim().replace(/,$/, '');
    if (/\w/.test(member)) yield `${place}: ${member}`;
  }
}

if (import.meta.main) {
  const live = await migratedSchema();
  if (process.argv.includes('--write')) writeFileSync(PATH, live);
  else {
    const drift = listDrift(readFileSync(PATH, 'utf8'), live);
    for (const says of drift.slice(0, DIFFERENCES_TOLD_MAX)) process.stdout.write(`${says}\n`);
    if (drift.length > 0) {
      process.stdout.write(`${drift.length} differences. Run node test/drift.ts --write and look at them.\n`);
      process.exitCode = 1;
    }
  }
}
