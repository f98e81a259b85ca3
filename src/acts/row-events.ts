/** What one understood row says of one arm, as the events of its first entry. Not an act itself. */
import { UNKNOWN_TIME } from '../domain/base/happened.ts';
import type { ArmEvent, Basis, Parties, Provenance } from '../domain/custody/event.ts';
import type { EventType } from '../domain/custody/life-cycle.ts';
import type { RegisterFacts } from '../domain/intake/register-kind.ts';
import type { UnderstoodArm, UnderstoodHolding } from '../domain/intake/understood.ts';
import type { Mark } from '../domain/marks/mark.ts';
import type { NamedParty } from './import-parties.ts';
import { compact } from './input.ts';

type Texts = UnderstoodArm['texts'];

/** Everybody that a row names, with what they probably are. */
export function namedIn(texts: Texts, facts: RegisterFacts): readonly NamedParty[] {
  const right = texts.holderRight;
  const named: NamedParty[] = [];
  if (texts.keeper) named.push({ name: texts.keeper, kind: facts.keeper, right });
  if (texts.unit) named.push({ name: texts.unit, kind: 'unit' });
  if (texts.owner) named.push({ name: texts.owner, kind: facts.owner, right });
  if (texts.bearer) named.push({ name: texts.bearer, kind: 'person', right });
  return named;
}

export type RowArm = {
  readonly understood: UnderstoodArm | UnderstoodHolding;
  readonly marks: readonly Mark[];
  readonly number: string;
  readonly provenance: Provenance;
  readonly facts: RegisterFacts;
  /** What the row itself says happened, where it says so. */
  readonly event: EventType | undefined;
  readonly idOf: (named: NamedParty) => string | undefined;
};

/** The events of a new arm: that it was registered as described, and what the register stands for. */
export function rowEvents(arm: RowArm): readonly ArmEvent[] {
  const { understood, facts } = arm;
  const { texts } = understood;
  const happened = understood.date ?? UNKNOWN_TIME;
  const to = partiesOf(texts, facts, arm.idOf);
  // Members in the order of their names: canonical bytes are then written without sorting.
  const registered: ArmEvent = {
    arm: understood.description,
    happened,
    ...(arm.marks.length > 0 ? { marks: arm.marks } : {}),
    number: arm.number,
    provenance: arm.provenance,
    type: 'registered',
  };
  const basis = basisOf(texts);
  const numbers = compact({
    seal: texts.sealNumber,
    inventory: texts.inventoryNumber,
    property: texts.property,
    stated: texts.stateNumber,
    calibre: understood.calibreUnderstood,
    model: understood.modelUnderstood,
  });
  const event: ArmEvent = {
    ...(basis ? { basis } : {}),
    happened,
    ...(Object.keys(numbers).length > 0 ? { numbers } : {}),
    ...(texts.place ? { place: texts.place } : {}),
    ...(to ? { to } : {}),
    type: arm.event ?? facts.event,
    ...(texts.offence ? { why: texts.offence } : {}),
  };
  return [registered, event];
}

/** Who the row names, lane by lane. */
export function partiesOf(texts: Texts, facts: RegisterFacts, idOf: RowArm['idOf']): Parties | undefined {
  const id = (name: string | undefined, kind: NamedParty['kind']): string | undefined =>
    name === undefined ? undefined : idOf({ name, kind, right: texts.holderRight });
  const bearer = id(texts.bearer, 'person');
  const keeper = id(texts.keeper, facts.keeper);
  const owner = id(texts.owner, facts.owner);
  const unit = id(texts.unit, 'unit');
  if (bearer === undefined && keeper === undefined && owner === undefined && unit === undefined)
    return undefined;
  return {
    ...(bearer === undefined ? {} : { bearer }),
    ...(keeper === undefined ? {} : { keeper }),
    ...(owner === undefined ? {} : { owner }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function basisOf(texts: Texts): Basis | undefined {
  if (texts.caseNumber) return { kind: 'case', number: texts.caseNumber };
  return texts.holderRight ? { kind: 'right', number: texts.holderRight } : undefined;
}
