/**
 * Statements that many requests send at once and that the database answers at once, by key: they share a few connections
 * and are written together, each with its own answer, so that many looks cost few journeys to the database and back.
 *
 * What could go wrong: a slow statement here holds up those behind it, so only looks by key belong here. A connection that
 * is lost takes the statements under way with it: each fails as any lost statement does, and the next opens another.
 */
import pg from 'pg';

export type QuickQuery = { readonly text: string; readonly name?: string; readonly values?: unknown[] };

export type Quick = {
  query(query: QuickQuery): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
};

/** Named limit: connections that are shared. */
const LINES = 2;

type Line = { client: Promise<pg.Client> | undefined; under: number; held: boolean };

/** Opens nothing yet: a line is connected when the first statement needs it. */
export function openQuick(config: pg.ClientConfig): Quick {
  const lines: Line[] = Array.from({ length: LINES }, () => ({ client: undefined, under: 0, held: false }));
  return {
    async query(query) {
      const line = lines.reduce((least, one) => (one.under < least.under ? one : least));
      line.under++;
      line.client ??= connectLine(line, config);
      const opened = line.client;
      try {
        const client = await opened;
        writeTogether(line, client);
        return await client.query(query);
      } catch (error) {
        // What is no plain error of the statement ends the connection, which may tell so only later.
        if ((error as { severity?: string }).severity !== 'ERROR' && line.client === opened)
          line.client = undefined;
        throw error;
      } finally {
        line.under--;
      }
    },
    async close() {
      const open = lines.map((line) => line.client);
      for (const line of lines) line.client = undefined;
      await Promise.all(open.map(async (client) => (await client?.catch(() => undefined))?.end()));
    },
  };
}

async function connectLine(line: Line, config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, pipeline: true } as pg.ClientConfig);
  const forget = (): void => {
    line.client = undefined;
  };
  client.on('error', forget);
  client.on('end', forget);
  try {
    await client.connect();
  } catch (error) {
    forget();
    throw error;
  }
  return client;
}

/** Holds back what is written until this turn of the loop is over: the statements of many requests go in one write. */
function writeTogether(line: Line, client: pg.Client): void {
  if (line.held) return;
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
    .connection;
  line.held = true;
  stream.cork();
  setImmediate(() => {
    line.held = false;
    stream.uncork();
  });
}
