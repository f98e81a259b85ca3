/**
 * XML as it streams by, bounded: no document type (so no entities of its own), no nesting beyond a limit, and no
 * single token (text, attribute list, comment) that grows without end. Names come without their namespace prefix,
 * because writers choose the prefix freely and the few names read here are not ambiguous.
 */
import { SaxesParser } from 'saxes';
import { CELL_TEXT_MAX_CHARS, SMALL_PART_MAX_BYTES, XML_DEPTH_MAX } from './limits.ts';
import { SheetProblemError, stopReading } from './problem.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

export type XmlReader = {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Feeds the chunks of one XML part to a reader; `afterChunk` runs between chunks. */
export class XmlFeed {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  readonly #decoder = new TextDecoder('utf-8');
  readonly #part: string;
  #depth = 0;
  #events = 0;
  #tokenBytes = 0;

  constructor(part: string, reader: XmlReader) {
    this.#part = part;
    const parser = this.#parser;
    parser.on('doctype', () => stopReading('not-a-sheet', { seems: 'doctype', part }));
    parser.on('opentag', (tag) => {
      this.#events++;
      if (++this.#depth > XML_DEPTH_MAX) stopReading('not-a-sheet', { seems: 'damaged-part', part });
      reader.open(localName(tag.name), tag.attributes);
    });
    parser.on('closetag', (tag) => {
      this.#events++;
      this.#depth--;
      reader.close?.(localName(tag.name));
    });
    const onText = (text: string) => {
      this.#events++;
      reader.text?.(text);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  /** Reads the next chunk. */
  write(chunk: Buffer): void {
    const before = this.#events;
    this.#guard(() => this.#parser.write(this.#decoder.decode(chunk, { stream: true })));
    this.#tokenBytes = this.#events === before ? this.#tokenBytes + chunk.length : chunk.length;
    if (this.#tokenBytes > CELL_TEXT_MAX_CHARS) {
      stopReading('cell-too-large', { part: this.#part, limit: CELL_TEXT_MAX_CHARS });
    }
  }

  /** Says that the part is at its end; stops with a refusal where elements are still open. */
  end(): void {
    this.#guard(() => this.#parser.write(this.#decoder.decode()).close());
  }

  #guard(step: () => unknown): void {
    try {
      step();
    } catch (error) {
      if (error instanceof SheetProblemError || !(error instanceof Error)) throw error;
      stopReading('not-a-sheet', { seems: 'damaged-part', part: this.#part });
    }
  }
}

/** Reads a small part to its end; stops with a refusal where it is larger than small parts are. */
export async function readSmallXml(
  part: string,
  chunks: AsyncIterable<Buffer>,
  reader: XmlReader,
): Promise<void> {
  const feed = new XmlFeed(part, reader);
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > SMALL_PART_MAX_BYTES) stopReading('too-large', { part, limit: SMALL_PART_MAX_BYTES });
    feed.write(chunk);
  }
  feed.end();
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Undoes the escapes a workbook uses for characters that XML forbids; what no text may hold is shown as U+FFFD. */
export function unescapeWorkbookText(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\u0000', '\uFFFD')
    .toWellFormed();
}
