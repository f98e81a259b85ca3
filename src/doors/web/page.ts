/** The frame of every page: the band of a demonstration, the way about, the languages, the foot, the one style sheet and the one script. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import { lacksFactor } from '../../acts/read-session.ts';
import { FACES_STYLE } from './fonts.ts';
import { roleName } from './role-words.ts';
import { type Html, inSentence, said } from './text.ts';
import { link, offers, type SignedIn, type Visit } from './visit.ts';
import { FACTOR_WORDS } from './words/factor.ts';
import { CATALOGUES, LANGUAGES } from './words/languages.ts';
import { RECEIPT_WORDS } from './words/receipt.ts';
import type { WayName } from './words/words.ts';

export const STYLE = `${FACES_STYLE}\n${readFileSync(new URL('assets/app.css', import.meta.url), 'utf8')}`;
export const STYLE_PATH = `/assets/app.${hash('sha256', STYLE, 'hex').slice(0, 12)}.css`;
export const SCRIPT = readFileSync(new URL('assets/app.js', import.meta.url), 'utf8');
export const SCRIPT_PATH = `/assets/app.${hash('sha256', SCRIPT, 'hex').slice(0, 12)}.js`;
export const ICON = readFileSync(new URL('assets/icon.svg', import.meta.url), 'utf8');
export const ICON_PATH = '/assets/icon.svg';

/** A whole page around its contents; `head` is what belongs in its head. */
export function page(visit: Visit, title: string, contents: Html, head: Html | string = ''): Html {
  const { words, signedIn } = visit;
  return html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${words.product}${visit.demonstration ? ` · ${words.demonstration}` : ''}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" type="image/svg+xml" href="${ICON_PATH}">
${signedIn ? html`<script type="module" src="${SCRIPT_PATH}"></script>` : ''}
${head}
</head>
<body${visit.demonstration ? html` class="demonstration"` : ''}${signedIn ? html` data-for="${signedIn.visitor.account}"` : ''}>
<a class="skip" href="#main">${words.skip}</a>
${visit.demonstration ? band(visit) : ''}
${top(visit)}
<main id="main">
${signedIn ? lacking(visit, signedIn) : ''}
${contents}
</main>
<footer class="foot"><a href="${link(visit, '/check')}"${isHere(visit, '/check') ? html` aria-current="page"` : ''}>${RECEIPT_WORDS[words.language].toCheck}</a></footer>
</body>
</html>`;
}

function band({ words }: Visit): Html {
  return html`<p class="band" role="note"><strong class="shout">${words.demonstration}</strong> <span>${words.demonstrationSays}</span></p>`;
}

/** What stands on every page until the second factor that a role demands is set up. */
function lacking({ words }: Visit, { visitor }: SignedIn): Html | string {
  if (!lacksFactor(visitor)) return '';
  const role = inSentence(roleName(words, visitor.demandedBy ?? ''));
  return html`<p class="alarm doubt" role="status">${FACTOR_WORDS[words.language].lacking(role)}</p>`;
}

/** The way about: what the visitor's role includes, and nothing else. */
const WAY: readonly {
  readonly path: string;
  readonly act: string;
  /** Another act that leads there. */
  readonly or?: string;
  /** An act with which there is a better way. */
  readonly without?: string;
  readonly name: WayName;
}[] = [
  { path: '/', act: '', name: 'today' },
  { path: '/find', act: 'find-arms', name: 'find' },
  { path: '/identify', act: 'identify-arm', name: 'identify' },
  { path: '/traces', act: 'list-traces', name: 'traces' },
  { path: '/traces/questions', act: 'list-questions', without: 'list-traces', name: 'asked' },
  { path: '/to-settle', act: 'list-work', name: 'work' },
  { path: '/listings', act: 'list-listings', name: 'listings' },
  { path: '/hits', act: 'list-hits', name: 'hits' },
  { path: '/register', act: 'register-arm', name: 'register' },
  { path: '/reference', act: 'list-reference', name: 'reference' },
  { path: '/files', act: 'import-file', name: 'files' },
  { path: '/contacts', act: 'list-contacts', name: 'contacts' },
  { path: '/agencies', act: 'list-agencies', name: 'agencies' },
  { path: '/people', act: 'list-people', name: 'people' },
  { path: '/emergencies', act: 'list-emergencies', name: 'emergencies' },
  { path: '/exports', act: 'list-exports', or: 'list-own-exports', name: 'exports' },
  { path: '/reads', act: 'list-accesses', name: 'reads' },
  { path: '/peers', act: 'list-peers', name: 'peers' },
  { path: '/ledger', act: 'view-ledger', name: 'ledger' },
];

/** The ways that the visitor's role includes. */
export function waysOf(visit: Visit): readonly { readonly path: string; readonly name: WayName }[] {
  return WAY.filter(
    ({ act, or, without }) =>
      (act === '' || offers(visit, act) || (or !== undefined && offers(visit, or))) &&
      (without === undefined || !offers(visit, without)),
  );
}

function top(visit: Visit): Html {
  const { words, signedIn } = visit;
  const way = html`<nav class="way" aria-label="${words.way.title}">${waysOf(visit).map(
    ({ path, name }) =>
      html`<a href="${link(visit, path)}"${isHere(visit, path) ? html` aria-current="page"` : ''}>${words.way[name]}</a>`,
  )}</nav>`;
  const quick = offers(visit, 'find-arms')
    ? html`<form class="quick" action="/find" role="search">
${keptLanguage(visit)}
<input type="search" name="serial" maxlength="80" dir="auto" autocomplete="off" spellcheck="false" aria-label="${words.searchHint}" placeholder="${words.searchHint}">
<button class="plain">${words.find}</button>
</form>`
    : '';
  return html`<header class="top">
<a class="brand" href="${link(visit, '/')}"><svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="M9 3a9 9 0 1 0 0 18c6 0 11-5 13-9-2-4-7-9-13-9zm0 4a5 5 0 1 1 0 10A5 5 0 0 1 9 7z"/><path d="m14 8 4 4-4 4-4-4z"/></svg><bdi>${words.product}</bdi></a>
${signedIn && !lacksFactor(signedIn.visitor) ? way : ''}
${quick}
${signedIn ? who(visit, signedIn) : ''}
<nav class="languages" aria-label="${words.languageChoice}">${languages(visit)}</nav>
</header>`;
}

const isHere = ({ path: here }: Visit, path: string): boolean =>
  path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`);

