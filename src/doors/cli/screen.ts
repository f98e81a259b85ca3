/**
 * The command that screens a list of arms against the register. A long list is screened in memory, a short one by the
 * database: both give the same answers. Written to a file it goes on after the last whole line when it is called again.
 */

import { closeSync, createReadStream, existsSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { openScreener } from '../../acts/screen-in-memory.ts';
import { SCREENED_ROWS_MAX, type Screened, type ScreenRow, screenMarks } from '../../acts/screen-marks.ts';
import { Fault, isRefusal } from '../../domain/base/refusal.ts';
import {
  type Answer,
  type Command,
  type Context,
  type Line,
  type LinesAnswer,
  Refused,
  shown,
  textOf,
  Usage,
  wordOf,
} from './command.ts';
import { describedIn, hasDescribed, othersIn } from './described-columns.ts';
import { percent } from './identify.ts';
import { type CsvRow, inHelpings, rowsOfCsv } from './rows-of-csv.ts';
import { runAct } from './run-act.ts';

/** From so many rows on the register is read into memory: below, reading it would take longer than asking. */
const IN_MEMORY_FROM = 2_000;

export const screenCommand: Command = {
  name: 'screen',
  usage:
    'screen FILE.csv [--wide] [--out FILE] [--delimiter C]  (columns: serial, maker, model, calibre, type, country; others pass through)',
  says: 'Say of each row of a file, in order, which registered arms it may be. With --out it goes on where it was when called again.',
  options: { wide: 'flag', out: 'text', delimiter: 'text' },
  async run(context) {
    const path = wordOf(context, 0, 'the file');
    const out = textOf(context.options, 'out');
    return out === undefined ? { lines: screenedLines(context, path, 0) } : intoFile(context, path, out);
  },
};

async function* screenedLines(context: Context, path: string, done: number): AsyncGenerator<Line> {
  const wide = context.options.wide === true;
  const rows = rowsOfCsv(path, textOf(context.options, 'delimiter'));
  const first: CsvRow[] = [];
  for (let seen = 0; first.length <= IN_MEMORY_FROM; seen++) {
    const { value, done: isOver } = await rows.next();
    if (isOver) break;
    if (seen >= done) first.push(value);
  }
  if (first[0] && !hasDescribed(first[0])) throw new Usage('The file has no column such as serial or maker.');
  const screened = first.length > IN_MEMORY_FROM ? inMemory : byDatabase;
  yield* screened(context, chained(first, rows), wide, done);
}

async function* chained<Item>(first: readonly Item[], rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* first;
  yield* rest;
}

async function* byDatabase(
  context: Context,
  rows: AsyncIterable<CsvRow>,
  wide: boolean,
  done: number,
): AsyncGenerator<Line> {
  let row = done;
  for await (const helping of inHelpings(rows, SCREENED_ROWS_MAX)) {
    const found = await runAct(context, screenMarks, { rows: helping.map(rowOf), wide });
    if (isRefusal(found)) throw new Refused(found);
    for (const [place, answer] of found.rows.entries())
      yield lineOf(++row, helping[place]!, JSON.stringify(answer));
    context.progress(`${row} rows screened`);
  }
}

async function* inMemory(
  context: Context,
  rows: AsyncIterable<CsvRow>,
  wide: boolean,
  done: number,
): AsyncGenerator<Line> {
  const actor = await context.permitted('screen-marks');
  const office = await context.office();
  if (actor.scope.arms !== 'all') {
    yield* byDatabase(context, rows, wide, done);
    return;
  }
  const began = performance.now();
  const screener = await openScreener(office, actor, wide, (marks) =>
    context.progress(`${marks} marks read`),
  );
  context.say(`${screener.register.index.count} marks read in ${seconds(began)} s.`);
  const asked: CsvRow[] = [];
  let row = done;
  const started = performance.now();
  try {
    for await (const answers of screener.screen(asHelpings(rows, asked))) {
      for (const answer of answers) yield lineOf(++row, asked.shift()!, answer);
      context.progress(
        `${row} rows screened, ${Math.round(((row - done) * 1000) / (performance.now() - started))} a second`,
      );
    }
    context.say(`${row - done} rows screened in ${seconds(started)} s.`);
  } finally {
    await screener.close();
  }
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);

/** Rows as an act takes them; what came with each is kept until its answer comes. */
async function* asHelpings(
  rows: AsyncIterable<CsvRow>,
  asked: CsvRow[],
): AsyncGenerator<readonly ScreenRow[]> {
  for await (const helping of inHelpings(rows, SCREENED_ROWS_MAX)) {
    asked.push(...helping);
    yield helping.map(rowOf);
  }
}

function rowOf(cells: CsvRow): ScreenRow {
  return { serial: '', ...describedIn(cells) };
}

/** The line of a row from the JSON of its answer, which is only read where a person is told of it. */
function lineOf(row: number, cells: CsvRow, answer: string): Line {
  return {
    json() {
      const others = othersIn(cells);
      const first = JSON.stringify({ row, ...(Object.keys(others).length > 0 ? { others } : {}) });
      return `${first.slice(0, -1)},${answer.slice(1)}`;
    },
    text: () => `${row}: ${wordsOf(JSON.parse(answer) as Screened)}`,
  };
}

function wordsOf(answer: Screened): string {
  if ('refused' in answer) return 'nothing of a number was understood';
  const [first] = answer.candidates;
  const best = first
    ? `${percent(first.probability)}  ${shown(first.serial ?? '')}  ${first.number}`
    : 'none fits';
  return `${best}; none of these ${percent(answer.noneProbability)}`;
}

/** Writes whole lines to a file, after those that stand in it already; a line that was cut is written anew. */
async function intoFile(context: Context, path: string, out: string): Promise<Answer | LinesAnswer> {
  const { lines: done, bytes } = await wholeLines(out);
  let file: number;
  try {
    file = openSync(out, existsSync(out) ? 'r+' : 'wx', 0o600);
  } catch (cause) {
    throw new Fault(
      'file',
      `The answers cannot be written to ${out}: the file or its folder cannot be written.`,
      { cause },
    );
  }
  let written = done;
  try {
    ftruncateSync(file, bytes);
    let at = bytes;
    for await (const { json } of screenedLines(context, path, done)) {
      at += writeSync(file, `${json()}\n`, at);
      written++;
    }
  } finally {
    closeSync(file);
  }
  const before = done > 0 ? ` ${done} of them stood there before.` : '';
  return {
    json: { rows: written, before: done, file: out },
    text: `${written} rows stand in ${out}.${before}`,
  };
}

/** How many whole lines stand in a file, and how many bytes they take: what has no end of line was cut. */
async function wholeLines(path: string): Promise<{ readonly lines: number; readonly bytes: number }> {
  let [lines, bytes, before] = [0, 0, 0];
  if (!existsSync(path)) return { lines, bytes };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) {
      lines++;
      bytes = before + at + 1;
    }
    before += chunk.length;
  }
  return { lines, bytes };
}

const LINE_END = 0x0a;
