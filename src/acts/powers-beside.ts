/** Powers that are no single act because they read or write files piece by piece. Not an act itself. */

/** Powers that doors ask for by name before they begin. */
export const POWERS_BESIDE_ACTS: readonly string[] = [
  'export-arms',
  'draw-export',
  'import-file',
  'erase-personal-data',
  'add-document',
  'add-paper',
  'view-document',
  'view-original',
  'view-sent-photograph',
  'view-paper',
  'read-code',
  'export-messages',
  'import-messages',
];
