/**
 * Hands for the tests of backup and restore: a world with arms, persons and rows of a file in it, its backup, and an empty
 * database to restore into, with the office that then works there.
 */
import { createPublicKey, generateKeyPairSync, randomFillSync } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { exportLedger } from '../../src/acts/export-ledger.ts';
import { type Numbering, startNumbering } from '../../src/acts/number-entries.ts';
import { machine, type Office, randomFrom, type Signer } from '../../src/acts/office.ts';
import { openReference } from '../../src/acts/reference-tables.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { type Restored, type RestoreWishes, restoreHome } from '../../src/acts/restore-home.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { formatVerifierKey, verifierKeyOf } from '../../src/domain/ledger/note.ts';
import { makeBackup } from '../../src/doors/backup/make-backup.ts';
import { openBackup } from '../../src/doors/backup/read-backup.ts';
import { importFile } from '../../src/doors/import/import-file.ts';
import { readReference } from '../../src/doors/reference/read-reference.ts';
import { readWeights } from '../../src/doors/reference/read-weights.ts';
import { type Verification, type VerifyOptions, verifyExport } from '../../src/doors/verify/verify.ts';
import { originOf } from '../../src/main/open-office.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { heldKeys } from '../held-keys.ts';
import { type World, world } from '../world.ts';

export const ACTOR = machine('tester', 'test');

/** The value, or a failed test that names the refusal. */
export function good<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${JSON.stringify(value)}`);
  return value as T;
}

/** A folder that is removed after the test. */
export function folder(t: TestContext): string {
  const made = mkdtempSync(path.join(os.tmpdir(), 'backup-'));
  t.after(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
  return made;
}

/** A world that is closed after the test, with so many arms of invented serials. */
export async function worldWith(t: TestContext, arms: number): Promise<World & { readonly arms: string[] }> {
  const opened = await world();
  t.after(() => opened.close());
  const ids: string[] = [];
  for (let n = 0; n < arms; n++) ids.push(await register(opened.office, `QX-${1000 + n}`));
  return { ...opened, arms: ids };
}

/** Registers one arm under an invented serial. */
export async function register(office: Office, serial: string): Promise<string> {
  const input = {
    description: { class: 'pistol', maker: 'Invented, "quoted"\nWorks' },
    marks: [{ kind: 'serial', text: serial }],
  };
  return good(await registerArm.run(office, ACTOR, registerArm.input.parse(input))).arm;
}

/** Brings in a register of civil holders with one arm for each name. */
export async function importNames(t: TestContext, office: Office, names: readonly string[]): Promise<void> {
  const file = path.join(folder(t), 'holders.csv');
  const lines = names.map((name, n) => `KZ-${5000 + n},pistol,Invented Works,M1,9 mm,${name},2019-03-04`);
  writeFileSync(
    file,
    `Serial number,Type of weapon,Make,Model,Calibre,Name of holder,Date\n${lines.join('\n')}\n`,
  );
  good(
    await importFile(office, ACTOR, { path: file, register: 'civil holders', kind: 'civil' } as Parameters<
      typeof importFile
    >[2]),
  );
}

export type Keys = { readonly identity: string; readonly recipients: readonly string[] };

/** Two keys of age; the first opens. */
export async function makeKeys(): Promise<Keys> {
  const [identity, other] = [await generateX25519Identity(), await generateX25519Identity()];
  return { identity, recipients: [await identityToRecipient(identity), await identityToRecipient(other)] };
}

/** Backs a world up into a file of that folder. */
export async function backUpTo(home: World, dir: string, keys: Keys, name = 'backup.age') {
  return good(await makeBackup(home, ACTOR, { file: path.join(dir, name), recipients: keys.recipients }));
}

export type Empty = {
  readonly owner: Database;
  open(restored: Restored): Promise<RestoredWorld>;
  restore: (file: string, identity: string, more?: Partial<RestoreWishes>) => Promise<Restored | Refusal>;
};
export type RestoredWorld = { readonly office: Office; readonly numbering: Numbering };

let counted = 0;

/** A database that holds nothing, on the server of the world. */
export async function emptyDatabase(t: TestContext, beside: World): Promise<Empty> {
  const name = `world_${process.pid}_r${++counted}_${Date.now().toString(36)}`;
  const admin = connect({ ...beside.connection, database: 'postgres' }, { owner: true, connections: 1 });
  await admin.rows(`create database ${name} template template0`);
  const connection = { ...beside.connection, database: name };
  const owner = connect(connection, { owner: true, connections: 2 });
  const closing: (() => Promise<void>)[] = [() => owner.close()];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
    await admin.rows(`drop database if exists ${name} with (force)`);
    await admin.close();
  });
  const random = randomFrom((target) => randomFillSync(target));
  let signer: Signer | undefined;
  const openSigner: RestoreWishes['openSigner'] = (home, epoch) => {
    const origin = originOf(home.state, home.node, epoch);
    const { privateKey } = generateKeyPairSync('ed25519');
    signer = {
      origin,
      privateKey,
      verifierKey: formatVerifierKey(verifierKeyOf(origin, createPublicKey(privateKey))),
    };
    return signer;
  };
  return {
    owner,
    async restore(file, identity, more = {}) {
      const backup = good(await openBackup(file, identity));
      const wishes = { ...backup, erasures: [], openSigner, clock: Date.now, random, ...more };
      return restoreHome(owner, ACTOR, wishes).finally(() => backup.pieces.return());
    },
    async open({ home }) {
      const db = connect(connection, { connections: 4 });
      const numbering = startNumbering(db);
      closing.push(async () => {
        await numbering.stop();
        await db.close();
      });
      const { state, node, kind } = home;
      const office: Office = {
        db,
        state,
        node,
        demonstration: kind === 'demonstration',
        signer: signer!,
        exchange: heldKeys(),
        clock: Date.now,
        random,
        ...openReference(db.quick, Date.now, readReference),
        weights: readWeights,
        nudge: numbering.nudge,
      };
      return { office, numbering };
    },
  };
}

/** Exports a ledger into a new folder and lets the independent reader judge it. */
export async function exportAndVerify(
  t: TestContext,
  { office, numbering }: RestoredWorld,
  options: VerifyOptions = {},
): Promise<Verification> {
  const dir = folder(t);
  good(
    await exportLedger(office, ACTOR, () => numbering.drain(), {
      async write({ path: name, bytes }) {
        const file = path.join(dir, name);
        mkdirSync(path.dirname(file), { recursive: true });
        appendFileSync(file, bytes);
      },
    }),
  );
  return verifyExport(dir, { key: office.signer.verifierKey, ...options });
}
