/**
 * Which column means what, for every sheet of a file: as told in a mapping file, as saved by name, or as proposed where the
 * proposal is sure. Where it is not, the answer says what is needed.
 */
import { z } from 'zod';
import { type Refusal, refusal } from '../../domain/base/refusal.ts';
import { fold } from '../../domain/base/text.ts';
import { type Proposal, type ProposalReason, proposeColumns } from '../../domain/intake/columns.ts';
import { FIELDS, type Field, type Mapping } from '../../domain/intake/understood.ts';
import type { OpenedSheet, SheetRow } from '../sheets/sheet.ts';

/** Named limit: rows of a sheet that are looked at to find its headings. */
const HEAD_ROWS = 60;

export type SheetColumns = {
  readonly mapping: Mapping;
  readonly headings: readonly string[];
  /** False where the columns are not understood: the rows of such a sheet go to quarantine. */
  readonly sure: boolean;
};
export type Columns = ReadonlyMap<string, SheetColumns>;

const mappingFile = z.strictObject({
  headingRow: z.int().min(0).max(1000).optional(),
  language: z.string().length(2).optional(),
  columns: z
    .record(z.string().max(300), z.enum(FIELDS))
    .describe('Heading of the column, or its letter, and what it means.'),
});
export type MappingFile = z.infer<typeof mappingFile>;

/** Reads a mapping file: `{"columns": {"Numéro": "serial", "Marque": "maker"}}`. */
export function parseMappingFile(text: string): MappingFile | Refusal {
  try {
    const parsed = mappingFile.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    return refusal('mapping-unreadable', { problem: parsed.error.issues[0]?.message ?? 'unknown' });
  } catch {
    return refusal('mapping-unreadable', { problem: 'It is not JSON.' });
  }
}

/** The mapping file that says the same as these columns: by their headings, where they have one. */
export function mappingFileOf(columns: Columns): MappingFile {
  const meant: Record<string, Field> = {};
  let language: string | undefined;
  for (const { mapping, headings } of columns.values()) {
    language ??= mapping.language;
    for (const [index, field] of mapping.fields.entries()) {
      const name = headings[index] || letterOf(index);
      if (field !== 'ignore') meant[name] ??= field;
    }
  }
  return { ...(language === undefined ? {} : { language }), columns: meant };
}

/** The first rows of every sheet. A file of one sheet is read no further than its head. */
export async function headsOf(sheet: OpenedSheet): Promise<ReadonlyMap<string, SheetRow[]>> {
  const heads = new Map<string, SheetRow[]>();
  for await (const chunk of sheet.rows()) {
    for (const row of chunk) {
      const head = heads.get(row.sheet) ?? [];
      if (head.length < HEAD_ROWS) head.push(row);
      heads.set(row.sheet, head);
    }
    if (sheet.sheets.length <= 1 && (heads.values().next().value?.length ?? 0) >= HEAD_ROWS) break;
  }
  return heads;
}

/** The columns of all sheets, or what is needed to know them. */
export async function columnsOf(
  sheet: OpenedSheet,
  told: MappingFile | undefined,
): Promise<Columns | Refusal> {
  const columns = new Map<string, SheetColumns>();
  const doubts: string[] = [];
  for (const [name, head] of await headsOf(sheet)) {
    const proposal = proposeColumns(
      head.map((row) => ({ row: row.row, cells: row.cells.map((cell) => cell?.text) })),
    );
    columns.set(name, told ? toldColumns(told, head, proposal) : proposedColumns(head, proposal));
    if (!proposal.sure) doubts.push(`${name}: ${doubtOf(proposal)}`);
  }
  if (columns.size === 0) return refusal('sheet-empty');
  if (![...columns.values()].some((one) => one.sure))
    return refusal('mapping-needed', { doubts: doubts.join(' | ').slice(0, 2000) });
  return columns;
}

const REASONS: Readonly<Record<ProposalReason, string>> = {
  'no-heading-row': 'no row of headings was found',
  'no-serial-column': 'no column looks like serials',
  'serial-column-doubtful': 'the column of serials is doubtful',
  'serial-values-repeat': 'the values in the column of serials repeat',
  'too-few-columns-known': 'too few columns are understood',
  'date-values-unclear': 'the dates can be read in two ways',
};

function doubtOf(proposal: Proposal): string {
  const seen = proposal.columns
    .filter((column) => column.heading.length > 0 || column.field !== 'ignore')
    .map(({ heading, index, field }) =>
      heading.length > 0 ? `"${heading.slice(0, 40)}" → ${field}` : `column ${letterOf(index)} → ${field}`,
    );
  const reasons = proposal.reasons.map((reason) => REASONS[reason]);
  return [...reasons, `columns seen: ${seen.join(', ') || 'none'}`].join('; ');
}

function headingsOf(head: readonly SheetRow[], headingRow: number): readonly string[] {
  const row = head.find((one) => one.row === headingRow);
  return (row?.cells ?? []).map((cell) => cell?.text ?? '');
}

function proposedColumns(head: readonly SheetRow[], proposal: Proposal): SheetColumns {
  const fields: Field[] = [];
  const headings = [...headingsOf(head, proposal.headingRow)];
  for (const column of proposal.columns) {
    fields[column.index] = column.field;
    headings[column.index] = column.heading;
  }
  return {
    mapping: {
      headingRow: proposal.headingRow,
      fields: filled(fields),
      ...(proposal.language === undefined ? {} : { language: proposal.language }),
    },
    headings: Array.from(headings, (one) => one ?? ''),
    sure: proposal.sure,
  };
}

/** The columns of a sheet as a mapping file tells them. */
export function toldColumns(told: MappingFile, head: readonly SheetRow[], proposal: Proposal): SheetColumns {
  const headingRow = told.headingRow ?? proposal.headingRow;
  const headings = headingsOf(head, headingRow);
  const byHeading = new Map(Object.entries(told.columns).map(([heading, field]) => [fold(heading), field]));
  const width = Math.max(headings.length, ...head.map((row) => row.cells.length));
  const fields = Array.from({ length: width }, (_, index): Field => {
    const named = byHeading.get(fold(headings[index] ?? '')) ?? told.columns[letterOf(index)];
    return named ?? 'ignore';
  });
  const mapping = { headingRow, fields, ...(told.language === undefined ? {} : { language: told.language }) };
  return { mapping, headings, sure: fields.some((field) => field !== 'ignore') };
}

function filled(fields: readonly (Field | undefined)[]): readonly Field[] {
  return Array.from(fields, (field) => field ?? 'ignore');
}

/** The letter of a column: A, B, … Z, AA. */
export function letterOf(index: number): string {
  return (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
