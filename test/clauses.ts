/**
 * Writes docs/clauses.md: each clause, the requirements that rest on it, where the code cites it and which tests name
 * it. A clause that a requirement needs and no code cites stands in a list of its own, so that what is missing is
 * seen rather than hidden.
 *
 *   node test/clauses.ts            says whether docs/clauses.md is what the code says, with exit code 1 if not
 *   node test/clauses.ts --write    writes it
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Instrument, parseCitation, readInstruments } from './clause-ids.ts';
import { listCitations } from './tidy-clauses.ts';
import { isTest, readSources, type Source } from './tidy-source.ts';

const CLAUSE_IN_TEST =
  /\b(?:ITI|PoA|FP|ATT|R75|B7|SG22|RC2-[DPFT]|C11|EU555|M|ECOWAS) (?:op|[IV]+\.)?\d[\w.]*(?:\(\w+\))*/g;

/** The text of docs/clauses.md for a project. */
export function formatClauses(root: string): string {
  const instruments = readInstruments(join(root, 'instruments'));
  const sources = readSources(root).filter(({ path }) => !path.startsWith('test/') || isTest(path));
  const code = indexBy(
    sources.filter(({ path }) => !isTest(path)),
    (source) => listCitations(source).map(({ id }) => id),
  );
  const tests = indexBy(
    sources.filter(({ path }) => isTest(path)),
    listNamed,
  );
  return [
    '# Clauses, code and tests',
    '',
    'Written by `node test/clauses.ts --write`; edit the instruments, the code or the tests, not this page. Only the clause',
    'itself counts: code that cites "FP 10" as a whole is not taken to serve each of its paragraphs. The words of each',
    'clause stand in `instruments/`, in our own paraphrase; a circle (○) marks those whose text was not read.',
    '',
    ...instruments.flatMap((instrument) => formatInstrument(instrument, code, tests)),
  ].join('\n');
}

/** The clauses a test names in its texts, planted examples of the tests of order left out. */
function listNamed(source: Source): string[] {
  if (/^test\/(?:tidy|instruments|clauses)\b/.test(source.path)) return [];
  const inNames = source.strings.flatMap(({ text }) =>
    [...text.matchAll(CLAUSE_IN_TEST)].flatMap(([id]) => parseCitation(id)),
  );
  return [...inNames, ...listCitations(source).map(({ id }) => id)];
}

function indexBy(sources: readonly Source[], list: (source: Source) => string[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const id of list(source)) index.set(id, (index.get(id) ?? new Set()).add(source.path));
  }
  return index;
}

function formatInstrument(
  { title, symbol, year, force, clauses }: Instrument,
  code: ReadonlyMap<string, ReadonlySet<string>>,
  tests: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const rows: string[] = [];
  const open: string[] = [];
  for (const { id, requirement, verified } of clauses) {
    const cited = [...(code.get(id) ?? [])].sort();
    const tested = [...(tests.get(id) ?? [])].sort();
    if (cited.length + tested.length === 0) {
      if (requirement.length > 0) open.push(id);
      continue;
    }
    const cells = [
      verified ? id : `${id} ○`,
      requirement.join(', '),
      formatFiles(cited),
      formatFiles(tested) || '**none**',
    ];
    rows.push(`| ${cells.join(' | ')} |`);
  }
  const head =
    rows.length === 0 ? [] : ['| clause | requirements | code | tests |', '|---|---|---|---|', ...rows, ''];
  const rest =
    open.length === 0 ? [] : [`Asked for by a requirement, cited by no code yet: ${formatRun(open)}.`, ''];
  return [
    `## ${title}`,
    '',
    `${[symbol, year, force].filter((part) => part !== '').join(' · ')}`,
    '',
    ...head,
    ...rest,
  ];
}

/** Names clauses in a row as ranges: "B7 5, B7 6, B7 7" is "B7 5 to 7". */
export function formatRun(ids: readonly string[]): string {
  const runs: { from: string; to: string }[] = [];
  for (const id of ids) {
    const last = runs.at(-1);
    if (last && follows(last.to, id)) last.to = id;
    else runs.push({ from: id, to: id });
  }
  return runs.map(({ from, to }) => (from === to ? from : `${from} to ${/\d+$/.exec(to)?.[0]}`)).join(', ');
}

function follows(before: string, after: string): boolean {
  const [, stem, number] = /^(.*?)(\d+)$/.exec(before) ?? [];
  return number !== undefined && after === `${stem}${Number(number) + 1}`;
}

function formatFiles(paths: readonly string[]): string {
  return paths.map((path) => `\`${path.replace(/^src\//, '')}\``).join(', ');
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const page = join(root, 'docs', 'clauses.md');
  const text = formatClauses(root);
  if (process.argv.includes('--write')) writeFileSync(page, text);
  else if (readPage(page) !== text) {
    process.stdout.write('docs/clauses.md is not what the code says; run: node test/clauses.ts --write\n');
    process.exitCode = 1;
  }
}

function readPage(page: string): string {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    return '';
  }
}
