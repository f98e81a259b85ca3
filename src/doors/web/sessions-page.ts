/** One's own sessions: each browser that is signed in, this one marked, with the ways to end one or all others. */
import { html } from 'hono/html';
import type { OwnSession } from '../../acts/end-sessions.ts';
import { table } from './arm-tables.ts';
import { doneNote } from './deeds.ts';
import { page } from './page.ts';
import type { Own } from './room.ts';
import { type Html, said } from './text.ts';
import { link } from './visit.ts';
import { formatRecorded } from './when.ts';
import { ACCOUNT_WORDS } from './words/account.ts';
import { SESSION_WORDS } from './words/sessions.ts';

/** The page; which one is to be ended goes in the form, never in an address. */
export function sessionsPage(visit: Own, sessions: readonly OwnSession[]): Html {
  const { words } = visit;
  const texts = SESSION_WORDS[words.language];
  const rows = sessions.map((one) => {
    const browser = one.browser === '' ? texts.unknown : said(one.browser);
    const here = one.isThis ? html` <span class="tag sound">${texts.here}</span>` : '';
    const began = formatRecorded(words, one.began);
    // The time tells buttons apart for whoever hears the page.
    const label = html`${one.isThis ? texts.endHere : texts.end}<span class="aloud"> ${browser}, ${began}</span>`;
    const action = one.isThis ? '/sign-out' : link(visit, '/account/sessions/end');
    const end = html`<form method="post" action="${action}"><input type="hidden" name="session" value="${one.session}"><button class="plain">${label}</button></form>`;
    return html`<tr><th scope="row">${browser}${here}</th><td>${end}</td><td class="day">${formatRecorded(words, one.seen)}</td><td class="day">${began}</td><td>${one.secondFactor ? texts.factor : texts.password}</td></tr>`;
  });
  const others =
    sessions.length > 1
      ? html`<form method="post" action="${link(visit, '/account/sessions/end-others')}"><button>${texts.endOthers}</button></form>`
      : html`<p class="quiet">${texts.none}</p>`;
  // On a narrow screen the last columns are out of sight, so what is done stands before what is told.
  const heads = [texts.browser, texts.end, texts.seen, texts.since, texts.how];
  const back = ACCOUNT_WORDS[words.language].title;
  return page(
    visit,
    texts.title,
    html`<p class="find"><a href="${link(visit, '/account')}">${back}</a></p><h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${doneNote(visit, { ended: texts.ended })}<section class="card">${table(texts.title, heads, rows)}</section>${others}`,
  );
}
