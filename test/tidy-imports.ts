/**
 * The import rule: domain <- store <- acts <- doors <- main. Doors never import the store, so no way in can pass by
 * the acts; inside the domain a folder imports only the words to its left. The independent reader of ledgers
 * (doors/verify) takes nothing from the project but the hashing it must share, so that it cannot repeat the
 * writer's mistakes. A file that nobody imports is dead.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { type Finding, isTest, lineOf, type Source } from './tidy-source.ts';

export const DOMAIN_WORDS =
  'base ledger marks documents arms reference licence custody intake identification contacts stockpile seizure trace exchange access report'.split(
    ' ',
  );

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  store: ['domain', 'store'],
  acts: ['domain', 'store', 'acts'],
  doors: ['domain', 'acts', 'doors'],
  main: ['domain', 'store', 'acts', 'doors', 'main'],
};

const IMPORT = /\b(?:import|export)\b(?:[^;'"`()=]*?\bfrom)?\s*(['"])|\bimport\s*\(\s*(['"])/g;

export type Import = { readonly from: string; readonly to: string; readonly line: number };

/** What a source imports: paths of the project where they are relative, else the name as written. */
export function listImports(source: Source): Import[] {
  const byPlace = new Map(source.strings.map((string) => [string.start, string.text]));
  const imports: Import[] = [];
  for (const match of source.code.matchAll(IMPORT)) {
    const written = byPlace.get(match.index + match[0].length);
    if (written === undefined) continue;
    imports.push({ from: source.path, to: resolve(source.path, written), line: lineOf(source, match.index) });
  }
  return imports;
}

function resolve(from: string, written: string): string {
  return written.startsWith('.') ? normalize(join(dirname(from), written)) : written;
}

/** Imports that go against the rings, and files that stand in no ring. Tests may import anything. */
export function listImportFindings(sources: readonly Source[]): Finding[] {
  return sources
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap((source) => [
      ...listHomeless(source),
      ...(isTest(source.path) ? [] : listImports(source).flatMap(judgeImport)),
    ]);
}

function listHomeless({ path }: Source): Finding[] {
  const [, ring = '', word = ''] = path.split('/');
  const fail = (says: string): Finding[] => [{ level: 'fail', rule: 'ring', path, line: 1, says }];
  if (!(ring in MAY_IMPORT))
    return fail(`stands in no ring; the rings are ${Object.keys(MAY_IMPORT).join(', ')}`);
  if (ring === 'domain' && !DOMAIN_WORDS.includes(word)) {
    return fail(`"${word}" is no word of the domain; the words are ${DOMAIN_WORDS.join(', ')}`);
  }
  return [];
}

function judgeImport({ from, to, line }: Import): Finding[] {
  const says = to.startsWith('src/') ? refuseInside(from, to) : refuseOutside(from, to);
  return says === undefined ? [] : [{ level: 'fail', rule: 'import', path: from, line, says }];
}

function refuseInside(from: string, to: string): string | undefined {
  const [, ring = '', word = ''] = from.split('/');
  const [, toRing = '', toWord = ''] = to.split('/');
  if (!(MAY_IMPORT[ring] ?? []).includes(toRing)) return `${ring} must not import ${toRing} (${to})`;
  if (isTest(to)) return `a test is nobody's to import (${to})`;
  if (from.startsWith('src/doors/verify/')) {
    if (toRing === 'acts') return `the independent reader shares no code with those who write (${to})`;
    if (toRing === 'domain' && to !== 'src/domain/ledger/hash.ts') {
      return `the independent reader takes only ledger/hash.ts from the domain, not ${to}`;
    }
  }
  if (ring === 'domain' && DOMAIN_WORDS.indexOf(toWord) > DOMAIN_WORDS.indexOf(word)) {
    return `${word} must not import ${toWord}, which stands to its right (${to})`;
  }
  return undefined;
}

function refuseOutside(from: string, to: string): string | undefined {
  if (to.startsWith('test/') || to.startsWith('bench/'))
    return `what runs must not import what tests (${to})`;
  if (!from.startsWith('src/domain/')) return undefined;
  if (to === 'node:crypto' && from.startsWith('src/domain/ledger/')) return undefined;
  if (to.startsWith('node:') || builtinModules.includes(to)) {
    return `the domain is pure; ${to} belongs in the store or a door (hashing: in domain/ledger)`;
  }
  return undefined;
}

/** Files that nobody imports, names in a text, or starts. */
export function listUnused(sources: readonly Source[], root: string): Finding[] {
  const used = new Set<string>();
  for (const source of sources) {
    for (const { to, from } of listImports(source)) if (to !== from) used.add(to);
    for (const { text } of source.strings) {
      if (/^[\w./-]+\.ts$/.test(text))
        used.add(normalize(join(dirname(source.path), text))).add(normalize(text));
    }
  }
  const starters = readStarters(root);
  return sources
    .filter(({ path }) => !isTest(path) && !path.startsWith('src/main/') && !path.startsWith('bench/'))
    .filter(({ path }) => !used.has(path) && !starters.includes(path))
    .filter((source) => !source.comments.some(({ text }) => text.includes(`node ${source.path}`)))
    .map(({ path }) => ({
      level: 'fail',
      rule: 'unused',
      path,
      line: 1,
      says: 'nobody imports this file; use it or remove it',
    }));
}

/** The texts at the root that start programs: package.json and the plain modules beside it. */
function readStarters(root: string): string {
  if (!existsSync(root)) return '';
  return readdirSync(root)
    .filter((name) => name.endsWith('.mjs') || name === 'package.json')
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
}
