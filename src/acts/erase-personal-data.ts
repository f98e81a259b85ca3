/**
 * Erases personal data for good: a person's data with its salt, a row of a file as it stood, the bytes, copies
 * and title of a photograph or document, the words of a decision on a match, names and numbers of a contact, or what was said and told
 * in a trace with its papers, in an entry of a list with its hits, or in a hit. The entry says that it was done, on what ground and by whose order, and nothing of what was erased; the digests in earlier entries stay, and say
 * nothing once their salt is gone, so every proof remains whole. With a person go the rows of files about arms that
 * were theirs, because such a row may hold the name. Backups made before still hold the data: a restore erases it again.
 *
 * Arms and minimum come first: who answers for an arm, or did within the minimum, is erased only by order of a court or
 * an authority. A row of a file has no minimum of its own, because what it says of an arm stands in the entries. A
 * photograph or document, why a match was decided, or what stands in a trace or a list, is evidence, and so is erased only by
 * order. What is still on its way to a partner or waits for its turn is not erased under way: it arrives first, or ends.
 *
 * @clause B7 40, J-05
 */
import { z } from 'zod';
import { minimumRetention } from '../domain/arms/retention.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { lockContactPersons } from '../store/contact.ts';
import type { Statements } from '../store/database.ts';
import { listPapersOf } from '../store/document.ts';
import {
  applyErasures,
  countArmsOf,
  ERASED_KINDS,
  type ErasedKind,
  type Erasure,
  findLastNaming,
  hasCells,
  listRowsNaming,
  lockDocument,
  lockPerson,
} from '../store/erasure.ts';
import { lockFile } from '../store/erasure-files.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { lockMatchWords } from '../store/match.ts';
import { appendEntry } from './append-entry.ts';
import { submission, words } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';

/** Named limit: papers that go with one trace. */
const PAPERS_MAX = 1000;

/** A line of the list of erasures that is kept apart from database and backups. */
export type ErasureNote = Erasure;

/** Puts lines on the disk before the erasure is committed. */
export type NoteErasures = (notes: readonly ErasureNote[]) => Promise<void>;

export const ORDER = z.strictObject({
  authority: words.describe('Court or authority that ordered it.'),
  number: words.describe('Number of the order.'),
  date: z.iso.date(),
});

const input = z.strictObject({
  ...submission,
  what: z.enum(ERASED_KINDS),
  target: z
    .string()
    .regex(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'Expected the id of a person, a row of a file, a document, a decision on a match, a contact, a trace, an entry of a list or a hit.',
    ),
  ground: z.enum(['retention-ended', 'court-order', 'authority-order', 'request']),
  order: ORDER.optional().describe('Needed where the ground is an order.'),
});
/** What can be erased, for lists of erasures. */
export const ERASURES: readonly string[] = ERASED_KINDS;
export type ErasePersonalData = z.infer<typeof input>;

export type Erased = {
  readonly erasure: string;
  readonly entry: string;
  /** Rows of files that went with a person, or the row itself. */
  readonly rows: number;
};

/** The act, with the list that its door keeps. */
export function erasePersonalData(note: NoteErasures): Act<ErasePersonalData, Erased> {
  return {
    name: 'erase-personal-data',
    says: 'Erase the data of a person, a row, a document, a contact, or the words of a match, a trace, a listed arm or a hit',
    clauses: ['B7 40', 'J-05'],
    input,
    changes: true,
    async run(office, actor, wanted) {
      const done = await office.db.transaction(async (tx) => {
        const refused = await refuseErasure(tx, office, wanted);
        return refused ?? eraseInside(tx, office, actor, wanted, note);
      });
      if (!isRefusal(done)) office.nudge();
      return done;
    },
  };
}

