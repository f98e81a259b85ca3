/** Whether two States that wrote to each other are of one mind: every request is on both sides, told alike, and answered once. */
import { machine } from '../../src/acts/office.ts';
import type { TraceView } from '../../src/acts/trace-view-output.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import type { OpenOffice } from '../../src/main/open-office.ts';

const TESTER = machine('faults', 'test');

export type Told = {
  readonly requests: number;
  readonly messages: number;
  /** Messages that were sent more than once: those that a kill met on their way. */
  readonly sentAgain: number;
};

/** Compares the two sides; what is wrong goes to the faults. `asked`: the requests that were acknowledged to each officer. */
export async function compareSides(
  asked: readonly ReadonlySet<string>[],
  opened: readonly OpenOffice[],
  faults: string[],
): Promise<Told> {
  const told = { requests: 0, messages: 0, sentAgain: 0 };
  for (const [place, { office }] of opened.entries()) {
    const there = opened[1 - place]!;
    const threads = await listThreads({ office }, 'requester');
    const lost = [...asked[place]!].filter((thread) => !threads.has(thread));
    if (lost.length > 0) faults.push(`${office.state} asked, was told so, and forgot: ${lost.join(', ')}`);
    const held = await listThreads(there, 'responder');
    for (const [thread, trace] of threads) {
      const other = held.get(thread);
      if (other === undefined) faults.push(`the request ${thread} of ${office.state} is lost`);
      else faults.push(...differences(thread, await viewOf({ office }, trace), await viewOf(there, other)));
    }
    const [sent] = await office.db.rows<{ all: number; again: number; refused: number }>(
      `select count(*) as all, count(*) filter (where attempts > 1) as again,
         count(*) filter (where result is distinct from 'taken') as refused from outbox`,
    );
    if (sent!.refused > 0) faults.push(`${sent!.refused} messages of ${office.state} were not taken`);
    told.requests += threads.size;
    told.messages += sent!.all;
    told.sentAgain += sent!.again;
  }
  return told;
}

async function listThreads(
  { office }: Pick<OpenOffice, 'office'>,
  ours: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await office.db.rows<{ thread: string; trace: string }>(
    'select thread_id as thread, trace_id as trace from trace_request where ours = $1',
    [ours],
  );
  const threads = new Map(rows.map(({ thread, trace }) => [thread, trace]));
  if (threads.size !== rows.length) throw new Error(`one request became several in ${office.state}`);
  return threads;
}

async function viewOf({ office }: Pick<OpenOffice, 'office'>, trace: string): Promise<TraceView> {
  return (await viewTrace.run(office, TESTER, viewTrace.input.parse({ trace }))) as TraceView;
}

function differences(thread: string, asker: TraceView, responder: TraceView): readonly string[] {
  const [asked, taken] = [asker.requests[0], responder.requests[0]];
  if (!asked || !taken) return [`the request ${thread} has no side`];
  const faults: string[] = [];
  const story = ({ said, status, answers }: typeof asked): string =>
    JSON.stringify([said.map(({ side, seq, kind, text }) => [side, seq, kind, text]), status, answers]);
  if (story(asked) !== story(taken)) faults.push(`the request ${thread} is told otherwise on the two sides`);
  if (asked.answers.length !== 1)
    faults.push(`the request ${thread} was answered ${asked.answers.length} times`);
  return faults;
}
