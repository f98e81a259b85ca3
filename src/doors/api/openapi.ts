/**
 * The description of the API (OpenAPI 3.1), made from the acts and from nothing else: what an act takes, what it answers,
 * what it is for and which clauses ask for it.
 */
import { addDocument } from '../../acts/add-document.ts';
import { addPaper } from '../../acts/add-paper.ts';
import { ACTS, type AnyAct } from '../../acts/all-acts.ts';
import { drawExport } from '../../acts/draw-export.ts';
import { COPY_PIXELS } from '../../acts/make-copies.ts';
import { readCode } from '../../acts/read-code.ts';
import { viewDocument } from '../../acts/view-document.ts';
import { viewOriginal, viewPaper } from '../../acts/view-original.ts';
import { COPY_FORMS } from '../../domain/documents/document.ts';
import { inputSchema, type JsonSchema, outputSchema } from './as-json.ts';
import { EXAMPLES } from './examples.data.ts';
import { PROBLEM_TYPE } from './problem.ts';

export type ApiDescription = Readonly<Record<string, unknown>> & {
  readonly paths: Paths;
  readonly components: Readonly<Record<string, object>>;
};

export type Paths = Readonly<Record<string, { readonly post?: Operation; readonly get?: Operation }>>;

export type Operation = Readonly<Record<string, unknown>> & {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, object>>;
};

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'Why there is no answer (RFC 9457).',
  properties: {
    type: { type: 'string', pattern: '^/problems/[a-z0-9_-]+$' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'What was expected, what came, what to do.' },
    clause: { type: 'string', description: 'The clause that asks for this refusal.' },
    pointer: { type: 'string', description: 'JSON pointer to what could not be read; empty for the whole.' },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
  },
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: false,
};

/** Statuses of problems and what each means here. */
const PROBLEMS: Readonly<Record<string, string>> = {
  400: 'The request cannot be read, or does not say what it is for.',
  401: 'No valid key came with it.',
  403: 'The rights of the key do not reach so far.',
  404: 'What is named is not there, or not for this key.',
  409: 'What stands in the register is against it, or the id of the submission was used before.',
  413: 'More than is taken at once.',
  415: 'Not JSON.',
  422: 'The input is not what the act takes; "pointer" tells where.',
  429: 'More requests than the key may make; see Retry-After.',
  500: 'Something failed here. Nothing was kept.',
  503: 'Something failed here and may pass; see Retry-After. Nothing was kept.',
};

const RATE_HEADERS = {
  RateLimit: { schema: { type: 'string' }, description: 'r: requests left; t: seconds until the next.' },
  'RateLimit-Policy': { schema: { type: 'string' }, description: 'q: requests in w seconds.' },
};

/** The whole description. */
export function describeApi(): ApiDescription {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Countermark',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Every act of the register under its own name. Acts that change the register take "act", an id made by the ' +
        'client (UUID): the same id gives the first answer again, however often it is sent. Acts that look need the header "Purpose".',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    tags: [
      { name: 'look', description: 'Leaves a line in the access log.' },
      { name: 'change', description: 'Writes the register.' },
    ],
    paths: {
      ...Object.fromEntries(ACTS.map((act) => [`/api/v1/${act.name}`, { post: operationOf(act) }])),
      ...documentPaths(),
      ...exportPaths(),
    },
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of a program: cmk_ and 43 characters.' },
      },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [`Problem${status}`, problemOf(description)]),
      ),
      parameters: { Purpose: purposeOf(false), PurposeNeeded: purposeOf(true) },
    },
  };
}

function operationOf(act: AnyAct): Operation {
  const example = EXAMPLES[act.name];
  return {
    operationId: act.name,
    summary: act.says,
    tags: [act.changes ? 'change' : 'look'],
    'x-clauses': act.clauses,
    parameters: [{ $ref: `#/components/parameters/${act.changes ? 'Purpose' : 'PurposeNeeded'}` }],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: inputSchema(act), ...(example ? { example } : {}) } },
    },
    responses: {
      200: {
        description: 'The answer.',
        headers: RATE_HEADERS,
        content: { 'application/json': { schema: outputSchema(act) } },
      },
      ...problems(),
    },
  };
}

function problems(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.keys(PROBLEMS).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  );
}

/** Photographs and documents come and go as bytes; what is said of one stands in a header. */
function documentPaths(): Paths {
  const add = operationOf(addDocument(new Uint8Array()));
  const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  const read = operationOf(readCode(new Uint8Array()));
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const pixels = COPY_FORMS.map((name) => `${name}: at most ${COPY_PIXELS[name]} pixels a side`).join('; ');
  const form = {
    name: 'form',
    in: 'query',
    description: `The original asks for the right to view-original, a copy (${pixels}) for that to view-document.`,
    schema: { type: 'string', enum: ['original', ...COPY_FORMS], default: 'original' },
  };
  const looking = { $ref: '#/components/parameters/PurposeNeeded' };
  const given = (description: string, content: object) => ({
    responses: { 200: { description, headers: RATE_HEADERS, content }, ...problems() },
  });
  const get = {
    operationId: viewOriginal.name,
    summary: `${viewOriginal.says}, or the copy of a picture`,
    tags: ['look'],
    'x-clauses': [...new Set([...viewOriginal.clauses, ...viewDocument.clauses])],
    parameters: [id, form, looking],
    ...given('The original, as it came; or a copy, made anew without position or device.', {
      ...bytes,
      'image/jpeg': { schema: { type: 'string', format: 'binary' } },
    }),
  };
  const getPaper = {
    operationId: viewPaper.name,
    summary: viewPaper.says,
    tags: ['look'],
    'x-clauses': viewPaper.clauses,
    parameters: [id, looking],
    ...given('The original, as it came.', bytes),
  };
  return {
    '/api/v1/documents': { post: withFile(add, bytes, true) },
    '/api/v1/documents/{id}': { get },
    '/api/v1/papers': { post: withFile(operationOf(addPaper(new Uint8Array())), bytes, false) },
    '/api/v1/papers/{id}': { get: getPaper },
    '/api/v1/codes': { post: withFile(read, bytes, false) },
  };
}

/** An operation whose body is a file, with its input in a header. */
function withFile(operation: Operation, bytes: object, required: boolean): Operation {
  const input = {
    name: 'Input',
    in: 'header',
    required,
    description: 'The input of the act, as one line of JSON.',
    content: (operation.requestBody as { content: object }).content,
  };
  const parameters = [...(operation.parameters as object[]), input];
  return { ...operation, parameters, requestBody: { required: true, content: bytes } };
}

/** A granted file leaves as bytes. */
function exportPaths(): Paths {
  const { name, says, clauses } = drawExport(() => new Uint8Array());
  const id = { name: 'request', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const post = {
    operationId: name,
    summary: says,
    tags: ['change'],
    'x-clauses': clauses,
    parameters: [id, { $ref: '#/components/parameters/Purpose' }],
    responses: {
      200: {
        description: 'The file, given out once.',
        headers: RATE_HEADERS,
        content: { 'text/csv': { schema: { type: 'string' } } },
      },
      ...problems(),
    },
  };
  return { '/api/v1/exports/{request}': { post } };
}

function problemOf(description: string): object {
  return { description, content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function purposeOf(required: boolean): object {
  return {
    name: 'Purpose',
    in: 'header',
    required,
    description: 'What it is for, such as a case number; it stands in the access log.',
    schema: { type: 'string', maxLength: 200 },
    example: 'case 118/23',
  };
}
