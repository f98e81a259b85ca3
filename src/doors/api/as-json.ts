/**
 * How the output of an act becomes JSON, and the schema of it: the one place where both are decided. Maps and sets become
 * objects and lists, what is undefined is left out, and a list stands in an object so that more can be said beside it.
 */
import { z } from 'zod';
import type { AnyAct } from '../../acts/all-acts.ts';

/** The text of an answer. */
export function asJson(output: unknown): string {
  const whole = Array.isArray(output) ? { items: output } : (output ?? {});
  return JSON.stringify(whole, (_name, value: unknown) => {
    if (value instanceof Map) return Object.fromEntries(value);
    return value instanceof Set ? [...value] : value;
  });
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON schema of what an act answers. */
export function outputSchema({ output }: AnyAct): JsonSchema {
  if (!output) return { type: 'object' };
  const schema = embedded(z.toJSONSchema(output, { io: 'output' }));
  if (schema.type !== 'array') return schema;
  return { type: 'object', properties: { items: schema }, required: ['items'], additionalProperties: false };
}

/** The JSON schema of what an act takes. */
export function inputSchema({ input }: AnyAct): JsonSchema {
  return embedded(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
}

/** A schema inside a document says nothing of its dialect. */
function embedded({ $schema: _dialect, ...schema }: Record<string, unknown>): JsonSchema {
  return schema;
}
