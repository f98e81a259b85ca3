/**
 * Shows a trace: the thing and its recovery, what was found at home, the chain of the arm that it was taken for, whom it waits
 * for, every request with what was said in it, findings, and whom to ask next. Looking is an act: it leaves a line in the access
 * log with its purpose. Words and papers of the case are for those who see cases; names that a draft holds are shown to nobody.
 *
 * @clause C-02, C-10, J-03, J-04
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import type { TraceAnswer } from '../domain/trace/answer.ts';
import { releasedAnswer } from '../domain/trace/release.ts';
import type { TraceRequest } from '../domain/trace/request.ts';
import { proposeAddressees } from '../domain/trace/routing.ts';
import { listResults } from '../store/outbox.ts';
import { findContent, listDrafts, listWords, type SaidRow } from '../store/trace-said.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { chainTold } from './chain-told.ts';
import { compact, uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import type { TraceContent } from './open-trace.ts';
import { listPartyNames } from './party-names.ts';
import { openFile, type RequestFile, type TraceFile } from './trace-file.ts';
import { referenceOf, rowsOf } from './trace-rows.ts';
import { readTraceRules } from './trace-rules.ts';
import { type RequestView, type TraceView, traceViewOutput } from './trace-view-output.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({ trace: uuid });

export const viewTrace: Act<z.infer<typeof input>, TraceView> = {
  name: 'view-trace',
  says: 'Show a trace with its requests, its chain and whom to ask next',
  clauses: ['ITI 18', 'C-02', 'C-10'],
  input,
  output: traceViewOutput,
  changes: false,
  async run(office, actor, { trace }) {
    const file = await openFile(office.db, actor.scope, trace);
    const arm = isRefusal(file) ? undefined : file.row.arm;
    await logAccess(office.db, accessOf(office, actor, 'view-trace', [trace, arm ?? ''].join(' ').trim()));
    return isRefusal(file) ? file : viewOf(office, actor, file);
  },
};

async function viewOf(office: Office, actor: Actor, file: TraceFile): Promise<TraceView> {
  const { row } = file;
  const state = file.state!;
  const seesCase = actor.scope.sees.has('case');
  const rules = await readTraceRules(office.db);
  const rows = rowsOf(file, rules, { state: office.state, threads: [] });
  const [bytes, words, drafts, chain, operators, agencies, receipts] = await Promise.all([
    seesCase ? findContent(office.db, row.id) : undefined,
    seesCase ? listWords(office.db, row.id) : new Map<string, string>(),
    seesCase ? listDrafts(office.db, row.id) : [],
    state.arm === undefined ? undefined : chainTold(office.db, actor.scope, state.arm, office.state),
    namesOfOperators(
      office,
      file.events.map(({ operator }) => operator),
      actor.scope.sees.has('operator'),
    ),
    listPartyNames(
      office,
      actor.scope,
      state.questions.map(({ agency }) => agency),
    ),
    receiptsOf(office, file),
  ]);
  const content = bytes && (JSON.parse(bytes.toString('utf8')) as TraceContent);
  const answers = new Map(
    drafts.flatMap((one) => (one.content ? [[one.draft, one.content.toString('utf8')]] : [])),
  );
  const nameOf = (operator: string): string => operators.get(operator) ?? '';
  const idOf = (operator: string): string =>
    operator === actor.operator || actor.scope.sees.has('operator') ? operator : '';
  return compact({
    ...{ id: row.id, kind: state.kind, status: state.status, reference: referenceOf(office.state, row) },
    ...{
      arm: state.arm,
      agency: row.agency,
      opened: state.opened,
      openedBy: nameOf(state.openedBy),
      lastAt: state.lastAt,
    },
    case: seesCase ? state.case : undefined,
    item: content?.item,
    recovery: content?.recovery,
    looks: state.looks.map(({ entry: _, ...look }) => compact(look)),
    chain: chain && compact(chain),
    questions: questionsView(file, words, agencies),
    requests: file.requests.map((request) =>
      requestView(request, rows.requests.find(({ id }) => id === request.note.request)!, {
        seesCase,
        answers,
        receipts,
        nameOf,
        words,
        events: file.events,
        idOf,
      }),
    ),
    findings: state.findings.map(({ type: _, words: __, operator, ...found }) =>
      compact({ ...found, by: nameOf(operator), text: words.get(found.entry) }),
    ),
    cases: seesCase ? state.cases : [],
    closing:
      state.closing &&
      compact({
        ...state.closing,
        action: seesCase ? state.closing.action : undefined,
        by: nameOf(state.closing.by),
      }),
    reopened: state.reopened,
    addressees: state.status === 'open' ? nextOf(office, file, content) : [],
    events: file.events.map((event) => eventView(event, nameOf)),
  }) as unknown as TraceView;
}

function questionsView(
  file: TraceFile,
  words: ReadonlyMap<string, string>,
  agencies: ReadonlyMap<string, string>,
) {
  return file.state!.questions.map(({ words: _, answered, ...one }) =>
    compact({
      ...one,
      agencyName: agencies.get(one.agency) ?? '',
      text: textOf(words, file, 'agency-asked', one.question),
      answered:
        answered &&
        compact({
          at: answered.at,
          outcome: answered.outcome,
          text: textOf(words, file, 'agency-answered', one.question),
        }),
    }),
  );
}

function eventView(event: TraceFile['events'][number], nameOf: (operator: string) => string) {
  return compact({
    ...{ type: event.type, at: event.recorded, by: nameOf(event.operator), entry: event.entry },
    request: 'request' in event ? event.request : undefined,
    kind: event.type === 'message' ? event.kind : undefined,
    direction: event.type === 'message' ? event.direction : undefined,
  });
}

function textOf(
  words: ReadonlyMap<string, string>,
  file: TraceFile,
  type: 'agency-asked' | 'agency-answered',
  question: string,
): string | undefined {
  const event = file.events.find((one) => one.type === type && one.question === question);
  return event && words.get(event.entry);
}

/** Whom to ask next, of those that were not asked. */
function nextOf(office: Office, file: TraceFile, content: TraceContent | undefined) {
  const asked = file.requests.filter(({ note }) => note.ours === 'requester');
  return proposeAddressees(content?.item ?? {}, {
    own: office.state,
    asked: asked.flatMap(({ note }) => note.country ?? []),
    answers: content ? asked.flatMap(({ state }) => state.answers) : [],
    tied: [],
  });
}

