/**
 * What was said, as values of the fields of paper: codes, dates and texts by their tags. The way back is ./content. What the form
 * has no field for (photographs, what earlier requests brought beyond its lines) stands on the paper and is not read back.
 */
import type { PartyTold, TraceAnswer } from '../../domain/trace/answer.ts';
import type { HandlingLimit, SentMark, TraceRequest } from '../../domain/trace/request.ts';
import type { Said } from '../../domain/trace/thread.ts';

/** Values by the tags of their fields; what is empty is absent. */
export type Values = ReadonlyMap<string, string>;

type Pair = readonly [string, string | number | undefined];

function valuesOf(pairs: readonly Pair[]): Values {
  const filled = pairs.filter(([, value]) => value !== undefined && value !== '');
  return new Map(filled.map(([tag, value]) => [tag, String(value)]));
}

/** The values of what was said; of kinds that the form has no part for, none. */
export function valuesOfSaid(said: Said): Values {
  switch (said.kind) {
    case 'request':
      return valuesOf(requestPairs(said.content));
    case 'answer':
      return valuesOf(answerPairs(said.content));
    case 'acknowledged': {
      const { reference, by, note } = said.content;
      return valuesOf([
        ['acknowledged.reference', reference],
        ['acknowledged.by', by],
        ['acknowledged.note', note],
      ]);
    }
    case 'more-wanted':
      return valuesOf([['more.text', said.content.text]]);
    default:
      return new Map();
  }
}

function requestPairs(request: TraceRequest): readonly Pair[] {
  const { requester, ground, recovery, item, use, urgency, limits } = request;
  const { position } = recovery;
  return [
    ['request.reference', request.reference],
    ['requester.kind', requester.kind],
    ['requester.name', requester.name],
    ['requester.country', requester.country],
    ['requester.mandate', requester.mandate],
    ['requester.contact', requester.contact],
    ['case', request.case],
    ['urgency.level', urgency.level],
    ['urgency.reason', urgency.reason],
    ...ground.codes.map((code): Pair => [`ground.${code}`, 'yes']),
    ['ground.law', ground.law],
    ['ground.embargo', ground.embargo],
    ['recovery.kind', recovery.kind],
    ['recovery.happened', recovery.happened],
    ['recovery.country', recovery.country],
    ['recovery.place', recovery.place],
    ['recovery.position', position && `${position.latitude}, ${position.longitude}`],
    ['recovery.authority', recovery.authority],
    ['recovery.circumstances', recovery.circumstances],
    ...(['kind', 'class', 'part', 'maker', 'model', 'calibre', 'country', 'year'] as const).map(
      (name): Pair => [`item.${name}`, item[name]],
    ),
    ...(['importCountry', 'importYear', 'quantity', 'lotNumber', 'others'] as const).map(
      (name): Pair => [`item.${name}`, item[name]],
    ),
    ...item.marks.flatMap((mark, at) => markPairs(`mark.${at + 1}`, mark)),
    ...lotPairs(item),
    ['use.code', use.code],
    ['use.text', use.text],
    ...limitPairs('limit', limits),
    ...(request.earlier ?? []).flatMap((one, at): Pair[] => [
      [`earlier.${at + 1}.country`, one.country],
      [`earlier.${at + 1}.reference`, one.reference],
      [`earlier.${at + 1}.answered`, one.answered],
      [`earlier.${at + 1}.says`, one.says],
    ]),
  ];
}

function markPairs(row: string, mark: SentMark): Pair[] {
  return (['kind', 'part', 'text', 'condition', 'note'] as const).map((name) => [
    `${row}.${name}`,
    mark[name],
  ]);
}

/** One line for each mark of a recovery; lines of one reference are one recovery. */
function lotPairs({ items }: TraceRequest['item']): readonly Pair[] {
  const rows = (items ?? []).flatMap(({ marks, reference }, at) =>
    marks.map((mark) => ({ mark, reference: reference ?? String(at + 1) })),
  );
  return rows.flatMap(({ mark, reference }, at): Pair[] => [
    [`lot.${at + 1}.reference`, reference],
    ...markPairs(`lot.${at + 1}`, mark),
  ]);
}

function limitPairs(prefix: string, limits: readonly HandlingLimit[]): readonly Pair[] {
  const texts = limits.flatMap(({ text }) => text ?? []);
  return [
    ...limits.map(({ code }): Pair => [`${prefix}.${code}`, 'yes']),
    [`${prefix}.text`, texts.join('; ')],
  ];
}

function partyPairs(prefix: string, party: PartyTold | undefined): readonly Pair[] {
  return (['kind', 'country', 'name'] as const).map((name) => [`${prefix}.${name}`, party?.[name]]);
}

function answerPairs(answer: TraceAnswer): readonly Pair[] {
  const { item, lastLawful, exportedTo, irregularity } = answer;
  return [
    ...(['reference', 'kind', 'ground', 'reason', 'expected', 'note'] as const).map(
      (name): Pair => [`answer.${name}`, answer[name]],
    ),
    ...(['maker', 'model', 'calibre'] as const).map((name): Pair => [`found.${name}`, item?.[name]]),
    ...(item?.marks ?? []).flatMap((mark, at) => markPairs(`foundmark.${at + 1}`, mark)),
    ...answer.chain.flatMap((link, at): Pair[] => [
      [`chain.${at + 1}.event`, link.event],
      [`chain.${at + 1}.happened`, link.happened],
      ...partyPairs(`chain.${at + 1}.from`, link.from),
      ...partyPairs(`chain.${at + 1}.to`, link.to),
      [`chain.${at + 1}.reference`, link.reference],
    ]),
    ...partyPairs('last', lastLawful?.holder),
    ['last.from', lastLawful?.from],
    ['last.until', lastLawful?.until],
    ['exported.country', exportedTo?.country],
    ['exported.licence', exportedTo?.licence],
    ['exported.happened', exportedTo?.happened],
    ['irregularity.event', irregularity?.event],
    ['irregularity.happened', irregularity?.happened],
    ['irregularity.reference', irregularity?.reference],
    ...answer.searched.flatMap((one, at): Pair[] => [
      [`searched.${at + 1}.register`, one.register],
      [`searched.${at + 1}.outcome`, one.outcome],
      [`searched.${at + 1}.asof`, one.asOf],
    ]),
    ...answer.withheld.flatMap((one, at): Pair[] => [
      [`withheld.${at + 1}.what`, one.what],
      [`withheld.${at + 1}.ground`, one.ground],
    ]),
    ...limitPairs('answerlimit', answer.limits),
  ];
}
