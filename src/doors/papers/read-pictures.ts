/**
 * The pictures that somebody put into a filled document, in the order in which they stand: their bytes as they lie in the archive.
 * Nothing is opened here and nothing is fetched; whoever takes them judges and writes them anew (acts/taken-pictures).
 *
 * What could go wrong: a document that points at what is not in it, a picture on another machine above all, which would tell its
 * owner who reads. Only parts of the folder of pictures are read; what lies elsewhere is told and left.
 *
 * @clause ITI 17(b), C-13
 */
import { PHOTOGRAPHS_MAX } from '../../acts/trace-shapes.ts';
import { type Refusal, refusal } from '../../domain/base/refusal.ts';
import { DOCUMENT_BYTES_MAX } from '../../domain/documents/document.ts';
import { type Archive, openArchive } from '../sheets/archive.ts';
import { SheetProblemError } from '../sheets/problem.ts';
import { readSmallXml, type XmlReader } from '../sheets/xml.ts';
import { MAIN_PART } from './read-document.ts';

const LINKS_PART = 'word/_rels/document.xml.rels';
/** Named limit: links of a document that are kept in mind. */
const LINKS_MAX = 1000;
const IN_FOLDER = /^(?:\/?word\/)?(media\/[A-Za-z0-9_.-]+)$/;

/** A picture by its place in the document, counted from 1: its bytes, or why they are not taken. */
export type PaperPicture = { readonly place: number; readonly found: Buffer | Refusal };

/** The pictures of a document, the first so many as may be sent with a request; none where it cannot be read. */
export async function readPictures(document: Buffer): Promise<readonly PaperPicture[]> {
  try {
    const archive = await openArchive(document);
    const shown = new ShownReader();
    const links = new LinkReader();
    await readPart(archive, MAIN_PART, shown);
    await readPart(archive, LINKS_PART, links);
    const pictures: PaperPicture[] = [];
    for (const id of [...shown.ids].slice(0, PHOTOGRAPHS_MAX))
      pictures.push({ place: pictures.length + 1, found: await pictureOf(archive, links.all.get(id)) });
    if (shown.ids.size > PHOTOGRAPHS_MAX)
      pictures.push({
        place: PHOTOGRAPHS_MAX + 1,
        found: refusal('pictures-too-many', { limit: PHOTOGRAPHS_MAX }),
      });
    return pictures;
  } catch (error) {
    if (error instanceof SheetProblemError) return [];
    throw error;
  }
}

async function readPart(archive: Archive, part: string, reader: XmlReader): Promise<void> {
  if (archive.sizeBytes(part) !== undefined) await readSmallXml(part, archive.read(part), reader);
}

async function pictureOf(archive: Archive, link: Link | undefined): Promise<Buffer | Refusal> {
  if (link?.isOutside) return refusal('picture-elsewhere');
  const [, inside] = IN_FOLDER.exec(link?.target ?? '') ?? [];
  const part = `word/${inside ?? ''}`;
  const size = inside === undefined ? undefined : archive.sizeBytes(part);
  if (size === undefined) return refusal('picture-elsewhere');
  if (size > DOCUMENT_BYTES_MAX)
    return refusal('document-too-large', { limit: Math.floor(DOCUMENT_BYTES_MAX / (1024 * 1024)) });
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of archive.read(part)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof SheetProblemError) return refusal('document-damaged', { media: 'image' });
    throw error;
  }
  return Buffer.concat(chunks);
}

/** Which pictures stand in the text, each once, by the names of their links: drawings of today and those of old writers. */
class ShownReader implements XmlReader {
  readonly ids = new Set<string>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.ids.size >= LINKS_MAX) return;
    const named =
      name === 'blip'
        ? (attributes['r:embed'] ?? attributes['r:link'])
        : name === 'imagedata'
          ? attributes['r:id']
          : undefined;
    if (named) this.ids.add(named);
  }
}

type Link = { readonly target: string; readonly isOutside: boolean };

/** Where the links of a document lead. */
class LinkReader implements XmlReader {
  readonly all = new Map<string, Link>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { Id: id, Target: target = '', TargetMode: mode } = attributes;
    if (name !== 'Relationship' || id === undefined || this.all.size >= LINKS_MAX) return;
    this.all.set(id, { target, isOutside: mode === 'External' });
  }
}
