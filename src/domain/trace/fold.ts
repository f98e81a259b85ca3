/**
 * What the events of a trace amount to: whether it is open, what was looked at, whom it waits for, which requests belong to
 * it, what was found and how it ended. What was said in a request is folded apart (./thread), from the messages themselves.
 *
 * @clause C-02, C-05, C-10, C-11
 */
import type { AnswerKind } from './answer.ts';
import type { AgencyOutcome, CaseKind, Channel, HomeLook, RecordedTraceEvent } from './event.ts';
import type { Exemption, Failure, LifeStage, Outcome } from './outcome.ts';
import type { SaidKind, Side } from './thread.ts';

export type AgencyQuestion = {
  readonly question: string;
  readonly agency: string;
  readonly asked: string;
  readonly due: string;
  readonly reminded: number;
  readonly answered?: { readonly at: string; readonly outcome: AgencyOutcome; readonly words: string };
  readonly words: string;
};

/** An answer on its way out: drafted by one, released by another. */
export type Draft = {
  readonly draft: string;
  readonly kind: AnswerKind;
  readonly by: string;
  readonly at: string;
  readonly digest: string;
  readonly state: 'waiting' | 'released' | 'sent-back';
  /** Released by whom; where it was its drafter alone, until reviewed. */
  readonly releasedBy?: string;
  readonly releasedAt?: string;
  readonly isAlone?: true;
  readonly reviewed?: { readonly by: string; readonly good: boolean; readonly at: string };
};

/** A request of this trace as its events tell it. */
export type RequestNote = {
  readonly request: string;
  /** What we are in it. */
  readonly ours: Side;
  readonly channel: Channel;
  readonly country?: string;
  readonly peer?: string;
  readonly messages: readonly {
    readonly side: Side;
    readonly kind: SaidKind;
    readonly seq: number;
    /** When it reached this side: of a letter the day it came, of all else the moment of recording. */
    readonly at: string;
    readonly by: string;
    readonly channel: Channel;
    readonly digest: string;
    readonly entry: string;
    /** The scan of a letter. */
    readonly document?: string;
  }[];
  readonly drafts: readonly Draft[];
  /** Messages of ours that the other side would not take, and the word for it. */
  readonly refused: readonly {
    readonly side: Side;
    readonly seq: number;
    readonly code: string;
    readonly at: string;
  }[];
};

export type Closing = {
  readonly outcome: Outcome;
  readonly failure?: Failure;
  readonly exemption?: Exemption;
  readonly stage?: LifeStage;
  readonly action?: string;
  readonly at: string;
  readonly by: string;
};

export type TraceState = {
  readonly kind: 'own' | 'asked';
  readonly arm?: string;
  readonly case?: string;
  readonly opened: string;
  readonly openedBy: string;
  readonly status: 'open' | 'closed';
  readonly looks: readonly (HomeLook & { readonly at: string; readonly entry: string })[];
  readonly questions: readonly AgencyQuestion[];
  readonly requests: readonly RequestNote[];
  readonly findings: readonly Extract<RecordedTraceEvent, { type: 'trace-finding' }>[];
  readonly cases: readonly { readonly case: CaseKind; readonly reference: string; readonly entry: string }[];
  /** Who was named to read what came for authorised officials only, beside those who received it. */
  readonly officials: readonly {
    readonly account: string;
    readonly by: string;
    readonly at: string;
    readonly entry: string;
  }[];
  readonly closing?: Closing;
  readonly reopened: number;
  readonly lastAt: string;
};

/** What the events of one trace amount to, in the order in which they were recorded; undefined where it was never opened. */
export function foldTrace(events: readonly RecordedTraceEvent[]): TraceState | undefined {
  return events.reduce<TraceState | undefined>(evolve, undefined);
}

function evolve(state: TraceState | undefined, event: RecordedTraceEvent): TraceState | undefined {
  if (event.type === 'trace-opened') return state ?? openedBy(event);
  return state && { ...told(state, event), lastAt: event.recorded };
}

type Opened = Extract<RecordedTraceEvent, { type: 'trace-opened' }>;

function openedBy({ kind, arm, case: reference, recorded, operator }: Opened): TraceState {
  return {
    kind,
    ...(arm === undefined ? {} : { arm }),
    ...(reference === undefined ? {} : { case: reference }),
    ...{ opened: recorded, openedBy: operator, status: 'open', looks: [], questions: [], requests: [] },
    ...{ findings: [], cases: [], officials: [], reopened: 0, lastAt: recorded },
  };
}

