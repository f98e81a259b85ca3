/**
 * Those who own, account for, keep or bear arms: agencies, units and depots, which have a history of their own (renamed,
 * merged, disbanded), companies and persons. A person's name is not here: it stands apart, where it can be erased.
 */
import type { Happened } from '../base/happened.ts';

export type PartyKind = (typeof PARTY_KINDS)[number];
export const PARTY_KINDS = [
  'state',
  'agency',
  'unit',
  'depot',
  'court',
  'laboratory',
  'company',
  'guard-company',
  'dealer',
  'maker',
  'person',
  'foreign-state',
  'unknown',
] as const;

export type Party = {
  readonly id: string;
  readonly kind: PartyKind;
  /** Empty for persons: their names stand in storage that can be erased. */
  readonly name: string;
  readonly parent?: string;
  readonly state: 'active' | 'merged' | 'disbanded';
  /** What the party was merged into. */
  readonly into?: string;
  /** Confirms hand-overs in this register itself. */
  readonly usesRegister: boolean;
  readonly names: readonly { readonly name: string; readonly from: Happened }[];
};

const CIVIL: ReadonlySet<PartyKind> = new Set(['company', 'guard-company', 'dealer', 'maker', 'person']);

/** True where a party is no State body, so that an arm from State stocks needs the mark of FP 8(1)(c) before it goes there. */
export function isCivil(party: Party): boolean {
  return CIVIL.has(party.kind);
}

/** Kinds of bodies of the State that have people, arms and units of their own. */
export const AGENCY_KINDS = ['agency', 'unit', 'depot', 'court', 'laboratory'] as const;

const AGENCIES: ReadonlySet<PartyKind> = new Set(AGENCY_KINDS);

/** True where a party is a body of the State that people are posted to. */
export function isAgency(party: Party): boolean {
  return AGENCIES.has(party.kind);
}

/** What can happen to a party. */
export type PartyEvent = {
  readonly type: 'party-recorded' | 'party-renamed' | 'party-merged' | 'party-disbanded' | 'party-placed';
  readonly happened: Happened;
  readonly kind?: PartyKind;
  readonly name?: string;
  /** Salted digest of a person's data; the data stands where it can be erased. */
  readonly person?: string;
  readonly parent?: string;
  readonly into?: string;
  readonly usesRegister?: boolean;
};

/** What one more event makes of a party. */
export function evolveParty(id: string, party: Party | undefined, event: PartyEvent): Party {
  const before: Party = party ?? {
    id,
    kind: 'unknown',
    name: '',
    state: 'active',
    usesRegister: false,
    names: [],
  };
  const named =
    event.name === undefined
      ? {}
      : { name: event.name, names: [...before.names, { name: event.name, from: event.happened }] };
  const placed = event.parent === undefined ? {} : { parent: event.parent };
  switch (event.type) {
    case 'party-recorded':
      return {
        ...before,
        ...named,
        ...placed,
        kind: event.kind ?? before.kind,
        usesRegister: event.usesRegister ?? false,
      };
    case 'party-renamed':
      return { ...before, ...named };
    case 'party-placed':
      return { ...before, ...placed };
    case 'party-merged':
      return { ...before, state: 'merged', ...(event.into === undefined ? {} : { into: event.into }) };
    case 'party-disbanded':
      return { ...before, state: 'disbanded' };
  }
}
