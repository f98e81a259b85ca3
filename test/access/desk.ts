/**
 * A sign-in desk for tests: a world with a clock that a test moves, real argon2id whose calls are counted, and a first
 * administrator who came in by the one-time link.
 */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { makeHasher } from '../../src/acts/hasher.ts';
import { makeFirstLink } from '../../src/acts/make-link.ts';
import { newId } from '../../src/acts/office.ts';
import { openOneTimeLink } from '../../src/acts/open-one-time-link.ts';
import type { SignedIn } from '../../src/acts/open-session.ts';
import { type HalfWay, signIn } from '../../src/acts/sign-in.ts';
import type { SignInDesk } from '../../src/acts/sign-in-desk.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { insertAccount, saveAccountName, savePassword } from '../../src/store/account.ts';
import { type World, world } from '../world.ts';

export const HERE = '198.51.100.7';
export const PASSWORD = 'marmite jaune au grenier';
export const ADMIN = 'l.tremont';

export type Room = {
  readonly w: World;
  readonly desk: SignInDesk;
  /** Moves the clock on. */
  readonly wait: (seconds: number) => void;
  /** Verifications by argon2id so far. */
  readonly verified: () => number;
  /** A person with a password, whose account is active. */
  readonly person: (login: string) => Promise<string>;
};

const hasher = makeHasher();

/** Opens a desk over a world of its own; in a live one roles demand a second factor as they come. */
export async function room(t: TestContext, kind: 'demonstration' | 'live' = 'demonstration'): Promise<Room> {
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  let verifications = 0;
  const w = await world({ clock: () => now, demonstration: kind === 'demonstration' });
  t.after(() => w.close());
  const real = await hasher;
  const hash = await real.hash(PASSWORD);
  const desk: SignInDesk = {
    office: w.office,
    hasher: {
      ...real,
      verify(kept, password) {
        verifications++;
        return real.verify(kept, password);
      },
    },
    secrets: [{ id: '0badcafe', key: new Uint8Array(32).fill(7) }],
    site: { rpId: 'localhost', origin: 'http://localhost:3000', name: 'Countermark XA' },
  };
  return {
    w,
    desk,
    wait: (seconds) => {
      now += seconds * 1000;
    },
    verified: () => verifications,
    async person(login) {
      const id = newId(w.office);
      const created = new Date(now).toISOString();
      await insertAccount(w.db, { id, login, state: 'invited', mustChange: false, language: 'fr', created });
      await saveAccountName(w.db, id, { salt: new Uint8Array(16), name: `Name of ${login}` });
      await savePassword(w.db, id, hash);
      return id;
    },
  };
}

/** The value of a result that is no refusal. */
export function got<T>(result: T | Refusal): T {
  assert.ok(!isRefusal(result), JSON.stringify(result));
  return result;
}

/** The code of a refusal. */
export function refused(result: unknown): string {
  return isRefusal(result) ? result.refused : 'was not refused';
}

/** Signs in where no second factor is asked. */
export async function enter(
  desk: SignInDesk,
  login: string,
  address = HERE,
  password = PASSWORD,
): Promise<SignedIn> {
  const result = got(await signIn(desk, address, { login, password }));
  assert.equal(result.step, 'signed-in');
  return result as SignedIn;
}

/** Gives the password where a second factor is asked. */
export async function enterHalf(desk: SignInDesk, login: string, address = HERE): Promise<HalfWay> {
  const result = got(await signIn(desk, address, { login, password: PASSWORD }));
  assert.equal(result.step, 'second-factor');
  return result as HalfWay;
}

/** Makes the first administrator by the link. */
export async function firstAdministrator(desk: SignInDesk): Promise<string> {
  const link = await makeFirstLink(desk.office);
  assert.ok(link, 'there is a link while there is no account');
  const typed = { login: ADMIN, name: 'Lucie Tremont', language: 'fr', password: PASSWORD };
  return got(await openOneTimeLink(desk, HERE, link.token, typed)).account;
}
