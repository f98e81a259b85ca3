/**
 * What is traced, from the record of an arm, and the question that finds such a thing in a register. Not an act itself.
 *
 * @clause ITI 17(b)
 */

import type { ArmState } from '../domain/custody/arm-state.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import { findCountry } from '../domain/intake/countries.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { sentMarks } from '../domain/trace/chain.ts';
import { splitNumber } from '../domain/trace/lots.ts';
import { RECOVERED, type Recovered, type Recovery, type TracedItem } from '../domain/trace/request.ts';
import type { TraceRow } from '../store/trace.ts';
import type { Wanted } from './answer-to.ts';
import { MORE_READINGS_MAX } from './identify-arm.ts';
import { compact } from './input.ts';

/** The thing as its record describes it. */
export function itemOf({ description, marks }: Pick<ArmState, 'description' | 'marks'>): TracedItem {
  const { maker, model, calibre, country, importCountry, importYear, year } = description;
  return compact({
    ...{ kind: 'arm' as const, class: description.class, marks: sentMarks(marks) },
    ...{ maker, model, calibre, country, importCountry, importYear, year },
  });
}

/** How it came to light, by the last event that tells so; undefined where none does. */
export function recoveryOf(
  events: readonly RecordedEvent[],
  own: string,
  said: { readonly authority?: string | undefined; readonly circumstances?: string | undefined },
  names: ReadonlyMap<string, string>,
): Recovery | undefined {
  const event = events.findLast(({ type }) => (RECOVERED as readonly string[]).includes(type));
  if (!event) return undefined;
  const by = event.to?.keeper ?? event.by;
  return compact({
    kind: event.type as Recovered,
    happened: event.happened,
    country: own,
    place: event.place,
    authority: said.authority ?? event.basis?.authority ?? (by === undefined ? '' : (names.get(by) ?? '')),
    circumstances: said.circumstances ?? event.why ?? '',
  });
}

/** What is asked of a register to find the thing; undefined where nothing of a number was read. */
export function questionOf({
  maker,
  model,
  calibre,
  country,
  year,
  class: kind,
  marks,
}: TracedItem): Wanted | undefined {
  const numbers = marks.filter((mark) => mark.kind === 'serial' && mark.text.trim() !== '');
  const [first, ...more] = numbers;
  if (!first) return undefined;
  return compact({
    ...{ reading: first.text, part: first.part, wide: false, maker, model, calibre, country, year },
    class: kind === 'unknown' ? undefined : kind,
    more: more.slice(0, MORE_READINGS_MAX).map(({ part, text }) => ({ part, reading: text })),
    importMark: marks.find((mark) => mark.kind === 'import')?.text,
    property: marks.find((mark) => mark.kind === 'property')?.text,
  }) as Wanted;
}

/** Where the number of the thing lies among those of its maker. */
export function placeOf({ maker, marks }: TracedItem): TraceRow['lies'] {
  const serial = marks.find(({ kind, condition }) => kind === 'serial' && condition === 'legible');
  const split = serial && splitNumber(searchKey(serial.text));
  return maker && split ? { maker: maker.trim().toLowerCase(), ...split } : undefined;
}

/** The country that a party of the kind foreign State stands for: its code, its code in brackets, or its name. */
export function countryOfParty(name: string): string | undefined {
  const code = /^([A-Z]{2})$|\(([A-Z]{2})\)\s*$/.exec(name.trim());
  return code?.[1] ?? code?.[2] ?? findCountry(name);
}
