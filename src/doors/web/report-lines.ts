/**
 * The facts of a certified report as lines that a person reads: what each says in words of the language, with marks, numbers
 * and references kept apart from them.
 *
 * What could go wrong: a report from another version of the program, with a word that is not known here. Such a word stands as
 * it is.
 */
import { html } from 'hono/html';
import type { ReportFact } from '../../domain/trace/report.ts';
import type { Recovery, TracedItem } from '../../domain/trace/request.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import { messageLines } from './report-messages.ts';
import {
  type Held,
  holderLines,
  irregularWords,
  type Line,
  type Members,
  named,
  quoted,
  reference,
  spoken,
  stepLine,
  textOf,
  thingLines,
} from './report-parts.ts';
import { type Html, said } from './text.ts';
import { formatWhen } from './when.ts';
import { MATCH_WORDS } from './words/match.ts';
import { REPORT_WORDS } from './words/report.ts';
import type { Words } from './words/words.ts';

/** What a fact tells. */
export function linesOf(words: Words, { fact, says, told }: ReportFact): readonly Line[] {
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  const lines = ((): readonly (Line | undefined)[] => {
    switch (fact) {
      case 'thing':
        return thingLines(words, told as unknown as Partial<TracedItem>);
      case 'recovery':
        return recovery(words, told as unknown as Partial<Recovery>);
      case 'opened':
        return [
          [terms.events['trace-opened'], named(terms.traces, says.kind)],
          quoted(own.forCase, says.case),
        ];
      case 'case':
        return [[named(terms.cases, says.case), reference(says.reference)]];
      case 'searched':
        return searched(words, told);
      case 'agency':
        return [
          [own.agency, said(textOf(told.agency))],
          spoken(own.due, says.due, (due) => formatWhen(words, due)),
          spoken(own.outcome, says.outcome, (outcome) => named(terms.agencyOutcomes, outcome)),
          spoken(own.words, told.words, said),
        ];
      case 'message':
        return messageLines(words, says, told);
      case 'taken':
        return [];
      case 'decision':
        return [[own.decisionOn, decided(words, told)]];
      case 'finding':
        return finding(words, says, told);
      case 'ended':
        return ended(words, says, told);
      default:
        return ofArm(words, fact, says, told);
    }
  })();
  return lines.filter((line) => line !== undefined);
}

function recovery(words: Words, found: Partial<Recovery>): readonly (Line | undefined)[] {
  const own = REPORT_WORDS[words.language];
  return [
    spoken(own.how, found.kind, (kind) => named(TRACE_TERMS[words.language].recovered, kind)),
    found.happened === undefined ? undefined : [own.happened, formatWhen(words, found.happened)],
    quoted(own.country, found.country),
    spoken(own.place, found.place, said),
    spoken(own.authority, found.authority, said),
    spoken(own.words, found.circumstances, said),
  ];
}

function searched(words: Words, told: Members): readonly Line[] {
  const own = REPORT_WORDS[words.language];
  const registers = (told.registers ?? []) as readonly { readonly name: string; readonly how: string }[];
  const lists = (told.lists ?? []) as readonly string[];
  return [
    ...registers.map(
      ({ name, how }): Line => [
        own.register,
        html`${said(name)}${words.colon}${how === 'searched' ? own.searched : own.toBeAsked}`,
      ],
    ),
    ...lists.map((list): Line => [own.list, html`${said(list)}${words.colon}${own.searched}`]),
  ];
}

function decided(words: Words, told: Members): Html {
  const { decisions } = MATCH_WORDS[words.language];
  return html`${named(decisions, told.decision)} · ${said(formatWhen(words, textOf(told.on)))}`;
}

function finding(words: Words, says: Members, told: Members): readonly (Line | undefined)[] {
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  return [
    [named(terms.findings, says.finding), said(formatWhen(words, textOf(says.happened)))],
    spoken(own.authority, says.authority, said),
    spoken(own.ground, says.ground, (ground) => named(terms.grounds, ground)),
    spoken(own.stage, says.stage, (stage) => named(terms.stages, stage)),
    quoted(own.country, says.country),
    spoken(own.words, told.words, said),
  ];
}

function ended(words: Words, says: Members, told: Members): readonly (Line | undefined)[] {
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  return [
    says.type === 'trace-reopened' ? [terms.events['trace-reopened'], ''] : undefined,
    spoken(own.outcome, says.outcome, (outcome) => named(terms.outcomes, outcome)),
    spoken(own.failure, says.failure, (failure) => named(terms.failures, failure)),
    spoken(own.exemption, says.exemption, (exemption) => named(terms.exemptions, exemption)),
    spoken(own.stage, says.stage, (stage) => named(terms.stages, stage)),
    spoken(own.action, says.action, said),
    spoken(own.words, told.words, said),
  ];
}

/** Facts of the arm by the register. */
function ofArm(words: Words, fact: ReportFact['fact'], says: Members, told: Members): readonly Line[] {
  const own = REPORT_WORDS[words.language];
  if (fact === 'last-lawful') return holderLines(words, told as unknown as Held);
  const line = stepLine(words, textOf(says.type), textOf(says.happened), told);
  if (fact !== 'first-irregularity') return [line];
  return [[own.irregularity, irregularWords(words, textOf(told.irregularity))], line];
}
