/**
 * A paper as a Word document (DOCX): labels and fixed words as plain text, each value in a content control whose tag is the name of
 * its field. What a partner fills in is read back by these tags (./read-document).
 *
 * What could go wrong: a program that does not keep content controls. Its documents hold no fields, and a person types them.
 *
 * @clause C-13
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { control, GREY, type Writing as Numbering, run, SIZES } from './content-control.ts';
import { CHOICES, FORM_NAME } from './form.data.ts';
import { jpegSize } from './jpeg-size.ts';
import { type Block, type Entry, type Paper, shownValue } from './paper.ts';
import { PAPER_WORDS } from './words.ts';
import type { PaperWords } from './words-shape.ts';

/** Widths on A4 between its margins. @unit twentieths of a point */
const TEXT_WIDTH = 10_200;
const MARGIN = 850;
const LABEL_SHARE = 0.34;
/** The longer side of a photograph. @unit pixels */
const PICTURE_SIDE = 320;
const STAMP_HEIGHT = 1_700;

type Writing = Numbering & { readonly words: PaperWords };

/** The bytes of a paper as a document. */
export async function writeDocument(paper: Paper): Promise<Buffer> {
  const words = PAPER_WORDS[paper.language];
  let last = 0;
  const writing: Writing = { words, next: () => ++last };
  const marks = [
    { tag: 'paper.form', value: FORM_NAME },
    ...(paper.request ? [{ tag: 'paper.request', value: paper.request }] : []),
  ];
  const foot = marks.flatMap(({ tag, value }) => [
    control(writing, { tag, label: tag, shown: value, size: SIZES.note, isLocked: true }),
    ...run('  ', SIZES.note),
  ]);
  const file = new Document({
    title: paper.title,
    creator: 'Countermark',
    styles: {
      default: {
        document: {
          run: {
            font: 'Arial',
            size: SIZES.text,
            language: { value: words.tag, bidirectional: words.tag, eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: { default: new Footer({ children: [pageNumbers(words)] }) },
        children: [
          paragraph(words, run(paper.title, SIZES.title, true)),
          ...paper.blocks.flatMap((block) => blockOf(writing, block)),
          paragraph(words, foot),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function blockOf(writing: Writing, block: Block): readonly (Paragraph | Table)[] {
  const { words } = writing;
  switch (block.kind) {
    case 'heading': {
      const size = block.level === 1 ? SIZES.heading : SIZES.small;
      return [paragraph(words, run(block.text, size, true), { before: 200, keepNext: true })];
    }
    case 'words':
      return block.lines.map((line) => paragraph(words, run(line)));
    case 'fields':
      return [fieldsTable(writing, block.entries, block.isOpen)];
    case 'table':
      return [rowsTable(writing, block)];
    case 'photographs':
      return block.photographs.flatMap(({ caption, bytes }) => {
        const picture = pictureOf(bytes);
        const under = paragraph(words, run(caption, SIZES.cell));
        return picture ? [paragraph(words, [picture], { keepNext: true }), under] : [under];
      });
    case 'signatures':
      return [signatureTable(words, block)];
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function paragraph(
  words: PaperWords,
  children: readonly ParagraphChild[],
  { before = 60, keepNext = false }: { readonly before?: number; readonly keepNext?: boolean } = {},
): Paragraph {
  return new Paragraph({
    children: [...children],
    bidirectional: words.direction === 'rtl',
    spacing: { before, after: 60 },
    keepNext,
  });
}

function fieldsTable(writing: Writing, entries: readonly Entry[], isOpen: boolean): Table {
  const { words } = writing;
  const widths = [Math.round(TEXT_WIDTH * LABEL_SHARE), Math.round(TEXT_WIDTH * (1 - LABEL_SHARE))];
  const rows = entries.map(
    (entry) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(words, widths[0]!, run(entry.label, SIZES.text, false, '404040')),
          cell(words, widths[1]!, [entryControl(writing, entry, isOpen, SIZES.text)]),
        ],
      }),
  );
  return table(words, widths, rows);
}

function rowsTable(writing: Writing, { heads, rows, isOpen }: Extract<Block, { kind: 'table' }>): Table {
  const { words } = writing;
  const widths = heads.map(() => Math.floor(TEXT_WIDTH / heads.length));
  const header = new TableRow({
    tableHeader: true,
    children: heads.map((head, at) => cell(words, widths[at]!, run(head, SIZES.cell, true))),
  });
  const lines = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((entry, at) =>
          cell(words, widths[at]!, [entryControl(writing, entry, isOpen, SIZES.cell)]),
        ),
      }),
  );
  return table(words, widths, [header, ...lines]);
}

function table(words: PaperWords, columnWidths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows: [...rows],
    columnWidths: [...columnWidths],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    visuallyRightToLeft: words.direction === 'rtl',
  });
}

function cell(words: PaperWords, width: number, children: readonly ParagraphChild[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 70, right: 70 },
    children: [paragraph(words, children, { before: 20 })],
  });
}

function signatureTable(words: PaperWords, { lines, stamp }: Extract<Block, { kind: 'signatures' }>): Table {
  const widths = [Math.round(TEXT_WIDTH * 0.6), Math.round(TEXT_WIDTH * 0.4)];
  const boxed = stamp === undefined ? [] : [stamp];
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    visuallyRightToLeft: words.direction === 'rtl',
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: STAMP_HEIGHT, rule: 'atLeast' },
        children: [
          new TableCell({
            width: { size: widths[0]!, type: WidthType.DXA },
            borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
            children: lines.map((line) =>
              paragraph(words, run(`${line}${words.colon}____________________`), { before: 300 }),
            ),
          }),
          new TableCell({
            width: { size: widths[1]!, type: WidthType.DXA },
            ...(stamp === undefined ? { borders: { top: NONE, bottom: NONE, left: NONE, right: NONE } } : {}),
            children: [
              paragraph(
                words,
                boxed.flatMap((text) => run(text, SIZES.cell, false, GREY)),
              ),
            ],
          }),
        ],
      }),
    ],
  });
}
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function pageNumbers(words: PaperWords): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    bidirectional: words.direction === 'rtl',
    children: [
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SIZES.note }),
    ],
  });
}

function pictureOf(data: Buffer): ImageRun | undefined {
  const size = jpegSize(data);
  if (!size) return undefined;
  const scale = Math.min(1, PICTURE_SIDE / Math.max(size.width, size.height));
  const transformation = {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
  return new ImageRun({ type: 'jpg', data, transformation });
}

function entryControl(writing: Writing, entry: Entry, isOpen: boolean, size: number): ParagraphChild {
  const { words } = writing;
  const { tag, label, field, value } = entry;
  const list = field.choice && CHOICES[field.choice];
  const choices = list?.map((code) => ({ code, word: shownValue(words, { ...entry, value: code }) }));
  const shown = value === '' ? undefined : shownValue(words, entry);
  const holder = choices ? words.choose : words.fill;
  return control(writing, {
    ...{ tag, label, shown, holder, size, choices, isLocked: !isOpen },
    isLong: field.kind === 'text',
  });
}
