/**
 * Tracing on a register of so many arms (`--arms`, default 1,000,000): how long a domestic trace takes from opening to its drawn
 * chain beside identification alone; how many requests a minute are received, verified and searched for; and the machine time
 * of a whole chain through three States over HTTP. Arms of the register have rows and marks alone; those that are traced were
 * registered by acts and have their entries.
 */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { addPeer } from '../src/acts/add-peer.ts';
import { takeEnvelope } from '../src/acts/exchange-take.ts';
import { identifyArm } from '../src/acts/identify-arm.ts';
import { type Act, type Actor, newId, type Office } from '../src/acts/office.ts';
import { openTrace } from '../src/acts/open-trace.ts';
import { ownCard } from '../src/acts/own-card.ts';
import { publishCard } from '../src/acts/publish-card.ts';
import { recordEvent } from '../src/acts/record-event.ts';
import { registerArm } from '../src/acts/register-arm.ts';
import { sendRequest } from '../src/acts/send-request.ts';
import { viewArm } from '../src/acts/view-arm.ts';
import { viewTrace } from '../src/acts/view-trace.ts';
import { EVERYTHING } from '../src/domain/access/scope.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { openRegisterHome } from './identify/home.ts';
import { makeRegister } from './identify/register.ts';
import { benchOffice, quantile, round, say } from './office.ts';
import { measureChain } from './trace/chain.ts';

const SEED = 7;
const TRACES = 200;
const REQUESTS = 300;
const AT_ONCE = 4;

const DESCRIBED = {
  class: 'pistol',
  maker: 'Belmor-Hask',
  model: 'BH 7',
  calibre: '7.65 Browning',
  country: 'XA',
} as const;

export async function benchTrace(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const arms = Number(options.arms ?? 1_000_000);
  const requests = Number(options.requests ?? REQUESTS);
  const register = await openRegisterHome(makeRegister(arms, SEED), SEED, say);
  const peer = await benchOffice('trace-peer', undefined, 8);
  try {
    const domestic = await measureDomestic(register.office);
    say(`domestic traces: ${JSON.stringify(domestic)}`);
    const received = await measureReceiving(register.office, peer.office, requests);
    say(`received: ${JSON.stringify(received)}`);
    const home = resolve(import.meta.dirname, `../.cache/bench/network-${process.pid}`);
    const chain = await measureChain(home).finally(() => rmSync(home, { recursive: true, force: true }));
    return {
      bars: [
        bar('domestic trace beyond identification, p95 (ms)', domestic.beyondP95Ms, 100, 'at most'),
        bar('requests received, verified and searched a minute', received.perMinute, 300, 'at least'),
        bar('machine time of a chain through three States (s)', chain.machineSeconds, 2, 'at most'),
      ],
      arms,
      domestic,
      received,
      chain,
    };
  } finally {
    await peer.close();
    await register.close();
  }
}

function bar(what: string, measured: number, limit: number, how: 'at most' | 'at least'): object {
  return {
    what,
    measured,
    bar: `${how} ${limit}`,
    holds: how === 'at most' ? measured <= limit : measured >= limit,
  };
}

/** An officer of the bench: a person, for a person decides. */
export function officerOf(office: Office): Actor {
  return { operator: newId(office), purpose: 'bench', scope: EVERYTHING };
}

/** Runs an act; a refusal ends the bench. */
export async function does<Input, Output>(
  office: Office,
  who: Actor,
  act: Act<Input, Output>,
  input: object,
): Promise<Output> {
  const done = await act.run(office, who, act.input.parse(input));
  if (isRefusal(done)) throw new Error(`${act.name}: ${JSON.stringify(done)}`);
  return done;
}

