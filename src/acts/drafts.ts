/**
 * Unfinished forms of whoever is signed in, kept under the id that the submission will have: two tabs with the same form
 * never overwrite each other, and a draft ends with the submission it was for. No role is asked: everybody's typing is kept,
 * and nobody reads a draft but its owner. Not an act itself: nothing of the register is read or written.
 *
 * What could go wrong: what is kept while a form is being sent would outlive it. A draft whose submission was kept already is
 * not kept again. What was typed may name persons, so it is gone after thirty days.
 */
import { z } from 'zod';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  deleteDraft,
  deleteDraftsBefore,
  findDraft as findKept,
  listDrafts as listKept,
  saveDraft,
} from '../store/draft.ts';
import { findKeptAct } from '../store/ledger.ts';
import { nowOf, type Office } from './office.ts';

/** Named limits: drafts of one person, bytes of what was typed, and how long it is kept. */
export const DRAFTS_MAX = 60;
export const DRAFT_BYTES_MAX = 65_536;
export const DRAFT_DAYS = 30;
const DAY_MS = 86_400_000;
const SWEPT_AT_ONCE = 1000;

export type Fields = readonly (readonly [string, string])[];

export type Draft = {
  readonly id: string;
  readonly path: string;
  readonly fields: Fields;
  readonly saved: string;
};

const fieldsShape = z.array(z.tuple([z.string(), z.string()]));

/**
 * Keeps what somebody has typed so far.
 * @refuses draft-too-large, drafts-full, act-id-taken where the form was sent already
 */
export async function keepDraft(
  office: Office,
  account: string,
  draft: { readonly id: string; readonly path: string; readonly fields: Fields },
): Promise<{ readonly saved: string } | Refusal> {
  const fields = JSON.stringify(draft.fields);
  if (Buffer.byteLength(fields) > DRAFT_BYTES_MAX)
    return refusal('draft-too-large', { most: DRAFT_BYTES_MAX / 1024 });
  if (await findKeptAct(office.db, draft.id)) return refusal('act-id-taken', { act: draft.id });
  const saved = nowOf(office);
  const { id, path } = draft;
  const kept = await saveDraft(office.db, account, { id, path, fields, saved }, DRAFTS_MAX);
  return kept ? { saved } : refusal('drafts-full', { most: DRAFTS_MAX });
}

/** One of somebody's own drafts. */
export async function findDraft(office: Office, account: string, id: string): Promise<Draft | undefined> {
  const found = await findKept(office.db, account, id);
  return found && { ...found, fields: fieldsShape.parse(JSON.parse(found.fields)) };
}

/** What somebody has left unfinished, the newest first. */
export async function listDrafts(office: Office, account: string): Promise<readonly Omit<Draft, 'fields'>[]> {
  const found = await listKept(office.db, account, DRAFTS_MAX);
  return found.map(({ id, path, saved }) => ({ id, path, saved }));
}

/** Forgets a draft, because its form was sent or its owner threw it away. */
export async function forgetDraft(office: Office, account: string, id: string): Promise<boolean> {
  return deleteDraft(office.db, account, id);
}

/** Forgets what nobody has gone on with for thirty days; gives how many drafts that were. */
export async function sweepDrafts(office: Office): Promise<number> {
  const before = new Date(office.clock() - DRAFT_DAYS * DAY_MS).toISOString();
  return deleteDraftsBefore(office.db, before, SWEPT_AT_ONCE);
}
