/**
 * Shows what one's agency was asked of traced things and has not answered, with the day by which it is to.
 *
 * @clause A-13, C-05
 */
import { z } from 'zod';
import { EVERYTHING } from '../domain/access/scope.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import { listOpenQuestions } from '../store/trace-lists.ts';
import { findContent, listWords } from '../store/trace-said.ts';
import { logAccess } from '../store/work.ts';
import { compact, uuid } from './input.ts';
import type { Act, Office } from './office.ts';
import type { TraceContent } from './open-trace.ts';
import { id, instant } from './output.ts';
import { listPartyNames } from './party-names.ts';
import { openFile } from './trace-file.ts';
import { isContentClosed } from './trace-officials.ts';
import { item } from './trace-shapes.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: questions on one list. */
export const QUESTIONS_LISTED_MAX = 50;

const input = z.strictObject({
  limit: z.int().min(1).max(QUESTIONS_LISTED_MAX).default(QUESTIONS_LISTED_MAX),
  after: uuid.optional().describe('The last question of the page before.'),
});
const output = z.strictObject({
  questions: z.array(
    z.strictObject({
      trace: id,
      question: id,
      agency: id,
      agencyName: z.string(),
      asked: instant,
      due: instant,
      isLate: z.boolean(),
      text: z.string().optional(),
      item: item.optional().describe('The thing that is asked about.'),
    }),
  ),
  next: id.optional().describe('To be given as "after" for the next page.'),
});
export type QuestionList = z.infer<typeof output>;

export const listQuestions: Act<z.infer<typeof input>, QuestionList> = {
  name: 'list-questions',
  says: 'Show what one’s agency was asked of traced things',
  clauses: ['A-13', 'C-05'],
  input,
  output,
  changes: false,
  async run(office, actor, { limit, after }) {
    const agencies = actor.scope.arms === 'all' ? {} : { agencies: actor.scope.parties };
    const found = await listOpenQuestions(office.db, { ...agencies, after, limit: limit + 1 });
    const open = found.slice(0, limit);
    const traces = [...new Set(open.map(({ trace }) => trace))];
    await logAccess(office.db, accessOf(office, actor, 'list-questions', traces.join(' ')));
    const names = await listPartyNames(
      office,
      EVERYTHING,
      open.map(({ agency }) => agency),
    );
    const told = new Map(
      await Promise.all(
        traces.map(async (trace) => [trace, await askedIn(office, actor.operator, trace)] as const),
      ),
    );
    const now = new Date(office.clock()).toISOString();
    return {
      questions: open.map(({ reminded: _, ...one }) =>
        compact({
          ...one,
          agencyName: names.get(one.agency) ?? '',
          isLate: one.due < now,
          text: told.get(one.trace)?.texts.get(one.question),
          item: told.get(one.trace)?.item,
        }),
      ),
      ...(found.length > limit ? { next: open.at(-1)?.question } : {}),
    } as QuestionList;
  },
};

/** The thing, and the words of each question, for those who were asked them. */
async function askedIn(office: Office, operator: string, trace: string) {
  const [file, words, bytes] = await Promise.all([
    openFile(office.db, EVERYTHING, trace),
    listWords(office.db, trace),
    findContent(office.db, trace),
  ]);
  const events = isRefusal(file) ? [] : file.events;
  const texts = new Map<string, string>();
  for (const event of events)
    if (event.type === 'agency-asked') texts.set(event.question, words.get(event.entry) ?? '');
  const content = bytes && (JSON.parse(bytes.toString('utf8')) as TraceContent);
  const isClosed = isRefusal(file) || isContentClosed(file, operator);
  return { texts, item: isClosed ? undefined : content?.item };
}
