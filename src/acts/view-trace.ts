/**
 * Shows a trace: the thing and its recovery, what was found at home, the chain of the arm that it was taken for, whom it waits
 * for, every request with what was said in it, findings, and whom to ask next. Looking is an act: it leaves a line in the access
 * log with its purpose. Words and papers of the case are for those who see cases; names that a draft holds are shown to nobody;
 * what came for authorised officials only is shown to those who received it or were named, and the rest see that it is there.
 *
 * @clause C-02, C-10, J-03, J-04
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { isReserved, receiversOf } from '../domain/trace/officials.ts';
import { proposeAddressees } from '../domain/trace/routing.ts';
import { listResults } from '../store/outbox.ts';
import { listTraces } from '../store/trace-lists.ts';
import { findContent, listDrafts, listWords } from '../store/trace-said.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { chainTold } from './chain-told.ts';
import { compact, uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import type { TraceContent } from './open-trace.ts';
import { listPartyNames } from './party-names.ts';
import { openFile, type TraceFile } from './trace-file.ts';
import { closedTo, isContentClosed } from './trace-officials.ts';
import { placeOf, type Receipt, requestView } from './trace-request-view.ts';
import { referenceOf, rowsOf } from './trace-rows.ts';
import { readTraceRules } from './trace-rules.ts';
import { type TraceView, traceViewOutput } from './trace-view-output.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({ trace: uuid });

/** Named limit: other traces of one arm that are told. */
const SAME_ARM_MAX = 20;

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
  const isClosed = isContentClosed(file, actor.operator);
  const closed = new Set(closedTo(file, actor.operator).map(({ note }) => note.request));
  const rules = await readTraceRules(office.db);
  const rows = rowsOf(file, rules, { state: office.state, threads: [] });
  const { content, words, answers, chain, operators, agencies, receipts, sameArm } = await readBeside(
    office,
    actor,
    file,
    isClosed,
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
    ...(content && (seesCase ? { item: content.item, recovery: content.recovery } : withoutCase(content))),
    sameArm,
    looks: state.looks.map(({ entry: _, reading, ...look }) =>
      compact({ ...look, reading: isClosed ? undefined : reading }),
    ),
    chain: chain && compact(chain),
    questions: questionsView(file, words, agencies),
    requests: file.requests.map((request) =>
      requestView(request, rows.requests.find(({ id }) => id === request.note.request)!, {
        seesCase,
        closed,
        answers,
        receipts,
        nameOf,
        words,
        events: file.events,
        idOf,
      }),
    ),
    officials: await officialsIn(office, actor, file),
    findings: state.findings.map(({ type: _, words: __, operator, ...found }) =>
      compact({ ...found, by: nameOf(operator), text: words.get(found.entry) }),
    ),
    cases: seesCase ? state.cases : [],
    closing: closingView(file, seesCase, nameOf),
    reopened: state.reopened,
    addressees: state.status === 'open' ? nextOf(office, file, seesCase ? content : undefined, closed) : [],
    events: file.events.map((event) => eventView(event, nameOf)),
  }) as unknown as TraceView;
}

/** What the thing is and where it came to light, without the words of the case. */
function withoutCase({ item, recovery }: TraceContent): Pick<TraceContent, 'item' | 'recovery'> {
  const marks = item.marks.map(({ note: _, ...mark }) => mark);
  return { item: { ...item, marks }, recovery: wordless(recovery) };
}

/** What stands beside the entries of a trace, as far as the one who looks may see it; contents that are not for him or her stay shut. */
async function readBeside(office: Office, actor: Actor, file: TraceFile, isClosed: boolean) {
  const { row } = file;
  const state = file.state!;
  const seesCase = actor.scope.sees.has('case');
  // Whoever opened it told what the thing is: the record of an arm that came to light here, without the words of the case.
  const isOpener = state.kind === 'own' && state.openedBy === actor.operator;
  const [bytes, words, drafts, chain, operators, agencies, receipts, sameArm] = await Promise.all([
    (seesCase && !isClosed) || isOpener ? findContent(office.db, row.id) : undefined,
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
    sameArmAs(office, actor, row),
  ]);
  const content = bytes && (JSON.parse(bytes.toString('utf8')) as TraceContent);
  const answers = new Map(
    drafts.flatMap((one) => (one.content ? [[one.draft, one.content.toString('utf8')]] : [])),
  );
  return { content, words, answers, chain, operators, agencies, receipts, sameArm };
}

function closingView({ state }: TraceFile, seesCase: boolean, nameOf: (operator: string) => string) {
  const closing = state!.closing;
  if (!closing) return undefined;
  const { action, by, ...rest } = closing;
  return compact({ ...rest, action: seesCase ? action : undefined, by: nameOf(by) });
}

/** How a thing came to light, without what was written about it. */
function wordless({ kind, happened, country }: TraceContent['recovery']): TraceContent['recovery'] {
  return { kind, happened, country, authority: '', circumstances: '' };
}

/** Who may read what came for authorised officials only; their names are told to one another and to those who oversee. */
async function officialsIn(office: Office, actor: Actor, { state, requests }: TraceFile) {
  const received = requests.filter(isReserved).flatMap(receiversOf);
  const named = new Map(state!.officials.map((one) => [one.account, one]));
  const accounts = [...new Set([...received, ...named.keys()])];
  const seesNames = actor.scope.sees.has('operator') || accounts.includes(actor.operator);
  const names = await namesOfOperators(office, accounts, seesNames);
  return accounts.map((account) =>
    compact({
      name: names.get(account) ?? '',
      received: received.includes(account),
      at: named.get(account)?.at,
    }),
  );
}

/** Other traces of the same recovery's arm, within the scope. */
async function sameArmAs(office: Office, { scope }: Actor, { id, arm, kind }: TraceFile['row']) {
  if (arm === undefined || kind !== 'own') return [];
  const traces = await listTraces(office.db, scope, { arm, kind, limit: SAME_ARM_MAX });
  return traces
    .filter((one) => one.id !== id)
    .map((one) => ({
      ...{ trace: one.id, reference: referenceOf(office.state, one) },
      ...{ status: one.status, opened: one.opened },
    }));
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
function nextOf(
  office: Office,
  file: TraceFile,
  content: TraceContent | undefined,
  closed: ReadonlySet<string>,
) {
  const asked = file.requests.filter(({ note }) => note.ours === 'requester');
  const open = asked.filter(({ note }) => !closed.has(note.request));
  return proposeAddressees(content?.item ?? {}, {
    own: office.state,
    asked: asked.flatMap(({ note }) => note.country ?? []),
    answers: content ? open.flatMap(({ state }) => state.answers) : [],
    tied: [],
  });
}

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
