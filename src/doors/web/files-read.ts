/** Reads what was told of a file's columns in the form of the page before it is brought in. */
import { type Refusal, refusal } from '../../domain/base/refusal.ts';
import { FIELDS, type Field } from '../../domain/intake/understood.ts';
import { parseMappingFile } from '../import/columns.ts';
import type { Incoming } from '../import/incoming.ts';
import type { Told } from '../import/look.ts';
import { type Form, textOf } from './room.ts';

const HEADING_ROW_MAX = 1000;

/**
 * What is told of the columns once this form was sent: a saved mapping where one was chosen, else the choices of the sheet
 * that was shown beside what was told of the others before.
 */
export function readTold(
  sent: Form,
  incoming: Incoming,
  saved: string | undefined,
): Told | undefined | Refusal {
  if (saved !== undefined) {
    const mapping = parseMappingFile(saved);
    return 'refused' in mapping ? mapping : { file: mapping };
  }
  const sheet = incoming.look?.sheets[Number(textOf(sent, 'sheet') ?? 0)];
  if (!sheet) return incoming.told;
  const heading = textOf(sent, 'headingRow') ?? String(sheet.headingRow);
  if (!/^\d{1,4}$/.test(heading) || Number(heading) > HEADING_ROW_MAX)
    return refusal('input-unreadable', { field: 'headingRow', says: '', problems: 1 });
  const fields = sheet.columns.map((column, index) => fieldOf(textOf(sent, `c${index}`)) ?? column.field);
  const headingRow = Number(heading);
  const same =
    headingRow === sheet.headingRow && fields.every((field, index) => field === sheet.columns[index]?.field);
  const confirmed = textOf(sent, 'do') !== 'begin' && !sheet.sure;
  if (same && !confirmed) return incoming.told;
  return { ...incoming.told, sheets: { ...incoming.told?.sheets, [sheet.name]: { headingRow, fields } } };
}

/** True where nothing else is told than what the file was looked at with. */
export function isSameTold({ told }: Incoming, now: Told | undefined): boolean {
  return told === now;
}

function fieldOf(text: string | undefined): Field | undefined {
  return FIELDS.find((field) => field === text);
}
