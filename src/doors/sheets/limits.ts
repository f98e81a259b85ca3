/**
 * Every bound on reading a sheet, in one place. A file comes from outside and may be made to harm: each limit is
 * checked before memory is spent, and each crossing is a refusal that names the limit.
 */

/** Largest workbook file; a CSV file may be of any size, because it is read as it streams by. */
export const WORKBOOK_FILE_MAX_BYTES = 256 * 1024 * 1024;

/** Most parts a workbook's archive may list. */
export const ARCHIVE_PARTS_MAX = 10_000;

/** Most bytes all parts of a workbook may come to when unpacked. */
export const UNPACKED_MAX_BYTES = 4 * 1024 * 1024 * 1024;

/** Most bytes one packed byte may become; real sheets stay below 50. */
export const UNPACKED_RATIO_MAX = 100;

/** How far a part may unpack beyond its declared size before it is taken for a lie rather than for damage. */
export const EXCESS_MAX_BYTES = 1024 * 1024;

/** Below this unpacked size the ratio is not looked at, because it can do no harm. */
export const UNPACKED_RATIO_FREE_BYTES = 32 * 1024 * 1024;

/** Largest unpacked workbook part that is not a sheet and not the shared texts (styles, list of sheets). */
export const SMALL_PART_MAX_BYTES = 16 * 1024 * 1024;

/** Most sheets in one workbook. */
export const SHEETS_MAX = 1_000;

/** Deepest nesting of XML elements. */
export const XML_DEPTH_MAX = 128;

/** Most characters of one cell: also bounds any single token of XML and any single field of CSV. */
export const CELL_TEXT_MAX_CHARS = 1024 * 1024;

/** Most characters of all cells of one row together. */
export const ROW_TEXT_MAX_CHARS = 8 * 1024 * 1024;

/** Most columns of a row, in either format: column XFD is the last. */
export const COLUMNS_MAX = 16_384;

/** Last row number of a workbook's sheet. */
export const WORKBOOK_ROWS_MAX = 1_048_576;

/** Most bytes of shared texts kept in memory, each text counted with its overhead. */
export const SHARED_TEXT_MAX_BYTES = 128 * 1024 * 1024;

/** What one shared text costs in memory beyond its characters. */
export const SHARED_TEXT_OVERHEAD_BYTES = 32;

/** Most cell styles looked at; the format itself allows 65,490. */
export const STYLES_MAX = 100_000;

/** Most merges over several rows in one sheet. */
export const MERGES_MAX = 200_000;

/** Most columns in which a merge over several rows may stand at the same time. */
export const MERGES_ABREAST_MAX = 256;

/** A chunk of rows ends at this many rows ... */
export const CHUNK_ROWS = 500;

/** ... or at this weight (characters, and 32 for each cell), so that a chunk stays small in memory. */
export const CHUNK_WEIGHT = 4 * 1024 * 1024;

/** How much of a file is read at once. */
export const READ_BYTES = 256 * 1024;

/** How much of a workbook's part is unpacked at once. */
export const UNPACK_BYTES = 64 * 1024;

/** How much text is looked at to tell its encoding and delimiter. */
export const SAMPLE_BYTES = 256 * 1024;

/** How much of the beginning is looked at to tell what a file is. */
export const HEAD_BYTES = 8 * 1024;
