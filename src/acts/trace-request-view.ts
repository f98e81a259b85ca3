/**
 * One request of a trace as it is shown: with whom, its clocks, what was said in order, answers and drafts, as far as whoever looks
 * may read them. What was told for authorised officials only is closed to the others; what we asked ourselves is ours to read. Not an
 * act itself.
 *
 * @clause ITI 15, C-10, J-03
 */
import type { TraceAnswer } from '../domain/trace/answer.ts';
import { isReserved } from '../domain/trace/officials.ts';
import { releasedAnswer } from '../domain/trace/release.ts';
import type { TraceRequest } from '../domain/trace/request.ts';
import type { SaidRow } from '../store/trace-said.ts';
import { compact } from './input.ts';
import type { RequestFile, TraceFile } from './trace-file.ts';
import type { rowsOf } from './trace-rows.ts';
import type { RequestView } from './trace-view-output.ts';

/** What the machine of the other side said of a message. */
export type Receipt = 'waiting' | 'taken' | 'held' | 'refused';
/** A message by its request, side and number. */
export const placeOf = ({ request, side, seq }: Pick<SaidRow, 'request' | 'side' | 'seq'>): string =>
  `${request} ${side} ${seq}`;

/** What of a request is shown to whoever looks. */
export type Seeing = {
  readonly seesCase: boolean;
  /** Requests of which what was told is for others. */
  readonly closed: ReadonlySet<string>;
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

/** The request as whoever looks may see it. */
export function requestView(
  { note, state }: RequestFile,
  row: ReturnType<typeof rowsOf>['requests'][number],
  { seesCase: seesCases, ...seen }: Seeing,
): RequestView {
  const { answers, receipts, nameOf, idOf } = seen;
  const isClosed = seen.closed.has(note.request);
  const seesCase = seesCases && !isClosed;
  const seeing: Seeing = { ...seen, seesCase, words: isClosed ? new Map() : seen.words };
  // What we asked ourselves is our own to read.
  const seesRequest = note.ours === 'requester' ? seesCases : seesCase;
  const copies = seeing.events
    .filter((event) => event.type === 'embargo-copy-made')
    .filter(({ request }) => request === note.request);
  return compact({
    ...row,
    content: seesRequest && state.request ? withoutBytes(state.request) : undefined,
    answers: seesCase ? state.answers : [],
    wanted: seesCase ? state.wanted : undefined,
    clarifying: state.clarifying,
    closed: state.closed,
    officialsOnly: isReserved({ note, state }) ? (isClosed ? 'not-named' : 'named') : undefined,
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
        answer: isClosed ? undefined : shownDraft(answers.get(draft.draft)),
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
