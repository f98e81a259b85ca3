/**
 * The private keys of the exchange, each in a file of mode 0600 under keys/exchange, named by its thumbprint; never in the
 * database and never in a backup. Files that no card names any more are removed by whoever keeps the keys, by `forget`.
 */

import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePrivateKey } from '../acts/exchange-envelope.ts';
import type { ExchangeKeys } from '../acts/office.ts';
import { Fault } from '../domain/base/refusal.ts';

const KID = /^[A-Za-z0-9_-]{43}$/;

/** The keys of a home; read when they are asked for, so that what another process made is found. */
export function openExchangeKeys(home: string): ExchangeKeys {
  const folder = join(home, 'keys', 'exchange');
  const known = new Map<string, KeyObject>();
  const fileOf = (kid: string): string => {
    if (!KID.test(kid)) throw new Error('broken: no thumbprint of a key');
    return join(folder, `${kid}.pem`);
  };
  return {
    find(kid) {
      const file = fileOf(kid);
      const found = known.get(kid);
      if (found) return found;
      if (!existsSync(file)) return undefined;
      const key = orFault(file, () => parsePrivateKey(readFileSync(file)));
      known.set(kid, key);
      return key;
    },
    keep(kid, key) {
      const file = fileOf(kid);
      orFault(file, () => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        chmodSync(folder, 0o700);
        const beside = `${file}.${process.pid}`;
        const pem = key.export({ type: 'pkcs8', format: 'pem' });
        writeFileSync(beside, pem, { mode: 0o600, flush: true });
        renameSync(beside, file);
      });
      known.set(kid, key);
    },
    forget(kid) {
      known.delete(kid);
      const file = fileOf(kid);
      orFault(file, () => rmSync(file, { force: true }));
    },
  };
}

function orFault<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new Fault(
      'home',
      `The key of the exchange cannot be read or written at ${file}. Check the file, its owner and the free space.`,
      { cause },
    );
  }
}
