/**
 * Every address of the pages, and who may come to it: what the attacks go through. The list of addresses is taken from the
 * application itself; one that stands there and not here fails the attacks, so that no new page is forgotten.
 *
 * What could go wrong: a route that is listed under a weaker act than it asks. Each act here is one without which the page
 * must refuse.
 */
import type { Role } from '../../src/domain/access/role.ts';
import { makeApp } from '../../src/doors/web/app.ts';
import { DIRECTORY_ROUTES } from './routes-directory.ts';
import { IDENTIFY_ROUTES } from './routes-identify.ts';
import { LISTING_ROUTES } from './routes-listings.ts';
import { OFFICE_ROUTES } from './routes-office.ts';
import { PAPER_ROUTES } from './routes-papers.ts';
import { TRACE_ROUTES } from './routes-trace.ts';

/** What stands behind the places of an address, such as `:number`. */
export type Ids = Readonly<
  Record<
    | 'number'
    | 'entry'
    | 'document'
    | 'draft'
    | 'search'
    | 'token'
    | 'type'
    | 'account'
    | 'role'
    | 'agency'
    | 'contact'
    | 'trace'
    | 'request',
    string
  >
>;

export type Visit = {
  /** Anybody: before signing in. Own: everybody who is signed in. Else the acts of which the role must include one. */
  readonly who: 'anybody' | 'own' | 'everybody' | readonly string[];
  /** Events of which the role must record one. */
  readonly events?: readonly string[];
  readonly path: (ids: Ids) => string;
  /** Names of the fields that its form has, and something harmless for each. */
  readonly fields?: Readonly<Record<string, string>>;
  /** True where a file is sent. */
  readonly files?: true;
  /** True where nothing stands behind the id in the path, so that whoever may come is told that it is not there. */
  readonly absent?: true;
};

const ANSWERS = ['hand-over-confirmed', 'hand-over-refused', 'hand-over-withdrawn'];
const WHEN = { 'when.day': '3', 'when.month': '2', 'when.year': '2024' };
const CARRIED = { to: '/', 'kept.why': 'typed before' };
const FOUND = { serial: 'QQ', maker: 'Tarvos', model: 'PT', calibre: '9', keeper: 'Depot', unit: 'Depot' };
const MARK = { 'mark.1.text': 'XQ', 'mark.1.kind': 'property', 'mark.1.part': 'grip', 'mark.1.note': 'seen' };
const PAPER = {
  'basis.kind': 'voucher',
  'basis.number': 'B-7',
  place: 'North gate',
  why: 'said',
  by: 'Depot',
};
const EVENT = { ...WHEN, ...MARK, ...PAPER, 'to.keeper': 'Depot Kerem', mode: 'fact', act: '' };
const ARM = { 'arm.class': 'pistol', 'arm.maker': 'Tarvos', 'arm.model': 'PT', 'arm.calibre': '9' };

const arm =
  (rest = '') =>
  ({ number }: Ids): string =>
    `/arms/${number}${rest}`;
const at = (path: string) => (): string => path;

const SIGNING_IN: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /sign-in': { who: 'anybody', path: at('/sign-in') },
  'POST /sign-in': {
    who: 'anybody',
    path: at('/sign-in'),
    fields: { login: 'nobody-here', password: 'q', ...CARRIED },
  },
  'POST /sign-in/second': {
    who: 'anybody',
    path: at('/sign-in/second'),
    fields: { code: 'ABCD-EFGH', ...CARRIED },
  },
  'POST /sign-out': { who: 'anybody', path: at('/sign-out') },
  'GET /link/:token': { who: 'anybody', path: ({ token }) => `/link/${token}` },
  'POST /link/:token': {
    who: 'anybody',
    path: ({ token }) => `/link/${token}`,
    fields: { name: 'Awa', login: 'awa', language: 'en', password: 'short' },
  },
};

