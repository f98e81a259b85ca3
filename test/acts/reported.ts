/**
 * A real trace from recovery to its end, for tests of reports: an arm of the register that was sold, held and stolen; the
 * thing that came to light with a worn number; a decision, an agency asked, two States asked by letter of which one answers
 * under a limit, findings, a case, and the end.
 */
import { answerQuestion } from '../../src/acts/answer-question.ts';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { type CertifiedTrace, certifyTrace } from '../../src/acts/certify-trace.ts';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { decideMatch } from '../../src/acts/decide-match.ts';
import { linkCase } from '../../src/acts/link-case.ts';
import type { Act, Actor } from '../../src/acts/office.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { recordTraceFinding } from '../../src/acts/record-trace-finding.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import { takeArm } from '../../src/acts/take-arm.ts';
import { takeFurther } from '../../src/acts/take-said.ts';
import type { Scope } from '../../src/domain/access/scope.ts';
import type { Happened } from '../../src/domain/base/happened.ts';
import type { Refusal } from '../../src/domain/base/refusal.ts';
import type { TraceAnswer } from '../../src/domain/trace/answer.ts';
import type { Said } from '../../src/domain/trace/thread.ts';
import { kept, type Registry } from './registry.ts';

export const HOLDER = 'Quenby Ashdowne';
export const DEALER_THERE = 'Harrow & Vance, dealers';
export const BUYER_THERE = 'Ilse Marrowgate';
export const WORDS = 'Told by the neighbour, Osric Pell.';
export const SECRET_LICENCE = 'XC/EX/77-0091';

export type Reported = {
  readonly trace: string;
  readonly arm: string;
  readonly decision: string;
  /** A national point of contact: sees sites and cases, and neither holders nor operators. */
  readonly contact: Actor;
  readonly laboratory: string;
  certify(more?: object, actor?: Actor): Promise<CertifiedTrace | Refusal>;
};

const AT = (day: string): Happened => day as Happened;

/** What XB answers: two persons, a dealer, and free words. */
const ANSWER_B: TraceAnswer = {
  ...{ reference: 'XB-0077', kind: 'full', withheld: [], limits: [{ code: 'authorised-officials' }] },
  chain: [
    {
      event: 'sold',
      happened: AT('2021-03-09'),
      from: { kind: 'dealer', country: 'XB', name: DEALER_THERE },
      to: { kind: 'person', country: 'XB', name: BUYER_THERE },
      reference: 'XB/PO/2021-0093',
    },
  ],
  lastLawful: { holder: { kind: 'person', country: 'XB', name: BUYER_THERE }, from: AT('2021-03-09') },
  searched: [{ register: 'XB', outcome: 'found' }],
  note: WORDS,
};

/** What XC answers, for the purposes of the instrument only. */
const ANSWER_C: TraceAnswer = {
  ...{ reference: 'XC-0012', kind: 'full', withheld: [], chain: [] },
  limits: [{ code: 'purposes-of-the-iti', text: 'not for tax' }],
  exportedTo: { country: 'XB', licence: SECRET_LICENCE, happened: AT('2019-06-17') },
  searched: [{ register: 'XC', outcome: 'found' }],
};

/** Does all of it in a registry. */
export async function reported(r: Registry): Promise<Reported> {
  const contact = actorOf(r, { sees: new Set(['site', 'case']) });
  const run = async <I, O>(act: Act<I, O>, input: object): Promise<O> =>
    kept(await r.run(act, input, contact));
  const holder = kept(await r.run(recordParty, { name: HOLDER, kind: 'person' })).parties[0]!;
  const laboratory = kept(await r.run(recordParty, { name: 'State laboratory', kind: 'laboratory' }))
    .parties[0]!;
  const { arm } = await r.register();
  const to = { owner: holder, keeper: holder };
  const other = { unit: r.who.other, keeper: r.who.other };
  kept(await r.record(arm, 'transferred', { happened: '2019-06-06', to: other }));
  kept(
    await r.record(arm, 'sold', { happened: '2020-02-02', to, basis: { kind: 'permit', number: 'P-17' } }),
  );
  kept(await r.record(arm, 'stolen', { happened: '2022-05-05', from: { keeper: holder } }));
  const { arm: found } = await r.register({
    marks: [{ kind: 'serial', part: 'receiver', text: 'ZQ-04?7', condition: 'partly-legible', note: WORDS }],
    to: { keeper: r.who.police },
    happened: '2026-01-10',
  });
  kept(
    await r.record(found, 'seized', { happened: '2026-01-10', to: { keeper: r.who.police }, place: 'Kerem' }),
  );
  const { trace } = await run(openTrace, { arm: found, case: 'RP 810/2026', circumstances: WORDS });
  const read = { reading: 'ZQ-0417', maker: 'Zeta', arm };
  const { subject: match, entry } = await run(decideMatch, { ...read, decision: 'same', why: WORDS });
  await run(takeArm, { trace, match });
  const { made: question } = await run(askAgency, { trace, agency: r.who.army, words: WORDS });
  await run(answerQuestion, { trace, question, outcome: 'found', words: WORDS });
  const there = ['XB', 'XC'].map((country) => ({ country, channel: 'letter' }));
  const use = { code: 'criminal-proceedings' };
  const ground = { codes: ['unlawful-where-found'], law: 'Arms Act, article 4' };
  await run(sendRequest, { trace, to: there, ground, use });
  await told(r, contact, trace, [
    ['XB', { kind: 'acknowledged', content: { reference: 'XB-0077' } }],
    ['XB', { kind: 'answer', content: ANSWER_B }],
    ['XC', { kind: 'answer', content: ANSWER_C }],
  ]);
  const authority = 'Public prosecutor of Kerem';
  const stolen = {
    authority,
    happened: '2022-05-05',
    stage: 'civil-possession',
    country: 'XA',
    words: WORDS,
  };
  await run(recordTraceFinding, { trace, finding: 'point-of-diversion', ...stolen });
  await run(linkCase, { trace, case: 'criminal-case', reference: '118/26' });
  await run(closeTrace, { trace, outcome: 'traced-to-point-of-diversion', words: WORDS, tell: false });
  await r.numbering.drain();
  return {
    ...{ trace, arm, contact, laboratory, decision: entry },
    certify: (more = {}, actor = contact) =>
      r.run(certifyTrace, { trace, case: '118/26', reason: 'Asked for by the court.', ...more }, actor),
  };
}

/** Somebody with an account who reaches all arms. */
export function actorOf(r: Registry, { sees }: Pick<Scope, 'sees'>): Actor {
  return { operator: r.newId(), purpose: 'test', scope: { arms: 'all', parties: [], sees, events: 'all' } };
}

/** What came by letter. */
async function told(
  { office, db, newId }: Registry,
  actor: Actor,
  trace: string,
  letters: readonly (readonly [string, Said])[],
): Promise<void> {
  for (const [country, said] of letters) {
    const [row] = await db.rows<{ request: string; thread: string }>(
      'select request_id as request, thread_id as thread from trace_request where trace_id = $1 and country = $2',
      [trace, country],
    );
    const sent = new Date(office.clock()).toISOString();
    const came = {
      act: newId(),
      kind: 'register-letter',
      sent,
      seen: 1,
      channel: 'letter',
      country,
    } as const;
    const place = { trace, request: row!.request, thread: row!.thread, peer: undefined };
    await db.transaction((tx) => takeFurther(tx, office, actor, { ...came, ...place }, said));
  }
}
