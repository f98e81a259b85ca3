/**
 * Runs of words and content controls of a document, which the library for documents does not know: each control bears the name of
 * its field, its list where it has one, and what stands while nothing does.
 */
import { BuilderElement, type ParagraphChild, TextRun, type XmlComponent } from 'docx';
import { piecesOf } from './pieces.ts';

export type Writing = {
  /** Numbers of content controls, each once. */
  readonly next: () => number;
};

/** Half points. */
export const SIZES = { title: 32, heading: 26, small: 22, text: 20, cell: 16, note: 14 } as const;
export const GREY = '808080';

/** Words as they stand; signs of scripts that run from the right are marked so, or they stand in the wrong order. */
export function run(
  text: string,
  size: number = SIZES.text,
  bold = false,
  color?: string,
): readonly TextRun[] {
  const lines = text.replace(NOT_IN_XML, '\ufffd').split('\n');
  return lines.flatMap((line, at) =>
    piecesOf(line).map(
      ({ text: piece, isCode }, place) =>
        new TextRun({
          text: piece,
          ...(at > 0 && place === 0 ? { break: 1 } : {}),
          ...{ size, sizeComplexScript: size, bold, boldComplexScript: bold },
          rightToLeft: !isCode,
          ...(color === undefined ? {} : { color }),
        }),
    ),
  );
}

// Signs that no XML may hold, however they came into a mark.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export type Control = {
  readonly tag: string;
  readonly label: string;
  readonly shown: string | undefined;
  /** What stands while nothing does. */
  readonly holder?: string;
  readonly size: number;
  readonly choices?: readonly { readonly code: string; readonly word: string }[] | undefined;
  readonly isLocked: boolean;
  readonly isLong?: boolean;
};

/** A content control in the order of elements that the format asks for. */
export function control(writing: Writing, wanted: Control): ParagraphChild {
  const { tag, label, shown, holder = '', size, choices, isLocked, isLong = false } = wanted;
  const isEmpty = shown === undefined;
  const kind = choices
    ? element(
        'w:dropDownList',
        {},
        choices.map(({ code, word }) => element('w:listItem', { displayText: word, value: code })),
      )
    : element('w:text', isLong ? { multiLine: '1' } : {});
  const properties = element('w:sdtPr', {}, [
    element('w:alias', { val: label.slice(0, ALIAS_MAX) }),
    element('w:tag', { val: tag }),
    element('w:id', { val: String(writing.next()) }),
    ...(isLocked ? [element('w:lock', { val: 'sdtContentLocked' })] : []),
    ...(isEmpty ? [element('w:showingPlcHdr', {})] : []),
    kind,
  ]);
  const inside = run(isEmpty ? holder : shown, size, false, isEmpty ? GREY : undefined);
  const content = element('w:sdtContent', {}, inside);
  return element('w:sdt', {}, [properties, content]) as unknown as ParagraphChild;
}

/** Named limit of the format: characters of the name of a control. */
const ALIAS_MAX = 64;

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const named = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      { key: `w:${key}`, value: value.replace(NOT_IN_XML, '\ufffd') },
    ]),
  );
  return new BuilderElement({ name, attributes: named, children });
}
