/**
 * The facts of the arm that a traced thing was taken for: the steps of its chain, the last lawful holder as a witness, the
 * first irregularity, what officers decided, and whether a laboratory confirmed it. Not an act itself.
 *
 * @clause A-03, C-14
 */
import type { Scope } from '../domain/access/scope.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import type { JsonObject } from '../domain/ledger/canonical.ts';
import type { TraceAnswer } from '../domain/trace/answer.ts';
import { chainOf, stepsOf } from '../domain/trace/chain.ts';
import type { Release } from '../domain/trace/release.ts';
import { releasedAnswer } from '../domain/trace/release.ts';
import {
  type FactKind,
  plain,
  type ReportFact,
  saysOfArm,
  type WithheldFromReport,
} from '../domain/trace/report.ts';
import type { Statements } from '../store/database.ts';
import { listEntriesOf } from '../store/ledger.ts';
import { listMatchEntries } from '../store/match.ts';
import { type ArmTold, armTold } from './chain-told.ts';
import { readMatchEntry } from './match-entries.ts';
import type { Office } from './office.ts';
import { eventsOfBody } from './seal.ts';

export type ArmFacts = {
  readonly facts: readonly ReportFact[];
  readonly withheld: readonly WithheldFromReport[];
  readonly lead: boolean;
};

/** The facts of an arm; `taken` are the decisions by which a thing was taken for it. */
export async function armFacts(
  db: Statements,
  office: Office,
  scope: Scope,
  arm: string,
  taken: readonly string[],
  release: Release,
): Promise<ArmFacts> {
  const told = await armTold(db, scope, arm, office.state);
  const places = await placesOf(db, arm);
  const make = (fact: FactKind, event: RecordedEvent, more: object): ReportFact => ({
    ...{ fact, entry: event.entry, recorded: event.recorded },
    event: places.get(keyOf(event)) ?? 0,
    says: saysOfArm(event),
    told: plain(more),
  });
  const chain = chainFacts(told, release, make);
  const decided = await decisionFacts(db, arm, taken);
  const confirmed = told.events.find(
    ({ type, about, by }) =>
      type === 'finding' &&
      by !== undefined &&
      told.kindOf(by) === 'laboratory' &&
      decided.some(({ entry }) => entry === about),
  );
  return {
    facts: [...decided, ...(confirmed ? [make('confirmed', confirmed, {})] : []), ...chain.facts],
    withheld: chain.withheld,
    lead: taken.length > 0 && confirmed === undefined,
  };
}

/** Where an event stands in its entry; of two alike in one entry, the first. */
async function placesOf(db: Statements, arm: string): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  for (const { body } of await listEntriesOf(db, arm))
    for (const [place, event] of eventsOfBody(body).entries())
      if (!places.has(keyOf(event))) places.set(keyOf(event), place);
  return places;
}

function keyOf({ entry, type, happened }: RecordedEvent): string {
  return `${entry} ${type} ${happened}`;
}

type Make = (fact: FactKind, event: RecordedEvent, more: object) => ReportFact;

function chainFacts({ events, state, tell }: ArmTold, release: Release, make: Make) {
  const { lastLawful: holder, irregularity, chain } = chainOf(events, state, tell);
  const whole: TraceAnswer = {
    ...{ reference: '', kind: 'full', chain, searched: [], withheld: [], limits: [] },
    ...(holder ? { lastLawful: holder } : {}),
  };
  const { chain: links, lastLawful, withheld } = releasedAnswer(whole, release);
  const steps = stepsOf(events);
  const facts = links.map(({ event: _, happened: __, ...link }, at) => make('chain', steps[at]!, link));
  const since = heldSince(events, state.lastLawful);
  if (lastLawful && since) facts.push(make('last-lawful', since, { ...lastLawful, as: 'witness' }));
  // What was irregular may be a contradiction between records rather than an event: its entry tells which event showed it.
  const { firstIrregularity: first } = state;
  const irregular = events.find(({ entry }) => entry === first?.entry);
  if (first && irregular)
    facts.push(
      make('first-irregularity', irregular, { irregularity: first.type, reference: irregularity?.reference }),
    );
  return { facts, withheld };
}

/** The event from which the last lawful holder had the arm; else the one that tells of him or her. */
function heldSince(
  events: readonly RecordedEvent[],
  held: ArmTold['state']['lastLawful'],
): RecordedEvent | undefined {
  if (!held) return undefined;
  const names = ({ to, from }: RecordedEvent): boolean =>
    [...Object.values(to ?? {}), ...Object.values(from ?? {})].includes(held.holder);
  const telling = events.filter(names);
  return telling.find(({ happened }) => happened === held.from) ?? telling.at(0);
}

/** What officers decided on the readings by which the thing was taken for the arm: what and when, and nothing that was weighed. */
async function decisionFacts(
  db: Statements,
  arm: string,
  taken: readonly string[],
): Promise<readonly ReportFact[]> {
  if (taken.length === 0) return [];
  const entries = (await listMatchEntries(db, arm)).map(readMatchEntry);
  const readings = new Set(
    entries.flatMap(({ body, decided }) =>
      decided && taken.includes(body.subject) ? [decided.reading] : [],
    ),
  );
  return entries.flatMap(({ body, decided }): ReportFact[] => {
    if (!decided || !readings.has(decided.reading)) return [];
    const told: JsonObject = { decision: decided.decision, on: body.recorded.slice(0, 10) };
    const event = body.events.indexOf(decided);
    return [{ fact: 'decision', entry: body.id, recorded: body.recorded, event, says: {}, told }];
  });
}
