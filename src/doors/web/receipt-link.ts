/** The way from an entry to its receipt. */
import { html } from 'hono/html';
import { code, type Html } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { RECEIPT_WORDS } from './words/receipt.ts';

/** An entry, leading to its receipt where the visitor's role includes that; `query` says what it is about. */
export function receiptLink(
  visit: Visit,
  act: string,
  entry: string,
  query: Readonly<Record<string, string>>,
): Html {
  if (!offers(visit, act)) return code(entry);
  const path = link(visit, `/receipts/${entry}`, query);
  return html`<a href="${path}" title="${RECEIPT_WORDS[visit.words.language].title}">${code(entry)}</a>`;
}
