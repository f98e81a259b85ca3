/**
 * The small parts of a workbook: which sheets there are and where they stand, which cell styles show dates, and
 * the texts shared between cells. Shared texts are the only part kept in memory as a whole, and therefore bounded.
 */
import type { Archive } from './archive.ts';
import {
  CELL_TEXT_MAX_CHARS,
  SHARED_TEXT_MAX_BYTES,
  SHARED_TEXT_OVERHEAD_BYTES,
  SHEETS_MAX,
  STYLES_MAX,
} from './limits.ts';
import { stopReading } from './problem.ts';
import { isDateFormat } from './serial-date.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { localName, readSmallXml, unescapeWorkbookText, type XmlAttributes } from './xml.ts';

export type WorkbookSheet = { readonly name: string; readonly hidden: boolean; readonly part: string };

export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly from1904: boolean;
  readonly stylesPart: string | undefined;
  readonly sharedPart: string | undefined;
};

type Relation = { readonly type: string; readonly target: string };

/** Reads the list of sheets in workbook order; charts and macro sheets are left out. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const top = await readRelations(archive, '_rels/.rels', '');
  const main = partOfType(top, 'officeDocument') ?? 'xl/workbook.xml';
  if (archive.sizeBytes(main) === undefined) stopReading('not-a-sheet', { seems: 'zip' });
  const slash = main.lastIndexOf('/');
  const folder = main.slice(0, slash + 1);
  const relations = await readRelations(archive, `${folder}_rels/${main.slice(slash + 1)}.rels`, folder);
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await readSmallXml(main, archive.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.keys(attributes).find((key) => key.includes(':') && localName(key) === 'id');
      const relation = id === undefined ? undefined : relations.get(attributes[id] ?? '');
      if (relation === undefined || relation.type !== 'worksheet') return;
      if (sheets.length >= SHEETS_MAX) stopReading('too-large', { what: 'sheets', limit: SHEETS_MAX });
      const hidden = attributes.state !== undefined && attributes.state !== 'visible';
      sheets.push({ name: attributes.name ?? '', hidden, part: relation.target });
    },
  });
  const stylesPart = partOfType(relations, 'styles');
  return { sheets, from1904, stylesPart, sharedPart: partOfType(relations, 'sharedStrings') };
}

function partOfType(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  for (const relation of relations.values()) if (relation.type === type) return relation.target;
  return undefined;
}

/** Relations by their id; a relation that leads outside the workbook, or nowhere, is left out. */
async function readRelations(archive: Archive, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (archive.sizeBytes(part) === undefined) return relations;
  await readSmallXml(part, archive.read(part), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = attributes.Type ?? '';
      const target = resolvePart(attributes.Target ?? '', folder);
      if (target === undefined) return;
      relations.set(attributes.Id ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target });
    },
  });
  return relations;
}

/** The part a relation's target names, from the folder of the part that names it. */
function resolvePart(target: string, folder: string): string | undefined {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.length === 0 ? undefined : steps.join('/');
}

/** For each cell style in order whether it shows a date. */
export async function readDateStyles(archive: Archive, part: string | undefined): Promise<boolean[]> {
  const isDate: boolean[] = [];
  if (part === undefined || archive.sizeBytes(part) === undefined) return isDate;
  const codes = new Map<number, string>();
  let inCellStyles = false;
  await readSmallXml(part, archive.read(part), {
    open(name, attributes: XmlAttributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (codes.size > STYLES_MAX) stopReading('too-large', { what: 'styles', limit: STYLES_MAX });
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const formatId = Number(attributes.numFmtId ?? 0);
      isDate.push(isDateFormat(formatId, codes.get(formatId)));
      if (isDate.length > STYLES_MAX) stopReading('too-large', { what: 'styles', limit: STYLES_MAX });
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return isDate;
}

/** The texts shared between cells, in order; formatting is dropped and phonetic guides are left out. */
export async function readSharedTexts(archive: Archive, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined || archive.sizeBytes(part) === undefined) return texts;
  let bytes = 0;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  const scanner = new SheetScanner(part, {
    isTaking: () => inText,
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(piece) {
      text += piece;
      if (text.length > CELL_TEXT_MAX_CHARS) stopReading('cell-too-large', { limit: CELL_TEXT_MAX_CHARS });
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        const bare = Buffer.from(unescapeWorkbookText(text));
        bytes += bare.length + SHARED_TEXT_OVERHEAD_BYTES;
        if (bytes > SHARED_TEXT_MAX_BYTES) {
          stopReading('too-large', { what: 'shared-texts', limit: SHARED_TEXT_MAX_BYTES });
        }
        // Through bytes, because a slice of a larger string would keep the whole of it in memory.
        texts.push(bare.toString());
      }
    },
  });
  for await (const chunk of archive.read(part)) scanner.write(chunk);
  scanner.end();
  return texts;
}
