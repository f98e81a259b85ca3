/**
 * The facts of a report from everything that stands of a trace: its own events, what was said, the record of the arm, and
 * what officers decided. Each names its entry. Not an act itself.
 *
 * What could go wrong: a fact that outlives its limit. Everything another State told goes through `tellMessage`, everything of
 * parties through `releasedAnswer`; nothing of either is taken from elsewhere.
 *
 * @clause C-14, C-09, A-03
 */
import type { Scope } from '../domain/access/scope.ts';
import type { JsonObject } from '../domain/ledger/canonical.ts';
import type { RecordedTraceEvent } from '../domain/trace/event.ts';
import {
  FACT_KINDS,
  type FactKind,
  plain,
  type ReportFact,
  type ReportRules,
  saysOf,
  tellMessage,
  tellThing,
  type WithheldFromReport,
} from '../domain/trace/report.ts';
import type { Statements } from '../store/database.ts';
import { findContent, listWords } from '../store/trace-said.ts';
import type { Office } from './office.ts';
import type { TraceContent } from './open-trace.ts';
import { listPartyNames } from './party-names.ts';
import { armFacts } from './report-arm.ts';
import type { TraceFile } from './trace-file.ts';

export type Gathered = {
  readonly facts: readonly ReportFact[];
  readonly withheld: readonly WithheldFromReport[];
  /** True while what the arm is rests on a decision that no laboratory has confirmed. */
  readonly lead: boolean;
};

/** What is known beside the events. */
type Beside = {
  readonly file: TraceFile;
  readonly rules: ReportRules;
  readonly words: ReadonlyMap<string, string>;
  readonly agencies: ReadonlyMap<string, string>;
  readonly content: TraceContent | undefined;
  /** What to call a list of one's own. */
  readonly state: string;
};

type Part = { readonly facts: readonly ReportFact[]; readonly withheld: readonly WithheldFromReport[] };

/** The facts of a trace in the order in which a report tells them. */
export async function gatherFacts(
  db: Statements,
  office: Office,
  scope: Scope,
  file: TraceFile,
  rules: ReportRules,
): Promise<Gathered> {
  const state = file.state!;
  // Names are looked up for the second decision to strike out; what is struck out is named as withheld.
  const naming: Scope = { ...scope, sees: new Set([...scope.sees, 'holder', 'site']) };
  const words = await listWords(db, file.row.id);
  const bytes = await findContent(db, file.row.id);
  const asked = state.questions.map(({ agency }) => agency);
  const agencies = await listPartyNames(office, naming, asked);
  const { arm } = state;
  const { release } = rules;
  const ofArm =
    arm === undefined ? undefined : await armFacts(db, office, naming, arm, takenIn(file), release);
  const content = bytes && (JSON.parse(bytes.toString('utf8')) as TraceContent);
  const beside: Beside = { file, rules, words, agencies, content, state: office.state };
  const parts = withPlaces(file.events).map(({ event, place }) => factsOf(event, place, beside));
  const facts = [...parts.flatMap((part) => part.facts), ...(ofArm?.facts ?? [])];
  const order = (kind: FactKind): number => FACT_KINDS.indexOf(kind);
  return {
    facts: facts.sort((a, b) => order(a.fact) - order(b.fact)),
    withheld: [...parts.flatMap((part) => part.withheld), ...(ofArm?.withheld ?? [])],
    lead: ofArm?.lead ?? false,
  };
}

/** The decisions by which the thing was taken for an arm. */
function takenIn(file: TraceFile): readonly string[] {
  return file.events.flatMap((event) => (event.type === 'arm-taken-for' ? (event.match ?? []) : []));
}

/** Each event with its place in its entry. */
function withPlaces(events: readonly RecordedTraceEvent[]) {
  const counted = new Map<string, number>();
  return events.map((event) => {
    const place = counted.get(event.entry) ?? 0;
    counted.set(event.entry, place + 1);
    return { event, place };
  });
}

const NOTHING: Part = { facts: [], withheld: [] };

function factsOf(event: RecordedTraceEvent, place: number, beside: Beside): Part {
  const says = saysOf(event);
  const make = (fact: FactKind, told: JsonObject = {}): ReportFact => ({
    ...{ fact, entry: event.entry, recorded: event.recorded, event: place, says, told },
  });
  switch (event.type) {
    case 'trace-opened':
      return opened(make, event.entry, beside);
    case 'looked-at-home': {
      const registers = event.registers.map(({ name, outcome }) => ({
        ...{ name, how: outcome === 'to-be-asked' ? 'to-be-asked' : 'searched' },
      }));
      return {
        facts: [
          make('searched', {
            registers,
            lists: event.lists.map(({ name }) => (name === 'own' ? beside.state : name)),
          }),
        ],
        withheld: [],
      };
    }
    case 'agency-asked':
    case 'agency-answered': {
      const agency = agencyOf(event.question, beside);
      return withWords(make, 'agency', event.entry, beside, agency ? { agency } : {});
    }
    case 'message':
      return said(make, event, beside);
    case 'message-refused':
      return { facts: [make('message')], withheld: [] };
    case 'arm-taken-for':
      return { facts: [make('taken')], withheld: [] };
    case 'trace-finding':
      return withWords(make, 'finding', event.entry, beside);
    case 'case-linked':
      return { facts: [make('case')], withheld: [] };
    case 'trace-closed':
    case 'trace-reopened':
      return withWords(make, 'ended', event.entry, beside);
    default:
      return NOTHING;
  }
}

type Make = (fact: FactKind, told?: JsonObject) => ReportFact;

function opened(make: Make, entry: string, { file, content, rules }: Beside): Part {
  if (!content) return { facts: [make('opened')], withheld: [{ what: 'erased', ground: 'erased', entry }] };
  // What came in with a request is under the limits of who asked.
  const asked = file.requests.find(({ note }) => note.ours === 'responder')?.state.request;
  const { thing, recovery, withheld } = tellThing(content, asked?.limits ?? [], rules);
  return { facts: [make('thing', thing), make('recovery', recovery), make('opened')], withheld };
}

function agencyOf(question: string, { file, agencies }: Beside): string | undefined {
  const asked = file.state?.questions.find((one) => one.question === question);
  return asked && agencies.get(asked.agency);
}

/** A fact with the free words of its entry, where they may be told. */
function withWords(
  make: Make,
  fact: FactKind,
  entry: string,
  { words, rules }: Beside,
  told: JsonObject = {},
): Part {
  const text = words.get(entry);
  const { persons, ground } = rules.release;
  if (text === undefined) return { facts: [make(fact, told)], withheld: [] };
  if (persons) return { facts: [make(fact, { ...told, words: text })], withheld: [] };
  return { facts: [make(fact, told)], withheld: [{ what: 'words', ground }] };
}

function said(
  make: Make,
  event: Extract<RecordedTraceEvent, { type: 'message' }>,
  { file, rules }: Beside,
): Part {
  const request = file.requests.find(({ note }) => note.request === event.request);
  const message = request?.messages.find(({ side, seq }) => side === event.side && seq === event.seq);
  if (!message)
    return { facts: [make('message')], withheld: [{ what: 'erased', ground: 'erased', entry: event.entry }] };
  const { told, withheld } = tellMessage(message, event.direction === 'out', rules);
  const here = withheld.map((one) =>
    one.ground === 'handling-limit' ? { ...one, entry: event.entry } : one,
  );
  return { facts: [make('message', plain(told))], withheld: here };
}
