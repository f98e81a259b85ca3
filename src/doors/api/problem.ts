/**
 * How the API says no: problem details (RFC 9457) made from refusals and faults. The code of the refusal is its type, the
 * sentence that every door shows is its detail, and the status tells which kind of no it is. Inner words of a fault never
 * leave: what a program may know of it is whether to try again.
 */
import { Fault, type Refusal } from '../../domain/base/refusal.ts';
import { sayRefusal } from '../words/refusals.ts';

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly clause?: string;
  /** JSON pointer to the member of the input that could not be read. */
  readonly pointer?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
};

/** Named limits: characters of a sentence and of a fact, since both may repeat what came in. */
const DETAIL_LENGTH_MAX = 1000;
const FACT_LENGTH_MAX = 300;

export const PROBLEM_TYPE = 'application/problem+json';

/** Refusals of the door itself, with their status and what they say. */
const OF_THE_DOOR = {
  'purpose-missing': [
    400,
    'Say what you look for: send the header "Purpose" with a case number or a few words, at most 200 characters.',
  ],
  'body-unreadable': [400, 'The body is no JSON in UTF-8. Send the input of the act as one JSON object.'],
  'input-header-unreadable': [
    400,
    'The header "Input" is no JSON. Send the input of the act in it, as one line.',
  ],
  'key-missing': [401, 'No valid key came with the request. Send it as "Authorization: Bearer cmk_…".'],
  'path-unknown': [404, 'Nothing is here. The acts and their inputs stand in /api/openapi.json.'],
  'method-unknown': [405, 'Acts are sent with POST, documents are fetched with GET.'],
  'request-too-large': [
    413,
    'The request is larger than is taken here. Send less at once; nothing was kept.',
  ],
  'body-not-json': [415, 'The body must be JSON: send the header "Content-Type: application/json".'],
  'body-nested': [
    422,
    'The body is nested deeper than any input is. Send it as /api/openapi.json describes it.',
  ],
  'rate-exceeded': [429, 'This key has made as many requests as it may for now. Wait as Retry-After says.'],
  'fault-broken': [500, 'Something failed on our side and was noted. What was being done was not kept.'],
  'fault-passing': [503, 'The register cannot answer at the moment. Nothing was kept; send it again.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type DoorCode = keyof typeof OF_THE_DOOR;

/** A no of the door itself, before or beside any act. */
export function doorNo(refused: DoorCode): Refusal {
  return { refused };
}

function ownOf({ refused }: Refusal): readonly [number, string] | undefined {
  return Object.hasOwn(OF_THE_DOOR, refused) ? OF_THE_DOOR[refused as DoorCode] : undefined;
}

const FORBIDDEN: ReadonlySet<string> = new Set([
  'beyond-own-agency',
  'key-gives-rights',
  'documents-not-seen',
]);
const TOO_LARGE: ReadonlySet<string> = new Set([
  'document-too-large',
  'picture-too-large',
  'picture-opened-whole',
]);
/** What the input says cannot be, whatever stands in the register. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'party-ambiguous',
  'search-empty',
  'lot-range',
  'too-many',
  'receiver-is-giver',
  'receiver-missing',
  'verifier-missing',
  'same-person-verifies',
  'number-check-fails',
  'number-not-safe',
  'value-not-json',
  'text-not-well-formed',
  'body-too-large',
  'body-too-deep',
  'role-name',
  'key-days',
  'no-code-found',
]);

/** The status of a refusal: 404 for what is not there, 403 for what is not permitted, 409 where the register stands against it. */
function statusOf({ refused }: Refusal): number {
  if (FORBIDDEN.has(refused) || /(?:^|-)not-permitted$/.test(refused)) return 403;
  if (TOO_LARGE.has(refused)) return 413;
  if (UNREADABLE.has(refused) || /-(?:unreadable|incomplete|malformed|not-json)$/.test(refused)) return 422;
  return refused.endsWith('-unknown') ? 404 : 409;
}

/** The problem that a refusal is, as it is sent. */
export function problemOf(no: Refusal): Problem {
  const [status, own] = ownOf(no) ?? [statusOf(no), undefined];
  const unreadable = no.refused === 'input-unreadable';
  const facts = unreadable ? {} : (no.facts ?? {});
  const words = no.refused.replaceAll(/[-_]/g, ' ');
  return {
    type: `/problems/${no.refused}`,
    title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    status,
    detail: cut(own ?? sayRefusal(no), DETAIL_LENGTH_MAX),
    ...(no.clause === undefined ? {} : { clause: no.clause }),
    ...(unreadable ? { pointer: pointerOf(String(no.facts?.field ?? '')) } : {}),
    ...(Object.keys(facts).length === 0 ? {} : { facts: factsOf(facts) }),
  };
}

function factsOf(facts: NonNullable<Refusal['facts']>): NonNullable<Refusal['facts']> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' ? cut(fact, FACT_LENGTH_MAX) : fact,
    ]),
  );
}

const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed();

/** RFC 6901: `marks.0.text` is `/marks/0/text`; the whole input is the empty text. */
function pointerOf(field: string): string {
  if (field === '') return '';
  const parts = field.split('.').map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
  return cut(`/${parts.join('/')}`, FACT_LENGTH_MAX);
}

/** What is told of a fault or a broken assumption: whether it helps to come again, and nothing of what it was. */
export function faultOf(error: unknown): Refusal {
  return doorNo(error instanceof Fault && error.retry ? 'fault-passing' : 'fault-broken');
}
