/**
 * Migrations: plain SQL, numbered, forward only. The digest of each is kept, so that a changed old migration is noticed;
 * a program older than its database refuses to run.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Fault } from '../domain/base/refusal.ts';
import type { Database } from './database.ts';

const LOCK = 7_203_114;

type Migration = {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly digest: string;
};

/** Reads the migrations of a folder, in order. */
export async function listMigrations(folder: URL): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      return { number: Number(name.slice(0, 4)), name, text, digest };
    }),
  );
}

/** Brings the database to the newest migration. Two starters at once: the second waits for the first. */
export async function migrate(
  owner: Database,
  folder: URL,
): Promise<{ readonly applied: readonly string[] }> {
  const migrations = await listMigrations(folder);
  return owner.transaction(async (tx) => {
    await tx.rows(`select pg_advisory_xact_lock(${LOCK})`);
    await tx.rows(`create table if not exists schema_migration (number integer primary key, name text not null,
      digest text not null, applied_at timestamptz not null default now())`);
    const done = await tx.rows<{ number: number; digest: string }>(
      'select number, digest from schema_migration',
    );
    const newest = Math.max(0, ...done.map((one) => one.number));
    if (newest > migrations.length)
      throw new Fault(
        'database',
        `This database is at step ${newest}; this program knows only ${migrations.length}. Use the newer program.`,
      );
    const applied: string[] = [];
    for (const migration of migrations) {
      const before = done.find((one) => one.number === migration.number);
      if (before && before.digest !== migration.digest)
        throw new Fault(
          'database',
          `Migration ${migration.name} is not the one this database was made with.`,
        );
      if (before) continue;
      await tx.rows(migration.text);
      await tx.rows('insert into schema_migration (number, name, digest) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        migration.digest,
      ]);
      applied.push(migration.name);
    }
    return { applied };
  });
}
