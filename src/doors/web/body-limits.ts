/** How many bytes may be sent to which address: little to forms, a whole file where files are added. */
import { DOCUMENT_BYTES_MAX } from '../../domain/documents/document.ts';
import { ENVELOPE_BYTES_MAX } from '../../domain/exchange/limits.ts';
import { INBOX_PATH } from '../peers/inbox-path.ts';

/** Named limits: bytes of what may be sent to an address that asks for no more, and of the fields beside a file. */
export const BODY_BYTES_MAX = 1024 * 1024;
const BESIDE_FILE_BYTES = 256 * 1024;

/** Named limit: bytes of a text file that is brought in; a workbook has a lower one of its own. */
export const CSV_BYTES_MAX = 2 * 1024 * 1024 * 1024;

/** Where programs send photographs and papers, and photographs whose codes are read. */
const FILES_OF_PROGRAMS: ReadonlySet<string> = new Set(['/api/v1/documents', '/api/v1/codes']);
const isSheet = (path: string): boolean => /^\/files\/?$/.test(path);

/** True for the addresses at which whoever takes a file counts it as it comes, after it is known who sends it. */
export function isStreamed(path: string): boolean {
  return isSheet(path) || FILES_OF_PROGRAMS.has(path);
}

/** The bytes that may be sent to a path. */
export function bodyBytesMaxOf(path: string): number {
  if (path === INBOX_PATH) return ENVELOPE_BYTES_MAX;
  if (isSheet(path)) return CSV_BYTES_MAX + BESIDE_FILE_BYTES;
  const takesFile = /^\/(?:arms\/[^/]{1,60}\/documents|identify\/code)\/?$/.test(path);
  return FILES_OF_PROGRAMS.has(path) || takesFile ? DOCUMENT_BYTES_MAX + BESIDE_FILE_BYTES : BODY_BYTES_MAX;
}
