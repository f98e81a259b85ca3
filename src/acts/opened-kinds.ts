/** Kinds of the work items that a review alone closes: an arm was opened to somebody. Not an act itself. */

export const EMERGENCY_KIND = 'emergency-access';
export const MATCH_OPENED_KIND = 'matched-arm';
