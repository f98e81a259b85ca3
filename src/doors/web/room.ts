/**
 * What every room of pages uses: who is there, asking an act for him or her, reading a form, and answering. A page asks
 * through `ask` alone, so that nothing is shown or done past the rights.
 *
 * What could go wrong: a page that forgets to ask who is there. `working` gives a page nothing to work with before it
 * knows.
 */
import type { Context, Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { findSignedIn } from '../../acts/find-person.ts';
import type { Act, Office } from '../../acts/office.ts';
import { perform } from '../../acts/perform.ts';
import { findVisitor, lacksFactor } from '../../acts/read-session.ts';
import type { SignInDesk } from '../../acts/sign-in-desk.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { IncomingFolder } from '../import/incoming.ts';
import type { Runner } from '../import/runner.ts';
import { findSessionToken } from './cookies.ts';
import type { Protection } from './guard.ts';
import { readUpload } from './multipart.ts';
import type { Operation } from './operation.ts';
import { sendText } from './pack.ts';
import { messagePage } from './page.ts';
import { sayRefusal } from './refusal-words.ts';
import { noteOperator } from './request-note.ts';
import { heldPage, signInPage } from './sign-in-page.ts';
import type { Html } from './text.ts';
import { link, type SignedIn, type Visit, type Working } from './visit.ts';
import { CATALOGUES, parseLanguage, preferredLanguage } from './words/languages.ts';

/** What the pages work with; put together where the server starts. */
export type Site = {
  readonly office: Office;
  /** What signing in needs. */
  readonly desk: SignInDesk;
  readonly operation?: Operation;
  /** The sign-ins of a demonstration, shown to everybody who comes to it. */
  readonly demoSignIns?: readonly DemoSignIn[];
  /** Files on their way in; without them no file is brought in by a page. */
  readonly files?: FilesDesk;
} & Protection;

export type FilesDesk = { readonly folder: IncomingFolder; readonly runner: Runner };

export type DemoSignIn = { readonly login: string; readonly password: string; readonly role: string };

const KEY = 'visit';

/** The visit that a request makes: who it is, from the session read anew, and in which language. */
export async function visitOf(site: Site, context: Context): Promise<Visit> {
  const known = context.get(KEY) as Visit | undefined;
  return known ?? visitBy(site, context, findSessionToken(context));
}

/** The visit that goes on under this token: that of the request, or the one that was opened in its place just now. */
export async function visitBy(site: Site, context: Context, token: string | undefined): Promise<Visit> {
  const signedIn = await signedInBy(site, context, token);
  const query = context.req.query();
  const language =
    parseLanguage(query.lang) ??
    parseLanguage(signedIn?.visitor.language) ??
    preferredLanguage(context.req.header('accept-language'));
  const { demonstration } = site.office;
  const visit = { words: CATALOGUES[language], path: context.req.path, query, demonstration, signedIn };
  context.set(KEY, visit);
  return visit;
}

async function signedInBy(
  site: Site,
  context: Context,
  token: string | undefined,
): Promise<SignedIn | undefined> {
  const visitor = token === undefined ? undefined : await findVisitor(site.office, token);
  if (token === undefined || !visitor) return undefined;
  noteOperator(context, visitor.account);
  return { token, visitor, person: await findSignedIn(site.office, visitor) };
}

/**
 * A page for somebody who works under a posting. Others are sent to sign in, and what they had typed goes with them, so
 * that nothing is lost to a session that ran out.
 */
export function working(
  site: Site,
  page: (visit: Working, context: Context) => Response | Promise<Response>,
): Handler {
  return async (context) => {
    const visit = await visitOf(site, context);
    const { signedIn } = visit;
    if (!signedIn) return askToSignIn(site, context, visit);
    if (lacksFactor(signedIn.visitor)) return askForFactor(context, visit);
    if (signedIn.visitor.mustChange) return context.redirect(link(visit, '/account/password'), 303);
    if (!signedIn.person) return context.redirect(link(visit, '/account'), 303);
    const { person, visitor } = signedIn;
    // Every look is logged with its purpose, so it is asked for before the first one.
    if (visitor.purpose === '' && context.req.method === 'GET')
      return context.redirect(link(visit, '/account/purpose', { to: toOf(context) }), 303);
    return page({ ...visit, person, purpose: visitor.purpose }, context);
  };
}

/** A visit of somebody who is signed in, with or without a posting. */
export type Own = Visit & { readonly signedIn: SignedIn };

/** Where a second factor is set up. */
export const FACTOR_PATH = '/account/second-factor';

/**
 * A page of one's own account, for whoever is signed in, also without a posting. Whoever lacks a second factor that a role
 * demands is sent to set one up, but for the pages on which that is done.
 */
export function own(
  site: Site,
  show: (visit: Own, context: Context) => Response | Promise<Response>,
  open: 'while-lacking' | 'else' = 'else',
): Handler {
  return async (context) => {
    const visit = await visitOf(site, context);
    const { signedIn } = visit;
    if (!signedIn) return context.redirect(link(visit, '/sign-in'), 303);
    if (open === 'else' && lacksFactor(signedIn.visitor))
      return context.redirect(link(visit, FACTOR_PATH), 303);
    return show({ ...visit, signedIn }, context);
  };
}

/** Where a request was going, as it may stand in a link. */
function toOf(context: Context): string {
  const { pathname, search } = new URL(context.req.url);
  return `${pathname}${search}`;
}

async function askToSignIn(site: Site, context: Context, visit: Visit): Promise<Response> {
  const fields = context.req.method === 'POST' ? await textsOfStranger(context) : [];
  return send(context, signInPage(visit, { path: toOf(context), fields }, undefined, site.demoSignIns), 401);
}

/** Whoever lacks a second factor sets one up first; what was typed waits. */
async function askForFactor(context: Context, visit: Visit): Promise<Response> {
  const fields = context.req.method === 'POST' ? await textsOfStranger(context) : [];
  if (fields.length === 0) return context.redirect(link(visit, FACTOR_PATH), 303);
  return send(context, heldPage(visit, { path: toOf(context), fields }, FACTOR_PATH), 403);
}

/** The texts of a form from somebody who is not signed in or lacks what is demanded; a file beside them is let go as it comes and never held. */
async function textsOfStranger(context: Context): Promise<readonly (readonly [string, string])[]> {
  const type = context.req.header('content-type') ?? '';
  if (!/^multipart\//i.test(type)) return textsOf(await readForm(context));
  const texts = new Map<string, string>();
  await readUpload(context.req.raw.body, type, texts, async () => ({ write: async () => undefined }));
  return [...texts];
}

/** A form as it was sent: texts and files by name, the last of a name where it comes twice. */
export type Form = ReadonlyMap<string, string | File>;

/** Named limits of a form: fields, and characters of one. */
export const FORM_FIELDS_MAX = 400;
export const FIELD_LENGTH_MAX = 20_000;

/** Reads a form; what is beyond its limits is left out. The whole body is bounded before. */
export async function readForm(context: Context): Promise<Form> {
  const data = await context.req.formData().catch(() => undefined);
  const fields: [string, string | File][] = [];
  for (const [name, value] of data?.entries() ?? []) {
    if (fields.length >= FORM_FIELDS_MAX || name.length > 100) break;
    // A sign that no database keeps stands as one that could not be read.
    const text = typeof value === 'string' && value.slice(0, FIELD_LENGTH_MAX).replaceAll('\0', '\ufffd');
    fields.push([name, text === false ? value : text]);
  }
  return new Map(fields);
}

/** The text of a field without blanks around it; undefined where it is empty or no text. */
export function textOf(form: Form, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' && value.trim().length > 0 ? value.trim() : undefined;
}

/** All texts of a form, to be shown again. */
export function textsOf(form: Form): readonly (readonly [string, string])[] {
  return [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
}

/** Asks an act for the one who is there, within his or her rights. */
export function ask<Input, Output>(
  site: Site,
  visit: Working,
  act: Act<Input, Output>,
  input: unknown,
): Promise<Output | Refusal> {
  return perform(site.office, visit.person, visit.purpose, act, input);
}

/** A way within these pages, as it came from a form or an address; the first page where it leads elsewhere. */
export function ownPath(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(text) ? text : '/';
}

const PAGE = { 'Content-Type': 'text/html; charset=UTF-8' };

/** Answers with a page. */
export async function send(
  context: Context,
  page: Html,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  return sendText(context, String(await page), PAGE, status);
}

/** The status of the web that fits a refusal. */
export function statusOf(refused: Refusal): ContentfulStatusCode {
  if (refused.refused.endsWith('-not-permitted') || refused.refused === 'not-permitted') return 403;
  if (/-unknown$|^(receipt-)?number-unreadable$|^number-check-fails$/.test(refused.refused)) return 404;
  return refused.refused === 'input-unreadable' ? 422 : 409;
}

/** Answers with the sentence of a refusal alone, where there is no form to say it beside. */
export function sendRefusal(context: Context, visit: Visit, refused: Refusal): Promise<Response> {
  const says = sayRefusal(visit.words, refused);
  return send(context, messagePage(visit, visit.words.refusals.title, says), statusOf(refused));
}
