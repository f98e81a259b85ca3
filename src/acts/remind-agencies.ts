/**
 * Reminds agencies of what they were asked of traced things: some days before its day, and every so many days after it. The
 * machine's own work; each reminder stands in the trace. Not an act of a person.
 *
 * @clause A-13, C-05
 */
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { daysAfter } from '../domain/trace/clocks.ts';
import { listOpenQuestions, type OpenQuestion } from '../store/trace-lists.ts';
import { changeTrace } from './change-trace.ts';
import { machine, nowOf, type Office } from './office.ts';
import { readTraceRules } from './trace-rules.ts';

/** Named limit: reminders of one round. */
export const REMINDERS_MAX = 500;
const CLERK = machine('countermark', 'reminders');

/** Reminds whoever is to be reminded now; gives how many were. */
export async function remindAgencies(office: Office): Promise<number> {
  const { remindDays } = await readTraceRules(office.db);
  const now = nowOf(office);
  const soon = await listOpenQuestions(office.db, {
    dueBefore: daysAfter(now, remindDays),
    limit: REMINDERS_MAX,
  });
  let reminded = 0;
  for (const open of soon.filter((one) => isToBeReminded(one, now, remindDays))) {
    const done = await changeTrace(office, CLERK, {
      ...{ kind: 'remind-agency', trace: open.trace },
      decide({ file }) {
        const { question } = open;
        const asked = file.state?.questions.find((one) => one.question === question);
        if (!asked || asked.answered || file.state?.status !== 'open')
          return refusal('question-answered', { question });
        return { events: [{ type: 'agency-reminded', question }] };
      },
    });
    if (!isRefusal(done)) reminded++;
  }
  return reminded;
}

/** Once before its day, then again after every so many days. */
function isToBeReminded({ reminded, due }: OpenQuestion, now: string, everyDays: number): boolean {
  if (reminded === null) return true;
  return now > due && now >= daysAfter(reminded, Math.max(1, everyDays));
}
