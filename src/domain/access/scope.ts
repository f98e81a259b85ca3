/**
 * What somebody may see and touch in one act: which arms, and which kinds of fields of them. Every function of the store
 * that finds or lists arms takes a scope, so that lists, counts, cursors and exports show nothing beyond it. Where a scope
 * says nothing, the answer is no.
 *
 * @clause A-13, J-02
 */
import type { PartyKind } from '../custody/party.ts';

export type Field = (typeof FIELDS)[number];
/**
 * The kinds of fields that not everybody sees: persons and companies that hold arms · units, depots and sites of the
 * State · words, papers, places and photographs of a case · who recorded or looked · hidden marks.
 */
export const FIELDS = ['holder', 'site', 'case', 'operator', 'security'] as const;

export type Reach = (typeof REACHES)[number];
/** All arms · those of one's own agency and what is below it · those in civil hands and in trade · none. */
export const REACHES = ['all', 'own', 'civil', 'none'] as const;

export type Scope = {
  readonly arms: Reach;
  /** The parties that "own" means: the agency of the posting and all below it. */
  readonly parties: readonly string[];
  readonly sees: ReadonlySet<Field>;
  /** Events of the life of an arm that may be recorded. */
  readonly events: 'all' | ReadonlySet<string>;
};

/** For the machine's own work and for whoever holds the machine itself; hidden marks are for named experts even then. */
export const EVERYTHING: Scope = {
  arms: 'all',
  parties: [],
  sees: new Set(FIELDS.filter((field) => field !== 'security')),
  events: 'all',
};

/** True where an event of this type may be recorded. */
export function mayRecord(scope: Scope, type: string): boolean {
  return scope.events === 'all' || scope.events.has(type);
}

const OPEN: ReadonlySet<PartyKind> = new Set(['state', 'foreign-state', 'maker']);
const SITES: ReadonlySet<PartyKind> = new Set(['agency', 'unit', 'depot', 'court', 'laboratory']);

/** The field that names a party of this kind: undefined where everybody may see it. What is unknown may be a person. */
export function fieldOfParty(kind: PartyKind): Field | undefined {
  if (OPEN.has(kind)) return undefined;
  return SITES.has(kind) ? 'site' : 'holder';
}

/** True where the scope may know which party this is; one's own agency is no secret to its people. */
export function seesParty(scope: Scope, party: { readonly id: string; readonly kind: PartyKind }): boolean {
  const field = fieldOfParty(party.kind);
  return field === undefined || scope.sees.has(field) || scope.parties.includes(party.id);
}
