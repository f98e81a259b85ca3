/** The machine time of a chain through three States that run as three nodes over HTTP, people aside. */
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { decideMatch } from '../../src/acts/decide-match.ts';
import { draftAnswer } from '../../src/acts/draft-answer.ts';
import { deliverNow } from '../../src/acts/exchange-deliver.ts';
import { identifyArm } from '../../src/acts/identify-arm.ts';
import type { Actor, Office } from '../../src/acts/office.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { recordTraceFinding } from '../../src/acts/record-trace-finding.ts';
import { releaseAnswer } from '../../src/acts/release-answer.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import { takeArm } from '../../src/acts/take-arm.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { damagedReading } from '../../src/doors/demo/network.ts';
import { postEnvelope } from '../../src/doors/peers/post.ts';
import { makeLog } from '../../src/main/log.ts';
import { type NetworkNode, openNetwork } from '../../src/main/network.ts';
import { say } from '../office.ts';
import { does, officerOf } from '../trace.ts';

const MAKER = 'Belmor-Hask';

type Side = { readonly office: Office; readonly first: Actor; readonly second: Actor };

/** Runs the chain of the network's consignment once in a home of its own. */
export async function measureChain(
  home: string,
): Promise<{ readonly machineSeconds: number; readonly steps: object }> {
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const nodes = await openNetwork(config, { log: makeLog(() => {}, false), say, delivers: false });
  if (isRefusal(nodes)) throw new Error(`the network does not open: ${nodes.refused}`);
  try {
    // The first run makes connections, plans and tables ready, as they are in a register at work.
    await runChain(nodes, false);
    return await runChain(nodes, true);
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
  }
}

async function runChain(nodes: readonly NetworkNode[], isMeasured: boolean) {
  const [xa, xb, xc] = nodes.map(
    ({ opened: { office } }): Side => ({
      office,
      first: officerOf(office),
      second: officerOf(office),
    }),
  ) as [Side, Side, Side];
  const steps: Record<string, number> = {};
  const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await run();
    steps[name] = (steps[name] ?? 0) + performance.now() - began;
    return result;
  };
  const recovered = nodes.find((node) => node.recovered)!.recovered!;
  const { trace } = await step('open', () =>
    does(xc.office, xc.first, openTrace, { arm: recovered, circumstances: 'Road check.' }),
  );
  for (const to of [xa, xb]) await hop(step, xc, to, trace);
  await step('find', () =>
    does(xc.office, xc.first, recordTraceFinding, {
      ...{ trace, finding: 'point-of-diversion', authority: 'Parquet', happened: '2024-11-03' },
      ...{ stage: 'civil-possession', country: 'XB', words: 'Stolen from a holder.' },
    }),
  );
  await step('close', () =>
    does(xc.office, xc.first, closeTrace, {
      trace,
      outcome: 'traced-to-point-of-diversion',
      words: 'Theft in XB.',
    }),
  );
  await step('deliver', () => carry(xc));
  const machineSeconds = Math.round(Object.values(steps).reduce((sum, millis) => sum + millis, 0)) / 1000;
  if (isMeasured) say(`chain: ${machineSeconds} s`);
  return {
    machineSeconds,
    steps: Object.fromEntries(Object.entries(steps).map(([name, millis]) => [name, Math.round(millis)])),
  };
}

type Step = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/** A request to a State, its identification and decision there, and its answer back. */
async function hop(step: Step, xc: Side, to: Side, trace: string): Promise<void> {
  const { made: thread } = await step('ask', () =>
    does(xc.office, xc.first, sendRequest, {
      ...{ trace, to: [{ country: to.office.state, peer: to.office.node }] },
      ground: { codes: ['transferred-without-licence'], law: 'Law on arms, art. 12' },
    }),
  );
  await step('deliver', () => carry(xc));
  const [held] = await to.office.db.rows<{ trace: string; request: string }>(
    'select trace_id as trace, request_id as request from trace_thread where thread_id = $1',
    [thread],
  );
  const own = { trace: held!.trace, request: held!.request };
  await step('acknowledge', () => does(to.office, to.first, acknowledgeRequest, own));
  const question = { reading: damagedReading(), maker: MAKER };
  const identified = await step('identify', () => does(to.office, to.first, identifyArm, question));
  const arm = identified.candidates[0]!.armId;
  const decided = await step('decide', () =>
    does(to.office, to.first, decideMatch, {
      ...question,
      arm,
      decision: 'same',
      why: 'Number and model agree.',
    }),
  );
  await step('take', () => does(to.office, to.first, takeArm, { trace: own.trace, match: decided.subject }));
  const { made: draft } = await step('draft', () =>
    does(to.office, to.first, draftAnswer, { ...own, kind: 'full' }),
  );
  await step('release', () =>
    does(to.office, to.second, releaseAnswer, { trace: own.trace, draft, decision: 'release' }),
  );
  await step('deliver', () => carry(to));
  await step('view', () => does(xc.office, xc.first, viewTrace, { trace }));
}

function carry({ office }: Side): Promise<unknown> {
  return deliverNow(office, (address, envelope) =>
    postEnvelope(address, envelope, new AbortController().signal),
  );
}
