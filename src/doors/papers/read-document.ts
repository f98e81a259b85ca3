/**
 * Reads a filled document back: the text of each content control by its tag, from the one part of the archive that holds them.
 * Nothing else of the file is looked at, nothing in it runs, and what it shows to a person is text.
 *
 * What could go wrong: an archive made to exhaust its reader. It is bounded as workbooks are (doors/sheets/archive): parts, sizes,
 * ratio, no document type, nesting; here fields and their characters besides. One field that stands twice with two values says
 * nothing, and that is told.
 *
 * @clause C-13
 */
import { type Refusal, refusal } from '../../domain/base/refusal.ts';
import { openArchive } from '../sheets/archive.ts';
import { SheetProblemError } from '../sheets/problem.ts';
import { readSmallXml, type XmlReader } from '../sheets/xml.ts';
import { contentOf, type ReadPaper } from './content.ts';
import { FORM_NAME } from './form.data.ts';

/** Named limits: bytes of a document, fields in it, characters of one. */
export const DOCUMENT_BYTES_MAX = 20 * 1024 * 1024;
const FIELDS_MAX = 5_000;
const FIELD_CHARS_MAX = 20_000;
/** The part of a document that holds its text. */
export const MAIN_PART = 'word/document.xml';

export type PaperProblem =
  | 'paper-unreadable'
  | 'paper-too-large'
  | 'paper-without-fields'
  | 'paper-of-another-form';

/** What a document says, or why it cannot be read. */
export async function readDocument(bytes: Buffer): Promise<ReadPaper | Refusal<PaperProblem>> {
  if (bytes.length > DOCUMENT_BYTES_MAX) return refusal('paper-too-large');
  const found = await fieldsOf(bytes).catch((error: unknown) => {
    if (error instanceof SheetProblemError) return undefined;
    throw error;
  });
  if (!found) return refusal('paper-unreadable');
  const { written, twice } = found;
  const form = written.get('paper.form');
  if (form === undefined) return refusal('paper-without-fields');
  if (form !== FORM_NAME) return refusal('paper-of-another-form', { form: form.slice(0, 80) });
  for (const tag of twice) written.delete(tag);
  const read = contentOf(written);
  const told = [...twice].map((tag) => ({ tag, text: '', why: 'twice' as const }));
  return { ...read, unread: [...told, ...read.unread] };
}

async function fieldsOf(
  bytes: Buffer,
): Promise<{ readonly written: Map<string, string>; readonly twice: ReadonlySet<string> } | undefined> {
  const archive = await openArchive(bytes);
  if (archive.sizeBytes(MAIN_PART) === undefined) return undefined;
  const reader = new FieldReader();
  await readSmallXml(MAIN_PART, archive.read(MAIN_PART), reader);
  return reader;
}

type Open = { tag: string | undefined; text: string };

/** Gathers the text of content controls as it streams by; text in a control within a control belongs to the inner one. */
class FieldReader implements XmlReader {
  readonly written = new Map<string, string>();
  readonly twice = new Set<string>();
  readonly #open: Open[] = [];
  #inProperties = 0;
  #inText = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const top = this.#open.at(-1);
    if (name === 'sdt') this.#open.push({ tag: undefined, text: '' });
    else if (name === 'sdtPr') this.#inProperties++;
    else if (name === 'tag' && this.#inProperties > 0 && top) top.tag = attributes['w:val'];
    else if (this.#inProperties === 0) {
      if (name === 't') this.#inText = true;
      else if (name === 'br' || name === 'cr') this.#add('\n');
      else if (name === 'tab') this.#add(' ');
    }
  }

  text(text: string): void {
    if (this.#inText) this.#add(text);
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'p') this.#add('\n');
    else if (name === 'sdtPr') this.#inProperties--;
    else if (name === 'sdt') this.#keep(this.#open.pop());
  }

  #add(text: string): void {
    const top = this.#open.at(-1);
    if (top && top.text.length < FIELD_CHARS_MAX) top.text += text;
  }

  #keep(field: Open | undefined): void {
    if (field?.tag === undefined || this.written.size >= FIELDS_MAX) return;
    const text = field.text.trim();
    const before = this.written.get(field.tag);
    if (before !== undefined && before !== text) this.twice.add(field.tag);
    this.written.set(field.tag, text);
  }
}
