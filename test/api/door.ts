/** For the tests of the API: a world with its API, keys under any role, and requests as a program sends them. */
import assert from 'node:assert/strict';
import type { Hono } from 'hono';
import { findAct } from '../../src/acts/all-acts.ts';
import type { ApiKeyMade } from '../../src/acts/make-api-key.ts';
import { machine } from '../../src/acts/office.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { makeApi } from '../../src/doors/api/api.ts';
import { type World, type WorldOptions, world } from '../world.ts';

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
};

export type Door = World & {
  readonly api: Hono;
  readonly faults: unknown[];
  /** Makes a key under a role and gives its secret and id. */
  key(role: string, more?: { party?: string; perMinute?: number }): Promise<{ secret: string; id: string }>;
  /** Sends an act. */
  ask(
    secret: string | undefined,
    act: string,
    input: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Sends anything. */
  send(path: string, init: RequestInit): Promise<Answer>;
};

const PER_MINUTE = 6000;

/** Opens a world with its API. */
export async function openDoor(options: WorldOptions = {}): Promise<Door> {
  const opened = await world(options);
  const faults: unknown[] = [];
  const api = makeApi({ office: opened.office, onFault: (error) => faults.push(error) });
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await api.request(path, init);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const body = /json/.test(type) ? (JSON.parse(text) as Answer['body']) : {};
    return { status: response.status, type, headers: response.headers, body, text };
  };
  return {
    ...opened,
    api,
    faults,
    send,
    async key(role, more = {}) {
      const act = findAct('make-api-key')!;
      const input = act.input.parse({
        name: `program of ${role}`,
        role,
        perMinute: PER_MINUTE,
        ...more,
      });
      const done = await act.run(opened.office, machine('console', 'test'), input);
      assert.ok(!isRefusal(done), JSON.stringify(done));
      const made = done as ApiKeyMade;
      return { secret: made.secret ?? '', id: made.key };
    },
    ask(secret, act, input, headers = {}) {
      const authorization = secret === undefined ? {} : { Authorization: `Bearer ${secret}` };
      return send(`/v1/${act}`, {
        method: 'POST',
        headers: {
          ...authorization,
          'Content-Type': 'application/json',
          Purpose: 'case 118/23',
          ...headers,
        },
        body: typeof input === 'string' ? input : JSON.stringify(input),
      });
    },
  };
}
