/**
 * Reads the XML of a sheet, or of the shared texts, quickly. A sheet of a million rows holds some forty million
 * tags, for which a general parser takes two to three times as long; this one knows that a sheet needs element names, text and three attributes
 * (r, s, t) and nothing else. It is as strict as it must be: tags must close in their order, a document type is
 * refused, nesting and every single token are bounded, only the five entities of XML and character numbers exist.
 */
import { CELL_TEXT_MAX_CHARS, XML_DEPTH_MAX } from './limits.ts';
import { stopReading } from './problem.ts';

/** What is told of the XML; attributes stand in the scanner while `open` runs. */
export type SheetEvents = {
  open(name: string, scanner: SheetScanner): void;
  text(text: string): void;
  close(name: string): void;
  /** Whether text matters now, so that it need not be taken out where it does not. */
  isTaking(): boolean;
};

const SPACE = 32;
const BANG = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const GREATER = 62;
const QUESTION = 63;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export class SheetScanner {
  /** The attribute r of the tag just opened: the reference of a cell or the number of a row. */
  reference: string | undefined;
  /** The attribute s: the style of a cell. */
  style: string | undefined;
  /** The attribute t: the type of a cell. */
  type: string | undefined;
  readonly #part: string;
  readonly #events: SheetEvents;
  readonly #open: string[] = [];
  #bytes = Buffer.alloc(0);
  #text = '';

  constructor(part: string, events: SheetEvents) {
    this.#part = part;
    this.#events = events;
  }

  /** Reads the next bytes. */
  write(chunk: Buffer): void {
    // Bytes are cut after a tag and joined before they become text: joining texts makes every later look at them slow.
    const cut = chunk.lastIndexOf(GREATER) + 1;
    const isWhole = cut > 0 && this.#bytes.length === 0;
    const bytes = isWhole ? chunk.subarray(0, cut) : Buffer.concat([this.#bytes, chunk.subarray(0, cut)]);
    if (cut > 0) this.#readText(bytes.toString());
    const rest = chunk.subarray(cut);
    this.#bytes = cut > 0 ? Buffer.from(rest) : Buffer.concat([this.#bytes, rest]);
    if (this.#text.length + this.#bytes.length > CELL_TEXT_MAX_CHARS) {
      stopReading('cell-too-large', { part: this.#part, limit: CELL_TEXT_MAX_CHARS });
    }
  }

  #readText(more: string): void {
    const text = this.#text === '' ? more : this.#text + more;
    let from = 0;
    for (;;) {
      const next = this.#readToken(text, from);
      if (next === -1) break;
      from = next;
    }
    this.#text = text.slice(from);
  }

  /** Says that the XML is at its end; stops with a refusal where an element is still open. */
  end(): void {
    const rest = this.#text + this.#bytes.toString();
    if (this.#open.length > 0 || rest.trim() !== '') this.#stopDamaged();
  }

  /** Reads the text up to the next tag and that tag; gives where it ended, or -1 where more is needed. */
  #readToken(text: string, from: number): number {
    const at = text.indexOf('<', from);
    if (at === -1) return -1;
    const code = text.charCodeAt(at + 1);
    if (code === BANG || code === QUESTION) return this.#readAside(text, from, at);
    const end = this.#findTagEnd(text, at + 1);
    if (end === -1) return -1;
    this.#giveText(text, from, at);
    if (code === SLASH) this.#readClose(text.slice(at + 2, end));
    else this.#readOpen(text, at + 1, end);
    return end + 1;
  }

  #giveText(text: string, from: number, to: number): void {
    if (to === from || !this.#events.isTaking()) return;
    const piece = text.slice(from, to);
    const plain = piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece;
    this.#events.text(plain.includes('&') ? this.#decodeEntities(plain) : plain);
  }

  /** Comments and instructions are passed over, unparsed text is given as it is. */
  #readAside(text: string, from: number, at: number): number {
    for (const [start, stop] of [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
    ] as const) {
      if (!text.startsWith(start, at)) continue;
      const end = text.indexOf(stop, at + start.length);
      if (end === -1) return -1;
      this.#giveText(text, from, at);
      if (start === '<![CDATA[' && this.#events.isTaking())
        this.#events.text(text.slice(at + start.length, end));
      return end + stop.length;
    }
    // A beginning cut off by the end of the bytes may still become a comment.
    if (text.length - at < '<![CDATA['.length) return -1;
    return stopReading('not-a-sheet', { seems: 'doctype', part: this.#part });
  }

  /** The end of a tag; a ">" between quotes does not count. */
  #findTagEnd(text: string, from: number): number {
    let end = text.indexOf('>', from);
    let quote = 0;
    let index = from;
    while (end !== -1) {
      for (; index < end; index++) {
        const code = text.charCodeAt(index);
        if (quote === 0 && (code === DOUBLE || code === SINGLE)) quote = code;
        else if (code === quote) quote = 0;
      }
      if (quote === 0) return end;
      end = text.indexOf('>', end + 1);
    }
    return -1;
  }

  #readOpen(text: string, from: number, end: number): void {
    const isEmpty = text.charCodeAt(end - 1) === SLASH;
    const stop = isEmpty ? end - 1 : end;
    let index = from;
    while (index < stop && text.charCodeAt(index) > SPACE) index++;
    const name = text.slice(from, index);
    if (name === '' || name.includes('<')) this.#stopDamaged();
    this.#readAttributes(text, index, stop);
    if (this.#open.length >= XML_DEPTH_MAX) this.#stopDamaged();
    const bare = localName(name);
    this.#events.open(bare, this);
    if (isEmpty) this.#events.close(bare);
    else this.#open.push(name);
  }

  #readClose(tail: string): void {
    const name = tail.trimEnd();
    if (this.#open.pop() !== name) this.#stopDamaged();
    this.#events.close(localName(name));
  }

  /** Takes r, s and t and steps over the rest. */
  #readAttributes(text: string, from: number, stop: number): void {
    this.reference = undefined;
    this.style = undefined;
    this.type = undefined;
    let index = from;
    for (;;) {
      while (index < stop && text.charCodeAt(index) <= SPACE) index++;
      if (index >= stop) return;
      const equals = text.indexOf('=', index);
      if (equals === -1 || equals >= stop) this.#stopDamaged();
      let quote = equals + 1;
      while (text.charCodeAt(quote) <= SPACE) quote++;
      const mark = text.charCodeAt(quote);
      if (mark !== DOUBLE && mark !== SINGLE) this.#stopDamaged();
      const close = text.indexOf(mark === DOUBLE ? '"' : "'", quote + 1);
      if (close === -1 || close >= stop) this.#stopDamaged();
      const isSingleLetter = equals === index + 1 || text.charCodeAt(index + 1) <= SPACE;
      if (isSingleLetter) this.#takeAttribute(text.charCodeAt(index), text.slice(quote + 1, close));
      index = close + 1;
    }
  }

  #takeAttribute(letter: number, raw: string): void {
    const value = raw.includes('&') ? this.#decodeEntities(raw) : raw;
    if (letter === 114) this.reference = value;
    else if (letter === 115) this.style = value;
    else if (letter === 116) this.type = value;
  }

  #decodeEntities(text: string): string {
    return text.replace(/&([^&;]{0,12});?/g, (whole, name: string) => {
      const known = ENTITIES[name];
      if (known !== undefined && whole.endsWith(';')) return known;
      const match = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
      const code = match ? Number.parseInt(match[1] ?? match[2]!, match[1] === undefined ? 10 : 16) : -1;
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      if (!isCharacter || !whole.endsWith(';')) this.#stopDamaged();
      return String.fromCodePoint(code);
    });
  }

  #stopDamaged(): never {
    stopReading('not-a-sheet', { seems: 'damaged-part', part: this.#part });
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
