/**
 * Asks for a file of arms that names persons or sites. Nobody gets anything yet: a second person reads what it is for and how
 * many arms it is about, and says yes or no. Only what the asker may look for and see can be asked for.
 *
 * What could go wrong: search and reason name a person. They stand apart from the ledger, which holds their salted digest, and
 * go after a month.
 *
 * @clause J-02, J-04, J-05, J-06
 */
import { z } from 'zod';
import { ASKED_FIELDS, DECIDED_WITHIN_HOURS, EXPORTS_WAITING_MAX } from '../domain/access/export-request.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import { countWaitingExports, saveExportRequest } from '../store/export-request.ts';
import { countArms } from '../store/find.ts';
import { logAccess } from '../store/work.ts';
import type { Kept } from './append-entry.ts';
import { changeRights } from './change-rights.ts';
import { agoOf } from './export-requests.ts';
import { lineOf, SEARCH_FIELDS, searchOf } from './find-arms.ts';
import { NOTE_MAX, submission } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { id, keptOutput } from './output.ts';
import { PURPOSE_LENGTH_MAX } from './perform.ts';
import { accessOf } from './view-arm.ts';

/** Named limits: arms in one file that names persons or sites, and what a reason says at least. */
export const NAMED_EXPORT_ARMS_MAX = 5000;
export const EXPORT_REASON_MIN = 10;

const input = z.strictObject({
  ...submission,
  search: z.strictObject(SEARCH_FIELDS).describe('What arms are looked for by, as in find-arms.'),
  fields: z
    .array(z.enum(ASKED_FIELDS))
    .min(1)
    .max(ASKED_FIELDS.length)
    .describe('holder: persons and companies. site: units, depots and sites of the State.'),
  purpose: z
    .string()
    .trim()
    .min(1)
    .max(PURPOSE_LENGTH_MAX)
    .describe('What it is for: a case number, where there is one.'),
  reason: z
    .string()
    .trim()
    .min(EXPORT_REASON_MIN)
    .max(NOTE_MAX)
    .describe('Why these names are needed in a file.'),
});
export type AskExport = z.infer<typeof input>;

export type ExportAsked = Kept & {
  readonly request: string;
  /** How many arms fit now. */
  readonly arms: number;
};

export const askExport: Act<AskExport, ExportAsked> = {
  name: 'ask-export',
  says: 'Ask for a file that names persons or sites; a second person decides',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput.extend({ request: id, arms: z.int() }),
  changes: true,
  async run(office, actor, { search, fields, purpose, reason, ...submitted }) {
    await logAccess(
      office.db,
      accessOf(office, actor, await lineOf(office, actor, 'ask-export', search), ''),
    );
    const arms = await countAsked(office, actor, { search, fields });
    if (isRefusal(arms)) return arms;
    const criteria = JSON.stringify(search);
    const asked = nowOf(office);
    const done = await changeRights(office, actor, submitted, 'ask-export', async (tx) => {
      const since = agoOf(office, DECIDED_WITHIN_HOURS);
      const waiting = await countWaitingExports(tx, actor.operator, since);
      if (waiting >= EXPORTS_WAITING_MAX)
        return refusal('exports-waiting', { waiting, most: EXPORTS_WAITING_MAX });
      const salt = Uint8Array.from(office.random(SALT_BYTES));
      const request = newId(office);
      const kinds = ASKED_FIELDS.filter((field) => fields.includes(field));
      const { arms: reach, parties } = actor.scope;
      const told = {
        id: request,
        asker: actor.operator,
        asked,
        fields: kinds,
        arms,
        purpose,
        reach,
        parties,
      };
      await saveExportRequest(tx, { ...told, criteria, reason, salt });
      const digest = commitment(salt, Buffer.from(JSON.stringify([criteria, reason])));
      const words = Buffer.from(digest).toString('hex');
      return {
        subject: request,
        events: [{ type: 'export-asked', request, fields: kinds, arms, purpose, words }],
      };
    });
    return isRefusal(done) ? done : { ...done.result, request: done.result.subject, arms };
  },
};

/**
 * How many arms it would be about, where the asker may ask for it.
 * @refuses export-field-not-permitted, export-too-large, export-empty, and what finding refuses
 */
async function countAsked(
  office: Office,
  { scope }: Actor,
  { search, fields }: Pick<AskExport, 'search' | 'fields'>,
): Promise<number | Refusal> {
  const unseen = fields.find((field) => !scope.sees.has(field));
  if (unseen !== undefined) return refusal('export-field-not-permitted', { field: unseen }, 'J-02');
  const found = await searchOf(office, scope, search);
  if (isRefusal(found)) return found;
  const { total, more } = await countArms(office.db, scope, found, NAMED_EXPORT_ARMS_MAX);
  if (more) return refusal('export-too-large', { most: NAMED_EXPORT_ARMS_MAX });
  return total === 0 ? refusal('export-empty') : total;
}
