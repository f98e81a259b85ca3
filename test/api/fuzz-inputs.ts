/**
 * Inputs made from a JSON schema: such as it asks for, nearly such, and rubbish. Everything follows from the seed, and ids
 * that stand in the register are mixed in, so that requests get past the first look.
 */
import type { JsonSchema } from '../../src/doors/api/as-json.ts';

/** A number from 0 up to 1, from a seed (mulberry32). */
export type Dice = () => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Pool = { readonly ids: readonly string[]; readonly texts: readonly string[] };

export const pick = <T>(dice: Dice, list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;

const HAPPENED = ['', '2021', '2021-03', '2021-03-04', '2026-01-05T10:30:00Z', '2999', '1203-01-01'];
const DAYS = ['2021-03-04', '2026-02-28', '1900-01-01', '2999-12-31'];
const HOSTILE_TEXTS = [
  '',
  ' ',
  'null',
  "'; drop table arm; --",
  '%_\\',
  '\u202eABC\u202c',
  '\u200f\u200e',
  '\ufeff',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '😀'.repeat(300),
  'é'.normalize('NFD'),
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{{7*7}}',
  'A'.repeat(20_000),
  '0'.repeat(301),
  'XA-00000-00000',
  '00000000-0000-0000-0000-000000000000',
  'withheld-1',
  '__proto__',
  'constructor',
];
const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  -0,
  1e308,
  2 ** 53,
  -(2 ** 53),
  2 ** 31,
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  { length: 1e9 },
];
/** Members that nobody may set by naming them. */
const ASSIGNED = [
  'scope',
  'operator',
  'recorded',
  'role',
  'entry',
  'number',
  'leaf',
  'doubts',
  'state',
  'salt',
];

/** A value that fits a schema, or nearly. */
export function fitting(dice: Dice, schema: JsonSchema, pool: Pool, depth = 0): unknown {
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return pick(dice, schema.enum);
  const options = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (options) return fitting(dice, pick(dice, options), pool, depth);
  switch (schema.type) {
    case 'string':
      return textOf(dice, schema, pool);
    case 'integer':
    case 'number':
      return numberOf(dice, schema);
    case 'boolean':
      return dice() < 0.5;
    case 'array':
      return Array.from({ length: Math.floor(dice() * (depth > 2 ? 2 : 4)) }, () =>
        fitting(dice, (schema.items ?? {}) as JsonSchema, pool, depth + 1),
      );
    case 'object':
      return objectOf(dice, schema, pool, depth);
    default:
      return pick(dice, HOSTILE_VALUES);
  }
}

function textOf(dice: Dice, schema: JsonSchema, pool: Pool): string {
  if (schema.format === 'uuid') return dice() < 0.85 ? pick(dice, pool.ids) : randomId(dice);
  if (schema.format === 'date') return pick(dice, DAYS);
  if (schema.maxLength === 24) return pick(dice, HAPPENED);
  const roll = dice();
  if (roll < 0.5) return pick(dice, pool.texts);
  if (roll < 0.8) return pick(dice, pool.ids);
  return pick(dice, HOSTILE_TEXTS);
}

function numberOf(dice: Dice, { minimum, maximum }: JsonSchema): number {
  const [least, most] = [Number(minimum ?? -10), Number(maximum ?? 1e6)];
  const roll = dice();
  if (roll < 0.15) return least;
  if (roll < 0.3) return most;
  return least + Math.floor(dice() * Math.min(200, most - least + 1));
}

function objectOf(dice: Dice, schema: JsonSchema, pool: Pool, depth: number): unknown {
  const needed = new Set((schema.required ?? []) as readonly string[]);
  const members = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>)
    .filter(([name]) => needed.has(name) || dice() < 0.3)
    .map(([name, member]): [string, unknown] => [name, fitting(dice, member, pool, depth + 1)]);
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties !== null)
    members.push([
      pick(dice, pool.texts),
      fitting(dice, schema.additionalProperties as JsonSchema, pool, depth + 1),
    ]);
  return Object.fromEntries(members);
}

function randomId(dice: Dice): string {
  const hex = (length: number): string =>
    Array.from({ length }, () => Math.floor(dice() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** The text of a body: mostly what the schema asks for, else bent in one place, else no JSON of ours at all. */
export function bodyOf(dice: Dice, schema: JsonSchema, pool: Pool): string {
  const roll = dice();
  const value = fitting(dice, schema, pool);
  if (roll < 0.55) return JSON.stringify(value);
  if (roll < 0.9) return JSON.stringify(bent(dice, value));
  return rubbish(dice, JSON.stringify(value));
}

/** One member of it, anywhere, is another than it should be, is missing, or one more is there. */
function bent(dice: Dice, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && dice() < 0.8) {
    const at = Math.floor(dice() * value.length);
    return value.map((one, place) => (place === at ? bent(dice, one) : one));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return dice() < 0.5 ? pick(dice, HOSTILE_TEXTS) : pick(dice, HOSTILE_VALUES);
  const members = Object.entries(value);
  const roll = dice();
  if (roll < 0.2) return { ...value, [pick(dice, ASSIGNED)]: pick(dice, HOSTILE_VALUES) };
  if (members.length === 0) return { [pick(dice, HOSTILE_TEXTS)]: 1 };
  const at = Math.floor(dice() * members.length);
  if (roll < 0.35) return Object.fromEntries(members.filter((_, place) => place !== at));
  return Object.fromEntries(
    members.map(([name, one], place) => [name, place === at ? bent(dice, one) : one]),
  );
}

function rubbish(dice: Dice, text: string): string {
  const cut = Math.floor(dice() * text.length);
  return pick(dice, [
    () => text.slice(0, cut),
    () => `${text}${text}`,
    () => `\ufeff${text}`,
    () => text.replace('{', '{"__proto__":{"limit":1},'),
    () => text.replace('{', '{"constructor":{"prototype":{"arms":"all"}},'),
    () => text.replace('{', '{"act":1,"arm":"x",'),
    () => text.replaceAll(/:("[^"]*")/g, ':"\\ud800"'),
    () => text.replaceAll(/:("[^"]*")/g, ':1e999'),
    () => `${'['.repeat(5000)}${']'.repeat(5000)}`,
    () => `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`,
    () => `[${'1,'.repeat(50_000)}1]`,
    () => `{"serial":"${'\\u202e'.repeat(30_000)}"}`,
    () => 'null',
    () => '"text"',
    () => '',
    () => `{${'"x":1,'.repeat(20_000)}"y":1}`,
  ])();
}
