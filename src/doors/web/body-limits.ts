/** How many bytes may be sent to which address: little to forms, a whole file where files are added. */
import { DOCUMENT_BYTES_MAX } from '../../domain/documents/document.ts';

/** Named limits: bytes of what may be sent to an address that asks for no more, and of the fields beside a file. */
export const BODY_BYTES_MAX = 1024 * 1024;
const BESIDE_FILE_BYTES = 256 * 1024;

/** Named limit: bytes of a text file that is brought in; a workbook has a lower one of its own. */
export const CSV_BYTES_MAX = 2 * 1024 * 1024 * 1024;

const DOCUMENTS_OF_PROGRAMS = '/api/v1/documents';
const isSheet = (path: string): boolean => /^\/files\/?$/.test(path);

/** True for the addresses at which whoever takes a file counts it as it comes, after it is known who sends it. */
export function isStreamed(path: string): boolean {
  return isSheet(path) || path === DOCUMENTS_OF_PROGRAMS;
}

/** The bytes that may be sent to a path. */
export function bodyBytesMaxOf(path: string): number {
  if (isSheet(path)) return CSV_BYTES_MAX + BESIDE_FILE_BYTES;
  return path === DOCUMENTS_OF_PROGRAMS || /^\/arms\/[^/]{1,60}\/documents\/?$/.test(path)
    ? DOCUMENT_BYTES_MAX + BESIDE_FILE_BYTES
    : BODY_BYTES_MAX;
}
