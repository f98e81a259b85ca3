/**
 * A request between two sides as what it is: two numbered sequences of messages, the requester's and the responder's. Its
 * state is a pure function of the two, so that both sides come to the same once both have both. Each message tells up to which
 * of the other side's its sender had taken (`seen`); what crossed on the way stands in one fixed order, the requester's first.
 *
 * Invariant: messages of one side come in their order (the exchange sees to it); a number that is missing was refused by whoever
 * received it, and its sender leaves it out as well.
 *
 * @clause ITI 18, ITI 19, ITI 21, ITI 23
 */
import type { AnswerKind, TraceAnswer } from './answer.ts';
import type { TraceRequest } from './request.ts';

export type Side = 'requester' | 'responder';

/** What each side may say, by kind. */
export type Said =
  | { readonly kind: 'request'; readonly content: TraceRequest }
  | { readonly kind: 'acknowledged'; readonly content: Acknowledged }
  | { readonly kind: 'more-wanted'; readonly content: MoreWanted }
  | { readonly kind: 'more-given'; readonly content: MoreGiven }
  | { readonly kind: 'answer'; readonly content: TraceAnswer }
  | { readonly kind: 'clarification-wanted'; readonly content: { readonly text: string } }
  | { readonly kind: 'clarification-given'; readonly content: { readonly text: string } }
  | { readonly kind: 'withdrawn'; readonly content: { readonly reason: string } }
  | { readonly kind: 'closed'; readonly content: ClosedTold };
export type SaidKind = Said['kind'];

/** The acknowledgement of a person, which the receipt of a machine is not (ITI 19). */
export type Acknowledged = {
  readonly reference: string;
  readonly by?: string | undefined;
  readonly note?: string | undefined;
};
/** What more the responder needs (ITI 21). */
export type MoreWanted = { readonly fields: readonly string[]; readonly text: string };
export type MoreGiven = { readonly text: string; readonly request?: TraceRequest | undefined };
export type ClosedTold = {
  readonly outcome: string;
  readonly stage?: string | undefined;
  readonly text?: string | undefined;
};

export const SAYS: Readonly<Record<Side, readonly SaidKind[]>> = {
  requester: ['request', 'more-given', 'clarification-wanted', 'withdrawn', 'closed'],
  responder: ['acknowledged', 'more-wanted', 'answer', 'clarification-given'],
};

export type ThreadMessage = Said & {
  readonly side: Side;
  /** Place in the sequence of its side, from 1. */
  readonly seq: number;
  /** The last message of the other side that its sender had taken. */
  readonly seen: number;
  /** The sender's clock. */
  readonly sent: string;
};

export type RequestStatus = (typeof REQUEST_STATUSES)[number];
export const REQUEST_STATUSES = [
  'nothing',
  'asked',
  'acknowledged',
  'more-wanted',
  'answered',
  'partly-answered',
  'no-record',
  'delayed',
  'restricted',
  'refused',
  'withdrawn',
  'closed',
] as const;

const STATUS_OF_ANSWER: Readonly<Record<AnswerKind, RequestStatus>> = {
  full: 'answered',
  partial: 'partly-answered',
  'no-record': 'no-record',
  delayed: 'delayed',
  restricted: 'restricted',
  refused: 'refused',
};

/** Statuses that tell what came of a request; its closing does not undo them. */
const ANSWERED: ReadonlySet<RequestStatus> = new Set([
  'answered',
  'partly-answered',
  'no-record',
  'restricted',
  'refused',
]);

export type RequestState = {
  readonly status: RequestStatus;
  /** The request as it stands, with what was given later. */
  readonly request?: TraceRequest;
  readonly answers: readonly TraceAnswer[];
  readonly acknowledged?: Acknowledged;
  readonly wanted?: MoreWanted;
  /** A clarification that was asked for and not given yet. */
  readonly clarifying: boolean;
  /** The requester said that its trace is closed; what was answered before stays its status. */
  readonly closed: boolean;
  /** The number of the last message of each side. */
  readonly last: Readonly<Record<Side, number>>;
  /** What was said in the order that both sides see. */
  readonly order: readonly ThreadMessage[];
};

