/** A paper as a page to print, from the same blocks as its document; and a copy-sheet of somebody else's form. */
import { html } from 'hono/html';
import { type Block, type Paper, shownValue } from '../papers/paper.ts';
import { piecesOf } from '../papers/pieces.ts';
import type { SheetForm, SheetLine } from '../papers/sheets.ts';
import { PAPER_WORDS } from '../papers/words.ts';
import { page } from './page.ts';
import { code, type Html, said, visible } from './text.ts';
import { link, type Working } from './visit.ts';
import { PAPERS_WORDS } from './words/papers.ts';

/** The paper as a page. */
export function paperPrintPage(visit: Working, paper: Paper): Html {
  const { direction, tag } = PAPER_WORDS[paper.language];
  return page(
    visit,
    paper.title,
    html`<article class="card paper" lang="${tag}" dir="${direction}"><h1>${said(paper.title)}</h1>${paperBlocks(paper)}</article>`,
  );
}

/** What stands on a paper under its title. */
export function paperBlocks(paper: Paper): Html {
  return html`${paper.blocks.map((block) => blockOf(paper, block))}`;
}

/** Dates and references keep their order between words that run from the right. */
function isolated(text: string): Html {
  const pieces = piecesOf(visible(text));
  return html`<bdi>${pieces.map((one) => (one.isCode ? html`<bdi dir="ltr">${one.text}</bdi>` : one.text))}</bdi>`;
}

function blockOf(paper: Paper, block: Block): Html | string {
  const words = PAPER_WORDS[paper.language];
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`;
    case 'words':
      return html`${block.lines.map((line) => html`<p>${isolated(line)}</p>`)}`;
    case 'fields':
      return html`<dl class="answers">${block.entries.map((entry) => html`<dt>${entry.label}</dt><dd>${isolated(shownValue(words, entry) || '…')}</dd>`)}</dl>`;
    case 'table':
      return html`<div class="scroll" role="region" tabindex="0" aria-label="${block.heads[0] ?? ''}"><table><thead><tr>${block.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${block.rows.map((row) => html`<tr>${row.map((entry) => html`<td>${isolated(shownValue(words, entry) || '…')}</td>`)}</tr>`)}</tbody></table></div>`;
    case 'photographs':
      return html`<p>${block.photographs.map(({ caption }) => html`<span class="tag">${caption}</span> `)}</p>`;
    case 'signatures':
      return html`<div class="two"><div>${block.lines.map((line) => html`<p>${said(line)}${words.colon}____________________</p>`)}</div><div>${block.stamp === undefined ? '' : html`<p class="card quiet">${block.stamp}<br><br><br></p>`}</div></div>`;
    case 'page':
      return '';
  }
}

/** A copy-sheet: one line to copy for each field, in the order of the form. */
export function sheetPage(visit: Working, form: SheetForm, lines: readonly SheetLine[], path: string): Html {
  const texts = PAPERS_WORDS[visit.words.language];
  const title = form === 'atf' ? 'ATF F 3312.1' : 'INTERPOL iARMS';
  const rows = lines.map(
    ({ code: number, label, value, left }) =>
      html`<tr><td>${code(number)}</td><th scope="row" lang="en" dir="ltr" id="field-${number}">${label}</th><td lang="en" dir="auto">${left ? html`<span class="quiet" lang="${visit.words.language}">${texts.left[left]}</span>` : html`<input class="copy" readonly value="${value}" aria-labelledby="field-${number}" dir="auto">`}</td></tr>`,
  );
  return page(
    visit,
    `${texts.sheets} ${title}`,
    html`<h1>${texts.sheets} <bdi>${title}</bdi></h1><p class="lead">${texts.copyLead}</p><p class="do"><a class="button plain" href="${link(visit, path, { as: 'csv' })}" lang="en" download>CSV</a> <a class="button plain" href="${link(visit, path, { as: 'json' })}" lang="en" download>JSON</a></p><section class="card"><div class="scroll" role="region" tabindex="0" aria-label="${texts.sheets}"><table><tbody>${rows}</tbody></table></div></section>`,
  );
}
