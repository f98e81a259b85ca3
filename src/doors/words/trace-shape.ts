/**
 * Words for the closed lists of tracing: every code that a trace, a request or an answer holds has one word in each language. A
 * list that grows is a type error here until all three have it.
 *
 * @clause ITI 6, ITI 15, ITI 17, ITI 22
 */
import type { ListTraces, TraceList } from '../../acts/list-traces.ts';
import type {
  AnswerFault,
  AnswerKind,
  PartyKindTold,
  RefusalGround,
  Searched,
  WithheldThing,
} from '../../domain/trace/answer.ts';
import type {
  AgencyOutcome,
  CaseKind,
  Channel,
  FindingKind,
  HomeLook,
  TraceEvent,
} from '../../domain/trace/event.ts';
import type { Draft } from '../../domain/trace/fold.ts';
import type { Exemption, Failure, LifeStage, Outcome } from '../../domain/trace/outcome.ts';
import type {
  Ground,
  ItemKind,
  LimitCode,
  Missing,
  PhotographSide,
  Recovered,
  RequesterKind,
  TraceRequest,
  Use,
  Warning,
} from '../../domain/trace/request.ts';
import type { RouteReason } from '../../domain/trace/routing.ts';
import type { RequestStatus, SaidKind, Side } from '../../domain/trace/thread.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

export type TraceTerms = {
  /** Why an arm counts as illicit (ITI 6). */
  readonly grounds: Words<Ground>;
  readonly recovered: Words<Recovered>;
  readonly requesters: Words<RequesterKind>;
  readonly items: Words<ItemKind>;
  readonly uses: Words<Use>;
  readonly limits: Words<LimitCode>;
  readonly photographs: Words<PhotographSide>;
  readonly urgencies: Words<TraceRequest['urgency']['level']>;
  readonly outcomes: Words<Outcome>;
  readonly failures: Words<Failure>;
  readonly stages: Words<LifeStage>;
  readonly exemptions: Words<Exemption>;
  /** Whose trace it is: own, or asked by another. */
  readonly traces: Words<NonNullable<ListTraces['kind']>>;
  readonly traceStatuses: Words<NonNullable<ListTraces['status']>>;
  /** Where a request stands. */
  readonly statuses: Words<RequestStatus>;
  readonly sides: Words<Side>;
  /** What was said in a request. */
  readonly messages: Words<SaidKind>;
  readonly channels: Words<Channel>;
  readonly cases: Words<CaseKind>;
  readonly findings: Words<FindingKind>;
  readonly agencyOutcomes: Words<AgencyOutcome>;
  /** What became of a register that was looked into at home. */
  readonly looks: Words<HomeLook['registers'][number]['outcome']>;
  /** What an answer tells of a register. */
  readonly searched: Words<Searched['outcome']>;
  /** What ITI 17 asks for and a request does not say. */
  readonly missing: Words<Missing>;
  readonly warnings: Words<Warning>;
  /** What keeps an answer from being one. */
  readonly faults: Words<AnswerFault>;
  /** Why a State is proposed to be asked. */
  readonly routes: Words<RouteReason>;
  readonly answers: Words<AnswerKind>;
  readonly withheld: Words<WithheldThing>;
  /** On which ground an answer may be delayed, restricted or refused (ITI 22). */
  readonly refusalGrounds: Words<RefusalGround>;
  readonly parties: Words<PartyKindTold>;
  readonly drafts: Words<Draft['state']>;
  /** What is due on the trace desk. */
  readonly due: Words<TraceList['due'][number]['what']>;
  readonly events: Words<TraceEvent['type']>;
};
