/**
 * Who signed a report: the signature itself, by the key that the report names, and that key against a card or a key from
 * outside. A key that only the report names shows no more than that the report is consistent with itself.
 *
 * What could go wrong: a header that asks for another way of checking. There is one way, and any other header is refused.
 */
import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from '../../../domain/ledger/hash.ts';
import type { ReadReport } from './read-report.ts';
import type { ReportFindings } from './report-bad.ts';

const KEY = /^[A-Za-z0-9_-]{43}$/;
const SIGNATURE_LENGTH_MAX = 1_000;

/** The card of a node as a file, and public keys, one to a line. */
export type SignerGiven = { readonly card?: string | undefined; readonly keys: readonly string[] };

/** True where the report was signed by a key that came from outside. */
export function checkSignature(read: ReadReport, given: SignerGiven, findings: ReportFindings): boolean {
  const { signer } = read.report;
  const isSigned = isSignedBy(read, signer.x);
  if (!isSigned)
    findings.add({
      reason: 'signature',
      says: 'The signature does not fit the report: it was altered after it was signed, or signed by another key.',
    });
  if (thumbprintOf(signer.x) !== signer.kid)
    findings.add({ reason: 'signature', says: 'The report names its key by the thumbprint of another.' });
  const carded = given.card === undefined || isOfCard(read, given.card, findings);
  const keyed = given.keys.length === 0 || given.keys.includes(signer.x);
  if (!keyed)
    findings.add({ reason: 'key', says: 'The report was signed by another key than the one given.' });
  const isGiven = given.card !== undefined || given.keys.length > 0;
  return isGiven && isSigned && carded && keyed;
}

/** A detached JWS (RFC 7515, appendix F) over the bytes of the report. */
function isSignedBy({ bytes, signature, report }: ReadReport, x: string): boolean {
  const [header, nothing, signed, ...more] = signature.split('.');
  if (signature.length > SIGNATURE_LENGTH_MAX || !header || nothing !== '' || !signed || more.length > 0)
    return false;
  const expected = `{"alg":"EdDSA","kid":"${report.signer.kid}","typ":"countermark-report"}`;
  if (header !== Buffer.from(expected).toString('base64url') || !KEY.test(x)) return false;
  // One signature has one writing: the last letter of base64url leaves room for others.
  const blob = Buffer.from(signed, 'base64url');
  if (blob.toString('base64url') !== signed) return false;
  try {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
    const said = Buffer.from(`${header}.${bytes.toString('base64url')}`);
    return verify(null, said, key, blob);
  } catch {
    return false;
  }
}

/** The thumbprint of a public key (RFC 7638). */
function thumbprintOf(x: string): string {
  return Buffer.from(sha256(Buffer.from(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`))).toString('base64url');
}

function isOfCard({ report }: ReadReport, text: string, findings: ReportFindings): boolean {
  const say = (says: string): false => {
    findings.add({ reason: 'key', says });
    return false;
  };
  const card = cardIn(text);
  if (!card) return say('The card given cannot be read.');
  const { kid, x } = report.signer;
  if (card.withdrawn.includes(kid)) return say('The card given names the key of this report as withdrawn.');
  if (card.node !== report.node)
    return say('The card given is of another node than the one that made the report.');
  if (card.x !== x)
    return say(
      'The card given names another key: the report was made by somebody else, or under an earlier card.',
    );
  return true;
}

type Card = { readonly node: unknown; readonly x: unknown; readonly withdrawn: readonly unknown[] };

/** A card as JSON, alone or beside its signed text, or the signed text itself. */
function cardIn(text: string): Card | undefined {
  const [, payload] = text.trim().split('.');
  const isSignedText = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text.trim());
  try {
    const value = JSON.parse(
      isSignedText ? Buffer.from(payload!, 'base64url').toString('utf8') : text,
    ) as Record<string, unknown>;
    const card = (value.card ?? value) as Record<string, unknown>;
    const { node, sign, withdrawn } = card;
    const { x } = sign as { readonly x?: unknown };
    return Array.isArray(withdrawn) && typeof x === 'string' ? { node, x, withdrawn } : undefined;
  } catch {
    return undefined;
  }
}
