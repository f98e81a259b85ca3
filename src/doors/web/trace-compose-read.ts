/** What the form of a request says: the fields of the request, whom it goes to and how; and how a form is filled from what is known. */
import type { DocumentList } from '../../acts/list-documents.ts';
import { PHOTOGRAPHS_MAX } from '../../acts/trace-shapes.ts';
import type { TraceView } from '../../acts/trace-view-output.ts';
import { CHANNELS } from '../../domain/trace/event.ts';
import {
  GROUNDS,
  LIMIT_CODES,
  PHOTOGRAPH_SIDES,
  type TraceRequest,
  USES,
} from '../../domain/trace/request.ts';
import type { Values } from './forms.ts';
import { limitsIn, tickedIn } from './trace-deeds.ts';

export type Picture = DocumentList['documents'][number];

/** Named limit: countries that one form can be sent to. */
const OTHERS = 'other';
const COUNTRY = /^[A-Z]{2}$/;

const textOf = (values: Values, name: string): string | undefined => {
  const text = values.get(name)?.trim();
  return text ? text : undefined;
};
const isTicked = (values: Values, name: string): boolean => values.get(name) === 'yes';

function filled(entries: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

/** A country as it was typed, in upper case. */
export function countryIn(values: Values, name: string): string | undefined {
  return textOf(values, name)?.toUpperCase();
}

/** The fields that are no countries though they ought to be, and years that are none. */
export function wrongIn(values: Values): readonly string[] {
  const countries = ['country', 'importCountry', OTHERS].filter((name) => {
    const typed = countryIn(values, name);
    return typed !== undefined && !COUNTRY.test(typed);
  });
  const year = textOf(values, 'importYear');
  return year !== undefined && !/^\d{4}$/.test(year) ? [...countries, 'importYear'] : countries;
}

/** The fields of the request, as the act takes them. */
export function fieldsIn(values: Values, pictures: readonly Picture[], countries: readonly string[]): object {
  const year = textOf(values, 'importYear');
  const item = filled({
    ...Object.fromEntries(
      ['maker', 'model', 'calibre', 'others'].map((name) => [name, textOf(values, name)]),
    ),
    country: countryIn(values, 'country'),
    importCountry: countryIn(values, 'importCountry'),
    importYear: year === undefined ? undefined : Number(year),
  });
  const recovery = filled(
    Object.fromEntries(['place', 'authority', 'circumstances'].map((name) => [name, textOf(values, name)])),
  );
  const form = new Map(values);
  const other = countryIn(values, OTHERS);
  return filled({
    ground: {
      codes: tickedIn(form, 'ground', GROUNDS),
      law: textOf(values, 'law') ?? '',
      ...filled({ embargo: textOf(values, 'embargo') }),
    },
    recovery,
    item,
    photographs: picturesIn(values, pictures),
    use: { code: oneOf(USES, values.get('use')), ...filled({ text: textOf(values, 'useText') }) },
    urgency: {
      level: isTicked(values, 'urgent') ? 'urgent' : 'routine',
      ...filled({ reason: textOf(values, 'urgencyReason') }),
    },
    limits: limitsIn(form),
    case: textOf(values, 'case'),
    lot: isTicked(values, 'lot') ? true : undefined,
    tied: other && COUNTRY.test(other) ? [other] : undefined,
    consents: countries.flatMap((country) => {
      const consent = textOf(values, `consent.${country}`);
      return consent === undefined ? [] : [{ country, consent }];
    }),
  });
}

function oneOf<Code extends string>(codes: readonly Code[], value: string | undefined): Code {
  return codes.find((code) => code === value) ?? codes[0]!;
}

function picturesIn(values: Values, pictures: readonly Picture[]): readonly object[] {
  const chosen = pictures.filter(({ id }) => isTicked(values, `photo.${id}`)).slice(0, PHOTOGRAPHS_MAX);
  return chosen.map(({ id }) => {
    const side = oneOf(PHOTOGRAPH_SIDES, values.get(`side.${id}`));
    const mark = Number(values.get(`mark.${id}`) ?? '');
    return {
      document: id,
      side,
      ...(side === 'mark' && Number.isInteger(mark) && mark > 0 ? { mark } : {}),
      hasScale: isTicked(values, `scale.${id}`),
    };
  });
}

/** Whom it goes to: each country that is ticked, and how. */
export function addresseesIn(values: Values, proposed: readonly string[]): readonly object[] {
  const other = countryIn(values, OTHERS);
  const all = [
    ...proposed.filter((country) => country !== other),
    ...(other && COUNTRY.test(other) ? [other] : []),
  ];
  return all.flatMap((country) => {
    const isOther = country === other;
    if (!isOther && !isTicked(values, `to.${country}`)) return [];
    const way = values.get(isOther ? `way.${OTHERS}` : `way.${country}`) ?? '';
    const peer = /^node:([0-9a-f-]{36})$/.exec(way)?.[1];
    return [{ country, ...(peer ? { peer } : { channel: oneOf(CHANNELS.slice(1), way) }) }];
  });
}

/** A form as it is first shown: from the request as it would leave, and of a next hop from the one before. */
export function valuesOf(
  request: Omit<TraceRequest, 'photographs'>,
  before: TraceView['requests'][number]['content'],
  first: string | undefined,
): Values {
  const { item, recovery } = request;
  const { ground, use, urgency, limits } = before ?? request;
  const texts: readonly (readonly [string, string | number | undefined])[] = [
    ['maker', item.maker],
    ['model', item.model],
    ['calibre', item.calibre],
    ['country', item.country],
    ['importCountry', item.importCountry],
    ['importYear', item.importYear],
    ['others', item.others],
    ['place', recovery.place],
    ['authority', recovery.authority],
    ['circumstances', recovery.circumstances],
    ['law', ground.law],
    ['embargo', ground.embargo],
    ['use', use.code],
    ['useText', use.text],
    ['urgencyReason', urgency.reason],
    ['case', request.case],
    ['limitText', limits.find(({ code }) => code === 'other')?.text],
  ];
  const ticks = [
    ...ground.codes.map((code) => `ground.${code}`),
    ...limits.filter(({ code }) => LIMIT_CODES.includes(code)).map(({ code }) => `limit.${code}`),
    ...(urgency.level === 'urgent' ? ['urgent'] : []),
    ...(first ? [`to.${first}`] : []),
  ];
  return new Map([
    ...texts.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)] as const],
    ),
    ...ticks.map((name) => [name, 'yes'] as const),
  ]);
}
