/**
 * Adds a paper to a trace: the scan of a letter, a file that came, a photograph. One that came in and is not registered yet
 * belongs to no trace and waits, so that a person has it before the eyes while registering what it says. Kept like the
 * documents of arms: the original byte for byte, copies written anew, the digest in an entry.
 *
 * What could go wrong: a paper that waits for ever. `list-papers` shows those that wait.
 *
 * @clause C-13, J-05
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { DOCUMENT_KINDS, MEDIA } from '../domain/documents/document.ts';
import type { Tx } from '../store/database.ts';
import { findTrace } from '../store/trace.ts';
import { factOf, keepBytes } from './add-document.ts';
import { appendEntry } from './append-entry.ts';
import { changeTrace } from './change-trace.ts';
import { happened, submission, text, uuid } from './input.ts';
import { type Copy, makeCopies } from './make-copies.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { once } from './once.ts';
import { id, instant } from './output.ts';
import {
  type FileBody,
  inRoom,
  RECEIVE_LIMITS,
  type ReceivedFile,
  type ReceiveLimits,
  receiveFile,
} from './receive-file.ts';
import { mayTouch } from './trace-file.ts';

const NAME = 'add-paper';
const MEDIA_LENGTH_MAX = 100;
const NAME_LENGTH_MAX = 255;

const input = z.strictObject({
  ...submission,
  trace: uuid.optional().describe('The trace it belongs to; absent where it waits to be registered.'),
  kind: z.enum(DOCUMENT_KINDS).default('document'),
  title: text.optional().describe('What it is. Stands outside the ledger and can be erased.'),
  taken: happened.optional().describe('When the paper was written or the picture taken.'),
  media: z.string().max(MEDIA_LENGTH_MAX).optional().describe('The type that the sender states.'),
  name: z
    .string()
    .max(NAME_LENGTH_MAX)
    .optional()
    .describe('Name of the file: only its ending is read, and it is not kept.'),
  bytes: z.int().min(0).optional().describe('How long the sender says the file is.'),
});
export type AddPaper = z.infer<typeof input>;

/** The document bears the id of the act. */
export type PaperAdded = {
  readonly act: string;
  readonly entry: string;
  readonly recorded: string;
  readonly document: string;
  readonly trace?: string;
};

/** The act, with the body that its door receives; nothing of the body is read before trace and right are known. */
export function addPaper(body: FileBody, limits: ReceiveLimits = RECEIVE_LIMITS): Act<AddPaper, PaperAdded> {
  return {
    name: NAME,
    says: 'Add a scan or a file to a trace, or take in one that waits to be registered',
    clauses: ['C-13', 'J-05'],
    input,
    output: z.strictObject({ act: id, entry: id, recorded: instant, document: id, trace: id.optional() }),
    changes: true,
    async run(office, actor, wanted) {
      const act = wanted.act ?? newId(office);
      const { trace } = wanted;
      if (!(await mayAdd(office, actor, trace))) return refusal('trace-unknown', { trace: trace ?? '' });
      return inRoom(actor.operator, async () => {
        const file = await receiveFile(body, { ...wanted, isPaper: true }, limits);
        if (isRefusal(file)) return file;
        const copies = MEDIA[file.media].isPicture ? await makeCopies(file.bytes, file.media) : [];
        if (isRefusal(copies)) return copies;
        const paper = { wanted: { ...wanted, act }, file, copies };
        return trace === undefined ? keepWaiting(office, actor, paper) : keepIn(office, actor, trace, paper);
      });
    },
  };
}

async function mayAdd({ db }: Office, { scope }: Actor, trace: string | undefined): Promise<boolean> {
  if (trace === undefined) return scope.arms === 'all';
  const row = await findTrace(db, trace);
  return row !== undefined && mayTouch(scope, row);
}

type Paper = {
  readonly wanted: AddPaper & { readonly act: string };
  readonly file: ReceivedFile;
  readonly copies: readonly Copy[];
};

/** An entry of its own: there is no trace yet. */
async function keepWaiting(office: Office, actor: Actor, paper: Paper): Promise<PaperAdded | Refusal> {
  const { act, device } = paper.wanted;
  const run = (): Promise<PaperAdded | Refusal> =>
    office.db.transaction(async (tx) => {
      const events = [{ type: 'paper-came', document: factOf(act, paper.wanted, paper.file) }];
      const kept = await appendEntry(tx, office, actor, { act, device, kind: NAME, subject: act, events });
      if (isRefusal(kept)) return kept;
      await keepPaper(tx, undefined, kept.recorded, paper);
      const { entry, recorded } = kept;
      return { act, entry, recorded, document: act };
    });
  const done = await once(office, act, run, { kind: NAME, operator: actor.operator });
  if (isRefusal(done)) return done;
  const { entry, recorded } = done.result;
  return { act, entry, recorded, document: act };
}

async function keepIn(
  office: Office,
  actor: Actor,
  trace: string,
  paper: Paper,
): Promise<PaperAdded | Refusal> {
  const { act, device } = paper.wanted;
  const done = await changeTrace(office, actor, {
    ...{ act, device, kind: NAME, trace },
    async decide({ tx }) {
      await keepPaper(tx, trace, nowOf(office), paper);
      return { events: [{ type: 'paper-added', document: factOf(act, paper.wanted, paper.file) }] };
    },
  });
  if (isRefusal(done)) return done;
  const { entry, recorded } = done;
  return { act, entry, recorded, document: act, trace };
}

async function keepPaper(
  tx: Tx,
  trace: string | undefined,
  added: string,
  { wanted, file, copies }: Paper,
): Promise<void> {
  const { act: id, kind, title, taken } = wanted;
  const document = { id, arm: undefined, trace, kind, title, part: undefined, taken, added };
  await keepBytes(tx, document, file, copies);
}
