/** Requests and answers of a certified report as lines that a person reads, with their handling limits. */
import { html } from 'hono/html';
import type { TraceAnswer } from '../../domain/trace/answer.ts';
import type { TracedItem, TraceRequest } from '../../domain/trace/request.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import {
  holderLines,
  irregularWords,
  type Line,
  type Members,
  named,
  quoted,
  spoken,
  stepLine,
  textOf,
  thingLines,
} from './report-parts.ts';
import { code, said } from './text.ts';
import { formatRecorded, formatWhen } from './when.ts';
import { REPORT_WORDS } from './words/report.ts';
import type { Words } from './words/words.ts';

/** What a report tells of a request. */
type RequestTold = Partial<Pick<TraceRequest, 'requester' | 'ground'>> & {
  readonly use?: string;
  readonly urgency?: string;
};

/** What was said between States, as far as the report tells it. */
export function messageLines(words: Words, says: Members, told: Members): readonly (Line | undefined)[] {
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  if (says.type === 'message-refused') return [[own.notTaken, code(textOf(says.code))]];
  const way = says.direction === 'out' ? own.sent : own.came;
  const limits = (told.limits ?? []) as readonly { readonly code: string; readonly text?: string }[];
  return [
    [named(terms.messages, says.kind), html`${way} · ${code(textOf(says.country))}`],
    [own.channel, named(terms.channels, says.channel)],
    spoken(own.happened, told.sent, (sent) => formatRecorded(words, sent)),
    quoted(own.reference, told.reference),
    ...(says.kind === 'request' ? request(words, told as unknown as RequestTold) : []),
    ...(says.kind === 'answer' ? answer(words, told as unknown as Partial<TraceAnswer>) : []),
    ...limits.map(
      (limit): Line => [
        own.limits,
        html`${named(terms.limits, limit.code)}${limit.text ? html`${words.colon}${said(limit.text)}` : ''}`,
      ],
    ),
  ];
}

function request(words: Words, told: RequestTold): readonly (Line | undefined)[] {
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  return [
    spoken(own.requester, told.requester?.name, said),
    ...(told.ground?.codes ?? []).map((ground): Line => [own.ground, named(terms.grounds, ground)]),
    spoken(own.law, told.ground?.law, said),
    spoken(own.embargo, told.ground?.embargo, said),
    spoken(own.use, told.use, (use) => named(terms.uses, use)),
    spoken(own.urgency, told.urgency, (level) => named(terms.urgencies, level)),
  ];
}

function answer(words: Words, told: Partial<TraceAnswer>): readonly (Line | undefined)[] {
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  const { item, exportedTo, lastLawful, irregularity } = told;
  return [
    spoken(own.outcome, told.kind, (kind) => named(terms.answers, kind)),
    spoken(own.ground, told.ground, (ground) => named(terms.refusalGrounds, ground)),
    spoken(own.expected, told.expected, (day) => formatWhen(words, day)),
    ...(item ? thingLines(words, item as Partial<TracedItem>) : []),
    ...(told.chain ?? []).map((link) =>
      stepLine(words, link.event, link.happened, link as unknown as Members),
    ),
    exportedTo && [
      own.exportedTo,
      html`${code(exportedTo.country)} · ${said(formatWhen(words, exportedTo.happened))} ${code(exportedTo.licence ?? '')}`,
    ],
    ...(lastLawful ? holderLines(words, lastLawful) : []),
    irregularity && [
      own.irregularity,
      html`${irregularWords(words, irregularity.event)} · ${said(formatWhen(words, irregularity.happened))}`,
    ],
    ...(told.searched ?? []).map(
      ({ register, outcome }): Line => [
        own.register,
        html`${said(register)}${words.colon}${named(terms.searched, outcome)}`,
      ],
    ),
    spoken(own.words, [told.reason, told.note].filter(Boolean).join(' '), said),
  ];
}
