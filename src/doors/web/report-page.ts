/**
 * The pages of certified reports: the form that makes one, and one as it goes on paper, facts in their order, then what is
 * withheld, then the seal.
 *
 * What could go wrong: a report on paper taken for the report itself. Paper proves nothing: it says so, and carries the digest
 * of the file that does.
 */
import { html } from 'hono/html';
import { OFFICIAL_NOT_NAMED } from '../../acts/trace-officials.ts';
import type { TraceReport } from '../../acts/view-trace-report.ts';
import { REFUSAL_GROUNDS } from '../../domain/trace/answer.ts';
import type { CertifiedReport, ReportFact, WithheldFromReport } from '../../domain/trace/report.ts';
import { USES } from '../../domain/trace/request.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import {
  choiceField,
  form,
  inputField,
  problem,
  sendButton,
  textField,
  tickField,
  type Values,
} from './forms.ts';
import { page } from './page.ts';
import { sayRefusal } from './refusal-words.ts';
import { linesOf } from './report-lines.ts';
import { type Line, named } from './report-parts.ts';
import { squareCode } from './square-code.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatRecorded } from './when.ts';
import { RECEIPT_WORDS } from './words/receipt.ts';
import { REPORT_WORDS } from './words/report.ts';
import type { Words } from './words/words.ts';

const ROOT_DIGITS = 16;

/** Where the reports of a trace are. */
export const reportPath = (trace: string): string => `/traces/${trace}/report`;

/** The way from a trace to its reports, for those who make or read them. */
export function reportLink(visit: Visit, trace: string): Html | string {
  if (!offers(visit, 'certify-trace') && !offers(visit, 'view-trace-report')) return '';
  const { title } = REPORT_WORDS[visit.words.language];
  return html`<p class="do"><a class="button" href="${link(visit, reportPath(trace))}">${title}</a></p>`;
}

