/** The few words with a server before there is a register in it: its version, and a new database. */
import type pg from 'pg';

/** The version of a server, as a number to compare and as people write it. */
export async function getServerVersion(
  client: pg.Client,
): Promise<{ readonly number: number; readonly name: string }> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  );
  return { number: Number(rows[0]?.number), name: rows[0]?.name ?? '' };
}

/** What a server in single-user mode is told to make a database. */
export function formatCreateDatabase(name: string): string {
  return `create database ${name}\n`;
}
