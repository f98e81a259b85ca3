/** Rows of a CSV file by their headings, read as they come, for commands that answer row by row. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { Fault } from '../../domain/base/refusal.ts';

export type CsvRow = Readonly<Record<string, string>>;

/** Named limit: bytes of one row. */
const ROW_BYTES_MAX = 200_000;

/** The rows of a file; headings are taken in lower case without blanks around them. */
export async function* rowsOfCsv(path: string, delimiter = ','): AsyncGenerator<CsvRow> {
  const parser = createReadStream(path)
    .on('error', (error) => parser.destroy(error))
    .pipe(
      parse({
        columns: (heading: readonly string[]) => heading.map((name) => name.trim().toLowerCase()),
        bom: true,
        delimiter,
        max_record_size: ROW_BYTES_MAX,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      }),
    );
  try {
    yield* parser as AsyncIterable<CsvRow>;
  } catch (cause) {
    throw new Fault(
      'file',
      `The file ${path} cannot be read as CSV: ${cause instanceof Error ? cause.message : ''}`,
      {
        cause,
      },
    );
  }
}

/** Rows in helpings, so that an act answers many at once. */
export async function* inHelpings<Row>(
  rows: AsyncIterable<Row>,
  size: number,
): AsyncGenerator<readonly Row[]> {
  let helping: Row[] = [];
  for await (const row of rows) {
    helping.push(row);
    if (helping.length < size) continue;
    yield helping;
    helping = [];
  }
  if (helping.length > 0) yield helping;
}
