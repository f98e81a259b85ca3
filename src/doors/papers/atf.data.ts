/**
 * The fields of ATF F 3312.1 (National Tracing Center Trace Request) in the order of the form, and what of ours goes into each. Parts I
 * to VI as the edition of February 2018 has them, as published for review (OMB 1140-0043, omb.report/icr/201905-1140-006); of its
 * second page only the parts are known here, so that its fields bear the number of their part alone.
 *
 * What could go wrong: data on persons that we neither ask for nor keep. Possessors and associates are never filled and never read,
 * and of them race and ethnicity not even where somebody offers them.
 *
 * @clause C-13
 */
import type { SheetField } from './sheet-shape.ts';

export const ATF_FIELDS: readonly SheetField[] = [
  { code: '1a', part: 'I', label: 'Date of Request', from: 'today' },
  { code: '1b', part: 'I', label: 'Priority', from: 'urgency.level' },
  { code: '1b-justification', part: 'I', label: 'Justification', from: 'urgency.reason' },
  { code: '1c', part: 'I', label: 'Special Instructions', from: 'limits' },
  { code: '2a', part: 'II', label: 'NCIC Crime Code', left: 'theirs' },
  { code: '2b', part: 'II', label: 'Project Code, Project Title, or other Initiative', left: 'theirs' },
  { code: '3a', part: 'III', label: 'Organization Code', left: 'theirs' },
  { code: '3b', part: 'III', label: 'Phone, Fax, E-Mail', left: 'theirs' },
  { code: '3c', part: 'III', label: 'ATF Special Agent’s Name', left: 'theirs' },
  { code: '3d', part: 'III', label: 'Badge Number', left: 'theirs' },
  { code: '3e', part: 'III', label: 'ATF Case Number', left: 'theirs' },
  { code: '3f', part: 'III', label: 'Field Office', left: 'theirs' },
  { code: '4a', part: 'IV', label: 'ORI Number', left: 'theirs' },
  { code: '4b', part: 'IV', label: 'Phone, Fax, E-Mail', from: 'requester.contact' },
  { code: '4c', part: 'IV', label: 'Other Agency Officer’s Name', left: 'person' },
  { code: '4d', part: 'IV', label: 'Badge Number', left: 'person' },
  { code: '4e', part: 'IV', label: 'Other Agency Case Number', from: 'request.reference' },
  { code: '4f', part: 'IV', label: 'Department/Unit', from: 'requester.name' },
  { code: '4g', part: 'IV', label: 'Mailing Address', from: 'requester.country' },
  { code: '5a', part: 'V', label: 'Serial Number (From Frame or Receiver)', from: 'serial' },
  { code: '5b', part: 'V', label: 'Obliterated', from: 'obliterated' },
  { code: '5c', part: 'V', label: 'Firearms Manufacturer', from: 'item.maker' },
  { code: '5d', part: 'V', label: 'Type', from: 'item.class' },
  { code: '5e', part: 'V', label: 'Caliber', from: 'item.calibre' },
  { code: '5f', part: 'V', label: 'Model', from: 'item.model' },
  { code: '5g', part: 'V', label: 'Country of Origin', from: 'item.country' },
  { code: '5h', part: 'V', label: 'Importer', from: 'importer' },
  { code: '5i', part: 'V', label: 'Additional Markings', from: 'more-marks' },
  { code: '6a', part: 'VI', label: 'Name', left: 'person' },
  { code: '6b', part: 'VI', label: 'Alias', left: 'person' },
  { code: '6c', part: 'VI', label: 'Alias Date of Birth', left: 'person' },
  { code: '6d', part: 'VI', label: 'Height', left: 'person' },
  { code: '6e', part: 'VI', label: 'Weight', left: 'person' },
  { code: '6f', part: 'VI', label: 'Sex', left: 'person' },
  { code: '6g', part: 'VI', label: 'Ethnicity', left: 'never' },
  { code: '6h', part: 'VI', label: 'Race', left: 'never' },
  { code: '6i', part: 'VI', label: 'Address, place of birth and identification', left: 'never' },
  { code: 'VII', part: 'VII', label: 'Associate Information', left: 'never' },
  { code: 'VIII-date', part: 'VIII', label: 'Recovery: date', from: 'recovery.happened' },
  { code: 'VIII-place', part: 'VIII', label: 'Recovery: place', from: 'recovery.place' },
  { code: 'VIII-more', part: 'VIII', label: 'Recovery: circumstances', from: 'recovery.circumstances' },
  { code: 'IX', part: 'IX', label: 'Obliterated Serial Number Information', from: 'damaged' },
];
