/**
 * What requests for files with persons or sites have in common: how one is shown, and how it is emptied in time. Not an act
 * itself.
 *
 * What could go wrong: the search names a person, and whoever decides has no right to that name. Such a name is left out for
 * him or her, and said to be there: the reason and the case are what is decided on.
 *
 * @clause J-02, J-05
 */
import { z } from 'zod';
import {
  ASKED_FIELDS,
  EXPORT_STATES,
  EXPORT_VERDICTS,
  type ExportState,
  endOfExport,
  stateOfExport,
} from '../domain/access/export-request.ts';
import { type Field, REACHES } from '../domain/access/scope.ts';
import { type ExportRequest, emptyExportRequests } from '../store/export-request.ts';
import { namesOfOperators } from './account-names.ts';
import { compact } from './input.ts';
import type { Office } from './office.ts';
import { id, instant } from './output.ts';

/** Named limits: requests on one list, and how long search, reason and what was said are kept. */
export const EXPORTS_LISTED_MAX = 200;
export const EXPORT_WORDS_DAYS = 30;
const DAY_MS = 86_400_000;
const EMPTIED_AT_ONCE = 1000;

export type ExportShown = Omit<ExportRequest, 'criteria' | 'parties' | 'restored'> & {
  readonly state: ExportState;
  /** Until when it can be decided, or drawn. */
  readonly until: string;
  /** What the asker is called; a program has no name here. */
  readonly name: string | undefined;
  readonly decidedName: string | undefined;
  /** What arms are looked for by; undefined once it has been forgotten. */
  readonly search: Readonly<Record<string, string>> | undefined;
  /** Fields of the search whose words are not for the one who looks. */
  readonly withheld: readonly string[];
};

export type Exports = { readonly exports: readonly ExportShown[]; readonly next: string | undefined };

export const exportsOutput = z.strictObject({
  exports: z.array(
    z.strictObject({
      id,
      state: z.enum(EXPORT_STATES),
      until: instant.describe('Until when it can be decided, or drawn.'),
      asker: z.string(),
      name: z.string().optional(),
      asked: instant,
      fields: z.array(z.enum(ASKED_FIELDS)),
      arms: z.int().describe('How many arms fitted when it was asked.'),
      purpose: z.string(),
      reach: z.enum(REACHES).describe('How far the asker reached when asking.'),
      search: z.record(z.string(), z.string()).optional(),
      withheld: z.array(z.string()).describe('Fields of the search that are not for the one who looks.'),
      reason: z.string().optional(),
      decided: instant.optional(),
      decidedBy: z.string().optional(),
      decidedName: z.string().optional(),
      verdict: z.enum(EXPORT_VERDICTS).optional(),
      said: z.string().optional(),
      drawn: instant.optional(),
      drawnArms: z.int().optional(),
      digest: z.string().optional().describe('SHA-256 of the file that was drawn.'),
    }),
  ),
  next: id.optional().describe('Id to be given as "after" for the next page.'),
});

/** What somebody must see to be told the words of these fields: a keeper may be a depot or a person. */
const NEEDED: Readonly<Record<string, readonly Field[]>> = {
  holder: ['holder'],
  unit: ['site'],
  keeper: ['holder', 'site'],
};

const criteriaShape = z.record(z.string(), z.string());

/** Requests as somebody who sees these fields may read them; `own` where they are the reader's. */
export async function shownExports(
  office: Office,
  requests: readonly ExportRequest[],
  sees: ReadonlySet<Field> | 'own',
): Promise<readonly ExportShown[]> {
  const people = requests.flatMap(({ asker, decidedBy }) => [asker, decidedBy]);
  const names = await namesOfOperators(office, people);
  const now = office.clock();
  return requests.map(({ criteria, parties: _parties, restored, ...request }) => {
    const asked = criteria === undefined ? undefined : criteriaShape.parse(JSON.parse(criteria));
    const withheld = Object.keys(asked ?? {}).filter(
      (field) => sees !== 'own' && NEEDED[field]?.some((needed) => !sees.has(needed)),
    );
    return {
      ...request,
      state: stateOfExport({ ...request, restored }, now),
      until: endOfExport({ ...request, restored }),
      name: names.get(request.asker),
      decidedName: request.decidedBy === undefined ? undefined : names.get(request.decidedBy),
      search:
        asked &&
        compact(Object.fromEntries(Object.entries(asked).filter(([field]) => !withheld.includes(field)))),
      withheld,
    };
  });
}

/** The moment before which a request that waits has lapsed. */
export function agoOf(office: Office, hours: number): string {
  return new Date(office.clock() - hours * 3_600_000).toISOString();
}

/** Empties old requests of what may name persons; gives how many that were. That they were made stays. */
export async function sweepExports(office: Office): Promise<number> {
  const before = new Date(office.clock() - EXPORT_WORDS_DAYS * DAY_MS).toISOString();
  return emptyExportRequests(office.db, before, EMPTIED_AT_ONCE);
}
