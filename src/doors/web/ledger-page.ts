/** The page of the ledger: how much stands in it, its root and key, the backup's light, and how somebody outside checks it. */
import { html } from 'hono/html';
import type { LedgerState } from '../../acts/view-ledger.ts';
import { table } from './arm-tables.ts';
import type { Readiness } from './operation.ts';
import { page } from './page.ts';
import { code, type Html } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';
import { LEDGER_WORDS } from './words/ledger.ts';

const TONE = { green: 'sound', yellow: 'late', red: 'grave' } as const;

/** The state of the ledger. */
export function ledgerPage(visit: Visit, state: LedgerState, readiness: Readiness | undefined): Html {
  const { words } = visit;
  const texts = LEDGER_WORDS[words.language];
  const waits = state.waiting === 0 ? texts.noneWaits : texts.waits(formatCount(words, state.waiting));
  const figures = html`<dl class="figures"><div><dt>${texts.size}</dt><dd>${formatCount(words, state.size)}</dd><dd><span>${waits}</span></dd></div>${backup(visit, readiness)}</dl>`;
  const checkpoint = html`<section class="card" aria-labelledby="checkpoint"><h2 id="checkpoint">${texts.checkpoint}</h2><p>${texts.checkpointSays}</p><pre class="code note" dir="ltr" tabindex="0">${state.checkpoint}</pre><p class="do"><a class="button" href="${link(visit, '/ledger/checkpoint.txt')}">${texts.take}</a></p></section>`;
  const verify = html`<section class="card" aria-labelledby="verify"><h2 id="verify">${texts.verify}</h2><p>${texts.verifySays}</p><pre class="code note" dir="ltr" tabindex="0">npx countermark ledger export DIR
npx countermark ledger verify DIR --key '${state.key}' --since checkpoint.txt</pre></section>`;
  const epochs = state.epochs.map(
    (one) =>
      html`<tr><td>${formatCount(words, one.epoch)}</td><td class="wide">${code(one.origin)}</td><td>${formatCount(words, one.baseSize)}</td></tr>`,
  );
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1>${figures}${checkpoint}${verify}<section class="card" aria-labelledby="epochs"><h2 id="epochs">${texts.epochs}</h2><p class="quiet">${texts.epochsSay}</p>${table(texts.epochs, [texts.epoch, texts.origin, texts.stoodOn], epochs)}</section>`,
  );
}

function backup(visit: Visit, readiness: Readiness | undefined): Html | string {
  if (!readiness) return '';
  const { words } = visit;
  const texts = LEDGER_WORDS[words.language];
  const { light, lastAt } = readiness.backup;
  const when = lastAt === undefined ? texts.never : formatWhen(words, lastAt);
  return html`<div><dt>${texts.backup}</dt><dd><span class="tag ${TONE[light]}">${texts.lights[light]}</span></dd><dd><span>${when}</span></dd></div>`;
}
