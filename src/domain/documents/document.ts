/**
 * What may be kept as a photograph or a document of an arm, and how a file is told from what it claims to be: by its first
 * bytes alone. A name or a stated type is only ever held against it. Pictures of which no safe copy can be made are not
 * taken, nor is anything that a browser would run.
 *
 * What could go wrong: a file that is two things at once (a picture with a page of HTML behind it). It is kept as it is,
 * because it is evidence; it is never shown, only its copy is, and it leaves only as a file to be saved.
 *
 * @clause A-01, J-05
 */
import { type Refusal, refusal } from '../base/refusal.ts';

export const DOCUMENT_KINDS = ['photograph', 'document'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a page may show of a picture: ours, re-encoded. */
export const COPY_FORMS = ['thumb', 'large'] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

export type Media = keyof typeof MEDIA;
/** The types that are taken, with the endings their names carry. */
export const MEDIA = {
  'image/jpeg': { endings: ['jpg', 'jpeg', 'jpe', 'jfif'], isPicture: true },
  'image/png': { endings: ['png'], isPicture: true },
  'image/webp': { endings: ['webp'], isPicture: true },
  'image/tiff': { endings: ['tif', 'tiff'], isPicture: true },
  'application/pdf': { endings: ['pdf'], isPicture: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    endings: ['docx'],
    isPicture: false,
  },
} as const satisfies Readonly<Record<string, { endings: readonly string[]; isPicture: boolean }>>;

/** A filled form that came back, as Word and its like write it: taken as a paper of a trace alone. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Named limits: bytes of an original, and pixels of a picture. @unit bytes, pixels */
export const DOCUMENT_BYTES_MAX = 20 * 1024 * 1024;
export const PICTURE_PIXELS_MAX = 64_000_000;

export type DocumentRefusal =
  | 'document-empty'
  | 'document-too-large'
  | 'document-type-unknown'
  | 'picture-is-heic'
  | 'document-claims-other'
  | 'photograph-not-a-picture'
  | 'picture-too-large'
  | 'picture-opened-whole'
  | 'document-damaged'
  | 'document-missing'
  | 'document-known-already'
  | 'document-unknown'
  | 'document-erased'
  | 'document-has-no-copy'
  | 'documents-not-seen'
  | 'no-code-found'
  | 'upload-too-slow'
  | 'uploads-full';

/** A document as an entry of its arm names it: no title and no name, which may be personal and can be erased elsewhere. */
export type DocumentFact = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly media: string;
  /** SHA-256 of the original, in hexadecimal digits. */
  readonly digest: string;
  readonly bytes: number;
  /** When the picture was taken or the paper written, as far as it is told. */
  readonly taken?: string;
};

/** What the one who brings a file says of it; each part may be absent. */
export type FileClaims = {
  readonly kind: DocumentKind;
  readonly media?: string | undefined;
  /** Name of the file: only its ending is read, and it is not kept. */
  readonly name?: string | undefined;
  /** True of a paper of a trace, which may be a filled form. */
  readonly isPaper?: true;
};

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, place) => bytes[from + place] === byte);
const codesOf = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TIFFS = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
const RIFF = codesOf('RIFF');
const WEBP = codesOf('WEBP');
const PDF = codesOf('%PDF-1.');
const PDF_2 = codesOf('%PDF-2.');
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const BOX = codesOf('ftyp');
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].map(codesOf);

/** The type of a file by its first bytes; undefined where it is none that is taken. */
export function sniffMedia(bytes: Uint8Array, isPaper = false): Media | undefined {
  // An archive is looked into when it is whole (isWholeWord).
  if (isPaper && startsWith(bytes, ZIP)) return WORD;
  if (startsWith(bytes, JPEG)) return 'image/jpeg';
  if (startsWith(bytes, PNG)) return 'image/png';
  if (startsWith(bytes, RIFF) && startsWith(bytes, WEBP, 8)) return 'image/webp';
  if (TIFFS.some((start) => startsWith(bytes, start))) return 'image/tiff';
  if (startsWith(bytes, PDF) || startsWith(bytes, PDF_2)) return 'application/pdf';
  return undefined;
}

function isHeic(bytes: Uint8Array): boolean {
  return startsWith(bytes, BOX, 4) && HEIC_BRANDS.some((brand) => startsWith(bytes, brand, 8));
}

/** How many of the first bytes are enough to judge a file by. */
export const HEAD_BYTES = 16;

/**
 * Judges a file by its first bytes and against what is said of it.
 * @refuses document-empty, picture-is-heic, document-type-unknown, document-claims-other, photograph-not-a-picture
 */
export function judgeFile(head: Uint8Array, claims: FileClaims): Media | Refusal<DocumentRefusal> {
  if (head.length === 0) return refusal('document-empty');
  const media = sniffMedia(head, claims.isPaper);
  if (media === undefined) return refusal(isHeic(head) ? 'picture-is-heic' : 'document-type-unknown');
  const claimed = findLie(media, claims);
  if (claimed !== undefined) return refusal('document-claims-other', { claimed, found: media });
  if (claims.kind === 'photograph' && !MEDIA[media].isPicture) return refusal('photograph-not-a-picture');
  return media;
}

/** Types that browsers state where they know nothing. */
const NO_CLAIM: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'binary/octet-stream']);
const SAME_AS: Readonly<Record<string, Media>> = { 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg' };

/** The stated type or the ending of the name where it says another type than the bytes. */
function findLie(media: Media, { media: stated, name }: FileClaims): string | undefined {
  const [type = ''] = (stated ?? '').toLowerCase().split(';');
  const plain = type.trim();
  if (!NO_CLAIM.has(plain) && (SAME_AS[plain] ?? plain) !== media) return plain;
  const [, ending] = /\.([a-z0-9]{1,8})$/.exec((name ?? '').trim().toLowerCase()) ?? [];
  const endings: readonly string[] = MEDIA[media].endings;
  return ending === undefined || endings.includes(ending) ? undefined : `.${ending}`;
}

const PDF_END = codesOf('%%EOF');
/** A PDF ends with its mark; programs write a few bytes behind it. */
const PDF_TAIL_BYTES = 1024;

/** True where a PDF has its end: one that was cut off while it was copied has none. */
export function isWholePdf(bytes: Uint8Array): boolean {
  for (let at = bytes.length - PDF_END.length; at >= Math.max(0, bytes.length - PDF_TAIL_BYTES); at--)
    if (startsWith(bytes, PDF_END, at)) return true;
  return false;
}

/** Names of parts as the list of an archive holds them, unpacked: what a form has, and what a program has. */
const WORD_PART = Buffer.from('word/document.xml');
const PROGRAM_PARTS = ['vbaProject', 'activeX', 'word/embeddings/'].map((name) => Buffer.from(name));

/** True where an archive is a form without a program in it: its main part is named, none of a program is. */
export function isWholeWord(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return whole.includes(WORD_PART) && !PROGRAM_PARTS.some((part) => whole.includes(part));
}

/** The name under which a file leaves: nothing of it comes from outside. */
export function formatFileName(id: string, media: Media): string {
  return `document-${id}.${MEDIA[media].endings[0]}`;
}