function facts(list: readonly Line[]): Html {
  return html`<dl class="receipt-facts">${list.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export type Made = { readonly entry: string; readonly at: string };

/** The form that makes a report, and those made before. */
export function reportFormPage(
  visit: Visit,
  trace: string,
  shown: {
    readonly act: string;
    readonly values: Values;
    readonly says?: string | undefined;
    readonly made: readonly Made[];
    /** True where something of the trace is not for whoever looks: then nobody is asked to type what would be refused. */
    readonly isClosed: boolean;
  },
): Html {
  const { words } = visit;
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  const value = (name: string) => shown.values.get(name);
  const fields = html`${inputField({ name: 'case', label: own.forCase, value: value('case'), required: true })}
${inputField({ name: 'reason', label: own.reason, hint: own.reasonHint, value: value('reason'), required: true })}
${choiceField(
  { name: 'use', label: own.use, hint: own.useHint, value: value('use') },
  USES.map((use) => ({ value: use, label: terms.uses[use] })),
)}
${tickField({ name: 'persons', label: own.persons, hint: own.personsHint, value: value('persons') })}
${tickField({ name: 'units', label: own.units, value: value('units') })}
${textField({ name: 'why', label: own.why, hint: own.whyHint, value: value('why') })}
${choiceField(
  { name: 'ground', label: own.withheld, value: value('ground') },
  REFUSAL_GROUNDS.map((ground) => ({ value: ground, label: terms.refusalGrounds[ground] })),
  words.any,
)}`;
  const before = shown.made.map(
    ({ entry, at }) =>
      html`<li><a href="${link(visit, reportPath(trace), { entry })}">${said(formatRecorded(words, at))}</a></li>`,
  );
  const making = !offers(visit, 'certify-trace')
    ? ''
    : shown.isClosed
      ? problem(sayRefusal(words, OFFICIAL_NOT_NAMED))
      : form(
          visit,
          { action: link(visit, reportPath(trace)), act: shown.act },
          html`${fields}${sendButton(own.send)}`,
        );
  const contents = html`<div class="form-page"><h1>${own.title}</h1><p class="lead">${own.formLead}</p>${problem(shown.says)}${making}
<section class="card"><h2>${own.madeBefore}</h2>${before.length > 0 ? html`<ul>${before}</ul>` : html`<p>${own.none}</p>`}</section></div>`;
  return page(visit, own.title, contents);
}

/** One report as it goes on paper. */
export function reportPage(visit: Visit, kept: TraceReport, report: CertifiedReport): Html {
  const { words } = visit;
  const own = REPORT_WORDS[words.language];
  const demonstration = report.demonstration
    ? html`<p class="receipt-demonstration"><strong class="shout">${words.demonstration}</strong></p>`
    : '';
  const contents = html`<article class="card receipt" aria-labelledby="report-title">
<header><p class="receipt-register">${RECEIPT_WORDS[words.language].register} · ${code(report.state)}</p>${demonstration}<h1 id="report-title">${own.title}</h1></header>
${facts(headLines(words, report))}
<p><strong>${report.lead ? own.lead : own.confirmed}</strong> ${own.noWeighing}</p>
${sections(words, report)}
${withheld(words, report.withheld)}
${seal(words, kept, report)}
</article>
<p class="quiet find">${own.print}</p>
<p class="do"><a class="button" href="${link(visit, `${reportPath(report.trace)}/file`, { entry: kept.entry })}">${own.file}</a> <a class="button" href="${link(visit, `/traces/${report.trace}`)}">${own.toTrace}</a></p>`;
  return page(visit, own.title, contents);
}

function headLines(words: Words, report: CertifiedReport): readonly Line[] {
  const own = REPORT_WORDS[words.language];
  const { names } = report;
  return [
    [own.reference, code(report.reference)],
    [own.forCase, code(report.for.case)],
    [own.reason, said(report.for.reason)],
    [own.use, named(TRACE_TERMS[words.language].uses, report.for.use)],
    [own.made, said(formatRecorded(words, report.made))],
    ...(names.persons || names.units ? [[own.named, said(names.why ?? '')] as const] : []),
  ];
}

/** The facts under the heading of their kind, each with the entry that it rests on. */
function sections(words: Words, { facts: all }: CertifiedReport): readonly Html[] {
  const own = REPORT_WORDS[words.language];
  const numbered = all.map((fact, at) => ({ fact, number: at + 1 }));
  const kinds = [...Map.groupBy(numbered, ({ fact }) => fact.fact)];
  return kinds.map(
    ([kind, some]) =>
      html`<section><h2>${named(own.facts, kind)}</h2>${some.map(({ fact, number }) => factOf(words, fact, number))}</section>`,
  );
}

function factOf(words: Words, fact: ReportFact, number: number): Html {
  const own = REPORT_WORDS[words.language];
  const foot = html`<p class="quiet">${code(String(number))} · ${own.entry}${words.colon}${code(fact.entry)} · ${own.recorded} ${said(formatRecorded(words, fact.recorded))}</p>`;
  const lines = linesOf(words, fact);
  return html`${lines.length > 0 ? facts(lines) : ''}${foot}`;
}

function withheld(words: Words, list: readonly WithheldFromReport[]): Html | string {
  if (list.length === 0) return '';
  const own = REPORT_WORDS[words.language];
  const terms = TRACE_TERMS[words.language];
  const lines = list.map(({ what, ground, limit, text, entry }): Line => {
    const why =
      ground === 'handling-limit'
        ? named(terms.limits, limit)
        : ground === 'erased'
          ? own.erased
          : named(terms.refusalGrounds, ground);
    const more = text === undefined ? '' : html`${words.colon}${said(text)}`;
    const where =
      entry === undefined ? '' : html` <span class="line">${own.entry}${words.colon}${code(entry)}</span>`;
    return [named({ ...terms.withheld, ...own.kept }, what), html`${why}${more}${where}`];
  });
  return html`<section><h2>${own.withheld}</h2>${facts(lines)}</section>`;
}

/** Who signed it, by which key, and how the file is checked. */
function seal(words: Words, kept: TraceReport, { signer, report, proof }: CertifiedReport): Html {
  const own = REPORT_WORDS[words.language];
  const [origin = '', size = '', root = ''] = proof.checkpoint.split('\n');
  const hex = Buffer.from(root, 'base64').toString('hex').slice(0, ROOT_DIGITS);
  const scan = `CMR1:${report.toUpperCase()}/${kept.digest.toUpperCase()}`;
  const lines: readonly Line[] = [
    [own.signer, said(signer.name)],
    [own.fingerprint, code(signer.fingerprint)],
    [own.key, code(signer.kid)],
    [own.digest, code(`SHA-256 ${kept.digest}`)],
    [own.entry, code(kept.entry)],
    [own.checkpoint, code(`${origin} ${size} ${hex}`)],
  ];
  return html`<section><h2>${own.seal}</h2><div class="receipt-codes">${facts(lines)}${squareCode(scan, own.scan)}</div><p>${own.toCheck} ${code('countermark verify-report')}</p></section>`;
}
