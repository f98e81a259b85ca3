/**
 * Whom to ask: the country of last known import, the country of manufacture, then any that the case ties in, each with its
 * reason. Where an answer says that the arm went on, the country it went to stands first.
 *
 * @clause C-04, C-10
 */
import type { TraceAnswer } from './answer.ts';
import type { TracedItem } from './request.ts';

export type RouteReason = 'exported-there' | 'last-import' | 'manufacture' | 'tied-to-the-case';
export type Addressee = {
  readonly country: string;
  readonly reason: RouteReason;
  readonly licence?: string | undefined;
};

/** Countries to ask in their order, each once, without the own one and those asked already. */
export function proposeAddressees(
  item: Pick<TracedItem, 'country' | 'importCountry'>,
  known: {
    readonly own: string;
    readonly asked: readonly string[];
    readonly answers: readonly TraceAnswer[];
    readonly tied: readonly string[];
  },
): readonly Addressee[] {
  const all: Addressee[] = [
    ...known.answers.flatMap(({ exportedTo }): Addressee[] =>
      exportedTo
        ? [{ country: exportedTo.country, reason: 'exported-there', licence: exportedTo.licence }]
        : [],
    ),
    ...listOf(item.importCountry, 'last-import'),
    ...listOf(item.country, 'manufacture'),
    ...known.tied.flatMap((country) => listOf(country, 'tied-to-the-case')),
  ];
  const done = new Set([known.own, ...known.asked]);
  return all.filter(({ country }) => {
    if (done.has(country)) return false;
    done.add(country);
    return true;
  });
}

function listOf(country: string | undefined, reason: RouteReason): Addressee[] {
  return country ? [{ country, reason }] : [];
}
