/**
 * Holds a receipt against the ledger: whoever brings the State number of an arm, the reference of a trace or the id of a listed arm
 * or a hit, and the check code of one of its receipts, learns by which act and when that entry was recorded and where it stands,
 * and nothing else of it. So it needs no right to the arm or the case, and the pages let everybody check who holds the paper.
 * What does not exist and a code that fits none of its entries are one and the same no.
 *
 * What could go wrong: guessing. A code carries 50 bits, and tries that fit nothing make their operator wait longer each
 * time. Every try leaves a line in the access log.
 *
 * @clause J-04
 */
import { z } from 'zod';
import { EVERYTHING } from '../domain/access/scope.ts';
import { NO_FAILURES, type SlowingRule, waitSeconds, withFailure } from '../domain/access/slowing.ts';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { sha256 } from '../domain/ledger/hash.ts';
import {
  parseReceipt,
  parseReceiptCode,
  RECEIPT_TEXT_MAX,
  type ReceiptFacts,
  receiptCode,
} from '../domain/ledger/receipt.ts';
import { lockCounters, refundFailure, saveCounter } from '../store/attempt.ts';
import { type KeptEntry, listEntriesOf } from '../store/ledger.ts';
import { findListing } from '../store/listing.ts';
import { findHit } from '../store/listing-hit.ts';
import { listMatchEntries } from '../store/match.ts';
import { findTrace, listByReference } from '../store/trace.ts';
import { logAccess } from '../store/work.ts';
import { text } from './input.ts';
import type { Act, Actor, Office, Person } from './office.ts';
import { id, instant } from './output.ts';
import { endOfReference } from './trace-rows.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limits: tries that fit nothing, of one operator. */
export const RECEIPT_TRIES: SlowingRule = { free: 10, waitMaxSeconds: 600, forgetsSeconds: 600 };

const input = z.strictObject({
  about: text
    .optional()
    .describe(
      'What stands on the receipt: State number of the arm, reference of the trace, or id. Not needed where the scanned text is given.',
    ),
  code: z
    .string()
    .trim()
    .min(1)
    .max(RECEIPT_TEXT_MAX)
    .describe('Check code of the receipt, or the whole text of its two-dimensional code.'),
});
export type CheckReceipt = z.infer<typeof input>;

export type CheckedReceipt = {
  readonly entry: string;
  /** Name of the act that made the entry. */
  readonly act: string;
  readonly recorded: string;
  /** Absent while the entry waits for its place. */
  readonly leaf?: number;
};

const output = z.strictObject({ entry: id, act: z.string(), recorded: instant, leaf: z.int().optional() });

export const checkReceipt: Act<CheckReceipt, CheckedReceipt> = {
  name: 'check-receipt',
  says: 'Check a receipt by the number and the code that stand on it',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const asked = readAsked(wanted);
    if (isRefusal(asked)) return asked;
    const tried = await beginTry(office, actor);
    if (isRefusal(tried)) return tried;
    const subjects = await subjectsOf(office, asked.about);
    const logged = isRefusal(subjects) ? '' : subjects.join(' ');
    await logAccess(office.db, accessOf(office, actor, 'check-receipt', logged));
    if (isRefusal(subjects)) return subjects;
    const found = await findMeant(office, subjects, asked);
    if (!found) return refusal('receipt-unknown');
    await tried.succeed();
    const body = JSON.parse(found.body.toString('utf8')) as { kind: string; recorded: string };
    const leaf = found.leaf === undefined ? {} : { leaf: found.leaf };
    return { entry: found.entry, act: body.kind, recorded: body.recorded, ...leaf };
  },
};

/** Whoever brings a receipt and works under no role that checks them: this one act, no arm, no field. */
export function receiptBearer(operator: string): Person {
  const role = {
    name: 'receipt-bearer',
    powers: { [checkReceipt.name]: 'none' },
    sees: [],
    events: [],
    secondFactor: false,
  } as const;
  return { operator, name: operator, role, parties: [] };
}

/** What a receipt may be about, by what stands on it; nothing where it is not there. */
async function subjectsOf(office: Office, about: string): Promise<readonly string[] | Refusal> {
  const ending = endOfReference(office.state, about);
  if (ending) return listByReference(office.db, ending);
  const arm = await armIdOf(office, EVERYTHING, about);
  if (!isRefusal(arm)) return [arm];
  if (arm.refused === 'number-unreadable') return refusal('receipt-number-unreadable', { number: about });
  if (arm.refused !== 'arm-unknown') return arm;
  const id = parseUuid(about.trim());
  return id && (await isFile(office, id)) ? [id] : [];
}

async function isFile({ db }: Office, id: string): Promise<boolean> {
  const files = [findTrace(db, id), findListing(db, EVERYTHING, id), findHit(db, EVERYTHING, id)];
  return (await Promise.all(files)).some((one) => one !== undefined);
}

async function findMeant(
  { db }: Office,
  subjects: readonly string[],
  asked: Asked,
): Promise<KeptEntry | undefined> {
  for (const subject of subjects) {
    const entries = [...(await listEntriesOf(db, subject)), ...(await listMatchEntries(db, subject))];
    const found = entries.find((entry) => isMeant(entry, asked));
    if (found) return found;
  }
  return undefined;
}

type Asked = Pick<ReceiptFacts, 'about' | 'code'> & Partial<Pick<ReceiptFacts, 'entry' | 'leaf'>>;

function readAsked({ about, code }: CheckReceipt): Asked | Refusal {
  const scanned = parseReceipt(code);
  // A number that was typed beside the scanned text is the one on the arm that stands there: it is what counts.
  if (scanned) return { ...scanned, ...(about ? { about } : {}) };
  const reading = parseReceiptCode(code);
  if (!('code' in reading))
    return reading.wrong === 'shape'
      ? refusal('receipt-code-unreadable', { code })
      : refusal('receipt-code-fails');
  return about ? { about, code: reading.code } : refusal('receipt-number-unreadable', { number: '' });
}

/** True where the entry has the code, and is the one that a scanned text names beside it. */
function isMeant({ entry, leaf, salt, body }: KeptEntry, asked: Asked): boolean {
  if (receiptCode(salt, body) !== asked.code) return false;
  return asked.entry === undefined || (asked.entry === entry && asked.leaf === leaf);
}

/** Counts a try before it is made, or says how long the operator has to wait. */
async function beginTry(
  office: Office,
  actor: Actor,
): Promise<{ succeed(): Promise<void> } | Refusal<'receipt-tries'>> {
  const key = Buffer.from(sha256(Buffer.from(`check-receipt ${actor.operator}`)));
  const now = office.clock();
  const before = await office.db.transaction(async (tx) => {
    const counter = (await lockCounters(tx, [key], now)).get(key.toString('hex')) ?? NO_FAILURES;
    const seconds = waitSeconds(counter, RECEIPT_TRIES, now);
    if (seconds > 0) return seconds;
    await saveCounter(tx, key, withFailure(counter, RECEIPT_TRIES, now));
    return counter;
  });
  if (typeof before === 'number') return refusal('receipt-tries', { seconds: before });
  return {
    succeed: () => refundFailure(office.db, key, before.lastAt, RECEIPT_TRIES.forgetsSeconds),
  };
}