/** Why something may not be erased on this ground; locks a person's row. */
export async function refuseErasure(
  tx: Statements,
  office: Office,
  { what, target, ground, order }: ToErase,
): Promise<Refusal | undefined> {
  const isOrdered = ground === 'court-order' || ground === 'authority-order';
  if (isOrdered && !order) return refusal('order-missing', { ground });
  if (what === 'import-row')
    return (await hasCells(tx, target)) ? undefined : refusal('row-unknown', { row: target });
  if (what === 'document') {
    if (!(await lockDocument(tx, target))) return refusal('document-unknown', { document: target });
    return isOrdered ? undefined : refusal('order-missing', { ground });
  }
  if (what === 'match') {
    if (!(await lockMatchWords(tx, target))) return refusal('match-unknown', { match: target });
    return isOrdered ? undefined : refusal('order-missing', { ground });
  }
  if (what === 'trace' || what === 'listing' || what === 'hit') {
    const file = await lockFile(tx, what, target);
    if (!file) return refusal(`${what}-unknown`, { [what]: target });
    if (!isOrdered) return refusal('order-missing', { ground });
    return file.underway > 0 ? refusal('erasure-underway', { messages: file.underway }) : undefined;
  }
  if (what === 'contact')
    return (await lockContactPersons(tx, target))
      ? undefined
      : refusal('contact-unknown', { contact: target });
  const person = await lockPerson(tx, target);
  if (!person) return refusal('person-unknown', { person: target });
  if (isOrdered) return undefined;
  const arms = await countArmsOf(tx, target);
  if (arms > 0) return refusal('person-holds-arms', { arms }, 'FP 7');
  const today = nowOf(office).slice(0, 10);
  const last = await findLastNaming(tx, target);
  const minimum = last === undefined ? undefined : minimumRetention('transfer', last);
  if (minimum && minimum.until > today)
    return refusal('minimum-not-ended', { until: minimum.until }, minimum.clause);
  if (ground === 'retention-ended' && (person.retainUntil === undefined || person.retainUntil >= today))
    return refusal('retention-not-ended', { until: person.retainUntil ?? 'no day' });
  const held = await keptByOrder(tx, target);
  return held !== undefined && held >= today ? refusal('kept-by-order', { until: held }) : undefined;
}

/** Until when courts have ordered a person's data to be kept, the latest of their orders. */
async function keptByOrder(tx: Statements, person: string): Promise<string | undefined> {
  const events = (await listBodiesOf(tx, person)).bodies.flatMap(
    (body) =>
      (JSON.parse(body.toString('utf8')) as { events: { type: string; keepUntil?: string }[] }).events,
  );
  const days = events.filter((event) => event.type === 'court-order').map((event) => event.keepUntil ?? '');
  return days.filter(Boolean).sort().at(-1);
}

export type ToErase = Pick<ErasePersonalData, 'what' | 'target' | 'ground' | 'order'> & {
  readonly act?: string | undefined;
  readonly device?: string | undefined;
};

/** Erases inside the transaction of the caller, who has seen that it may be done. */
export async function eraseInside(
  tx: Statements,
  office: Office,
  actor: Actor,
  wanted: ToErase,
  note: NoteErasures,
): Promise<Erased | Refusal> {
  const { what, target, ground, order } = wanted;
  const at = nowOf(office);
  const id = newId(office);
  const rows = what === 'person' ? await listRowsNaming(tx, [target]) : [];
  const of = (kind: ErasedKind, its: string, erasure: string): Erasure => ({
    id: erasure,
    what: kind,
    target: its,
    ground,
    at,
  });
  const papers = what === 'trace' ? await listPapersOf(tx, target, PAPERS_MAX) : [];
  const erasures = [
    of(what, target, id),
    ...papers.filter((one) => one.erased === undefined).map((one) => of('document', one.id, newId(office))),
    ...rows.map((row) => of('import-row', row.fingerprint, newId(office))),
  ];
  const kept = await appendEntry(tx, office, actor, {
    act: wanted.act,
    device: wanted.device,
    kind: 'erase-personal-data',
    // The fingerprint of a row could be tried out against guesses, so it stays out of the ledger.
    subject: what === 'import-row' ? id : target,
    events: [
      {
        type: 'personal-data-erased',
        erasure: id,
        ground,
        rows: rows.length,
        what,
        ...(order ? { order } : {}),
      },
    ],
  });
  if (isRefusal(kept)) return kept;
  await applyErasures(tx, erasures);
  await note(erasures);
  return { erasure: id, entry: kept.entry, rows: what === 'person' ? rows.length : 1 };
}