const ACCOUNT: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /account': { who: 'own', path: at('/account') },
  'GET /account/purpose': { who: 'own', path: at('/account/purpose') },
  'POST /account/purpose': {
    who: 'own',
    path: at('/account/purpose'),
    fields: { purpose: 'case 118/23', to: '/' },
  },
  'POST /account/posting': { who: 'own', path: at('/account/posting'), fields: { posting: 'none' } },
  'POST /account/language': { who: 'own', path: at('/account/language'), fields: { language: 'en' } },
  'GET /account/password': { who: 'own', path: at('/account/password') },
  'POST /account/password': {
    who: 'own',
    path: at('/account/password'),
    fields: { current: 'q', chosen: 'short' },
  },
  'GET /account/second-factor': { who: 'own', path: at('/account/second-factor') },
  'POST /account/second-factor': {
    who: 'own',
    path: at('/account/second-factor'),
    fields: { password: 'q' },
  },
  'POST /account/second-factor/confirm': {
    who: 'own',
    path: at('/account/second-factor/confirm'),
    fields: { code: '000000', uri: 'otpauth://totp/x?secret=AAAA', secret: 'AAAA' },
  },
  'GET /account/sessions': { who: 'own', path: at('/account/sessions') },
  'POST /account/sessions/end': {
    who: 'own',
    path: at('/account/sessions/end'),
    fields: { session: '0198c000-0000-7000-8000-0000000000ff' },
  },
  'POST /account/sessions/end-others': { who: 'own', path: at('/account/sessions/end-others') },
};

const FINDING: Readonly<Record<string, Visit | readonly Visit[]>> = {
  // Everybody has a first page; what it tells goes by the role.
  'GET /': { who: 'everybody', path: at('/') },
  'GET /find': [
    { who: ['find-arms'], path: at('/find') },
    { who: ['find-arms'], path: at('/find?search=all') },
  ],
  'POST /find': { who: ['find-arms'], path: at('/find'), fields: FOUND },
  'GET /find/s/:id': { who: ['find-arms'], path: ({ search }) => `/find/s/${search}` },
  'POST /find/s/:id/name': {
    who: ['find-arms'],
    path: ({ search }) => `/find/s/${search}/name`,
    fields: { name: 'Weekly' },
  },
  'POST /find/s/:id/forget': {
    who: 'everybody',
    path: ({ search }) => `/find/s/${search}/forget`,
    fields: { to: '/find' },
  },
  'POST /find/export': {
    who: ['export-arms'],
    path: at('/find/export'),
    fields: { ...FOUND, purpose: 'case 118/23', format: 'csv' },
  },
  'GET /receipts/:entry': [
    { who: ['view-receipt'], path: ({ entry, number }) => `/receipts/${entry}?arm=${number}` },
    {
      who: ['view-trace-receipt'],
      path: ({ entry, trace }) => `/receipts/${entry}?trace=${trace}`,
      absent: true,
    },
    { who: ['view-listing-receipt'], path: ({ entry }) => `/receipts/${entry}?hit=${entry}`, absent: true },
  ],
  // Whoever holds the paper may hold it against the register, signed in or not.
  'GET /check': { who: 'anybody', path: at('/check') },
  'POST /check': {
    who: 'anybody',
    path: at('/check'),
    fields: { number: 'XA-1', code: 'AAAA-BBBB' },
  },
  'GET /ledger': { who: ['view-ledger'], path: at('/ledger') },
  'GET /ledger/checkpoint.txt': { who: ['view-ledger'], path: at('/ledger/checkpoint.txt') },
};