/** Who is signed in, in which role, working on what; and the way out. */
function who(visit: Visit, { visitor, person }: SignedIn): Html {
  const { words } = visit;
  const out = html`<form method="post" action="/sign-out"><button class="plain">${words.way.signOut}</button></form>`;
  if (lacksFactor(visitor)) return html`<div class="who">${said(visitor.name)}${out}</div>`;
  const role = person ? roleName(words, person.role.name) : words.way.noPosting;
  const purpose = visitor.purpose === '' ? words.way.noPurpose : visitor.purpose;
  return html`<div class="who"><a href="${link(visit, '/account')}">${said(visitor.name)} · ${said(role)}</a><a class="quiet" href="${link(visit, '/account/purpose', { to: visit.path })}">${words.way.purpose}${words.colon}${said(purpose)}</a>${out}</div>`;
}

function languages(visit: Visit): Html[] {
  return LANGUAGES.map((language) =>
    language === visit.words.language
      ? html`<span lang="${language}" aria-current="true">${CATALOGUES[language].ownName}</span>`
      : html`<a lang="${language}" hreflang="${language}" href="${link(visit, visit.path, { ...visit.query, lang: language })}">${CATALOGUES[language].ownName}</a>`,
  );
}

/** A form keeps the language that was asked for. */
export function keptLanguage(visit: Visit): Html | string {
  return visit.query.lang === undefined
    ? ''
    : html`<input type="hidden" name="lang" value="${visit.words.language}">`;
}

/** A page that only says something: what is the matter, and where to go. */
export function messagePage(visit: Visit, title: string, says: string): Html {
  const back = html`<p><a class="button" href="${link(visit, '/')}">${visit.words.refusals.back}</a></p>`;
  return page(visit, title, html`<h1>${title}</h1><p class="lead">${says}</p>${back}`);
}
