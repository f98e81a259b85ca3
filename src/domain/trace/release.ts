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

/** The answer without what its drafter withholds: what is named as withheld is not told beside it. */
export function withoutWithheld(answer: TraceAnswer): TraceAnswer {
  const held = heldIn(answer);
  const isHeld = (what: WithheldThing): boolean => held.has(what) || held.has('all');
  const { item, lastLawful, exportedTo, irregularity, chain, ...rest } = isHeld('licences')
    ? withoutReferences(answer)
    : answer;
  return {
    ...rest,
    chain: isHeld('chain') ? [] : chain,
    ...(item && !held.has('all') ? { item } : {}),
    ...(lastLawful && !isHeld('holder') ? { lastLawful } : {}),
    ...(exportedTo && !held.has('all') ? { exportedTo } : {}),
    ...(irregularity && !isHeld('chain') ? { irregularity } : {}),
  };
}

function withoutReferences(answer: TraceAnswer): TraceAnswer {
  const { exportedTo, irregularity } = answer;
  const bare = <T extends { readonly reference?: string | undefined }>({ reference: _, ...rest }: T) => rest;
  const unlicensed = ({ country, happened }: NonNullable<TraceAnswer['exportedTo']>) => ({
    country,
    happened,
  });
  return {
    ...answer,
    chain: answer.chain.map(bare),
    ...(exportedTo ? { exportedTo: unlicensed(exportedTo) } : {}),
    ...(irregularity ? { irregularity: bare(irregularity) } : {}),
  };
}

function heldIn({ withheld }: TraceAnswer): ReadonlySet<WithheldThing> {
  return new Set(withheld.map(({ what }) => what));
}

/** The answer as it leaves. What its drafter withheld stays withheld, whatever is decided on names. */
export function releasedAnswer(answer: TraceAnswer, release: Release): TraceAnswer {
  const held = heldIn(answer);
  const withheld = new Set<WithheldThing>();
  const party = (told: PartyTold): PartyTold => {
    const by = NAMED_BY[told.kind];
    if (by === undefined || (release[by] && !held.has(by)) || told.name === undefined) return told;
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
  const added = [...withheld]
    .filter((what) => !held.has(what))
    .map((what): Withheld => ({ what, ground: release.ground }));
  return { ...answer, ...holder, chain, withheld: [...answer.withheld, ...added] };
}
