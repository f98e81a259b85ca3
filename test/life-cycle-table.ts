/**
 * Writes the table of docs/life-cycle.md from LIFE_CYCLE, so that the page cannot say something else than the code:
 * `node test/life-cycle-table.ts --write`. Without `--write` it only tells whether the page is current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  type EventRule,
  type EventType,
  LANES,
  type Lane,
  LIFE_CYCLE,
  ruleOf,
} from '../src/domain/custody/life-cycle.ts';

export const PAGE = new URL('../docs/life-cycle.md', import.meta.url);
const BEGIN = '<!-- table: begin -->';
const END = '<!-- table: end -->';

/** What an event does to one lane: sets it, fills it where empty, empties it, or nothing. */
function laneOf(rule: EventRule, lane: Lane): string {
  const sets = rule.sets.includes(lane) ? 'set' : rule.fills?.includes(lane) ? 'filled' : '';
  return [sets, rule.clears?.includes(lane) ? 'emptied' : ''].filter(Boolean).join(', else ');
}

function statusOf(rule: EventRule): string {
  if (rule.status === undefined) return '';
  return rule.goesBack ? `where it rested, else ${rule.status}` : rule.status;
}

function natureOf(rule: EventRule): string {
  const words = [
    rule.permits ? 'permits' : 'states',
    rule.moves ? 'needs a mark' : '',
    rule.irregular ? 'irregular' : '',
    rule.ends ? 'ends the arm' : '',
    rule.seen ? 'seen' : '',
    rule.paper ? 'on paper' : '',
  ];
  return words.filter(Boolean).join(', ');
}

/** The table, one row an event, in the order of the code. */
export function formatTable(): string {
  const rows = (Object.keys(LIFE_CYCLE) as EventType[]).map((type) => {
    const rule = ruleOf(type);
    const cells = [type, ...LANES.map((lane) => laneOf(rule, lane)), statusOf(rule), natureOf(rule)];
    return [...cells, rule.clauses.join(', ')];
  });
  const head = ['Event', ...LANES, 'Status', 'What it is', 'Clauses'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The page with the table put in its place. */
export function withTable(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`The page has no place for the table: ${BEGIN} … ${END}.`);
  return `${before}${BEGIN}\n${formatTable()}\n${END}${after}`;
}

if (import.meta.main) {
  const page = readFileSync(PAGE, 'utf8');
  const wanted = withTable(page);
  if (process.argv.includes('--write')) writeFileSync(PAGE, wanted);
  else if (page !== wanted) {
    console.error('docs/life-cycle.md is not current. Run: node test/life-cycle-table.ts --write');
    process.exitCode = 1;
  }
}
