/**
 * The chain of an arm as it may be told to whoever asks: parties by kind and country, by name where the scope lets it be known.
 * Not an act itself.
 *
 * @clause ITI 20, A-03
 */
import type { Scope } from '../domain/access/scope.ts';
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

/** The chain of an arm of the register; `own` is the country of those who are no foreign State. */
export async function chainTold(db: Statements, scope: Scope, arm: string, own: string): Promise<ChainTold> {
  const { bodies } = await listBodiesOf(db, arm);
  const { events, names } = await seenWithin(db, scope, bodies.flatMap(eventsOfBody));
  const ids = events.flatMap(({ to, from }) => [...Object.values(to ?? {}), ...Object.values(from ?? {})]);
  const parties = await listParties(
    db,
    [...new Set(ids)].filter((id) => !id.startsWith(WITHHELD)),
  );
  const tell = (id: string): PartyTold => {
    const party = parties.get(id);
    const name = names.get(id);
    // Of a party that may not be known the look has its kind in the place of its name.
    if (!party) return { kind: KIND_TOLD[(name ?? 'unknown') as PartyKind] ?? 'other', country: own };
    const country = party.kind === 'foreign-state' ? countryOfParty(party.name) : own;
    return compact({ kind: KIND_TOLD[party.kind], country, name });
  };
  const state = armState(events);
  const { maker, model, calibre } = state.description;
  return {
    ...chainOf(byHappening(events), state, tell),
    // Notes on marks are free words, which nobody decided to tell.
    item: compact({
      maker,
      model,
      calibre,
      marks: sentMarks(state.marks).map(({ note: _, ...mark }) => mark),
    }),
  };
}
