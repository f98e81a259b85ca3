/**
 * The receipt of an entry as a page that goes on paper of any width, and the page on which one is checked. The receipt
 * carries the letterhead of the register and, where it is one, that it is a demonstration.
 *
 * What could go wrong: a receipt taken for an acknowledgement under ITI 19, or one of a demonstration for a real one. Both
 * are said on the paper itself.
 */
import { html } from 'hono/html';
import type { CheckedReceipt } from '../../acts/check-receipt.ts';
import type { FileKind, FileReceipt } from '../../acts/file-receipt.ts';
import type { ReceiptPlace } from '../../acts/receipt-place.ts';
import type { ArmReceipt } from '../../acts/view-receipt.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import { isEventType } from '../../domain/custody/life-cycle.ts';
import { FACT_WORDS } from '../words/refusals.ts';
import { form, inputField, problem, sendButton } from './forms.ts';
import { page } from './page.ts';
import { squareCode } from './square-code.ts';
import { code, type Html, said } from './text.ts';
import { begun, termsOf } from './trace-told.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded, formatWhen } from './when.ts';
import { LISTING_WORDS } from './words/listing.ts';
import { MATCH_WORDS } from './words/match.ts';
import { RECEIPT_WORDS } from './words/receipt.ts';
import type { Words } from './words/words.ts';

/** Named limit: marks that stand on a receipt. */
const MARKS_SHOWN_MAX = 12;

type Fact = readonly [name: string, value: Html | string];

