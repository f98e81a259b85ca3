/**
 * Signing in and out, the second factor, and one-time links. What somebody had typed when a session ran out is carried
 * through all of it and goes on afterwards.
 */
import type { Context, Hono } from 'hono';
import { confirmSecondFactor } from '../../acts/confirm-second-factor.ts';
import { signOut } from '../../acts/end-sessions.ts';
import { openOneTimeLink, viewOneTimeLink } from '../../acts/open-one-time-link.ts';
import { signIn } from '../../acts/sign-in.ts';
import { browserKind } from '../../domain/access/browser.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { visitorAddress } from './connection.ts';
import { clearSessionCookie, findSessionToken, setSessionCookie } from './cookies.ts';
import { readPasskeyAnswer } from './passkey-part.ts';
import { sayRefusal } from './refusal-words.ts';
import {
  type Form,
  ownPath,
  readForm,
  type Site,
  send,
  sendRefusal,
  statusOf,
  textOf,
  textsOf,
  visitOf,
} from './room.ts';
import {
  CARRIED_PREFIX,
  type Carried,
  goOnPage,
  linkPage,
  secondFactorPage,
  signInPage,
} from './sign-in-page.ts';
import { link, type Visit } from './visit.ts';

/** Adds the pages of signing in. */
export function addSignInRoom(app: Hono, site: Site): void {
  app.get('/sign-in', async (context) => {
    const visit = await visitOf(site, context);
    if (visit.signedIn) return context.redirect(link(visit, '/'), 303);
    return send(context, signInPage(visit, { path: '/', fields: [] }, undefined, site.demoSignIns));
  });
  app.post('/sign-in', (context) => begin(site, context));
  app.post('/sign-in/second', (context) => second(site, context));
  app.post('/sign-out', async (context) => {
    const token = findSessionToken(context);
    if (token !== undefined) await signOut(site.office, token);
    clearSessionCookie(context);
    // What the browser kept of records goes with the session; drafts it could not send stay for their owner.
    context.header('Clear-Site-Data', '"cache"');
    return context.redirect('/sign-in', 303);
  });
  app.get('/link/:token', async (context) => {
    const visit = await visitOf(site, context);
    const view = await viewOneTimeLink(site.office, context.req.param('token'));
    return isRefusal(view)
      ? sendRefusal(context, visit, view)
      : send(context, linkPage(visit, view, new Map()));
  });
  app.post('/link/:token', (context) => useLink(site, context));
}

function carriedBy(formSent: Form): Carried {
  const fields = textsOf(formSent)
    .filter(([name]) => name.startsWith(CARRIED_PREFIX))
    .map(([name, value]) => [name.slice(CARRIED_PREFIX.length), value] as const);
  return { path: ownPath(textOf(formSent, 'to')), fields };
}

async function begin(site: Site, context: Context): Promise<Response> {
  const visit = await visitOf(site, context);
  const sent = await readForm(context);
  const carried = carriedBy(sent);
  const login = textOf(sent, 'login') ?? '';
  const password = sent.get('password');
  const browser = browserKind(context.req.header('user-agent'));
  const typed = { login, password: typeof password === 'string' ? password : '', browser };
  const done = await signIn(site.desk, visitorAddress(context), typed);
  if (isRefusal(done)) {
    const says = sayRefusal(visit.words, done);
    return send(context, signInPage(visit, carried, { says, login }, site.demoSignIns), statusOf(done));
  }
  setSessionCookie(context, done.token);
  if (done.step === 'second-factor')
    return send(context, secondFactorPage(visit, carried, site.desk.site.rpId));
  return goOn(context, visit, carried);
}

async function second(site: Site, context: Context): Promise<Response> {
  const visit = await visitOf(site, context);
  const sent = await readForm(context);
  const carried = carriedBy(sent);
  const token = findSessionToken(context) ?? '';
  const code = textOf(sent, 'code') ?? '';
  // Six digits are a code of the moment; what is longer is one of those kept on paper.
  const way = /^[\d\s]{6,9}$/.test(code) ? 'totp' : 'recovery-code';
  const signed = textOf(sent, 'answer');
  const answer =
    signed === undefined
      ? ({ way, code } as const)
      : ({ way: 'passkey', response: readPasskeyAnswer(signed) } as const);
  const done = await confirmSecondFactor(site.desk, visitorAddress(context), token, answer);
  if (isRefusal(done))
    return send(
      context,
      secondFactorPage(visit, carried, site.desk.site.rpId, sayRefusal(visit.words, done)),
      statusOf(done),
    );
  setSessionCookie(context, done.token);
  return goOn(context, visit, carried);
}

function goOn(context: Context, visit: Visit, carried: Carried): Response | Promise<Response> {
  if (carried.fields.length > 0) return send(context, goOnPage(visit, carried));
  return context.redirect(carried.path, 303);
}

async function useLink(site: Site, context: Context): Promise<Response> {
  const visit = await visitOf(site, context);
  const token = context.req.param('token') ?? '';
  const sent = await readForm(context);
  const view = await viewOneTimeLink(site.office, token);
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const typed = Object.fromEntries(textsOf(sent).filter(([name]) => name !== 'password'));
  const password = sent.get('password');
  const done = await openOneTimeLink(site.desk, visitorAddress(context), token, {
    ...typed,
    password: typeof password === 'string' ? password : '',
  });
  if (isRefusal(done)) {
    const says = sayRefusal(visit.words, done);
    return send(context, linkPage(visit, view, new Map(Object.entries(typed)), says), statusOf(done));
  }
  return context.redirect(link(visit, '/sign-in'), 303);
}
