/**
 * Makes a certified report of a trace for a case: facts and named findings, each with the entry that it rests on, the proofs of
 * those entries, and the signature of this node. What another State told stands in it as far as its handling limits allow the
 * use that is named; persons and units are named only by a second decision with its reason. The ledger holds the digest of
 * what was given out.
 *
 * What could go wrong: a report that is read as a verdict. It carries no weighing of a machine, says where it is a lead, and
 * tells the last lawful holder as a witness.
 *
 * @clause C-14, C-09, ITI 15, J-02, J-03, J-04
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { canonicalBytes } from '../domain/ledger/canonical.ts';
import { sha256 } from '../domain/ledger/hash.ts';
import { REFUSAL_GROUNDS } from '../domain/trace/answer.ts';
import { eachOnce, REPORT_BYTES_MAX, REPORT_KIND, type ReportRules } from '../domain/trace/report.ts';
import { USES } from '../domain/trace/request.ts';
import { findWords } from '../store/trace-said.ts';
import { logAccess } from '../store/work.ts';
import {
  changeTrace,
  type Deciding,
  saltedWords,
  type TraceDecision,
  type TraceReceipt,
} from './change-trace.ts';
import { signBytes } from './exchange-envelope.ts';
import { compact, NOTE_MAX, submission, text, uuid } from './input.ts';
import { type Act, type Actor, newId, type Office } from './office.ts';
import { ownCard, privateKey } from './own-card.ts';
import { gatherFacts } from './report-facts.ts';
import { proveReport } from './report-proof.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { referenceOf } from './trace-rows.ts';
import { readTraceRules } from './trace-rules.ts';
import { accessOf } from './view-arm.ts';

const REASON_LENGTH_MIN = 3;

const input = z.strictObject({
  ...submission,
  trace: uuid,
  case: text.min(1).describe('Number of the case that the report is for.'),
  reason: text.min(REASON_LENGTH_MIN).describe('Why it is made.'),
  use: z
    .enum(USES)
    .default('criminal-proceedings')
    .describe('What for: handling limits are held against it.'),
  persons: z.boolean().default(false).describe('Natural persons are named, and free words are told.'),
  units: z.boolean().default(false).describe('Units and depots are named.'),
  why: z.string().trim().max(NOTE_MAX).optional().describe('Why names are told, where they are.'),
  ground: z
    .enum(REFUSAL_GROUNDS)
    .optional()
    .describe('On which ground names are withheld; else by the rules of the State.'),
});
export type CertifyTrace = z.infer<typeof input>;

/** The receipt of a report with the report itself, as it is given out. */
export type CertifiedTrace = TraceReceipt & { readonly digest: string; readonly file: string };

export const certifyTrace: Act<CertifyTrace, CertifiedTrace> = {
  name: 'certify-trace',
  says: 'Make a certified report of a trace for a case, signed and with its proofs',
  clauses: ['C-14', 'C-09', 'J-03'],
  input,
  output: traceReceiptOutput.extend({
    digest: z.string().describe('SHA-256 of the file, which the ledger holds.'),
    file: z.string().describe('The report as it is given out, byte for byte.'),
  }),
  changes: true,
  async run(office, actor, wanted) {
    const { act, device, trace } = wanted;
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    if ((wanted.persons || wanted.units) && !wanted.why) return refusal('why-missing');
    if (!actor.scope.sees.has('case')) return refusal('report-case-unseen');
    await logAccess(office.db, accessOf(office, actor, 'certify-trace', trace));
    const receipt = await changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'certify-trace' },
      decide: (deciding) => certify(office, actor, deciding, wanted),
    });
    if (isRefusal(receipt)) return receipt;
    const file = await findWords(office.db, trace, receipt.entry);
    return file === undefined ? refusal('report-gone') : { ...receipt, digest: digestOf(file), file };
  },
};

/** The digest of a report as the ledger holds it. */
export function digestOf(file: string): string {
  return Buffer.from(sha256(Buffer.from(file))).toString('hex');
}

async function certify(
  office: Office,
  actor: Actor,
  deciding: Deciding,
  wanted: CertifyTrace,
): Promise<TraceDecision | Refusal> {
  const closed = refuseUnnamed(deciding.file, actor.operator);
  if (closed) return closed;
  const { tx } = deciding;
  const { persons, units, use } = wanted;
  const ground = wanted.ground ?? (await readTraceRules(tx)).withholdGround;
  const made = newId(office);
  const file = await fileOf(office, actor, deciding, wanted, {
    made,
    use,
    release: { persons, units, ground },
  });
  if (isRefusal(file)) return file;
  const salted = saltedWords(office, file);
  return {
    events: [
      {
        ...{ type: 'report-made', report: made, digest: digestOf(file), use, case: wanted.case },
        ...{ persons, units, words: salted.digest },
      },
    ],
    words: salted,
    made,
  };
}

async function fileOf(
  office: Office,
  { scope }: Actor,
  { tx, file, recorded }: Deciding,
  wanted: CertifyTrace,
  rules: ReportRules & { readonly made: string },
): Promise<string | Refusal> {
  const { facts, withheld, lead } = await gatherFacts(tx, office, scope, file, rules);
  const own = await ownCard(tx, office);
  if (isRefusal(own)) return own;
  const { sign, name } = own.card;
  const key = privateKey(office, sign.kid);
  if (isRefusal(key)) return key;
  const { row, state } = file;
  const rests = new Set(facts.map(({ entry }) => entry));
  const proof = await proveReport(office, {
    ...{ trace: row.id, arm: state?.arm, rests, scope, release: rules.release },
  });
  if (isRefusal(proof)) return proof;
  const { persons, units, why } = wanted;
  const bytes = canonicalBytes(
    compact({
      ...{ v: 1, kind: REPORT_KIND, demonstration: office.demonstration, report: rules.made, made: recorded },
      ...{ state: office.state, node: office.node, trace: row.id, reference: referenceOf(office.state, row) },
      arm: state?.arm,
      for: { case: wanted.case, reason: wanted.reason, use: wanted.use },
      names: compact({ persons, units, why: persons || units ? why : undefined }),
      ...{ lead, facts, withheld: eachOnce(withheld) },
      signer: { kid: sign.kid, x: sign.x, name, fingerprint: own.fingerprint },
      proof,
    }),
    REPORT_BYTES_MAX,
  );
  if (isRefusal(bytes)) return bytes.refused === 'body-too-large' ? refusal('report-too-large') : bytes;
  const [header, , signature] = (await signBytes('report', bytes, key)).split('.');
  return `{"report":${Buffer.from(bytes).toString('utf8')},"signature":"${header}..${signature}"}\n`;
}
