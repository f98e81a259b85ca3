/**
 * The one cookie of these pages: the session. Its value is a random token and says nothing of a person.
 *
 * HttpOnly: no script reads it. SameSite=Strict rather than Lax: every look at the register is written into the access
 * log under the officer's name, so a link on a stranger's page must not be able to look in that name; and nothing here is
 * reached by links from elsewhere (a code scanned with a phone counts as typed by hand). `__Host-` where there is TLS: the
 * browser then takes it only over TLS, for this host alone and not from a neighbour. Without TLS, which this server serves to its own machine
 * only, browsers refuse that prefix, hence the second name.
 *
 * What could go wrong: two names at once. Only the name that fits the connection is read; the other is never believed.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecure } from './connection.ts';

const NAME = 'countermark-session';
/** Named limit: characters of a token; what is longer is none of ours. */
const TOKEN_LENGTH_MAX = 200;

/** The name of the session's cookie on this connection. */
export function sessionCookieName(context: Context): string {
  return isSecure(context) ? `__Host-${NAME}` : NAME;
}

/** Gives the browser its session; without an age it ends with the browser. */
export function setSessionCookie(context: Context, token: string, maxAgeSeconds?: number): void {
  setCookie(context, sessionCookieName(context), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(context),
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}

/** The token that a browser brought, if it brought one of a possible shape. */
export function findSessionToken(context: Context): string | undefined {
  const token = getCookie(context, sessionCookieName(context));
  return token !== undefined && token.length <= TOKEN_LENGTH_MAX && /^[\w-]+$/.test(token)
    ? token
    : undefined;
}

/** Takes the session away from the browser. */
export function clearSessionCookie(context: Context): void {
  deleteCookie(context, sessionCookieName(context), { path: '/', secure: isSecure(context) });
}
