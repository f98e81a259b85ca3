/**
 * The note that is taken of each request, for the log and the counters: the pattern of its route, never the address
 * itself; the id of the account, never a name; of an error its kind, its code and where it was thrown, never its
 * message, for that may repeat what somebody typed.
 *
 * What could go wrong: something typed in a part of a request that nobody thought of. The note is made of nothing but
 * words of our own, numbers, and ids of a checked shape.
 */
import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Fault } from '../../domain/base/refusal.ts';

export type RequestNote = {
  readonly request: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly millis: number;
  readonly operator?: string;
  readonly error?: ErrorNote;
};

export type ErrorNote = { readonly kind: string; readonly code?: string; readonly at: readonly string[] };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const OPERATOR = /^(?:console|[a-z]{1,12}:[0-9a-f-]{36}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const NO_ROUTE = '(none)';
const FRAMES_MAX = 8;

/** Numbers each request and takes a note of it when it is answered. */
export function noteRequests(note: (note: RequestNote) => void): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    const request = randomUUID();
    context.set('request', request);
    await next();
    context.res.headers.set('X-Request-Id', request);
    const operator = context.get('operator') as unknown;
    note({
      request,
      method: METHODS.includes(context.req.method) ? context.req.method : 'OTHER',
      route: routeOf(context),
      status: context.res.status,
      millis: Math.round((performance.now() - began) * 10) / 10,
      ...(typeof operator === 'string' && OPERATOR.test(operator) ? { operator } : {}),
      ...(context.error === undefined ? {} : { error: noteOfError(context.error) }),
    });
  };
}

/** Says whose request this is, by the id of the account; anything else but an id is left out of the log. */
export function noteOperator(context: Context, operator: string): void {
  context.set('operator', operator);
}

/** The pattern that fitted; what stands before every route and after it fits everything and is none. */
function routeOf(context: Context): string {
  const patterns = matchedRoutes(context).map(({ path }) => path);
  return patterns.findLast((path) => path !== '*' && path !== '/*') ?? NO_ROUTE;
}

/** What may be told of an error: its kind, its code and the places in the program, without its message. */
export function noteOfError(error: unknown): ErrorNote {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const cause = error.cause instanceof Error ? codeOf((error.cause as { code?: unknown }).code) : undefined;
  const told = [codeOf(code), cause].filter((one) => one !== undefined).join('/');
  return {
    kind: error instanceof Fault ? 'fault' : /^\w{1,40}$/.test(error.name) ? error.name : 'error',
    ...(told === '' ? {} : { code: told }),
    at: framesOf(error),
  };
}

function codeOf(code: unknown): string | undefined {
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : undefined;
}

/** The frames below the message; a message may have lines that look like frames, so it is cut off as a whole. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  const frames = stack.slice(at + message.length).split('\n');
  return frames
    .map((line) => line.trim())
    .filter((line) => /^at [^?]+:\d+:\d+\)?$/.test(line))
    .map((line) => line.replace(/^at .*?((?:src|node_modules|node:)[\w@/.:-]+)\)?$/, '$1'))
    .slice(0, FRAMES_MAX);
}