const RECORDING: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /arms/:number': { who: ['view-arm'], path: arm() },
  'GET /arms/:number/proof.json': { who: ['prove-arm'], path: arm('/proof.json') },
  'GET /arms/:number/record': { who: ['record-event'], path: arm('/record') },
  'GET /arms/:number/recorded': {
    who: ['view-arm'],
    path: ({ number, entry }) => `/arms/${number}/recorded?entry=${entry}`,
  },
  'GET /arms/:number/record/:type': {
    who: ['record-event'],
    events: ['sighted'],
    path: arm('/record/sighted'),
  },
  'POST /arms/:number/record/:type': {
    who: ['record-event'],
    events: ['sighted'],
    path: ({ number, type }) => `/arms/${number}/record/${type}`,
    fields: { ...EVENT, how: 'scanned' },
  },
  'GET /register': { who: ['register-arm'], path: at('/register') },
  'POST /register': { who: ['register-arm'], path: at('/register'), fields: { ...EVENT, ...ARM } },
  'GET /arms/:number/registered': { who: ['view-arm'], path: arm('/registered') },
  'GET /arms/:number/hand-over': {
    who: ['record-event'],
    events: ['hand-over-posted'],
    path: arm('/hand-over'),
  },
  'POST /arms/:number/hand-over': {
    who: ['record-event'],
    events: ['hand-over-posted'],
    path: arm('/hand-over'),
    fields: { ...EVENT, 'to.unit': 'Depot Kerem', due: '2030-01-01', meant: 'issued' },
  },
  'GET /arms/:number/answer': { who: ['record-event'], events: ANSWERS, path: arm('/answer') },
  'POST /arms/:number/answer': {
    who: ['record-event'],
    events: ANSWERS,
    path: arm('/answer'),
    fields: { ...EVENT, do: 'hand-over-refused', how: 'read' },
  },
  'GET /arms/:number/correct': { who: ['correct-entry'], path: arm('/correct') },
  'POST /arms/:number/correct': {
    who: ['correct-entry'],
    path: arm('/correct'),
    fields: { ...EVENT, entry: '1', because: 'it was another', instead: 'sighted', shown: 'sighted' },
  },
  'GET /arms/:number/documents': { who: ['add-document', 'list-documents'], path: arm('/documents') },
  'POST /arms/:number/documents': {
    who: ['add-document'],
    path: arm('/documents'),
    fields: { kind: 'photograph', title: 'Left side', part: 'frame', 'taken.year': '2024', act: '' },
    files: true,
  },
  'GET /documents/:id/:form': [
    { who: ['view-document'], path: ({ document }) => `/documents/${document}/small` },
    { who: ['view-document'], path: ({ document }) => `/documents/${document}/large` },
    { who: ['view-original'], path: ({ document }) => `/documents/${document}/original` },
  ],
  'GET /drafts': { who: 'everybody', path: at('/drafts') },
  'POST /drafts': {
    who: 'everybody',
    path: at('/drafts'),
    fields: { draft: '0198c000-0000-7000-8000-00000000000a', path: '/register', place: 'North gate' },
  },
  'GET /drafts/:id': { who: 'everybody', path: ({ draft }) => `/drafts/${draft}` },
  'POST /drafts/:id/forget': { who: 'everybody', path: ({ draft }) => `/drafts/${draft}/forget` },
};

const OPERATION: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /healthz': { who: 'anybody', path: at('/healthz') },
  'GET /readyz': { who: 'anybody', path: at('/readyz') },
  'GET /metrics': { who: 'anybody', path: at('/metrics') },
};

/** Every visit by the method and pattern of its route. */
export const ROUTES: Readonly<Record<string, Visit | readonly Visit[]>> = {
  ...SIGNING_IN,
  ...ACCOUNT,
  ...FINDING,
  ...DIRECTORY_ROUTES,
  ...IDENTIFY_ROUTES,
  ...LISTING_ROUTES,
  ...RECORDING,
  ...OPERATION,
  ...OFFICE_ROUTES,
  ...TRACE_ROUTES,
  ...PAPER_ROUTES,
};

export type Known = Visit & { readonly name: string; readonly method: 'GET' | 'POST' };

/** The visits as one list. */
export function listVisits(): readonly Known[] {
  return Object.entries(ROUTES).flatMap(([name, visits]) => {
    const method = name.startsWith('POST ') ? 'POST' : 'GET';
    return [visits].flat().map((visit) => ({ ...visit, name, method }) as Known);
  });
}

/** The routes that the application has; files of its looks are everybody's, and programs have attacks of their own. */
export function listRoutes(): readonly string[] {
  const nothing = {} as never;
  const app = makeApp({
    office: nothing,
    desk: nothing,
    hosts: () => [],
    operation: nothing,
    files: nothing,
  });
  const routes = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && !/^\/(assets|api|exchange\/v1)\//.test(path),
  );
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
}

/** True where a role may come to a page. */
export function mayVisit(role: Role, { who, events }: Visit): boolean {
  if (typeof who === 'string') return true;
  if (!who.some((act) => Object.hasOwn(role.powers, act))) return false;
  return events === undefined || role.events === 'all' || events.some((one) => role.events.includes(one));
}

/** How far a role reaches at a page: to any arm, to its own, to civil ones. */
export function reachOf(role: Role, { who }: Visit): string {
  return typeof who === 'string' ? 'none' : (who.map((act) => role.powers[act]).find(Boolean) ?? 'none');
}
