/** Photographs as a strip and papers as a list: what an arm's page and the page of its documents show of them. */
import { html } from 'hono/html';
import type { DocumentList } from '../../acts/list-documents.ts';
import { PARTS, type Part } from '../../domain/marks/mark.ts';
import { type Html, said, visible } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';
import { RECORD_WORDS } from './words/record.ts';

type Document = DocumentList['documents'][number];

/** What is kept with an arm, the newest first. */
export function documentParts(visit: Visit, list: DocumentList): Html {
  const texts = RECORD_WORDS[visit.words.language].documents;
  const pictures = list.documents.filter((one) => one.erased === undefined && one.copies.length > 0);
  const others = list.documents.filter((one) => !pictures.includes(one));
  if (list.documents.length === 0) return html`<p class="quiet">${visit.words.arm.noDocuments}</p>`;
  const strip =
    pictures.length > 0 ? html`<ul class="pictures">${pictures.map((one) => picture(visit, one))}</ul>` : '';
  const papers =
    others.length > 0
      ? html`<ul class="papers">${others.map((one) => html`<li>${caption(visit, one)}</li>`)}</ul>`
      : '';
  return html`${strip}${papers}${list.next ? html`<p class="quiet">${texts.older}</p>` : ''}`;
}

function picture(visit: Visit, document: Document): Html {
  const texts = RECORD_WORDS[visit.words.language].documents;
  const small = document.copies.find((copy) => copy.form === 'thumb') ?? document.copies[0]!;
  const size = fit(small.width, small.height);
  const about = visible(document.title ?? texts[document.kind]);
  return html`<li><figure><a href="${link(visit, `/documents/${document.id}/large`)}"><img src="/documents/${document.id}/small" alt="${texts.large}: ${about}" width="${size.width}" height="${size.height}" loading="lazy"></a><figcaption>${caption(visit, document)}</figcaption></figure></li>`;
}

const THUMB_PIXELS = 160;

function fit(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = THUMB_PIXELS / Math.max(width, height, 1);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function caption(visit: Visit, document: Document): Html {
  const { words } = visit;
  const texts = RECORD_WORDS[words.language].documents;
  const part = isPart(document.part) ? words.terms.parts[document.part] : undefined;
  const what = document.title ? said(document.title) : texts[document.kind];
  const taken = document.taken === undefined ? document.added : document.taken;
  const size = `${formatCount(words, Math.max(1, Math.round(document.bytes / 1024)))} KB`;
  const original =
    document.erased === undefined && offers(visit, 'view-original')
      ? html` <a href="${link(visit, `/documents/${document.id}/original`)}" download>${texts.original}</a>`
      : '';
  const erased = document.erased === undefined ? '' : html` <span class="tag late">${texts.erased}</span>`;
  return html`${what}<span class="line quiet">${part ? html`${part} · ` : ''}${formatWhen(words, taken)} · <bdi dir="ltr">${size}</bdi></span>${erased}${original}`;
}

function isPart(text: string | undefined): text is Part {
  return text !== undefined && (PARTS as readonly string[]).includes(text);
}
