/**
 * Bringing in a file, the whole path (parse, understand, decide, ledger, marks, indexes, numbering), against a plain COPY of
 * the same rows into one table with a primary key, in one run on one machine.
 */

import { once } from 'node:events';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { machine } from '../src/acts/office.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { dirtyCsv } from '../src/doors/demo/dirty-csv.ts';
import { importFile } from '../src/doors/import/import-file.ts';
import { benchHome } from './data/home.ts';
import { type BenchOffice, benchOffice, round, say } from './office.ts';

const ACTOR = machine('bench', 'measuring');

/**
 * Measures `--rows` rows (a million where not told), into an empty home or, with `--standing N`, into one in which N arms
 * stand already and N rows are known: the tenth million, without waiting for the nine before it. That home keeps what is
 * brought in and is built anew where it is deleted.
 */
export async function benchImport(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const rows = Number(options.rows ?? 1_000_000);
  const standing = Number(options.standing ?? 0);
  const bench = await benchOffice('import', standing > 0 ? await benchHome(standing, { say }) : undefined);
  try {
    const file = join(bench.path, 'register.csv');
    say(`writing a dirty register of ${rows} rows`);
    const written = createWriteStream(file);
    await dirtyCsv(Number(options.seed ?? 7), rows, async (text) => {
      if (!written.write(text)) await once(written, 'drain');
    });
    written.end();
    await once(written, 'finish');
    say('plain COPY of the same rows into one table with a primary key');
    const copySeconds = await plainCopy(bench, file);
    if (standing > 0) {
      await knowRows(bench, standing);
      await warm(bench);
    }
    say(`COPY took ${round(copySeconds)} s; now the whole path`);
    return {
      rows,
      megabytes: round(statSync(file).size / 1e6),
      copySeconds: round(copySeconds),
      ...(await wholePath(bench, file, rows, copySeconds)),
    };
  } finally {
    await bench.close();
  }
}

/** Rows of files that were brought in before: as many keys, in the same random order, as real ones leave. */
async function knowRows(bench: BenchOffice, rows: number): Promise<void> {
  await bench.owner(async (owner) => {
    const [known] = await owner.rows<{ count: number }>('select count(*) as count from import_row');
    if (known!.count >= rows) return;
    say(`${rows} rows of files brought in before`);
    await owner.rows(
      `insert into import_row (fingerprint, register_id, occurrence, import_id, seen_by, sheet, row_no, outcome, subject_id, salt, cells)
       select gen_random_uuid(), 99, 1, $1, $1, 'Sheet 1', n, 'a', gen_random_uuid(), decode(md5(n::text), 'hex'),
         repeat('x', 120) from generate_series(1, ${rows}) as n`,
      [bench.office.node],
    );
    await owner.rows('analyze import_row');
  });
}

/** Reads what the millions before would have left in memory: a home that was just opened has all of it on the disk. */
async function warm(bench: BenchOffice): Promise<void> {
  await bench.owner(async (owner) => {
    const indexes = await owner.rows<{ name: string; pages: number }>(
      `select c.relname as name, (pg_relation_size(c.oid) / 8192)::int as pages from pg_class c
       join pg_index i on i.indexrelid = c.oid join pg_class t on t.oid = i.indrelid
       where t.relname in ('arm', 'arm_mark', 'arm_number', 'import_row', 'ledger_entry', 'ledger_leaf', 'tree_node')`,
    );
    await owner.rows('create extension if not exists pg_prewarm');
    for (const { name, pages } of indexes) {
      say(`  ${name}: ${Math.round(pages / 128)} MB into memory`);
      await owner.rows('select pg_prewarm($1::regclass)', [name]);
    }
  });
}

async function plainCopy(bench: BenchOffice, file: string): Promise<number> {
  return bench.owner((owner) =>
    owner.withClient(async (client) => {
      const columns = await firstLine(file);
      await client.query(
        `create table plain_copy (row_no bigint generated always as identity primary key, ${columns.map((_, n) => `c${n} text`).join(', ')})`,
      );
      const began = performance.now();
      const into = client.query(
        copyFrom(
          `copy plain_copy (${columns.map((_, n) => `c${n}`).join(', ')}) from stdin (format csv, header true, delimiter ',')`,
        ),
      );
      await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), into);
      const seconds = (performance.now() - began) / 1000;
      await client.query('drop table plain_copy');
      return seconds;
    }),
  );
}

async function firstLine(file: string): Promise<readonly string[]> {
  for await (const chunk of createReadStream(file, { encoding: 'utf8' }))
    return (chunk as string).split('\n')[0]!.split(',');
  return [];
}

async function wholePath(
  bench: BenchOffice,
  file: string,
  rows: number,
  copySeconds: number,
): Promise<object> {
  let memory = 0;
  const marks: { rows: number; at: number }[] = [{ rows: 0, at: performance.now() }];
  const began = performance.now();
  const result = await importFile(bench.office, ACTOR, {
    path: file,
    register: 'bench holdings',
    onProgress: ({ rows: done }) => {
      memory = Math.max(memory, process.memoryUsage().rss);
      marks.push({ rows: done, at: performance.now() });
      if (done % 100_000 === 0)
        say(`  ${done} rows, ${Math.round((done / (performance.now() - began)) * 1000)} a second`);
    },
  });
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  await bench.numbering.drain();
  const seconds = (performance.now() - began) / 1000;
  const { rowsRead, armsRegistered, alreadyKnown, otherObjects, quarantined, armsMade } = result;
  return {
    seconds: round(seconds),
    rowsPerSecond: Math.round(rows / seconds),
    timesCopy: round(seconds / copySeconds),
    bar: 30,
    aim: 20,
    peakMemoryMegabytes: Math.round(memory / 1e6),
    memoryBarMegabytes: 1000,
    lastTenthAgainstFirst: round(rateOf(marks, rows * 0.9, rows) / rateOf(marks, 0, rows * 0.1)),
    lastBar: 0.7,
    accounted: rowsRead === armsRegistered + alreadyKnown + otherObjects + quarantined,
    result: { rowsRead, armsRegistered, alreadyKnown, otherObjects, quarantined, armsMade },
  };
}

/** Rows a second between two row counts. */
function rateOf(marks: readonly { rows: number; at: number }[], from: number, to: number): number {
  const first = marks.findLast((mark) => mark.rows <= from)!;
  const last = marks.find((mark) => mark.rows >= to) ?? marks.at(-1)!;
  return (last.rows - first.rows) / (last.at - first.at);
}
