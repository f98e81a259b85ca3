/**
 * What INTERPOL's iARMS asks of a record and of a trace, as INTERPOL describes it in public (interpol.int, pages on iARMS and the
 * Firearms Reference Table); its screens are for its members, so that the order is that of the description: status, what
 * identifies a firearm, countries, how it came to light, who asks.
 *
 * @clause C-12, C-13
 */
import type { SheetField } from './sheet-shape.ts';

export const IARMS_FIELDS: readonly SheetField[] = [
  { code: 'status', part: 'record', label: 'Status', left: 'theirs' },
  { code: 'make', part: 'firearm', label: 'Make', from: 'item.maker' },
  { code: 'model', part: 'firearm', label: 'Model', from: 'item.model' },
  { code: 'calibre', part: 'firearm', label: 'Calibre', from: 'item.calibre' },
  { code: 'serial', part: 'firearm', label: 'Serial number', from: 'serial' },
  { code: 'obliterated', part: 'firearm', label: 'Serial number obliterated', from: 'obliterated' },
  { code: 'type', part: 'firearm', label: 'Type', from: 'item.class' },
  { code: 'manufacture', part: 'firearm', label: 'Country of manufacture', from: 'item.country' },
  { code: 'import', part: 'firearm', label: 'Country of last legal import', from: 'item.importCountry' },
  { code: 'import-year', part: 'firearm', label: 'Year of import', from: 'item.importYear' },
  { code: 'marks', part: 'firearm', label: 'Other marks', from: 'more-marks' },
  { code: 'features', part: 'firearm', label: 'Other features', from: 'item.others' },
  { code: 'recovered', part: 'recovery', label: 'Recovery', from: 'recovery.kind' },
  { code: 'date', part: 'recovery', label: 'Date', from: 'recovery.happened' },
  { code: 'country', part: 'recovery', label: 'Country', from: 'recovery.country' },
  { code: 'place', part: 'recovery', label: 'Place', from: 'recovery.place' },
  { code: 'circumstances', part: 'recovery', label: 'Circumstances', from: 'recovery.circumstances' },
  { code: 'requester', part: 'request', label: 'Requesting authority', from: 'requester.name' },
  { code: 'reference', part: 'request', label: 'Reference', from: 'request.reference' },
  { code: 'urgency', part: 'request', label: 'Urgency', from: 'urgency.level' },
  { code: 'use', part: 'request', label: 'Purpose', from: 'use.code' },
  { code: 'handling', part: 'request', label: 'Handling', from: 'limits' },
  { code: 'possessor', part: 'persons', label: 'Persons', left: 'never' },
];

/** Statuses of firearms in iARMS and what they are in lists of lost and stolen arms here. */
export const IARMS_STATUSES: readonly { readonly theirs: string; readonly ours: string }[] = [
  { theirs: 'Lost', ours: 'lost' },
  { theirs: 'Stolen', ours: 'stolen' },
  { theirs: 'Trafficked/Smuggled', ours: 'trafficked' },
];
