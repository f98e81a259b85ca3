/**
 * Pages of a file that is being read or brought in: how far it is, and the way to stop it or let it go on. Without scripts
 * such a page renews itself; with them only its sentence is renewed.
 */
import { html } from 'hono/html';
import type { Incoming } from '../import/incoming.ts';
import type { Live } from '../import/runner.ts';
import { filesWords } from './files-page.ts';
import { takeBack } from './files-preview.ts';
import { form, problem } from './forms.ts';
import { page } from './page.ts';
import { sayRefusal } from './refusal-words.ts';
import { type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatCount, formatShare } from './when.ts';

const RENEW_SECONDS = 4;
const MINUTES_FROM_SECONDS = 90;

/** What scripts ask for again and again: the state, and what to say of it. */
export type Told = { readonly state: string; readonly says: string; readonly share: number };

/** How far a file is, in words. */
export function tellProgress(visit: Visit, { state }: Incoming, live: Live | undefined): Told {
  const texts = filesWords(visit);
  if (state === 'queued') return { state, says: texts.queued, share: 0 };
  if (!live) return { state, says: texts.looking, share: 0 };
  const far = texts.progress(formatCount(visit.words, live.rows), formatShare(visit.words, live.share));
  if (live.rate === undefined || live.left === undefined) return { state, says: far, share: live.share };
  const left =
    live.left < MINUTES_FROM_SECONDS
      ? texts.seconds(formatCount(visit.words, live.left))
      : texts.minutes(formatCount(visit.words, Math.ceil(live.left / 60)));
  return {
    state,
    says: `${far} · ${texts.pace(formatCount(visit.words, live.rate), left)}`,
    share: live.share,
  };
}

/** The page of a file that is being read, waits its turn, runs, or was stopped. */
export function runPage(visit: Visit, incoming: Incoming, live: Live | undefined): Html {
  const texts = filesWords(visit);
  const { id, state, name, refused, broke } = incoming;
  if (state === 'stopped') {
    const says = refused ? sayRefusal(visit.words, refused) : undefined;
    const how = broke ? problem(texts.broke) : html`<p class="lead">${texts.stopped}</p>`;
    return page(
      visit,
      texts.runTitle,
      html`<h1>${said(name)}</h1>${says ? problem(says) : how}<div class="actions">${button(visit, id, 'go-on', texts.goOn)}${takeBack(visit, incoming)}</div>`,
    );
  }
  const told = tellProgress(visit, incoming, live);
  const title = state === 'looking' ? texts.reads : texts.runTitle;
  const renewed = html`<noscript><meta http-equiv="refresh" content="${RENEW_SECONDS}"></noscript>`;
  const actions =
    state === 'looking' ? takeBack(visit, incoming) : button(visit, id, 'stop', texts.stop, 'plain');
  const contents = html`<h1>${title}</h1><p class="lead">${said(name)}</p><section class="card" data-live="${link(visit, `/files/${id}/progress.json`)}" data-state="${state}" aria-label="${title}"><progress max="1" value="${told.share}" aria-label="${title}"></progress><p role="status">${told.says}</p></section>${actions}`;
  return page(visit, title, contents, renewed);
}

function button(visit: Visit, id: string, what: string, label: string, how = ''): Html {
  return form(
    visit,
    { action: link(visit, `/files/${id}/${what}`), class: 'do' },
    html`<button class="${how}">${label}</button>`,
  );
}

/** The page of a file that cannot be brought in. */
export function refusedPage(visit: Visit, { name, refused }: Incoming): Html {
  const texts = filesWords(visit);
  const says = refused ? sayRefusal(visit.words, refused) : texts.refusedTitle;
  return page(
    visit,
    texts.refusedTitle,
    html`<h1>${texts.refusedTitle}</h1><p>${said(name)}</p>${problem(says)}<p class="do"><a class="button" href="${link(visit, '/files')}">${texts.anotherFile}</a></p>`,
  );
}