function facts(list: readonly Fact[]): Html {
  return html`<dl class="receipt-facts">${list.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** What an act is called; the machine's own work has no name of its own here. */
function actWords(words: Words, act: string): string {
  const known: Readonly<Record<string, string>> = FACT_WORDS[words.language].acts;
  return Object.hasOwn(known, act) ? known[act]! : RECEIPT_WORDS[words.language].otherAct;
}

const isolated = (text: string): string => `\u2066${text}\u2069`;

function placeOf(words: Words, leaf: number, size: number): string {
  const say = RECEIPT_WORDS[words.language].leafOf;
  return say(isolated(formatCount(words, leaf)), isolated(formatCount(words, size)));
}

/** What the entry of a match is called. */
function matchEvent(words: Words, type: string): string {
  const { proposed, decided } = MATCH_WORDS[words.language];
  return type === 'match-decided' ? decided : type === 'match-proposed' ? proposed : type;
}

/** What was decided of which reading; no probability, for a receipt is no report of an expert. */
function decidedFacts(words: Words, { decided }: ArmReceipt): Fact[] {
  if (!decided) return [];
  const texts = MATCH_WORDS[words.language];
  return [
    [texts.reading, code(decided.reading)],
    [texts.decision, texts.decisions[decided.decision]],
  ];
}

/** The page of one receipt; `state` is the State whose register it is. */
export function receiptPage(visit: Visit, receipt: ArmReceipt, state: string): Html {
  const { words } = visit;
  const own = RECEIPT_WORDS[words.language];
  const marks = receipt.marks
    .slice(0, MARKS_SHOWN_MAX)
    .map(
      (mark) =>
        html`<span class="line">${words.terms.markKinds[mark.kind]}${words.colon}${code(mark.text)}</span>`,
    );
  const events = receipt.events.map(({ type, happened }) => {
    const name = isEventType(type) ? words.terms.events[type] : matchEvent(words, type);
    return html`<span class="line">${name}${words.colon}${said(formatWhen(words, happened))}</span>`;
  });
  const list: Fact[] = [
    [own.arm, receipt.number ? code(receipt.number) : code(receipt.arm)],
    ...(isArmClass(receipt.class) ? [[own.class, words.terms.classes[receipt.class]] as const] : []),
    ...(marks.length > 0 ? [[own.marks, html`${marks}`] as const] : []),
    [own.what, html`${events}`],
    ...decidedFacts(words, receipt),
  ];
  const expert = receipt.decided ? [html`<strong>${MATCH_WORDS[words.language].expert}</strong>`] : [];
  const back = {
    to: link(visit, `/arms/${receipt.number || receipt.arm}`),
    says: own.toArm,
  };
  return paper(visit, receipt, state, { list, says: [...expert, own.keep], back });
}

/** What is recorded in files that are no arms, in words. */
function fileEvents(visit: Visit, { about, events }: FileReceipt): readonly string[] {
  const { words } = visit;
  const { events: traced, messages } = termsOf(visit);
  const names: Readonly<Record<string, string>> =
    about === 'trace' ? traced : LISTING_WORDS[words.language].events;
  const told: Readonly<Record<string, string>> = messages;
  return events.map(({ type, kind }) => {
    if (kind !== undefined && Object.hasOwn(told, kind)) return begun(words, told[kind]!);
    return Object.hasOwn(names, type) ? begun(words, names[type]!) : type;
  });
}

/** The page of the receipt of a trace, a listed arm or a hit. */
export function fileReceiptPage(visit: Visit, receipt: FileReceipt, state: string): Html {
  const own = RECEIPT_WORDS[visit.words.language];
  const { about, file, number } = receipt;
  const events = fileEvents(visit, receipt).map((name) => html`<span class="line">${name}</span>`);
  const list: Fact[] = [
    [own.files[about], code(number)],
    [own.what, html`${events}`],
  ];
  const back = offers(visit, SEEN_BY[about])
    ? { to: link(visit, `/${PATHS[about]}/${file}`), says: own.toFile[about] }
    : undefined;
  return paper(visit, receipt, state, { list, says: [own.fileKeep, own.nothingOfCase], back });
}

const PATHS: Readonly<Record<FileKind, string>> = { trace: 'traces', listing: 'listings', hit: 'hits' };
const SEEN_BY: Readonly<Record<FileKind, string>> = {
  trace: 'view-trace',
  listing: 'view-listing',
  hit: 'view-hit',
};

type Said = {
  readonly list: readonly Fact[];
  readonly says: readonly (Html | string)[];
  readonly back: { readonly to: string; readonly says: string } | undefined;
};

/** The paper itself: letterhead, code and square, what is told, its place in the ledger, and what it is not. */
function paper(visit: Visit, receipt: ReceiptPlace, state: string, { list, says, back }: Said): Html {
  const { words } = visit;
  const own = RECEIPT_WORDS[words.language];
  const all: Fact[] = [
    ...list,
    [own.recorded, said(formatRecorded(words, receipt.recorded))],
    [own.act, actWords(words, receipt.act)],
    ...(receipt.operator ? [[own.operator, said(receipt.operator)] as const] : []),
    [own.entry, code(receipt.entry)],
    [own.leaf, placeOf(words, receipt.leaf, receipt.size)],
    [own.checkpoint, code(receipt.root)],
  ];
  const demonstration = receipt.demonstration
    ? html`<p class="receipt-demonstration"><strong class="shout">${words.demonstration}</strong></p>`
    : '';
  const way = back ? html`<p class="do"><a class="button" href="${back.to}">${back.says}</a></p>` : '';
  const contents = html`<article class="card receipt" aria-labelledby="receipt-title">
<header><p class="receipt-register">${own.register} · ${code(state)}</p>${demonstration}<h1 id="receipt-title">${own.title}</h1></header>
<div class="receipt-codes"><p><span class="receipt-label">${own.code}</span><strong class="receipt-code">${code(receipt.code)}</strong></p>${squareCode(receipt.scan, own.scan)}</div>
${facts(all)}
${[...says, own.noAcknowledgement].map((one) => html`<p>${one}</p>`)}
</article>
<p class="quiet find">${own.print}</p>
${way}`;
  return page(visit, own.title, contents);
}

/** What was typed, and what came of it. */
export type Checking = {
  readonly number?: string | undefined;
  readonly code?: string | undefined;
  readonly refused?: string;
  readonly found?: CheckedReceipt;
};

/** The page on which a receipt is checked. */
export function checkPage(visit: Visit, { number, code: typed, refused, found }: Checking = {}): Html {
  const own = RECEIPT_WORDS[visit.words.language];
  const fields = html`${inputField({ name: 'number', label: own.number, value: number, code: true, max: 80 })}
${inputField({ name: 'code', label: own.code, hint: own.codeHint, value: typed, code: true, max: 160, required: true })}`;
  const contents = html`<h1>${own.checkTitle}</h1><p class="lead">${own.checkLead}</p>
${problem(refused)}${found ? foundCard(visit.words, found) : ''}
${form(visit, { action: '/check' }, html`${fields}${sendButton(own.check)}`)}`;
  return page(visit, own.checkTitle, contents);
}

function foundCard(words: Words, found: CheckedReceipt): Html {
  const own = RECEIPT_WORDS[words.language];
  const list: Fact[] = [
    [own.act, actWords(words, found.act)],
    [own.recorded, said(formatRecorded(words, found.recorded))],
    [own.entry, code(found.entry)],
    [own.leaf, found.leaf === undefined ? words.arm.waiting : code(String(found.leaf))],
  ];
  return html`<section class="card receipt-found" role="status"><p><strong>${own.fits}</strong></p>${facts(list)}<p class="quiet">${own.fitsOnly}</p></section>`;
}
