/**
 * What of an arm's events the one who looks may see. Parties that are not for him stand under names that hold for this one
 * look, so that the fold still tells how the arm moved, but not to whom. Not an act itself.
 *
 * What could go wrong: a field added to events later that tells of a case or a person. Events are taken apart here by name,
 * and what is not named here is not shown to those who do not see everything.
 *
 * @clause A-13, J-02
 */
import { type Scope, seesParty } from '../domain/access/scope.ts';
import type { ArmEvent, Parties, RecordedEvent } from '../domain/custody/event.ts';
import type { Party } from '../domain/custody/party.ts';
import type { Mark } from '../domain/marks/mark.ts';
import type { Statements } from '../store/database.ts';
import { listParties, listPersonNames } from '../store/party.ts';
import { compact } from './input.ts';

/** Stands in the place of a party that is withheld. */
export const WITHHELD = 'withheld-';

export type Seen = {
  readonly events: readonly RecordedEvent[];
  /** What to call each party: its name, or its kind where the name is not for the one who looks. */
  readonly names: ReadonlyMap<string, string>;
};

/** The events as the scope lets them be seen, with the names of the parties in them. */
export async function seenWithin(
  db: Statements,
  scope: Scope,
  events: readonly RecordedEvent[],
): Promise<Seen> {
  const { named, names, hidden } = await partiesWithin(db, scope, events.flatMap(partiesOf));
  const call = (party: string): string => hidden.get(party) ?? (named.has(party) ? party : `${WITHHELD}x`);
  return { events: events.map((event) => eventWithin(scope, call, event)), names };
}

type Within = {
  readonly named: ReadonlyMap<string, Party>;
  readonly names: ReadonlyMap<string, string>;
  /** Withheld parties, by the name they have in this look. */
  readonly hidden: ReadonlyMap<string, string>;
};

/** What the scope lets be known of these parties. */
export async function partiesWithin(db: Statements, scope: Scope, ids: readonly string[]): Promise<Within> {
  const parties = await listParties(db, [...new Set(ids)]);
  const named = new Map<string, Party>();
  const names = new Map<string, string>();
  const hidden = new Map<string, string>();
  for (const party of parties.values()) {
    if (seesParty(scope, party)) {
      named.set(party.id, party);
      names.set(party.id, party.name || party.kind);
    } else {
      const token = `${WITHHELD}${hidden.size + 1}`;
      hidden.set(party.id, token);
      names.set(token, party.kind);
    }
  }
  const persons = [...named.values()].filter((party) => party.kind === 'person').map((party) => party.id);
  for (const [id, name] of await listPersonNames(db, persons)) names.set(id, name);
  return { named, names, hidden };
}

function partiesOf(event: ArmEvent): readonly string[] {
  const ids = [...Object.values(event.to ?? {}), ...Object.values(event.from ?? {}), event.by];
  const readers = marksOf(event).map((mark) => mark.readBy);
  return [...ids, ...readers].filter((id) => id !== undefined);
}

const marksOf = (event: ArmEvent): readonly Mark[] => [...(event.marks ?? []), ...(event.part?.marks ?? [])];

function eventWithin(scope: Scope, call: (party: string) => string, event: RecordedEvent): RecordedEvent {
  const { to, from, by, marks, part, operator, ...rest } = event;
  const seen = scope.sees.has('case') ? rest : withoutCase(rest);
  return compact({
    ...seen,
    operator: scope.sees.has('operator') ? operator : '',
    to: to && calling(call, to),
    from: from && calling(call, from),
    by: by && call(by),
    marks: marks && marksWithin(scope, call, marks),
    part: part && compact({ ...part, marks: part.marks && marksWithin(scope, call, part.marks) }),
  }) as RecordedEvent;
}

/** What an event tells of the arm alone. */
function withoutCase(event: Omit<RecordedEvent, 'operator'>): Omit<RecordedEvent, 'operator'> {
  const { type, happened, asked, how, arm, number, meant, doubts, due, about, entry, recorded } = event;
  const basis = event.basis && { kind: event.basis.kind };
  return compact({
    type,
    happened,
    asked,
    how,
    arm,
    number,
    meant,
    doubts,
    due,
    about,
    entry,
    recorded,
    basis,
  }) as Omit<RecordedEvent, 'operator'>;
}

function calling(call: (party: string) => string, parties: Parties): Parties {
  return Object.fromEntries(Object.entries(parties).map(([lane, party]) => [lane, call(party as string)]));
}

/** Hidden marks are for named experts only: to others neither the mark nor that there is one. */
function marksWithin(scope: Scope, call: (party: string) => string, marks: readonly Mark[]): readonly Mark[] {
  return marks
    .filter((mark) => mark.kind !== 'security' || scope.sees.has('security'))
    .map(({ note, readBy, ...mark }) =>
      compact({
        ...mark,
        note: scope.sees.has('case') ? note : undefined,
        readBy: readBy && call(readBy),
      }),
    ) as readonly Mark[];
}

/** True where whole bodies may be shown: they hold parties, words and who recorded. */
export function seesBodies(scope: Scope): boolean {
  return (['holder', 'site', 'case', 'operator'] as const).every((field) => scope.sees.has(field));
}
