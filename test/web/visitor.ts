/** A visitor of the pages over real HTTP, who can also come under a false name or with another method. */
import { request } from 'node:http';
import type { TestContext } from 'node:test';
import type { Office } from '../../src/acts/office.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { serve } from '../../src/main/serve.ts';
import { signedIn, type Who } from '../browser/people.ts';
import { temporaryFolder } from '../temporary.ts';
import type { World } from '../world.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: number;
};

export type Ask = { readonly method?: string; readonly headers?: Readonly<Record<string, string>> };

export type Pages = {
  readonly address: string;
  readonly log: readonly string[];
  get(path: string, ask?: Ask): Promise<Answer>;
};

/** Serves an office on a free port until the test ends. */
export async function servePages(t: TestContext, office: Office): Promise<Pages> {
  const log: string[] = [];
  const config = {
    home: temporaryFolder('pages'),
    databaseUrl: undefined,
    host: '127.0.0.1',
    port: 0,
  };
  const serving = await serve(office, config, (text) => log.push(text));
  if (isRefusal(serving)) throw new Error(`refused: ${JSON.stringify(serving)}`);
  t.after(() => serving.stop());
  return { address: serving.address, log, get: (path, ask) => ask_(serving.address, path, ask) };
}

/** The same pages, visited by somebody signed in. */
export async function pagesOf(
  t: TestContext,
  here: World,
  who: Who = { role: 'registry-clerk' },
): Promise<Pages> {
  const pages = await servePages(t, here.office);
  const { token } = await signedIn(here, pages.address, who);
  const cookie = `countermark-session=${token}`;
  return {
    ...pages,
    get: (path, { method, headers } = {}) =>
      pages.get(path, { ...(method ? { method } : {}), headers: { cookie, ...headers } }),
  };
}

function ask_(address: string, path: string, { method = 'GET', headers = {} }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: body.toString('utf8'),
          bytes: body.length,
        });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
