/**
 * The home of a register of the bench, with so many arms: a database of the program, made by its migrations, loaded once and
 * kept below .cache. Beside the indexes of the program stand those of its rivals.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { searchKey } from '../../src/domain/marks/adequate.ts';
import { foldMark } from '../../src/domain/marks/look-alike.ts';
import { schemaDigest } from '../data/home.ts';
import { type BenchOffice, benchOffice } from '../office.ts';
import { CATALOGUE_FILES } from './catalogue.ts';
import { loadRegister } from './load.ts';
import { REGISTER_VERSION, type Register } from './register.ts';
import { SERIAL_FORMATS } from './serials.ts';

const CACHE = resolve(import.meta.dirname, '../../.cache/bench');
const CONNECTIONS = 8;

/** Opens the home of a register, which is loaded first where it is not there. */
export async function openRegisterHome(
  register: Register,
  seed: number,
  say: (text: string) => void,
): Promise<BenchOffice> {
  const home = join(CACHE, `identify-${await digestOf()}-${seed}-${register.arms}`);
  const finished = join(home, 'finished');
  if (!existsSync(finished)) rmSync(home, { recursive: true, force: true });
  const bench = await benchOffice('identify', home, CONNECTIONS);
  if (!existsSync(finished)) {
    const began = performance.now();
    say(`a register of ${register.arms} arms is loaded`);
    await bench.owner(async (owner) => {
      await loadRegister(owner, register, say);
      say('  indexes of the rivals');
      await owner.rows('create extension if not exists pg_trgm');
      await owner.rows('create extension if not exists pg_prewarm');
      await owner.rows('create index bench_trigrams on arm_mark using gin (key gin_trgm_ops)');
      await owner.rows('create index bench_key on arm_mark (key)');
      await owner.rows('vacuum (analyze) arm_mark');
      await owner.rows('checkpoint');
    });
    writeFileSync(finished, `${Math.round((performance.now() - began) / 1000)} s\n`);
  }
  await bench.owner(async (owner) => {
    const relations = ['arm', 'arm_pkey', 'arm_mark', 'arm_mark_fold', 'arm_mark_fold_backwards'];
    for (const name of [...relations, 'bench_trigrams', 'bench_key'])
      await owner.rows("select pg_prewarm($1::regclass, 'buffer')", [name]);
  });
  return bench;
}

/** What a register depends on: the schema, the generator, its makers, the keys and folds of marks. */
async function digestOf(): Promise<string> {
  const probe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789АБВГДЕЖИКЛМНОПРСТУФХЦЧШ-.';
  const digest = createHash('sha256').update(`${await schemaDigest()} ${REGISTER_VERSION}`);
  for (const file of CATALOGUE_FILES) digest.update(readFileSync(file));
  digest.update(`${searchKey(probe)} ${foldMark(probe.slice(0, 36))} ${foldMark(probe.slice(36))}`);
  digest.update(JSON.stringify(SERIAL_FORMATS));
  return digest.digest('hex').slice(0, 10);
}
