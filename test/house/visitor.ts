/**
 * A program that uses the database of a home, run by the tests as a process of its own so that it can be killed.
 * Says JSON lines on stdout and obeys the words on stdin: `write` writes rows without end and says each number once it
 * is acknowledged, `count` counts them, `who` lists those present, `close` leaves and ends.
 *
 * Run as: node visitor.ts <home> <server|cli>
 */
import readline from 'node:readline';
import pg from 'pg';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { formatHomeHeld, listPresent, openDatabase } from '../../src/main/database/open.ts';

const tell = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
const [home = '', role = 'cli'] = process.argv.slice(2);
const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };

try {
  const database = await openDatabase(config, {
    role: role === 'server' ? 'server' : 'cli',
    command: 'visitor',
    say: (said) => tell({ said }),
  });
  if (isRefusal(database)) {
    tell({ held: database.facts, sentence: formatHomeHeld(database) });
    process.exit(0);
  }
  database.onLost((lost) => {
    tell({ lost });
    process.exit(3);
  });
  database.announce('http://127.0.0.1:3999');
  const pool = new pg.Pool({ ...database.connection, max: 2 });
  pool.on('error', () => {});
  await pool.query(
    'begin; select pg_advisory_xact_lock(1); create table if not exists visit (number bigint primary key); commit',
  );
  tell({ ready: database.connection });
  for await (const word of readline.createInterface({ input: process.stdin })) {
    if (word === 'write') void write(pool);
    if (word === 'count')
      tell({ count: Number((await pool.query('select count(*) as n from visit')).rows[0].n) });
    if (word === 'who') tell({ who: await listPresent(config) });
    if (word === 'close') break;
  }
  await pool.end();
  await database.close();
  tell({ closed: true });
  process.exit(0);
} catch (error) {
  tell({ fault: error instanceof Error ? error.message : String(error) });
  process.exit(4);
}

async function write(pool: pg.Pool): Promise<void> {
  try {
    for (;;) {
      const { rows } = await pool.query(
        'insert into visit select coalesce(max(number), 0) + 1 from visit returning number',
      );
      tell({ wrote: Number(rows[0].number) });
    }
  } catch {
    // The database went away under our hands, which is what the test is about.
  }
}
