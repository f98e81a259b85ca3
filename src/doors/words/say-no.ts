/** The sentence of any refusal, whichever room it comes from. */
import type { Refusal } from '../../domain/base/refusal.ts';
import { BACKUP_SENTENCES } from '../backup/say.ts';
import type { SheetProblem, SheetProblemCode } from '../sheets/problem.ts';
import { sayProblem } from '../sheets/say.ts';
import { sayDocumentRefusal } from './document-sentences.ts';
import { sayRefusal } from './refusals.ts';

const SHEET_CODES: ReadonlySet<string> = new Set<SheetProblemCode>([
  'not-a-sheet',
  'encrypted',
  'truncated',
  'too-large',
  'too-many-columns',
  'cell-too-large',
  'bomb',
  'encoding',
  'old-format',
  'no-sheet',
]);

function isSheetProblem(refusal: Refusal): refusal is SheetProblem {
  return SHEET_CODES.has(refusal.refused);
}

/** What a person reads. */
export function sayNo(refusal: Refusal): string {
  if (isSheetProblem(refusal)) return sayProblem(refusal);
  const said = sayDocumentRefusal('en', refusal.refused, (name) => String(refusal.facts?.[name] ?? ''));
  return said ?? sayRefusal(refusal, BACKUP_SENTENCES);
}
