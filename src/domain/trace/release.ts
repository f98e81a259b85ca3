/**
 * What of a drafted answer leaves the State. Natural persons and units are named only by a decision of their own, taken by the
 * officer who releases; what is left out is named with its ground, so that whoever asked knows that there is more.
 *
 * @clause ITI 15, ITI 20, ITI 22, J-03
 */
import type { ChainLink, PartyTold, RefusalGround, TraceAnswer, Withheld, WithheldThing } from './answer.ts';

/** The second decision. */
export type Release = {
  readonly persons: boolean;
  readonly units: boolean;
  /** On which ground names are withheld. */
  readonly ground: RefusalGround;
};

/** Kinds of parties whose names are withheld until somebody decides otherwise. */
const NAMED_BY: Readonly<Partial<Record<PartyTold['kind'], 'persons' | 'units'>>> = {
  person: 'persons',
  other: 'persons',
  unit: 'units',
};

/** The answer as it leaves. */
export function releasedAnswer(answer: TraceAnswer, release: Release): TraceAnswer {
  const withheld = new Set<WithheldThing>();
  const party = (told: PartyTold): PartyTold => {
    const by = NAMED_BY[told.kind];
    if (by === undefined || release[by] || told.name === undefined) return told;
    withheld.add(by);
    const { name: _, ...rest } = told;
    return rest;
  };
  const link = (one: ChainLink): ChainLink => ({
    ...one,
    ...(one.from ? { from: party(one.from) } : {}),
    ...(one.to ? { to: party(one.to) } : {}),
  });
  const { lastLawful } = answer;
  const chain = answer.chain.map(link);
  const holder = lastLawful ? { lastLawful: { ...lastLawful, holder: party(lastLawful.holder) } } : {};
  const named = new Set(answer.withheld.map(({ what }) => what));
  const added = [...withheld]
    .filter((what) => !named.has(what))
    .map((what): Withheld => ({ what, ground: release.ground }));
  return { ...answer, ...holder, chain, withheld: [...answer.withheld, ...added] };
}
