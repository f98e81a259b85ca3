/**
 * What happens to a trace on its own node, as it stands in the ledger. Words that may name people, and what was said between
 * States, stand beside the ledger; an event holds their digest. Findings are acts of a named authority.
 *
 * @clause C-02, C-11, C-18, ITI 5
 */
import type { Happened } from '../base/happened.ts';
import type { DocumentFact } from '../documents/document.ts';
import type { AnswerKind } from './answer.ts';
import type { Exemption, Failure, LifeStage, Outcome } from './outcome.ts';
import type { Ground, Use } from './request.ts';
import type { SaidKind, Side } from './thread.ts';

/** How something came in or went out. */
export type Channel = (typeof CHANNELS)[number];
export const CHANNELS = ['node', 'letter', 'e-mail', 'interpol', 'embassy', 'un-panel', 'document'] as const;

export type CaseKind = (typeof CASE_KINDS)[number];
export const CASE_KINDS = ['criminal-case', 'legal-assistance', 'joint-team', 'liaison', 'other'] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];
export const FINDING_KINDS = ['illicit-since', 'point-of-diversion', 'first-irregularity'] as const;

export type AgencyOutcome = (typeof AGENCY_OUTCOMES)[number];
export const AGENCY_OUTCOMES = ['found', 'not-found', 'partly', 'cannot-tell'] as const;

/** What was found at home: registers that may be read, lists, and those that are to be asked. */
export type HomeLook = {
  readonly reading?: string | undefined;
  readonly candidates: number;
  readonly noneProbability?: number | undefined;
  /** The arm of the register that the thing was taken for, where a person decided so or its record is the trace's own. */
  readonly arm?: string | undefined;
  readonly registers: readonly {
    readonly name: string;
    readonly outcome: 'found' | 'not-found' | 'to-be-asked';
  }[];
  readonly lists: readonly { readonly name: string; readonly hits: number }[];
};

export type TraceEvent =
  | {
      readonly type: 'trace-opened';
      readonly kind: 'own' | 'asked';
      readonly arm?: string;
      readonly case?: string;
      readonly recovery?: string;
    }
  | ({ readonly type: 'looked-at-home' } & HomeLook)
  | { readonly type: 'arm-taken-for'; readonly arm: string; readonly match?: string }
  | {
      readonly type: 'agency-asked';
      readonly question: string;
      readonly agency: string;
      readonly due: string;
      readonly words: string;
    }
  | { readonly type: 'agency-reminded'; readonly question: string }
  | {
      readonly type: 'agency-answered';
      readonly question: string;
      readonly outcome: AgencyOutcome;
      readonly words: string;
    }
  | {
      readonly type: 'message';
      readonly request: string;
      readonly direction: 'in' | 'out';
      readonly side: Side;
      readonly kind: SaidKind;
      readonly seq: number;
      readonly channel: Channel;
      /** SHA-256 of what was said, salted where it is no signed message. */
      readonly digest: string;
      /** Country of the other side, and its node where it has one. */
      readonly country?: string;
      readonly peer?: string;
      readonly message?: string;
      /** The day on which a paper came, and the scan that shows it. */
      readonly received?: string;
      readonly document?: string;
    }
  | { readonly type: 'paper-added'; readonly document: DocumentFact }
  | {
      readonly type: 'message-translated';
      readonly request: string;
      readonly side: Side;
      readonly seq: number;
      /** Of the translation, by its code (BCP 47). */
      readonly language: string;
      readonly words: string;
    }
  | {
      /** A copy of a request for the body that watches over an embargo (C-16). */
      readonly type: 'embargo-copy-made';
      readonly request: string;
      readonly to: string;
      readonly channel: Channel;
      /** Written consent of the State that asked, by its reference. */
      readonly consent?: string;
    }
  | {
      /** The other side would not take a message of ours; it counts on neither side. */
      readonly type: 'message-refused';
      readonly request: string;
      readonly side: Side;
      readonly seq: number;
      readonly code: string;
    }
  | {
      readonly type: 'answer-drafted';
      readonly request: string;
      readonly draft: string;
      readonly kind: AnswerKind;
      readonly digest: string;
    }
  | {
      readonly type: 'answer-released';
      readonly request: string;
      readonly draft: string;
      /** One officer alone, for it was urgent; to be reviewed. */
      readonly alone?: string;
      readonly persons: boolean;
      readonly units: boolean;
    }
  | {
      readonly type: 'answer-sent-back';
      readonly request: string;
      readonly draft: string;
      readonly why: string;
    }
  | {
      readonly type: 'release-reviewed';
      readonly request: string;
      readonly draft: string;
      readonly good: boolean;
      readonly why: string;
    }
  | {
      readonly type: 'trace-finding';
      readonly finding: FindingKind;
      readonly authority: string;
      readonly happened: Happened;
      readonly ground?: Ground;
      readonly stage?: LifeStage;
      readonly country?: string;
      readonly words: string;
    }
  | { readonly type: 'case-linked'; readonly case: CaseKind; readonly reference: string }
  | {
      /** An account that may read what came for authorised officials only, or that may not any more. */
      readonly type: 'official-named';
      readonly account: string;
      readonly ends?: true;
      readonly why: string;
    }
  | {
      readonly type: 'trace-closed';
      readonly outcome: Outcome;
      readonly failure?: Failure;
      readonly exemption?: Exemption;
      readonly stage?: LifeStage;
      readonly action?: string;
      readonly words: string;
    }
  | { readonly type: 'trace-reopened'; readonly why: string }
  | { readonly type: 'personal-data-erased'; readonly ground: string }
  | {
      readonly type: 'report-made';
      readonly report: string;
      /** SHA-256 of the file as it was given out. */
      readonly digest: string;
      readonly use: Use;
      readonly case: string;
      readonly persons: boolean;
      readonly units: boolean;
      /** Salted digest of the file as it is kept. */
      readonly words: string;
    };

/** An event with its entry: who recorded it, and when. */
export type RecordedTraceEvent = TraceEvent & {
  readonly entry: string;
  readonly recorded: string;
  readonly operator: string;
};
