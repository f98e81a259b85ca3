/**
 * Our own judge of order: who may import whom, what the domain may not touch, what no file may hold, what nobody
 * uses. Each function takes the sources and gives findings: `fail` stops a check, `report` only tells.
 *
 * What could go wrong: a check that sees nothing finds nothing, so an empty project is itself a finding.
 */
import { join } from 'node:path';
import { readCitableIds } from './clause-ids.ts';
import { listUncitable } from './tidy-clauses.ts';
import { listImportFindings, listUnused } from './tidy-imports.ts';
import { type Finding, isTest, lineOf, readSources, type Source } from './tidy-source.ts';

export const FILE_LINES_MAX = 300;
export const FUNCTION_LINES_MAX = 60;

type Ban = { readonly rule: string; readonly pattern: RegExp; readonly says: string };

const DOMAIN_BANS: readonly Ban[] = [
  {
    rule: 'clock',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/,
    says: 'the domain has no clock; take the time as an argument',
  },
  {
    rule: 'randomness',
    pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
    says: 'the domain has no randomness; take it as an argument',
  },
  { rule: 'network', pattern: /(?<![.\w])fetch\s*\(/, says: 'the domain fetches nothing; do it in a door' },
  { rule: 'console', pattern: /\bconsole\b/, says: 'the domain prints nothing; return a value' },
  {
    rule: 'async',
    pattern: /\basync\b|\bawait\b|\bPromise\b|\bsetTimeout\b|\bsetInterval\b/,
    says: 'the domain waits for nothing; load before, decide, append after',
  },
  {
    rule: 'process',
    pattern: /(?<![.\w])process\s*[.[]/,
    says: 'the domain knows no process; take settings as arguments',
  },
];

const BANS: readonly Ban[] = [
  { rule: 'default-export', pattern: /\bexport\s+default\b|\bas\s+default\b/, says: 'export by name' },
  { rule: 're-export', pattern: /\bexport\s*\*/, says: 'import from the file that holds it' },
  {
    rule: 'any',
    pattern: /(?::|\bas|[<,|&=])\s*any\b(?!\s*[:(.'])/,
    says: 'use unknown and narrow it, or a type of its own',
  },
  {
    rule: 'only',
    pattern: /\.only\s*\(|\bonly\s*:\s*true\b/,
    says: 'take .only away, or the other tests never run',
  },
];

const SQL =
  /^\s*(?:SELECT\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+(?:\w+\s+)?SET\s|DELETE\s+FROM\s|WITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([^)]*\)\s*)?AS\s+(?:(?:NOT\s+)?MATERIALIZED\s*)?\(|(?:CREATE|ALTER|DROP)\s+(?:\w+\s+){0,3}(?:TABLE|INDEX|ROLE|DATABASE|SCHEMA|FUNCTION|VIEW|TYPE)\b|TRUNCATE\s+\w|GRANT\s+\w+.*\sTO\s|COPY\s+\S+.*\s(?:FROM|TO)\s|(?:BEGIN|COMMIT|ROLLBACK);?$)/;
const SQL_LOWER = new RegExp(
  SQL.source
    .replace('|(?:BEGIN|COMMIT|ROLLBACK);?$', '')
    .replace('SELECT\\s', () => 'SELECT\\s[\\s\\S]*?(?:\\sFROM\\s|\\(|\\d|\\$)')
    .replace(/(?<!\\)[A-Z]+/g, (word) => word.toLowerCase()),
);
const STATEMENT_READ_MAX = 400;

/** True where a text is a statement of SQL, in capitals or small letters; a sentence with one capital is not. */
export function isSql(text: string): boolean {
  return SQL.test(text) || SQL_LOWER.test(text);
}

/** Judges the project that stands under a root folder. */
export function judge(root: string): Finding[] {
  const sources = readSources(root);
  if (!sources.some(({ path }) => path.startsWith('src/'))) {
    return [
      {
        level: 'fail',
        rule: 'nothing-seen',
        path: 'src',
        line: 0,
        says: 'no file was seen; a check that sees nothing proves nothing',
      },
    ];
  }
  const known = readCitableIds(join(root, 'instruments'));
  return [
    ...listImportFindings(sources),
    ...sources.flatMap(listBanned),
    ...listUnused(sources, root),
    ...sources.flatMap(listOversized),
    ...sources.flatMap((source) => listUncitable(source, known)),
  ];
}

/** What a file must not hold. */
export function listBanned(source: Source): Finding[] {
  const { path } = source;
  const findings: Finding[] = [];
  const apply = (bans: readonly Ban[]): void => {
    for (const { rule, pattern, says } of bans) {
      for (const match of source.code.matchAll(new RegExp(pattern, 'g'))) {
        findings.push({ level: 'fail', rule, path, line: lineOf(source, match.index), says });
      }
    }
  };
  apply(BANS);
  if (/(?:^|\/)index\.ts$/.test(path)) {
    findings.push({
      level: 'fail',
      rule: 'index',
      path,
      line: 1,
      says: 'give the file the name of what it holds',
    });
  }
  if (!path.startsWith('src/') || isTest(path)) return findings;
  if (path.startsWith('src/domain/')) apply(DOMAIN_BANS);
  else if (!/^src\/(?:doors\/cli|main)\//.test(path)) {
    apply([
      { rule: 'console', pattern: /\bconsole\s*\./, says: 'only the command line prints; use the log' },
    ]);
  }
  if (!path.startsWith('src/store/')) {
    for (const { start, text, line } of source.strings) {
      if (isSql(wholeOf(source, start, text)))
        findings.push({ level: 'fail', rule: 'sql', path, line, says: 'SQL stands only in src/store' });
    }
  }
  return findings;
}

/** The whole text where a piece of a template goes on after an expression, which stands as one word. */
function wholeOf(source: Source, start: number, piece: string): string {
  if (!source.text.startsWith('${', start + piece.length)) return piece;
  const [whole = ''] = source.text.slice(start, start + STATEMENT_READ_MAX).split('`');
  return whole.replace(/\$\{[^}]*\}?/g, 'x');
}

/** Files over their size fail; long functions and files without a word at their head are told. */
export function listOversized(source: Source): Finding[] {
  const { path, lines } = source;
  if (path.endsWith('.data.ts')) return [];
  const findings: Finding[] = [];
  if (lines > FILE_LINES_MAX) {
    findings.push({
      level: 'fail',
      rule: 'file-length',
      path,
      line: lines,
      says: `${lines} lines; at most ${FILE_LINES_MAX}: split it by word`,
    });
  }
  if (!/^(?:#!.*\n)?\s*\/[*/]/.test(source.text)) {
    findings.push({
      level: 'report',
      rule: 'header',
      path,
      line: 1,
      says: 'no comment at the head says what the file is for',
    });
  }
  if (isTest(path)) return findings;
  for (const { name, place, length } of listFunctions(source)) {
    if (length > FUNCTION_LINES_MAX) {
      const says = `${name} has ${length} lines; at most ${FUNCTION_LINES_MAX}`;
      findings.push({ level: 'report', rule: 'function-length', path, line: lineOf(source, place), says });
    }
  }
  return findings;
}

const FUNCTION =
  /\bfunction\b\s*\*?\s*([\w$]*)|(?:\b(?:const|let)\s+([\w$]+)[^;{}]*)?=>\s*(?=\{)|^\s+(?:async\s+|static\s+|get\s+|set\s+)*(?!if|for|while|switch|catch|with)([\w$#]+)\s*(?=\([^;]*?\)[^;{}]*\{)/gm;

/** The functions of a source with the number of lines of each. */
export function listFunctions(source: Source): { name: string; place: number; length: number }[] {
  const { code } = source;
  const found: { name: string; place: number; length: number }[] = [];
  for (const match of code.matchAll(FUNCTION)) {
    const place = match.index + (match[0].length - match[0].trimStart().length);
    const body = bodyAfter(code, match.index + match[0].length);
    const end = body === undefined ? undefined : closing(code, body);
    if (end === undefined) continue;
    found.push({
      name: match[1] || match[2] || match[3] || 'a function',
      place,
      length: lineOf(source, end) - lineOf(source, place) + 1,
    });
  }
  return found;
}

/** The opening brace of a function's body: not one that stands in its parameters or in the type it returns. */
function bodyAfter(code: string, from: number): number | undefined {
  let last = '>';
  for (let i = from; i < code.length; i++) {
    const sign = code[i]!;
    if (sign === '(' || sign === '[' || (sign === '{' && /[:|&<,]/.test(last))) {
      const end = closing(code, i);
      if (end === undefined) return undefined;
      i = end;
      last = code[i]!;
    } else if (sign === '{') return i;
    else if (sign === ';') return undefined;
    else if (!/\s/.test(sign)) last = sign;
  }
  return undefined;
}

/** The place where the bracket opened at `from` is closed. */
function closing(code: string, from: number): number | undefined {
  let depth = 0;
  for (let i = from; i < code.length; i++) {
    if ('([{'.includes(code[i]!)) depth++;
    if (')]}'.includes(code[i]!) && --depth === 0) return i;
  }
  return undefined;
}

/** The middle length of the files under src, tests and data left out. */
export function medianLines(root: string): number {
  const lengths = readSources(root)
    .filter(({ path }) => path.startsWith('src/') && !isTest(path) && !path.endsWith('.data.ts'))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
