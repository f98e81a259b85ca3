/**
 * Counts every try before it is made and slows the next ones down: by account, from however many addresses, and by
 * address, over however many accounts. A try that succeeds is taken back. Nobody is locked out: waits are bounded, and
 * tries from a place from which an account has signed in before are counted apart, so that a stranger who fails under an
 * officer's login makes the stranger wait and not the officer. Not an act itself.
 *
 * What could go wrong: a login that does not exist must be slowed down like any other, so tries are counted by what was
 * typed. Neither that nor an address is kept: both stand under keyed hashes.
 *
 * @clause J-02
 */

import {
  BY_ACCOUNT,
  BY_ADDRESS,
  NO_FAILURES,
  type SlowingRule,
  waitSeconds,
  withFailure,
} from '../domain/access/slowing.ts';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  deleteCounter,
  isPlaceKnown,
  lockCounters,
  refundFailure,
  saveCounter,
  savePlace,
  sweepCounters,
} from '../store/attempt.ts';
import { keyedHash, type SignInDesk } from './sign-in-desk.ts';

/** Named limit: how long a place an account was used from stays known. */
export const PLACE_KNOWN_DAYS = 30;
const DAY_MILLIS = 24 * 3600 * 1000;
const NOBODY = '00000000-0000-4000-8000-000000000000';

export type Try = {
  /** Takes the try back: it was right. */
  succeed(): Promise<void>;
};

export type Tried = {
  readonly what: 'password' | 'second-factor';
  /** What the tries of an account are counted by: the login as typed, or the account. */
  readonly subject: string;
  /** The account, where there is one under that login. */
  readonly account: string | undefined;
  readonly address: string;
};

/**
 * Counts a try, or says how long it has to wait; a try that has to wait is not counted.
 * @refuses sign-in-wait
 */
export async function beginTry(desk: SignInDesk, tried: Tried): Promise<Try | Refusal<'sign-in-wait'>> {
  const { office } = desk;
  const now = office.clock();
  const { what, subject, account, address } = tried;
  const place = placeOf(desk, account ?? NOBODY, address);
  const isKnown = await isPlaceKnown(
    office.db,
    account ?? NOBODY,
    place,
    now - PLACE_KNOWN_DAYS * DAY_MILLIS,
  );
  const byAccount = keyedHash(desk, what, subject, isKnown ? address : 'anywhere else');
  const byAddress = keyedHash(desk, 'address', address);
  const rules: readonly (readonly [Buffer, SlowingRule])[] = [
    [byAccount, BY_ACCOUNT],
    [byAddress, BY_ADDRESS],
  ];
  const counted = await office.db.transaction(async (tx) => {
    const kept = await lockCounters(
      tx,
      rules.map(([key]) => key),
      now,
    );
    const before = rules.map(([key]) => kept.get(key.toString('hex')) ?? NO_FAILURES);
    const seconds = Math.max(...rules.map(([, rule], at) => waitSeconds(before[at]!, rule, now)));
    if (seconds > 0) return seconds;
    for (const [at, [key, rule]] of rules.entries())
      await saveCounter(tx, key, withFailure(before[at]!, rule, now));
    return before;
  });
  if (typeof counted === 'number') return refusal('sign-in-wait', { seconds: counted });
  const lastAt = counted[1]!.lastAt;
  return {
    async succeed() {
      await deleteCounter(office.db, byAccount);
      await refundFailure(office.db, byAddress, lastAt, BY_ADDRESS.forgetsSeconds);
      await sweepCounters(office.db, now);
    },
  };
}

/** Remembers that an account was used from an address. */
export async function rememberPlace(desk: SignInDesk, account: string, address: string): Promise<void> {
  const now = desk.office.clock();
  const place = placeOf(desk, account, address);
  await savePlace(desk.office.db, account, place, now, now - PLACE_KNOWN_DAYS * DAY_MILLIS);
}

const placeOf = (desk: SignInDesk, account: string, address: string): Buffer =>
  keyedHash(desk, 'place', account, address);
