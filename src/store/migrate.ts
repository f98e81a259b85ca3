/**
 * Migrations: plain SQL, numbered, forward only. The digest of each is kept, so that a changed old migration is noticed;
 * a program older than its database refuses to run.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Fault } from '../domain/base/refusal.ts';
import type { Database, Statements } from './database.ts';

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
    const done = await tx.rows<{ number: number; name: string; digest: string }>(
      'select number, name, digest from schema_migration order by number desc',
    );
    const strange = done.find((one) => !migrations.some(({ number }) => number === one.number));
    if (strange)
      throw new Fault(
        'database',
        `This database was brought to step ${strange.number} (${strange.name}), which this program does not know: a newer ` +
          'one has worked in it. Nothing was changed. Start that newer program again, or restore the backup made before the upgrade into an empty home.',
      );
    const applied: string[] = [];
    for (const migration of migrations) {
      const before = done.find((one) => one.number === migration.number);
      if (before && before.digest !== migration.digest)
        throw new Fault(
          'database',
          `Migration ${migration.name} is not the one this database was made with. Nothing was changed. Take the program as it was released, unchanged.`,
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
    // The working role may see how far the schema is, so that a running server notices that another program went on.
    await tx.rows('grant select on schema_migration to countermark_app');
    return { applied };
  });
}

/** The steps of the schema that this program knows and the database lacks, and the other way round. */
export async function compareSchema(
  db: Statements,
  folder: URL,
): Promise<{ readonly missing: readonly number[]; readonly unknown: readonly number[] }> {
  const known = (await listMigrations(folder)).map((one) => one.number);
  const rows = await db.rows<{ number: number }>('select number from schema_migration');
  const done = rows.map((one) => one.number);
  return {
    missing: known.filter((number) => !done.includes(number)),
    unknown: done.filter((number) => !known.includes(number)),
  };
}
