/** What the command trace prints: the desk, one trace, what would be sent, what an agency was asked, counts, lots. */
import type { TraceCounts } from '../../acts/count-traces.ts';
import type { QuestionList } from '../../acts/list-questions.ts';
import type { SuspectedLots } from '../../acts/list-suspected-lots.ts';
import type { TraceList } from '../../acts/list-traces.ts';
import type { Composed } from '../../acts/request-of.ts';
import type { RequestView, TraceView } from '../../acts/trace-view-output.ts';
import type { PartyTold } from '../../domain/trace/answer.ts';
import type { TracedItem } from '../../domain/trace/request.ts';
import { EN_TERMS } from '../web/words/en-terms.ts';
import { TRACE_EN } from '../words/trace-en.ts';
import { shown } from './command.ts';

const lines = (...all: readonly (string | undefined)[]): string =>
  all.filter((line) => line !== undefined).join('\n');
const word = (list: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(list, code) ? list[code]! : shown(code);
const optional = (lead: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `${lead}${shown(text)}`;
const listed = (lead: string, all: readonly string[]): string | undefined =>
  all.length === 0 ? undefined : `${lead}: ${all.join('; ')}.`;

/** What is due, then the traces. */
export function deskText({ due, traces, next }: TraceList): string {
  const dues = due.map(
    ({ what, due: by, isLate, urgent, country, trace, request, question }) =>
      `${isLate ? 'LATE' : 'due '} ${by}  ${TRACE_EN.due[what]}${urgent ? ', urgent' : ''}${optional('  ', country)}  ${trace}${optional(' ', request ?? question)}`,
  );
  const rows = traces.map(
    ({ id, reference, kind, status, outcome, requests, case: number }) =>
      `${id}  ${reference}  ${TRACE_EN.traces[kind]}, ${TRACE_EN.traceStatuses[status]}${outcome ? `: ${TRACE_EN.outcomes[outcome]}` : ''}${optional('  case ', number)}${requests.map((one) => `  ${one.country ?? ''} ${TRACE_EN.statuses[one.status]}`).join('')}`,
  );
  const page = next === undefined ? undefined : `The next page: --after ${next}`;
  return lines(...dues, ...rows, page) || 'There is no trace.';
}

/** One trace: where it stands, its chain, its requests, what was found and whom to ask next. */
export function traceText(trace: TraceView): string {
  const { reference, kind, status, closing, item, recovery, chain, questions, requests, findings } = trace;
  const end = closing ? `: ${TRACE_EN.outcomes[closing.outcome]}` : '';
  return lines(
    `${reference}  ${TRACE_EN.traces[kind]}, ${TRACE_EN.traceStatuses[status]}${end}`,
    item && `The thing: ${thingOf(item)}`,
    recovery &&
      `${TRACE_EN.recovered[recovery.kind]} ${recovery.happened}${optional(', ', recovery.place)}${optional(', by ', recovery.authority)}`,
    ...(trace.looks
      .at(-1)
      ?.registers.map(({ name, outcome }) => `  ${shown(name)}: ${TRACE_EN.looks[outcome]}`) ?? []),
    ...(chain?.chain ?? []).map(stepText),
    chain?.lastLawful && `Last lawful holder: ${partyText(chain.lastLawful.holder)}`,
    chain?.exportedTo &&
      `Exported to ${chain.exportedTo.country} ${chain.exportedTo.happened}${optional(', licence ', chain.exportedTo.licence)}`,
    ...questions.map(
      ({ question, agencyName, due, answered }) =>
        `Question ${question}${optional(' to ', agencyName)}: ${answered ? TRACE_EN.agencyOutcomes[answered.outcome] : `due ${due}`}${optional(': ', answered?.text)}`,
    ),
    ...requests.flatMap(requestLines),
    ...findings.map(
      ({ finding, authority, happened, stage, ground }) =>
        `Found: ${TRACE_EN.findings[finding]} ${happened}, by ${shown(authority)}${stage ? `, ${TRACE_EN.stages[stage]}` : ''}${ground ? `, ${TRACE_EN.grounds[ground]}` : ''}`,
    ),
    listed(
      'Ask next',
      trace.addressees.map(({ country, reason }) => `${country} (${word(TRACE_EN.routes, reason)})`),
    ),
  );
}

function thingOf({
  maker,
  model,
  calibre,
  marks,
}: Pick<TracedItem, 'maker' | 'model' | 'calibre' | 'marks'>): string {
  const texts = [maker, model, calibre, ...marks.map(({ text }) => text)];
  return texts
    .filter((one) => one !== undefined && one !== '')
    .map((one) => shown(one!))
    .join(', ');
}

function stepText({
  event,
  happened,
  from,
  to,
  reference,
}: NonNullable<TraceView['chain']>['chain'][number]) {
  const parties = [from && `from ${partyText(from)}`, to && `to ${partyText(to)}`].filter(Boolean);
  return `  ${happened || '?'}  ${word(EN_TERMS.events, event)} ${parties.join(' ')}${optional('  ', reference)}`.trimEnd();
}

function partyText({ kind, country, name }: PartyTold): string {
  return `${name === undefined ? TRACE_EN.parties[kind] : shown(name)}${optional(', ', country)}`;
}

function requestLines(request: RequestView): readonly string[] {
  const { id, ours, country, channel, status, answers, drafts, acknowledgeDue, answerDue, wanted } = request;
  const way = `${ours === 'requester' ? 'to' : 'from'} ${country ?? '?'} by ${TRACE_EN.channels[channel]}`;
  const waits = [acknowledgeDue && `acknowledge by ${acknowledgeDue}`, answerDue && `answer by ${answerDue}`];
  return [
    `Request ${id} ${way}: ${TRACE_EN.statuses[status]}${waits
      .filter(Boolean)
      .map((text) => `, ${text}`)
      .join('')}`,
    ...(wanted ? [`  Wanted: ${shown(wanted.text)}`] : []),
    ...drafts.map(
      ({ draft, kind, state }) =>
        `  Draft ${draft}: ${word(TRACE_EN.answers, kind)}, ${TRACE_EN.drafts[state]}`,
    ),
    ...answers.map(
      ({ kind, ground, reason, exportedTo, withheld }) =>
        `  ${TRACE_EN.answers[kind]}${ground ? `: ${TRACE_EN.refusalGrounds[ground]}` : ''}${optional('. ', reason)}${optional('; exported to ', exportedTo?.country)}${withheld.length > 0 ? `; withheld: ${withheld.map(({ what }) => TRACE_EN.withheld[what]).join(', ')}` : ''}`,
    ),
  ];
}

/** The request that would leave, what it lacks and whom to ask. */
export function composedText({ request, missing, warnings, addressees, keptBack }: Composed): string {
  return lines(
    `${shown(request.reference)}: ${thingOf(request.item)}`,
    missing.length > 0
      ? listed(
          'It cannot leave yet; say',
          missing.map((one) => TRACE_EN.missing[one]),
        )
      : 'It can leave: everything that ITI 17 asks for is said.',
    listed(
      'Advised',
      warnings.map((one) => TRACE_EN.warnings[one]),
    ),
    listed(
      'Ask',
      addressees.map(({ country, reason }) => `${country} (${TRACE_EN.routes[reason]})`),
    ),
    listed('Not passed on, for its limits', keptBack),
  );
}

/** What an agency was asked and has not answered. */
export function questionsText({ questions }: QuestionList): string {
  const rows = questions.map(
    ({ trace, question, due, isLate, text }) =>
      `${isLate ? 'LATE' : 'due '} ${due}  ${trace} ${question}${optional('  ', text)}`,
  );
  return rows.join('\n') || 'Nothing was asked that waits for an answer.';
}

/** Counts by year, partner and direction, then how own traces ended. */
export function countsText({ requests, outcomes }: TraceCounts): string {
  const days = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(1));
  const rows = requests.map(
    (one) =>
      `${one.year}  ${one.country ?? '?'}  ${one.ours === 'requester' ? 'sent' : 'received'} ${one.requests}, acknowledged ${one.acknowledged}, answered ${one.answered}, refused ${one.refused}, open ${one.open}; days ${days(one.medianDays)} (90 %: ${days(one.ninetiethDays)})`,
  );
  const ends = outcomes.map(
    ({ year, outcome, failure, traces }) =>
      `${year}  ${outcome ? TRACE_EN.outcomes[outcome] : TRACE_EN.traceStatuses.open}${failure ? ` (${TRACE_EN.failures[failure]})` : ''}: ${traces}`,
  );
  return lines(...rows, ...ends) || 'There is nothing to count in these years.';
}

/** Recoveries that point to one consignment. */
export function lotsText({ lots }: SuspectedLots): string {
  const rows = lots.map(
    ({ maker, prefix, digits, from, to, traces }) =>
      `${shown(maker)} ${shown(prefix)}${String(from).padStart(digits, '0')} to ${shown(prefix)}${String(to).padStart(digits, '0')}: ${traces.join(' ')}`,
  );
  return rows.join('\n') || 'No recoveries point to one consignment.';
}
