/**
 * Files made up for the tests and the bench of sheets: temporary files, archives put together byte by byte (so
 * that their lists can lie), and small workbooks from their XML.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { isRefusal } from '../../domain/base/refusal.ts';
import type { SheetProblem } from './problem.ts';
import { SheetProblemError } from './problem.ts';
import { type OpenedSheet, openSheet, type SheetOptions, type SheetRow } from './sheet.ts';

/** Runs with the path of a temporary file that holds the bytes. */
export async function withFile<T>(
  bytes: Uint8Array | string,
  run: (path: string) => Promise<T>,
  name = 'given',
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return await run(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export type ReadResult = {
  readonly opened?: Pick<OpenedSheet, 'format' | 'digest' | 'detail' | 'sheets' | 'sizeBytes'>;
  readonly rows: readonly SheetRow[];
  readonly problem?: SheetProblem;
};

/** Opens and reads the bytes to their end, or to the refusal, wherever that comes. */
export function readBytes(bytes: Uint8Array | string, options?: SheetOptions): Promise<ReadResult> {
  return withFile(bytes, async (path) => {
    const opened = await openSheet(path, options);
    if (isRefusal(opened)) return { rows: [], problem: opened as SheetProblem };
    const rows: SheetRow[] = [];
    try {
      for await (const chunk of opened.rows()) rows.push(...chunk);
      return { opened, rows };
    } catch (error) {
      if (!(error instanceof SheetProblemError)) throw error;
      return { opened, rows, problem: error.problem };
    } finally {
      await opened.close();
    }
  });
}

/** The texts of the rows, empty cells as ''. */
export function textsOf(rows: readonly SheetRow[]): string[][] {
  return rows.map((row) => row.cells.map((cell) => cell?.text ?? ''));
}

export type PackedPart = {
  readonly name: string;
  readonly packed: Buffer;
  readonly sizeBytes: number;
  readonly crc: number;
};

/** Packs one part truthfully. */
export function packPart(name: string, content: string | Buffer): PackedPart {
  const bytes = Buffer.from(content as string);
  return { name, packed: deflateRawSync(bytes), sizeBytes: bytes.length, crc: crc32(bytes) };
}

/** An archive of the given parts, whatever they claim of themselves. */
export function joinArchive(parts: readonly PackedPart[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(part.crc, 10);
    common.writeUInt32LE(part.packed.length, 14);
    common.writeUInt32LE(part.sizeBytes, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, part.packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\x05\x06'), end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type WorkbookParts = {
  /** XML of each sheet's element children, by name; a name beginning with "hidden" is hidden. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly shared?: string;
  readonly styles?: string;
  readonly properties?: string;
};

/** The parts of a workbook as a spreadsheet program would write them. */
export function workbookParts({ sheets, shared, styles, properties }: WorkbookParts): PackedPart[] {
  const names = Object.keys(sheets);
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="r${index}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index}.xml"/>`,
  );
  const listed = names.map((name, index) => {
    const state = name.startsWith('hidden') ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="r${index}"/>`;
  });
  const parts = [
    packPart(
      '_rels/.rels',
      `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    packPart(
      'xl/workbook.xml',
      `<workbook xmlns:r="${OFFICE}">${properties ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    ),
    packPart(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${relations.join('')}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    ...Object.values(sheets).map((xml, index) =>
      packPart(`xl/worksheets/sheet${index}.xml`, `<worksheet>${xml}</worksheet>`),
    ),
  ];
  if (shared !== undefined) parts.push(packPart('xl/sharedStrings.xml', `<sst>${shared}</sst>`));
  if (styles !== undefined) parts.push(packPart('xl/styles.xml', `<styleSheet>${styles}</styleSheet>`));
  return parts;
}

/** A whole workbook. */
export function makeWorkbook(parts: WorkbookParts): Buffer {
  return joinArchive(workbookParts(parts));
}
