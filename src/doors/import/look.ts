/**
 * Looks at a file before it is brought in: what each column was taken to mean and how sure that is, the first rows as
 * understood, and what would become of every row. All rows are read, so a file that is torn in the middle is found out
 * before anything of it is kept. Nothing of the register is asked or changed.
 */
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type ProposalReason, type ProposedColumn, proposeColumns } from '../../domain/intake/columns.ts';
import type { UnderstoodRow } from '../../domain/intake/row.ts';
import type { Damage, Field, QuarantineReason } from '../../domain/intake/understood.ts';
import { openSheet, type SheetRow } from '../sheets/sheet.ts';
import { type Columns, headsOf, type MappingFile, type SheetColumns, toldColumns } from './columns.ts';
import { dataRows, prepareRow } from './prepare.ts';

/** Named limits of what is shown: rows, values of a column, their characters, and sheets with values. */
const FIRST_ROWS = 20;
const SAMPLES = 3;
const SAMPLE_LENGTH_MAX = 60;
const SAMPLED_SHEETS_MAX = 20;
const COLUMNS_SHOWN_MAX = 300;
const PROGRESS_ROWS = 2000;
/** A proposal less sure than this is shown as doubtful. */
export const SURE_FROM = 0.8;

/** What a person told of the columns: by a saved mapping for all sheets, or by hand for some of them. */
export type Told = {
  readonly file?: MappingFile | undefined;
  readonly sheets?: Readonly<
    Record<string, { readonly headingRow: number; readonly fields: readonly Field[] }>
  >;
};

export type LookedColumn = {
  readonly heading: string;
  readonly field: Field;
  /** From 0 to 1; 1 where a person told it. */
  readonly confidence: number;
  readonly samples: readonly string[];
};

export type LookedSheet = {
  readonly name: string;
  readonly headingRow: number;
  readonly language: string | undefined;
  readonly sure: boolean;
  readonly told: boolean;
  readonly reasons: readonly ProposalReason[];
  readonly columns: readonly LookedColumn[];
};

export type Look = {
  readonly format: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly sheets: readonly LookedSheet[];
  readonly rows: number;
  /** Rows that would be an arm, and the arms they would make. */
  readonly armRows: number;
  readonly arms: number;
  /** Rows that count arms without numbers, and how many arms they count. */
  readonly holdings: number;
  readonly unnumbered: number;
  readonly others: number;
  readonly quarantined: number;
  readonly reasons: Readonly<Partial<Record<QuarantineReason, number>>>;
  readonly damage: Readonly<Partial<Record<Damage, number>>>;
  readonly first: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly understood: UnderstoodRow;
  }[];
};

export type LookProgress = { readonly rows: number; readonly share: number };

/** Looks at a file; `told` is what a person said of its columns. */
export async function lookAt(
  path: string,
  told: Told | undefined,
  onProgress: (progress: LookProgress) => void,
): Promise<Look | Refusal> {
  const sheet = await openSheet(path);
  if (isRefusal(sheet)) return sheet;
  try {
    const heads = await headsOf(sheet);
    if (heads.size === 0) return refusal('sheet-empty');
    const sheets = [...heads].map(([name, head], index) =>
      lookAtHead(name, head, told, index < SAMPLED_SHEETS_MAX),
    );
    const columns = columnsOfLook({ sheets });
    const tally = newTally();
    for await (const row of dataRows(sheet, columns)) {
      const { understood } = prepareRow(row, columns);
      if (tally.first.length < FIRST_ROWS) tally.first.push({ sheet: row.sheet, row: row.row, understood });
      count(tally, understood);
      if (tally.rows % PROGRESS_ROWS === 0) onProgress({ rows: tally.rows, share: sheet.progress() });
    }
    return { format: sheet.format, digest: sheet.digest, sheets, ...tally };
  } finally {
    await sheet.close();
  }
}

/** The columns that a look found, as the import takes them. */
export function columnsOfLook({ sheets }: Pick<Look, 'sheets'>): Columns {
  return new Map(
    sheets.map(({ name, headingRow, language, columns, sure }): [string, SheetColumns] => [
      name,
      {
        mapping: {
          headingRow,
          fields: columns.map((column) => column.field),
          ...(language === undefined ? {} : { language }),
        },
        headings: columns.map((column) => column.heading),
        sure,
      },
    ]),
  );
}

function lookAtHead(
  name: string,
  head: readonly SheetRow[],
  told: Told | undefined,
  sampled: boolean,
): LookedSheet {
  const proposal = proposeColumns(
    head.map((row) => ({ row: row.row, cells: row.cells.map((cell) => cell?.text) })),
  );
  const byHand = told?.sheets?.[name];
  const byFile = told?.file && toldColumns(told.file, head, proposal);
  const headingRow = byHand?.headingRow ?? byFile?.mapping.headingRow ?? proposal.headingRow;
  const fields = byHand?.fields ?? byFile?.mapping.fields;
  const proposed = new Map(proposal.columns.map((column) => [column.index, column]));
  const widths = [...head.map((row) => row.cells.length), proposal.columns.length, fields?.length ?? 0];
  const width = Math.min(COLUMNS_SHOWN_MAX, Math.max(...widths));
  const headings = head.find((row) => row.row === headingRow)?.cells ?? [];
  const below = head.filter((row) => row.row > headingRow);
  const columns = Array.from({ length: width }, (_, index): LookedColumn => {
    const one = proposed.get(index);
    const heading = (headingRow === proposal.headingRow && one?.heading) || headings[index]?.text || '';
    return {
      heading: heading.slice(0, 200),
      ...meaning(fields, index, one),
      samples: sampled ? samplesOf(below, index) : [],
    };
  });
  const isTold = fields !== undefined;
  return {
    name,
    headingRow,
    language: told?.file?.language ?? proposal.language,
    sure: isTold ? columns.some((column) => column.field !== 'ignore') : proposal.sure,
    told: isTold,
    reasons: isTold ? [] : proposal.reasons,
    columns,
  };
}

function meaning(
  fields: readonly Field[] | undefined,
  index: number,
  proposed: ProposedColumn | undefined,
): { readonly field: Field; readonly confidence: number } {
  if (fields) return { field: fields[index] ?? 'ignore', confidence: 1 };
  return { field: proposed?.field ?? 'ignore', confidence: proposed?.confidence ?? 1 };
}

function samplesOf(rows: readonly SheetRow[], index: number): readonly string[] {
  const texts = rows.map((row) => row.cells[index]?.text.trim() ?? '').filter((text) => text !== '');
  return [...new Set(texts)].slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_LENGTH_MAX));
}

type Tally = {
  -readonly [Key in Exclude<keyof Look, 'format' | 'digest' | 'sheets' | 'first'>]: Look[Key];
} & {
  readonly first: Look['first'][number][];
};

function newTally(): Tally {
  const none = { rows: 0, armRows: 0, arms: 0, holdings: 0, unnumbered: 0, others: 0, quarantined: 0 };
  return { ...none, reasons: {}, damage: {}, first: [] };
}

function count(tally: Tally, understood: UnderstoodRow): void {
  tally.rows++;
  if (understood.outcome === 'other') tally.others++;
  else if (understood.outcome === 'quarantined') {
    tally.quarantined++;
    for (const one of understood.reasons) increment(tally.reasons, one);
  } else {
    if (understood.outcome === 'holding') {
      tally.holdings++;
      tally.unnumbered += understood.quantity;
    } else {
      tally.armRows++;
      tally.arms += understood.several?.length ?? 1;
    }
    for (const one of understood.damage) increment(tally.damage, one);
  }
}

function increment(counts: Partial<Record<string, number>>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
