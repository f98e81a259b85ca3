/**
 * Opens a trace for an arm that was recovered and is recorded so: what it is and how it came to light are taken from its
 * record, and the registers and lists of the State are looked through at once. One arm has one open trace.
 *
 * @clause ITI 5, ITI 16, C-02
 */
import { z } from 'zod';
import { EVERYTHING } from '../domain/access/scope.ts';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { armState } from '../domain/custody/fold.ts';
import { byHappening } from '../domain/custody/order.ts';
import type { Recovery, TracedItem } from '../domain/trace/request.ts';
import { lockArm } from '../store/arm.ts';
import type { Tx } from '../store/database.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { listParties } from '../store/party.ts';
import { listTraces } from '../store/trace-lists.ts';
import { logAccess } from '../store/work.ts';
import { beginTraceInside, onceInside, saltedBytes, type TraceReceipt } from './change-trace.ts';
import { lookAtHome } from './home-look.ts';
import { compact, NOTE_MAX, submission, text, uuid } from './input.ts';
import { meetListings } from './meet-listings.ts';
import { encounterWith } from './met-arms.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { eventsOfBody } from './seal.ts';
import { itemOf, placeOf, recoveryOf } from './trace-item.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { readTraceRules } from './trace-rules.ts';
import { keptOrUndone, undo } from './undone.ts';
import { accessOf, armIdOf } from './view-arm.ts';
import { partiesWithin } from './within-scope.ts';

const input = z.strictObject({
  ...submission,
  arm: text.describe('Id or State number of the recovered arm.'),
  case: text.optional().describe('Number of the case.'),
  authority: text.optional().describe('Who recovered it, where its record does not say.'),
  circumstances: z.string().trim().max(NOTE_MAX).optional().describe('How it came to light.'),
  agency: uuid.optional().describe('Agency whose trace it is; else that of the posting.'),
});
export type OpenTrace = z.infer<typeof input>;

/** What a trace is about. */
export type TraceContent = { readonly item: TracedItem; readonly recovery: Recovery };

export const openTrace: Act<OpenTrace, TraceReceipt> = {
  name: 'open-trace',
  says: 'Open a trace of a recovered arm, and look for it at home',
  clauses: ['ITI 16', 'ITI 5', 'C-02'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const arm = await armIdOf(office, actor.scope, wanted.arm);
    await logAccess(office.db, accessOf(office, actor, 'open-trace', isRefusal(arm) ? '' : arm));
    if (isRefusal(arm)) return arm;
    return onceInside(office, actor, { act: wanted.act, kind: 'open-trace' }, (tx, act) =>
      open(tx, office, actor, { ...wanted, act, arm }),
    );
  },
};

async function open(
  tx: Tx,
  office: Office,
  actor: Actor,
  wanted: OpenTrace & { readonly act: string },
): Promise<TraceReceipt> {
  const { act, device, arm, case: reference } = wanted;
  if (!(await lockArm(tx, actor.scope, arm))) return undo(refusal('arm-unknown', { arm }));
  const [standing] = await listTraces(tx, EVERYTHING, { arm, kind: 'own', status: 'open', limit: 1 });
  if (standing) return undo(refusal('trace-open-already', { trace: standing.id }));
  const content = await contentOf(tx, office, arm, wanted);
  const agency = await agencyOf(tx, actor, wanted.agency);
  const opened = nowOf(office);
  const { look } = await lookAtHome(office, content.item, await readTraceRules(tx), arm);
  const salted = saltedBytes(office, content);
  const trace = newId(office);
  const row = {
    ...{ id: trace, kind: 'own' as const, status: 'open' as const, arm, agency, caseReference: reference },
    ...{
      outcome: undefined,
      failure: undefined,
      stage: undefined,
      opened,
      closed: undefined,
      touched: opened,
    },
    lies: placeOf(content.item),
  };
  const receipt = await beginTraceInside(tx, office, actor, {
    ...{ act, device, kind: 'open-trace', trace, row },
    decided: {
      events: [
        compact({
          type: 'trace-opened' as const,
          kind: 'own' as const,
          arm,
          case: reference,
          recovery: salted.digest,
        }),
        { type: 'looked-at-home', ...look },
      ],
      content: salted,
    },
  });
  await meetListings(tx, office, [encounterWith(content.item, { arm, trace })], true);
  return receipt;
}

/** Whose trace it is: nobody gives a trace to an agency that is none, or to one beyond the own reach. */
async function agencyOf(tx: Tx, { scope }: Actor, wanted: string | undefined): Promise<string | undefined> {
  if (wanted === undefined) return scope.arms === 'own' ? scope.parties.at(0) : undefined;
  const isWithin = scope.arms === 'all' || scope.parties.includes(wanted);
  const isAgency = isWithin && (await listParties(tx, [wanted])).has(wanted);
  return isAgency ? wanted : undo(refusal('party-unknown', { party: wanted }));
}

/** The thing and its recovery, from the arm's record. */
async function contentOf(tx: Tx, office: Office, arm: string, said: OpenTrace): Promise<TraceContent> {
  const { bodies } = await listBodiesOf(tx, arm);
  const events = bodies.flatMap(eventsOfBody);
  const parties = events.flatMap(({ to, by }) => [to?.keeper, by]).filter((id) => id !== undefined);
  const { names } = await partiesWithin(tx, EVERYTHING, parties);
  const state = armState(events);
  const recovery = recoveryOf(byHappening(events), office.state, said, names);
  if (!recovery) return undo(refusal('arm-not-recovered', { arm: state.number?.number ?? arm }));
  return keptOrUndone({ item: itemOf(state), recovery });
}
