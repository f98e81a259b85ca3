/**
 * An officer of one State at work beside its server until killed: asks the other State, acknowledges and answers what it asks, and
 * sends what waits at once. Says on standard output what was acknowledged. Started as a process by exchange-harness.ts:
 * node test/faults/officer.ts <work|settle> <home> <peer> <State of the peer> <most requests>.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { draftAnswer } from '../../src/acts/draft-answer.ts';
import { deliverNow } from '../../src/acts/exchange-deliver.ts';
import { sweepExchange } from '../../src/acts/exchange-sweep.ts';
import { type Act, type Actor, newId, type Office } from '../../src/acts/office.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { releaseAnswer } from '../../src/acts/release-answer.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import { writeInRequest } from '../../src/acts/write-in-request.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { postEnvelope } from '../../src/doors/peers/post.ts';
import { openOffice } from '../../src/main/open-office.ts';

const [scenario = '', home = '', peer = '', country = '', most = '0'] = process.argv.slice(2);
const SETTLE_MS = 40_000;
const DESCRIBED = {
  ...{ class: 'pistol', maker: 'Belmor-Hask', model: 'BH 7', calibre: '7.65 Browning', country: 'XA' },
  production: 'industrial',
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const opened = await openOffice(
  { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 },
  { role: 'cli', command: 'officer', say: () => {}, kind: 'either', state: 'XA', connections: 6 },
);
if (isRefusal(opened)) throw new Error(opened.refused);
const { office } = opened;
const officer = (): Actor => ({ operator: newId(office), purpose: 'case 1', scope: EVERYTHING });
const [first, second] = [officer(), officer()];

say('ready');
await (scenario === 'settle' ? settle() : work());
await opened.close();

/** Works until killed. */
async function work(): Promise<void> {
  for (;;) {
    const [asked] = await office.db.rows<{ count: number }>(
      "select count(*) as count from trace_request where ours = 'requester'",
    );
    if (asked!.count < Number(most)) say(`asked ${await ask(office, asked!.count)}`);
    await answerAll();
    await deliverNow(office, postEnvelope);
    await sleep(20);
  }
}

/** Answers all that was asked and sends until nothing waits. */
async function settle(): Promise<void> {
  const end = Date.now() + SETTLE_MS;
  while (Date.now() < end) {
    await sweepExchange(office);
    const answered = await answerAll();
    await deliverNow(office, postEnvelope);
    const [left] = await office.db.rows<{ count: number }>(
      'select count(*) as count from outbox where next_at is not null',
    );
    if (left!.count === 0 && answered === 0) return say('settled');
    await sleep(50);
  }
  const left = await office.db.rows(
    'select type, seq, attempts, last_answer, result from outbox where next_at is not null',
  );
  say(`waiting ${JSON.stringify(left)}`);
}

/** Seizes a pistol, opens its trace and asks the other State. */
async function ask(at: Office, count: number): Promise<string> {
  const marks = [{ kind: 'serial', part: 'frame', text: `XK-${at.state}${String(count).padStart(5, '0')}` }];
  const { arm } = await does(registerArm, { description: DESCRIBED, marks });
  await does(recordEvent, {
    ...{ arm, type: 'seized', happened: '2026-10-12', place: 'Kerem', why: 'A search.' },
    basis: { kind: 'case', number: 'RP 8/2026', authority: 'Court' },
  });
  const { trace } = await does(openTrace, { arm, circumstances: 'A search.', authority: 'Police' });
  const ground = { codes: ['transferred-without-licence'], law: 'Arms Act, art. 12' };
  return (await does(sendRequest, { trace, to: [{ country, peer }], ground })).made!;
}

type Held = { readonly trace: string; readonly request: string };

async function answerAll(): Promise<number> {
  const held = await office.db.rows<Held>(
    `select trace_id as trace, request_id as request from trace_request
     where ours = 'responder' and status in ('asked', 'acknowledged', 'more-wanted') order by asked_at limit 5`,
  );
  for (const one of held) await answer(one);
  return held.length;
}

/** Each step only where a process that was killed has not done it. */
async function answer(held: Held): Promise<void> {
  await tries(acknowledgeRequest, held);
  // Some are asked for more first: which, their ids tell.
  if (/[0-4]$/.test(held.request))
    await tries(writeInRequest, { ...held, kind: 'more-wanted', text: 'A photograph?' });
  const waiting = () =>
    office.db.rows<{ draft: string }>(
      "select draft_id as draft from trace_draft where trace_id = $1 and state = 'waiting'",
      [held.trace],
    );
  if ((await waiting()).length === 0) await tries(draftAnswer, { ...held, kind: 'no-record' });
  const [draft] = await waiting();
  if (!draft) return;
  const released = await tries(
    releaseAnswer,
    { ...{ trace: held.trace, ...draft }, decision: 'release' },
    second,
  );
  if (!isRefusal(released)) say(`answered ${held.trace}`);
}

function tries<Input, Output>(
  act: Act<Input, Output>,
  input: object,
  who = first,
): Promise<Output | Refusal> {
  return act.run(office, who, act.input.parse(input));
}

async function does<Input, Output>(act: Act<Input, Output>, input: object): Promise<Output> {
  const done = await tries(act, input);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done as Output;
}
