/**
 * Puts the access log under the protection of the ledger: the lines that no batch has yet are taken into one, and an entry
 * carries their digest. Checking computes the digests anew, so that a line that was changed, added or taken away names
 * its batch. A line younger than the last batch is not protected yet; batches are taken every few minutes.
 *
 * @clause J-04
 */
import { createHash } from 'node:crypto';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { canonicalText } from '../domain/ledger/canonical.ts';
import {
  countAccessWaiting,
  listAccessBatch,
  listAccessBatches,
  saveAccessSubjects,
} from '../store/access.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { type Access, takeAccessBatch } from '../store/work.ts';
import { appendEntry } from './append-entry.ts';
import { machine, newId, type Office } from './office.ts';

/** Named limit: lines of one batch. */
export const ACCESS_BATCH_LINES_MAX = 10_000;

const KIND = 'digest-access';
const MACHINE = machine('countermark', 'digest');

export type AccessDigest = {
  readonly type: 'access-digest';
  readonly batch: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
  /** SHA-256 over the lines, each as canonical JSON with a line end, in the order of their ids. */
  readonly digest: string;
};

/** Takes one batch into the ledger; undefined where no line waits. */
export async function digestAccess(office: Office): Promise<AccessDigest | Refusal | undefined> {
  const done = await office.db.transaction(async (tx) => {
    const batch = newId(office);
    const lines = await takeAccessBatch(tx, batch, ACCESS_BATCH_LINES_MAX);
    if (lines.length === 0) return undefined;
    await saveAccessSubjects(tx, batch);
    const event = digestOf(batch, lines);
    const kept = await appendEntry(tx, office, MACHINE, { kind: KIND, subject: batch, events: [event] });
    return isRefusal(kept) ? kept : event;
  });
  if (done !== undefined && !isRefusal(done)) office.nudge();
  return done;
}

function digestOf(batch: string, lines: readonly Access[]): AccessDigest {
  const hash = createHash('sha256');
  const times: string[] = [];
  for (const { id, at, operator, act, purpose, subjects } of lines) {
    const text = canonicalText({ act, at, id, operator, purpose, subjects });
    // What cannot be canonical was not written by us; its own spelling stands in its place and fits no digest.
    hash.update(`${isRefusal(text) ? JSON.stringify(text) : text}\n`);
    times.push(at);
  }
  times.sort();
  return {
    type: 'access-digest',
    batch,
    count: lines.length,
    from: times[0] ?? '',
    to: times.at(-1) ?? '',
    digest: hash.digest('hex'),
  };
}

export type AccessCheck = {
  readonly ok: boolean;
  readonly batches: number;
  readonly lines: number;
  /** Lines that no batch has yet: nothing can be said of them. */
  readonly waiting: number;
  readonly bad: readonly { readonly batch: string; readonly says: string }[];
};

/** Computes every batch anew and names those that are no longer what their entry says. */
export async function verifyAccess(office: Office): Promise<AccessCheck> {
  const batches = await listAccessBatches(office.db, KIND);
  const bad: { batch: string; says: string }[] = [];
  let lines = 0;
  for (const batch of batches) {
    const found = await listAccessBatch(office.db, batch);
    lines += found.length;
    const kept = await findDigest(office, batch);
    const says =
      kept === undefined
        ? 'The ledger has no entry of this batch.'
        : differenceOf(kept, digestOf(batch, found));
    if (says !== undefined) bad.push({ batch, says });
  }
  const waiting = await countAccessWaiting(office.db);
  return { ok: bad.length === 0, batches: batches.length, lines, waiting, bad };
}

async function findDigest(office: Office, batch: string): Promise<AccessDigest | undefined> {
  const { bodies } = await listBodiesOf(office.db, batch);
  const events = bodies.flatMap(
    (body) => (JSON.parse(body.toString('utf8')) as { events: AccessDigest[] }).events,
  );
  return events.find((event) => event.type === 'access-digest');
}

function differenceOf(kept: AccessDigest, now: AccessDigest): string | undefined {
  if (now.count < kept.count)
    return `${kept.count - now.count} of ${kept.count} lines were taken away (${kept.from} to ${kept.to}).`;
  if (now.count > kept.count) return `${now.count - kept.count} lines were added to ${kept.count}.`;
  return now.digest === kept.digest ? undefined : `A line was changed (${kept.from} to ${kept.to}).`;
}
