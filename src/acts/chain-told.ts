/**
 * The chain of an arm as it may be told to whoever asks: parties by kind and country, by name where the scope lets it be known.
 * Not an act itself.
 *
 * @clause ITI 20, A-03
 */
import type { Scope } from '../domain/access/scope.ts';
import type { ArmState } from '../domain/custody/arm-state.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import { armState } from '../domain/custody/fold.ts';
import { byHappening } from '../domain/custody/order.ts';
import type { PartyKind } from '../domain/custody/party.ts';
import type { PartyKindTold, PartyTold, TraceAnswer } from '../domain/trace/answer.ts';
import { chainOf, sentMarks, type Told } from '../domain/trace/chain.ts';
import type { Statements } from '../store/database.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { listParties } from '../store/party.ts';
import { compact } from './input.ts';
import { eventsOfBody } from './seal.ts';
import { countryOfParty } from './trace-item.ts';
import { seenWithin, WITHHELD } from './within-scope.ts';

const KIND_TOLD: Readonly<Record<PartyKind, PartyKindTold>> = {
  state: 'state',
  'foreign-state': 'state',
  agency: 'agency',
  court: 'agency',
  laboratory: 'agency',
  unit: 'unit',
  depot: 'unit',
  company: 'other',
  'guard-company': 'other',
  dealer: 'dealer',
  maker: 'maker',
  person: 'person',
  unknown: 'other',
};

export type ChainTold = Told & Pick<TraceAnswer, 'item'>;

/** What an arm's record tells within a scope: its events as they happened, what they amount to, and what to call each party. */
export type ArmTold = {
  readonly events: readonly RecordedEvent[];
  readonly state: ArmState;
  readonly tell: (party: string) => PartyTold;
  readonly kindOf: (party: string) => PartyKind;
};

/** The record of an arm of the register; `own` is the country of those who are no foreign State. */
export async function armTold(db: Statements, scope: Scope, arm: string, own: string): Promise<ArmTold> {
  const { bodies } = await listBodiesOf(db, arm);
  const { events, names } = await seenWithin(db, scope, bodies.flatMap(eventsOfBody));
  const ids = events.flatMap(({ to, from, by }) => [
    ...Object.values(to ?? {}),
    ...Object.values(from ?? {}),
    ...(by === undefined ? [] : [by]),
  ]);
  const parties = await listParties(
    db,
    [...new Set(ids)].filter((id) => !id.startsWith(WITHHELD)),
  );
  // Of a party that may not be known the look has its kind in the place of its name.
  const kindOf = (id: string): PartyKind =>
    parties.get(id)?.kind ?? ((names.get(id) ?? 'unknown') as PartyKind);
  const tell = (id: string): PartyTold => {
    const party = parties.get(id);
    if (!party) return { kind: KIND_TOLD[kindOf(id)] ?? 'other', country: own };
    const country = party.kind === 'foreign-state' ? countryOfParty(party.name) : own;
    return compact({ kind: KIND_TOLD[party.kind], country, name: names.get(id) });
  };
  return { events: byHappening(events), state: armState(events), tell, kindOf };
}

/** The chain of an arm of the register. */
export async function chainTold(db: Statements, scope: Scope, arm: string, own: string): Promise<ChainTold> {
  const { events, state, tell } = await armTold(db, scope, arm, own);
  const { maker, model, calibre } = state.description;
  return {
    ...chainOf(events, state, tell),
    // Notes on marks are free words, which nobody decided to tell.
    item: compact({
      maker,
      model,
      calibre,
      marks: sentMarks(state.marks).map(({ note: _, ...mark }) => mark),
    }),
  };
}
