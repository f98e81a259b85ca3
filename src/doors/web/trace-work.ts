/** Work about an answer that came when its trace was closed and the arm traced anew, in words; it is settled with a reason, as what is about an arm is. */
import { html } from 'hono/html';
import type { WorkItem } from '../../acts/list-work.ts';
import { LATE_ANSWER_KIND } from '../../acts/take-said.ts';
import type { Html } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { TRACES_WORDS } from './words/traces.ts';

/** The kind of such work, for a choice. */
export function traceWorkKinds({
  words,
}: Visit): readonly { readonly value: string; readonly label: string }[] {
  return [{ value: LATE_ANSWER_KIND, label: TRACES_WORDS[words.language].trace.lateAnswer }];
}

/** What an item is about; undefined where it is about no late answer. */
export function traceWork(
  visit: Visit,
  { kind, against }: WorkItem,
): { readonly name: string; readonly says: Html | string; readonly to: undefined } | undefined {
  if (kind !== LATE_ANSWER_KIND) return undefined;
  const { lateAnswer, lateAnswerSays, lateAnswerTo } = TRACES_WORDS[visit.words.language].trace;
  const says = offers(visit, 'view-trace')
    ? html`${lateAnswerSays} <a href="${link(visit, `/traces/${against ?? ''}`)}">${lateAnswerTo}</a>`
    : lateAnswerSays;
  return { name: lateAnswer, says, to: undefined };
}