type Receipt = 'waiting' | 'taken' | 'held' | 'refused';
const placeOf = ({ request, side, seq }: Pick<SaidRow, 'request' | 'side' | 'seq'>): string =>
  `${request} ${side} ${seq}`;

/** What the machines of the partners said of what we sent them; where they said nothing yet it waits. */
async function receiptsOf(
  office: Office,
  { said, requests }: TraceFile,
): Promise<ReadonlyMap<string, Receipt>> {
  const ours = said.filter(
    ({ request, side, message }) =>
      message !== null && requests.some(({ note }) => note.request === request && note.ours === side),
  );
  const peers = requests.flatMap(({ note }) => note.peer ?? []);
  const results = await listResults(
    office.db,
    peers,
    ours.flatMap(({ message }) => message ?? []),
  );
  return new Map(ours.map((one) => [placeOf(one), results.get(one.message ?? '') ?? 'waiting']));
}

type Seeing = {
  readonly seesCase: boolean;
  readonly answers: ReadonlyMap<string, string>;
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly nameOf: (operator: string) => string;
  readonly words: ReadonlyMap<string, string>;
  readonly events: TraceFile['events'];
  /** The account, where it is that of the one who looks or accounts may be known. */
  readonly idOf: (operator: string) => string;
};

/** Working translations of a message, each with whoever made it. */
function translationsOf(
  request: string,
  { side, seq }: { readonly side: string; readonly seq: number },
  { events, words, nameOf }: Seeing,
) {
  return events
    .filter((event) => event.type === 'message-translated')
    .filter((event) => event.request === request && event.side === side && event.seq === seq)
    .map(({ language, entry, recorded: at, operator }) =>
      compact({ language, at, by: nameOf(operator), entry, text: words.get(entry) }),
    );
}

function requestView(
  { note, state }: RequestFile,
  row: ReturnType<typeof rowsOf>['requests'][number],
  seeing: Seeing,
): RequestView {
  const { seesCase, answers, receipts, nameOf, idOf } = seeing;
  const copies = seeing.events
    .filter((event) => event.type === 'embargo-copy-made')
    .filter(({ request }) => request === note.request);
  return compact({
    ...row,
    content: seesCase && state.request ? withoutBytes(state.request) : undefined,
    answers: seesCase ? state.answers : [],
    wanted: seesCase ? state.wanted : undefined,
    clarifying: state.clarifying,
    closed: state.closed,
    refused: note.refused,
    said: state.order.map((message) => {
      const from = note.messages.find(({ side, seq }) => side === message.side && seq === message.seq);
      return compact({
        ...{ side: message.side, seq: message.seq, kind: message.kind, sent: message.sent },
        ...{ at: from?.at, channel: from?.channel, entry: from?.entry },
        receipt: receipts.get(placeOf({ ...message, request: note.request })),
        text: seesCase ? sentenceOf(message.content) : undefined,
        document: seesCase ? from?.document : undefined,
        translations: translationsOf(note.request, message, seeing),
      });
    }),
    embargoCopies: copies.map(({ to, channel, recorded: at, operator }) => ({
      ...{ to, channel, at, by: nameOf(operator) },
    })),
    drafts: note.drafts.map(({ digest: _, by, releasedBy, reviewed, ...draft }) =>
      compact({
        ...draft,
        by: nameOf(by),
        byId: idOf(by),
        releasedBy: releasedBy && nameOf(releasedBy),
        reviewed: reviewed && { ...reviewed, by: nameOf(reviewed.by) },
        answer: shownDraft(answers.get(draft.draft)),
      }),
    ),
  }) as unknown as RequestView;
}

/** A request as it is shown: of its photographs all but the bytes, which come one by one. */
function withoutBytes(request: TraceRequest) {
  return { ...request, photographs: request.photographs.map(({ bytes: _, ...shown }) => shown) };
}

/** A draft as it would leave without a decision on names. */
function shownDraft(json: string | undefined): TraceAnswer | undefined {
  if (json === undefined) return undefined;
  const release = { persons: false, units: false, ground: 'confidentiality-law' as const };
  return releasedAnswer(JSON.parse(json) as TraceAnswer, release);
}

function sentenceOf(content: object): string | undefined {
  const { text, reason, note } = content as { text?: string; reason?: string; note?: string };
  return text ?? reason ?? note;
}
