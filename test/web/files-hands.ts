/** Hands that bring in files by the pages: served over a home of their own, sent by the form, followed to the end. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { dirtyCsv } from '../../src/doors/demo/dirty-csv.ts';
import { serve } from '../../src/main/serve.ts';
import { folderOf } from '../journeys/hands.ts';
import type { World } from '../world.ts';
import { type Answered, fieldsOf, type Officer, plain } from './officer.ts';

export type Served = { readonly address: string; readonly home: string; stop(): Promise<void> };

/** Serves the pages over a home of its own, or one that another server left. */
export async function served(
  here: World,
  t: TestContext,
  home = path.join(folderOf(t), 'data'),
): Promise<Served> {
  const log: string[] = [];
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const serving = await serve(here.office, config, (line) => log.push(line));
  if (isRefusal(serving)) throw new Error(JSON.stringify(serving));
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= serving.stop());
  t.after(stop);
  return { address: serving.address, home, stop };
}

export const clerk = { role: 'registry-clerk' } as const;
/** Names in the folder of files on their way. */
export const incoming = (home: string): readonly string[] => readdirSync(path.join(home, 'incoming'));
export const sheetsIn = (home: string): readonly string[] =>
  incoming(home).filter((name) => name.endsWith('.sheet'));

/** A dirty register of so many rows. */
export async function csvOf(rows: number, seed = 5): Promise<string> {
  let text = '';
  await dirtyCsv(seed, rows, (piece) => {
    text += piece;
  });
  return text;
}

let registers = 0;
/** A name that no register has yet. */
export const newRegister = (): string => `Depot ${++registers}`;

/** Sends a file by the form and gives the answer. */
export async function sendFile(
  who: Officer,
  bytes: Uint8Array | string,
  name: string,
  register: string,
): Promise<Answered> {
  const page = await who.get('/files');
  const { act = '' } = fieldsOf(page.text);
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
  return who.post('/files', { act, newRegister: register, register: '', kind: '', file }, true);
}

/** Sends a file, which must be taken; gives the address of its page. */
export async function sent(
  who: Officer,
  bytes: Uint8Array | string,
  name: string,
  register = newRegister(),
): Promise<string> {
  const answer = await sendFile(who, bytes, name, register);
  assert.equal(answer.status, 303, plain(answer.text).slice(0, 2000));
  return answer.location ?? '';
}

/** The page once nothing is under way, following where it leads. */
export async function settled(
  who: Officer,
  there: string,
): Promise<{ readonly text: string; readonly path: string }> {
  for (let path = there; ; ) {
    const page = await who.get(path);
    if (page.status === 303) path = page.location ?? '';
    else if (/data-state="(looking|queued|running)"/.test(page.text))
      await new Promise((done) => setTimeout(done, 100));
    else return { text: page.text, path };
  }
}

/** Confirms what was looked at, and waits for the end. */
export async function bringIn(
  who: Officer,
  there: string,
): Promise<{ readonly text: string; readonly path: string }> {
  const { text } = await settled(who, there);
  const begun = await who.post(there, { ...fieldsOf(text), do: 'begin' });
  assert.equal(begun.status, 303, begun.text.slice(0, 500));
  return settled(who, there);
}

/** The figures of a page, in their order. */
export function figuresOf(text: string): readonly number[] {
  return [...text.matchAll(/<dd>([\d,]+)<\/dd>/g)].map(([, count = '']) => Number(count.replaceAll(',', '')));
}

/** The last import of a register. */
export async function lastJob(
  here: World,
  register: string,
): Promise<{ operator: string; file: string; state: string; rows: number }> {
  const [row] = await here.db.rows<{ operator: string; file: string; state: string; rows: number }>(
    `select j.file_name as file, j.state, j.cursor_rows::int as rows,
       (select convert_from(body, 'utf8')::jsonb #>> '{by,operator}' from ledger_entry where subject_id = j.import_id limit 1) as operator
     from import_job j join register using (register_id) where name = $1 order by started_at desc limit 1`,
    [register],
  );
  return row!;
}