function told(state: TraceState, event: Exclude<RecordedTraceEvent, Opened>): TraceState {
  const { recorded: at, operator: by, entry } = event;
  switch (event.type) {
    case 'looked-at-home':
      return { ...state, looks: [...state.looks, { ...lookOf(event), at, entry }] };
    case 'arm-taken-for':
      return { ...state, arm: event.arm };
    case 'agency-asked':
    case 'agency-reminded':
    case 'agency-answered':
      return { ...state, questions: withQuestion(state.questions, event) };
    case 'message':
    case 'message-refused':
    case 'answer-drafted':
    case 'answer-released':
    case 'answer-sent-back':
    case 'release-reviewed':
      return { ...state, requests: withRequest(state.requests, event) };
    // Papers, translations and copies are read from the events themselves.
    case 'paper-added':
    case 'message-translated':
    case 'embargo-copy-made':
      return state;
    case 'trace-finding':
      return { ...state, findings: [...state.findings, event] };
    case 'case-linked':
      return { ...state, cases: [...state.cases, { case: event.case, reference: event.reference, entry }] };
    case 'official-named': {
      const { account } = event;
      const others = state.officials.filter((one) => one.account !== account);
      return { ...state, officials: event.ends ? others : [...others, { account, by, at, entry }] };
    }
    case 'trace-closed': {
      const { type: _, entry: __, recorded: ___, operator: ____, words: _____, ...how } = event;
      return { ...state, status: 'closed', closing: { ...how, at, by } };
    }
    case 'trace-reopened': {
      const { closing: _, ...rest } = state;
      return { ...rest, status: 'open', reopened: state.reopened + 1 };
    }
    case 'report-made':
    case 'personal-data-erased':
      return state;
  }
}

function lookOf({ reading, candidates, noneProbability, arm, registers, lists }: HomeLook): HomeLook {
  return { reading, candidates, noneProbability, arm, registers, lists };
}

type QuestionEvent = Extract<
  RecordedTraceEvent,
  { type: 'agency-asked' | 'agency-reminded' | 'agency-answered' }
>;

function withQuestion(questions: readonly AgencyQuestion[], event: QuestionEvent): readonly AgencyQuestion[] {
  const { question, recorded: at } = event;
  if (event.type === 'agency-asked') {
    const { agency, due, words } = event;
    return [...questions, { question, agency, asked: at, due, reminded: 0, words }];
  }
  return questions.map((one) => {
    if (one.question !== question) return one;
    if (event.type === 'agency-reminded') return { ...one, reminded: one.reminded + 1 };
    return { ...one, answered: { at, outcome: event.outcome, words: event.words } };
  });
}

type RequestEvent = Extract<
  RecordedTraceEvent,
  {
    type:
      | 'message'
      | 'message-refused'
      | 'answer-drafted'
      | 'answer-released'
      | 'answer-sent-back'
      | 'release-reviewed';
  }
>;
type DraftEvent = Exclude<RequestEvent, { type: 'message' | 'message-refused' }>;

function withRequest(requests: readonly RequestNote[], event: RequestEvent): readonly RequestNote[] {
  const before = requests.find(({ request }) => request === event.request) ?? begun(event);
  if (!before) return requests;
  const after = withTold(before, event);
  return requests.includes(before)
    ? requests.map((one) => (one === before ? after : one))
    : [...requests, after];
}

function withTold(before: RequestNote, event: RequestEvent): RequestNote {
  if (event.type === 'message') return withMessage(before, event);
  if (event.type !== 'message-refused') return { ...before, drafts: withDraft(before.drafts, event) };
  const { side, seq, code, recorded: at } = event;
  return { ...before, refused: [...before.refused, { side, seq, code, at }] };
}

/** A request begins with a message; nothing else of it can stand before that. */
function begun(event: RequestEvent): RequestNote | undefined {
  if (event.type !== 'message') return undefined;
  const { request, direction, side, channel, country, peer } = event;
  const ours: Side = (direction === 'out') === (side === 'requester') ? 'requester' : 'responder';
  return {
    request,
    ours,
    channel,
    ...(country && { country }),
    ...(peer && { peer }),
    messages: [],
    drafts: [],
    refused: [],
  };
}

function withMessage(note: RequestNote, event: Extract<RequestEvent, { type: 'message' }>): RequestNote {
  const { side, kind, seq, operator: by, channel, digest, entry, received, recorded, document } = event;
  const came = `${received}T23:59:59.000Z`;
  const at = received !== undefined && came < recorded ? came : recorded;
  const message = {
    ...{ side, kind, seq, at, by, channel, digest, entry },
    ...(document === undefined ? {} : { document }),
  };
  return { ...note, messages: [...note.messages, message] };
}

function withDraft(drafts: readonly Draft[], event: DraftEvent): readonly Draft[] {
  const { draft, recorded: at, operator: by } = event;
  if (event.type === 'answer-drafted') {
    const { kind, digest } = event;
    return [...drafts, { draft, kind, by, at, digest, state: 'waiting' }];
  }
  return drafts.map((one) => {
    if (one.draft !== draft) return one;
    if (event.type === 'answer-sent-back') return { ...one, state: 'sent-back' };
    if (event.type === 'release-reviewed') return { ...one, reviewed: { by, good: event.good, at } };
    return {
      ...one,
      state: 'released',
      releasedBy: by,
      releasedAt: at,
      ...(event.alone ? { isAlone: true } : {}),
    };
  });
}