/** Two records of each pistol: where it was made and sold, and as it was seized with a place of its number gone. */
async function measureDomestic(
  office: Office,
): Promise<{ readonly [figure: string]: number; readonly beyondP95Ms: number }> {
  const who = officerOf(office);
  const times = {
    identify: [] as number[],
    open: [] as number[],
    view: [] as number[],
    chain: [] as number[],
    beyond: [] as number[],
  };
  for (let place = 0; place < TRACES; place++) {
    const serial = serialOf(place);
    const made = await does(office, who, registerArm, {
      description: DESCRIBED,
      marks: [{ kind: 'serial', part: 'frame', text: serial }],
      happened: '2018-03-01',
    });
    await does(office, who, recordEvent, { arm: made.arm, type: 'stolen', happened: '2022-05-09' });
    const read = `${serial.slice(0, 5)}?${serial.slice(6)}`;
    const { arm } = await does(office, who, registerArm, {
      description: DESCRIBED,
      marks: [{ kind: 'serial', part: 'frame', text: read, condition: 'partly-legible' }],
    });
    await does(office, who, recordEvent, { arm, type: 'seized', happened: '2026-10-12', place: 'PK 40' });
    const [identify] = await timed(() =>
      does(office, who, identifyArm, { reading: read, maker: DESCRIBED.maker }),
    );
    const [open, opened] = await timed(() => does(office, who, openTrace, { arm, authority: 'Police' }));
    const [view] = await timed(() => does(office, who, viewTrace, { trace: opened.trace }));
    const [chain] = await timed(() => does(office, who, viewArm, { arm: made.arm }));
    times.identify.push(identify);
    times.open.push(open);
    times.view.push(view);
    times.chain.push(chain);
    // Opening a trace identifies too: what is beyond it is what tracing adds.
    times.beyond.push(open - identify + view + chain);
  }
  const told = Object.entries(times).flatMap(([name, values]) => [
    [`${name}MedianMs`, quantile(values, 0.5)],
    [`${name}P95Ms`, quantile(values, 0.95)],
  ]);
  return { ...Object.fromEntries(told), beyondP95Ms: quantile(times.beyond, 0.95) };
}

const serialOf = (place: number): string => `XQ-8${String(place * 37).padStart(6, '0')}1`;

async function timed<T>(run: () => Promise<T>): Promise<readonly [number, T]> {
  const began = performance.now();
  const result = await run();
  return [performance.now() - began, result];
}

/** Requests of a peer, sealed beforehand, as they come in at the door: some at once. */
async function measureReceiving(here: Office, peer: Office, requests: number) {
  const [own, other] = [officerOf(here), officerOf(peer)];
  await does(here, own, publishCard, { address: 'https://here.example' });
  await does(peer, other, publishCard, { address: 'https://peer.example' });
  await introduce(here, own, peer);
  await introduce(peer, other, here);
  for (let place = 0; place < requests; place++) {
    const { arm } = await does(peer, other, registerArm, {
      description: DESCRIBED,
      marks: [{ kind: 'serial', part: 'frame', text: serialOf(place % TRACES) }],
    });
    await does(peer, other, recordEvent, { arm, type: 'seized', happened: '2026-10-12', place: 'PK 7' });
    const { trace } = await does(peer, other, openTrace, {
      arm,
      authority: 'Police',
      circumstances: 'Road check.',
    });
    await does(peer, other, sendRequest, {
      trace,
      to: [{ country: here.state, peer: here.node }],
      ground: { codes: ['unlawful-where-found'], law: 'Law on arms' },
    });
  }
  const waiting = await peer.db.rows<{ sealed: Buffer }>(
    'select sealed from outbox where sealed is not null',
  );
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = waiting[next++]; one; one = waiting[next++]) {
        const taken = await takeEnvelope(here, one.sealed, { byFile: false });
        if ('refused' in taken) throw new Error(`a request was refused: ${taken.code}`);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return {
    requests: waiting.length,
    seconds: round(seconds),
    perMinute: Math.round((waiting.length / seconds) * 60),
  };
}

async function introduce(here: Office, who: Actor, there: Office): Promise<void> {
  const card = await there.db.transaction((tx) => ownCard(tx, there));
  if (isRefusal(card)) throw new Error(card.refused);
  await does(here, who, addPeer, { card: card.signed, fingerprint: card.fingerprint });
}
