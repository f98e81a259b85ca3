/** The end of a range of folds that begin alike. */

/** Sorts behind every byte of a fold. */
export const LAST_BYTE = '\u007f';
