/**
 * A synthetic benchmark that stands still: a register of 100,000 arms made by a fixed seed, forty questions of each class of
 * damage, and what the search answered when frozen.tsv was written. Whoever changes the search sees which cases moved, from
 * what to what. `node test/identify/frozen.ts` tells them; `node test/identify/frozen.ts --write` writes the file anew, to
 * be looked at and committed with the change.
 *
 * The register is that of `npm run bench -- identify`; its makers stand in files of their own, so that a new row of the
 * reference tables moves only what is really understood otherwise.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegister } from '../../bench/identify/load.ts';
import { CLASSES, makeQuestioner, type Query } from '../../bench/identify/queries.ts';
import { makeRegister, type Register } from '../../bench/identify/register.ts';
import { questionOf, rankOf } from '../../bench/identify/ways.ts';
import { identifierOf } from '../../src/acts/identifier.ts';
import { searchMarks } from '../../src/acts/search-marks.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import { connect } from '../../src/store/database.ts';
import { world } from '../world.ts';

const ARMS = 100_000;
const SEED = 118_023;
const QUERIES = 40;
const MOVED_TOLD_MAX = 60;

export const FROZEN = join(import.meta.dirname, 'frozen.tsv');
const COLUMNS = [
  'case',
  'on the arm',
  'read',
  'said beside it',
  'candidates',
  'rank of the true arm',
  'told of it',
  'told of the first',
  'told of none',
];
/** The columns that tell an answer; those before them tell the question. */
const ANSWER_FROM = COLUMNS.indexOf('candidates');
const RANK_AT = COLUMNS.indexOf('rank of the true arm');

/** Asks all questions of a new register: a head and a line for each case. */
export async function frozenLines(): Promise<readonly string[]> {
  const w = await world({ demonstration: false });
  try {
    const register = makeRegister(ARMS, SEED);
    const owner = connect(w.connection, { owner: true, connections: 1 });
    try {
      await loadRegister(owner, register, () => {});
    } finally {
      await owner.close();
    }
    const identifier = await identifierOf(w.office);
    const lines = [COLUMNS.join('\t')];
    for (const query of listQueries(register)) {
      const question = questionOf(identifier, query);
      const { answer } = await searchMarks(w.db, EVERYTHING, identifier, question, query.wide);
      const id = query.arm === undefined ? undefined : register.idOf(query.arm);
      const weighed = answer.best();
      const rank = id === undefined ? undefined : rankOf(answer, id);
      const cells = [
        query.name,
        query.serial,
        query.reading,
        Object.values(query.said).join(' / '),
        weighed.length,
        query.arm === undefined ? 'not held' : (rank ?? 'not found'),
        rank === undefined ? '' : percent(weighed[rank - 1]!.probability),
        weighed[0] ? percent(weighed[0].probability) : '',
        percent(answer.noneProbability),
      ];
      lines.push(cells.join('\t'));
    }
    return lines;
  } finally {
    await w.close();
  }
}

function* listQueries(register: Register): Generator<Query> {
  const questioner = makeQuestioner(register, SEED);
  for (const name of CLASSES) for (let n = 1; n <= QUERIES; n++) yield questioner.ofClass(name, n);
  for (const from of ['gap', 'unseen'] as const)
    for (let n = 1; n <= QUERIES; n++) yield questioner.absent(from, n);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Which cases moved, in words; those whose rank moved first. */
export function listMoved(frozen: readonly string[], now: readonly string[]): readonly string[] {
  const cellsOf = (lines: readonly string[]): ReadonlyMap<string, readonly string[]> =>
    new Map(lines.slice(1).map((line) => [line.slice(0, line.indexOf('\t')), line.split('\t')]));
  const [before, after] = [cellsOf(frozen), cellsOf(now)];
  const moved: string[] = [];
  const movedLess: string[] = [];
  for (const [name, cells] of after) {
    const old = before.get(name);
    if (!old) moved.push(`${name} is new`);
    else if (old.slice(0, ANSWER_FROM).join() !== cells.slice(0, ANSWER_FROM).join())
      moved.push(
        `${name} asks another question: ${cells[1]} read ${cells[2]}, before ${old[1]} read ${old[2]}`,
      );
    else {
      const changes = cells.flatMap((cell, at) =>
        at >= ANSWER_FROM && cell !== old[at]
          ? [`${COLUMNS[at]} ${old[at] || 'nothing'} → ${cell || 'nothing'}`]
          : [],
      );
      const list = cells[RANK_AT] === old[RANK_AT] ? movedLess : moved;
      if (changes.length > 0) list.push(`${name} (${cells[1]} read ${cells[2]}): ${changes.join(', ')}`);
    }
  }
  for (const name of before.keys()) if (!after.has(name)) moved.push(`${name} is gone`);
  return [...moved, ...movedLess];
}

/** What moved since the file was written, with how many ranks became better and worse; empty where nothing moved. */
export function formatMoved(frozen: readonly string[], now: readonly string[]): string {
  const moved = listMoved(frozen, now);
  if (moved.length === 0) return '';
  const [before, after] = [countFirst(frozen), countFirst(now)];
  const told = moved.slice(0, MOVED_TOLD_MAX);
  if (moved.length > told.length) told.push(`and ${moved.length - told.length} more`);
  return [
    `${moved.length} cases moved. The true arm is first in ${after.first} cases (before ${before.first}), among the first ten in ${after.ten} (before ${before.ten}).`,
    ...told,
    'Look at them; node test/identify/frozen.ts --write writes the file anew.',
  ].join('\n');
}

function countFirst(lines: readonly string[]): { readonly first: number; readonly ten: number } {
  const ranks = lines.slice(1).map((line) => Number(line.split('\t')[RANK_AT]));
  return { first: ranks.filter((rank) => rank === 1).length, ten: ranks.filter((rank) => rank <= 10).length };
}

/** The lines of the committed file. */
export function readFrozen(): readonly string[] {
  return readFileSync(FROZEN, 'utf8').trimEnd().split('\n');
}

if (import.meta.main) {
  const now = await frozenLines();
  if (process.argv.includes('--write')) writeFileSync(FROZEN, `${now.join('\n')}\n`);
  else {
    const moved = formatMoved(readFrozen(), now);
    if (moved !== '') {
      process.stdout.write(`${moved}\n`);
      process.exitCode = 1;
    }
  }
}
