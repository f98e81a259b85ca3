/**
 * What `npm run check` runs: a list of named steps, each a child process of its own, all of them run even where one
 * fails, so that one call tells everything. A step marked `warns` tells and does not fail. The exit code is 0 where
 * every other step passed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { judge, medianLines } from './tidy.ts';

const ROOT = join(import.meta.dirname, '..');
const REPORT_LINES_MAX = 40;

export type Step = {
  readonly name: string;
  /** Program and arguments; paths are from the root of the project. */
  readonly run: readonly [string, ...string[]];
  /** What to do where it fails. */
  readonly help: string;
  /** Left out, with a word, where this file does not exist. */
  readonly needs?: string;
  readonly warns?: boolean;
};

export const STEPS: readonly Step[] = [
  {
    name: 'format',
    run: ['node_modules/.bin/biome', 'check', '--diagnostic-level=warn', '.'],
    help: 'run node_modules/.bin/biome check --write on the files named',
  },
  { name: 'types', run: ['node_modules/.bin/tsc', '-p', '.'], help: 'mend the types named above' },
  {
    name: 'types in a browser',
    // The types of a page and those of Node differ in places; what src holds is judged above, without a page.
    run: ['sh', '-c', "! node_modules/.bin/tsc -p test/browser --pretty false | grep -vE '^( |src/)'"],
    help: 'mend the types named above; only test/browser knows what a page has',
  },
  { name: 'tidy', run: [process.execPath, 'test/check.ts', '--tidy'], help: 'see CONTRIBUTING.md, "Rings"' },
  {
    name: 'drift',
    run: [process.execPath, 'test/drift.ts'],
    help: 'write the derived files again and look at what changed',
    needs: 'test/drift.ts',
  },
  {
    name: 'clauses',
    run: [process.execPath, 'test/clauses.ts'],
    help: 'run node test/clauses.ts --write',
    warns: true,
  },
];

/** Runs one step and says how it went; true where the check may pass. */
function runStep({ name, run, help, needs, warns }: Step): boolean {
  if (needs !== undefined && !existsSync(join(ROOT, needs))) {
    say(`${name}: left out, ${needs} does not exist`);
    return true;
  }
  const [program, ...args] = run;
  const started = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  if (status === 0) {
    say(`${name}: in order (${seconds} s)`);
    if (name === 'tidy') say(stdout.trimEnd());
    return true;
  }
  say(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`.trimEnd());
  say(`${name}: ${warns ? 'a warning' : 'NOT in order'} (${seconds} s); ${help}`);
  return warns === true;
}

/** Tells what the judge of order found; true where nothing fails. */
function runTidy(): boolean {
  const findings = judge(ROOT);
  const failures = findings.filter(({ level }) => level === 'fail');
  const reports = findings.filter(({ level }) => level === 'report');
  for (const { rule, path, line, says } of failures) say(`${path}:${line} ${rule}: ${says}`);
  for (const { rule, path, line, says } of reports.slice(0, REPORT_LINES_MAX)) {
    say(`  told only: ${path}:${line} ${rule}: ${says}`);
  }
  if (reports.length > REPORT_LINES_MAX) say(`  told only: ${reports.length - REPORT_LINES_MAX} more`);
  say(
    `  ${failures.length} failing, ${reports.length} told only; the middle file under src has ${medianLines(ROOT)} lines`,
  );
  return failures.length === 0;
}

function say(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`);
}

if (import.meta.main) {
  const tidyOnly = process.argv.includes('--tidy');
  const passed = tidyOnly ? runTidy() : STEPS.map(runStep).every(Boolean);
  if (!tidyOnly) say(passed ? 'check: all in order' : 'check: NOT in order, see above');
  process.exitCode = passed ? 0 : 1;
}