const NOTHING: RequestState = {
  status: 'nothing',
  answers: [],
  clarifying: false,
  closed: false,
  last: { requester: 0, responder: 0 },
  order: [],
};

/** What the messages of a request amount to, in whatever order they are given. */
export function foldThread(messages: readonly ThreadMessage[]): RequestState {
  const asked = inOrder(messages, 'requester');
  const told = inOrder(messages, 'responder');
  const order = merged(asked, told);
  const last = { requester: asked.at(-1)?.seq ?? 0, responder: told.at(-1)?.seq ?? 0 };
  return { ...order.reduce(evolve, NOTHING), last, order };
}

/** The messages of a side by their numbers, each once. */
function inOrder(messages: readonly ThreadMessage[], side: Side): readonly ThreadMessage[] {
  const bySeq = new Map<number, ThreadMessage>();
  for (const message of messages)
    if (message.side === side && !bySeq.has(message.seq)) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** One order for both sides: after what its sender had seen; of two that crossed, the requester's first. */
function merged(asked: readonly ThreadMessage[], told: readonly ThreadMessage[]): readonly ThreadMessage[] {
  const order: ThreadMessage[] = [];
  let [a, t] = [0, 0];
  while (a < asked.length || t < told.length) {
    const [question, answer] = [asked[a], told[t]];
    const isReady = question !== undefined && (answer === undefined || answer.seq > question.seen);
    const isAnswerReady = answer !== undefined && (question === undefined || question.seq > answer.seen);
    // Where both claim to have seen the other, which cannot be, the requester's goes first all the same.
    if (question !== undefined && (isReady || !isAnswerReady)) {
      order.push(question);
      a++;
    } else if (answer !== undefined) {
      order.push(answer);
      t++;
    }
  }
  return order;
}

function evolve(state: RequestState, message: ThreadMessage): RequestState {
  if (state.status === 'nothing' && message.kind !== 'request') return state;
  switch (message.kind) {
    case 'request':
      return state.request ? state : { ...state, status: 'asked', request: message.content };
    case 'acknowledged':
      return {
        ...state,
        acknowledged: state.acknowledged ?? message.content,
        status: state.status === 'asked' ? 'acknowledged' : state.status,
      };
    case 'more-wanted':
      return isOver(state) ? state : { ...state, wanted: message.content, status: 'more-wanted' };
    case 'more-given':
      return given(state, message.content.request);
    case 'answer':
      return answered(state, message.content);
    case 'clarification-wanted':
      return { ...state, clarifying: true };
    case 'clarification-given':
      return { ...state, clarifying: false };
    case 'withdrawn':
      return isOver(state) ? state : { ...state, status: 'withdrawn' };
    case 'closed':
      return { ...state, closed: true, status: ANSWERED.has(state.status) ? state.status : 'closed' };
  }
}

function isOver({ status, closed }: RequestState): boolean {
  return closed || status === 'withdrawn';
}

function given(state: RequestState, request: TraceRequest | undefined): RequestState {
  const { wanted: _, ...rest } = state;
  const status =
    state.status === 'more-wanted' ? (state.acknowledged ? 'acknowledged' : 'asked') : state.status;
  return { ...rest, status, ...(request ? { request } : {}) };
}

/** A late answer counts as an answer, also after the other side closed or withdrew: it is kept, and its status shows. */
function answered(state: RequestState, answer: TraceAnswer): RequestState {
  const { wanted: _, ...rest } = state;
  return {
    ...rest,
    answers: [...state.answers, answer],
    status: STATUS_OF_ANSWER[answer.kind],
    clarifying: false,
  };
}
