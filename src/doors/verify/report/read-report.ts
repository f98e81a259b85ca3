/**
 * A certified report as the verifier reads it: its own strict reading of the file, written apart from the code that makes
 * reports. The file is hostile: it is bounded before it is parsed, and nothing here throws.
 *
 * Invariant: `bytes` are those of the file that were signed, never a writing of our own.
 */
import { isCanonicalObject } from '../scan-json.ts';
import type { ReportBad } from './report-bad.ts';

/** Named limits: bytes of the file, and nesting of its JSON. */
export const REPORT_FILE_BYTES_MAX = 5 * 1024 * 1024;
const DEPTH_MAX = 32;
const FACTS_MAX = 20_000;
const ENTRIES_MAX = 2_000;
const PATH_MAX = 64;

const HEAD = '{"report":';
const MIDDLE = ',"signature":"';
const TAIL = '"}';
const KIND = 'countermark-trace-report';

export type Fact = {
  readonly fact: string;
  readonly entry: string;
  readonly recorded: string;
  readonly event: number;
  readonly says: Readonly<Record<string, unknown>>;
};

export type Entry = {
  readonly entry: string;
  readonly of: string;
  readonly leaf: number;
  readonly path: readonly Buffer[];
} & (
  | { readonly salt: Buffer; readonly body: Buffer; readonly commitment?: undefined }
  | { readonly commitment: Buffer; readonly body?: undefined }
);

export type Report = {
  readonly report: string;
  readonly made: string;
  readonly state: string;
  readonly node: string;
  readonly trace: string;
  readonly arm: string | undefined;
  readonly reference: string;
  readonly demonstration: boolean;
  readonly lead: boolean;
  readonly withheld: number;
  readonly facts: readonly Fact[];
  readonly signer: { readonly kid: string; readonly x: string };
  readonly proof: { readonly checkpoint: string; readonly key: string; readonly entries: readonly Entry[] };
};

export type ReadReport = { readonly report: Report; readonly bytes: Buffer; readonly signature: string };

const bad = (reason: ReportBad['reason'], says: string): ReportBad => ({ reason, says });

/** Reads a file; what is wrong with it is told by name. */
export function readReport(file: Buffer): ReadReport | ReportBad {
  if (file.length > REPORT_FILE_BYTES_MAX)
    return bad('too-large', `The file is larger than any report: ${REPORT_FILE_BYTES_MAX} bytes at most.`);
  const end = file.at(-1) === 0x0a ? file.length - 1 : file.length;
  const text = file.toString('latin1', 0, end);
  if (!text.startsWith(HEAD)) return bad('unreadable', 'The file does not begin as a report does.');
  const depth = depthOf(file);
  if (depth > DEPTH_MAX) return bad('too-deep', `The file is nested deeper than ${DEPTH_MAX} levels.`);
  const middle = text.lastIndexOf(MIDDLE);
  if (middle < 0 || !text.endsWith(TAIL)) return bad('cut', 'The file ends before its signature does.');
  const value = parsed(file);
  if (value === undefined)
    return bad('unreadable', 'The file is not JSON: something in it was altered or is missing.');
  if (!isCanonicalObject(file, 0, end, REPORT_FILE_BYTES_MAX))
    return bad('not-canonical', 'The file is not written in the one way in which a report is signed.');
  const report = reportOf(value);
  if (typeof report === 'string')
    return bad('unreadable', `"${report}" of the report is not as the format has it.`);
  const signature = text.slice(middle + MIDDLE.length, -TAIL.length);
  return { report, bytes: file.subarray(HEAD.length, middle), signature };
}

/** How deep the file is nested, without parsing it. */
function depthOf(file: Buffer): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < file.length; at++) {
    const sign = file[at]!;
    if (isText) {
      if (sign === 0x5c) at++;
      else if (sign === 0x22) isText = false;
    } else if (sign === 0x22) isText = true;
    else if (sign === 0x7b || sign === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (sign === 0x7d || sign === 0x5d) depth--;
  }
  return deepest;
}

type Members = Readonly<Record<string, unknown>>;

function parsed(file: Buffer): Members | undefined {
  try {
    const value = JSON.parse(file.toString('utf8')) as { readonly report?: unknown };
    return isMembers(value.report) && Object.keys(value).length === 2 ? value.report : undefined;
  } catch {
    return undefined;
  }
}

/** The report, or the name of the first member that is not as the format has it. */
function reportOf(value: Members): Report | string {
  const { v, kind, demonstration, lead, arm, withheld, facts, signer, proof } = value;
  if (v !== 1) return 'v';
  if (kind !== KIND) return 'kind';
  for (const name of ['report', 'made', 'state', 'node', 'trace', 'reference'])
    if (typeof value[name] !== 'string') return name;
  if (typeof demonstration !== 'boolean') return 'demonstration';
  if (typeof lead !== 'boolean') return 'lead';
  if (arm !== undefined && typeof arm !== 'string') return 'arm';
  if (!Array.isArray(withheld)) return 'withheld';
  if (!isMembers(signer) || !isText(signer.kid) || !isText(signer.x)) return 'signer';
  if (!Array.isArray(facts) || facts.length > FACTS_MAX || !facts.every(isFact)) return 'facts';
  if (!isMembers(proof) || !isText(proof.checkpoint) || !isText(proof.key)) return 'proof';
  const { entries: listed } = proof;
  if (!Array.isArray(listed) || listed.length > ENTRIES_MAX) return 'proof.entries';
  const entries = listed.map(entryOf);
  if (!entries.every((one) => one !== undefined)) return 'proof.entries';
  return {
    ...(value as unknown as Report),
    arm,
    withheld: withheld.length,
    proof: { checkpoint: proof.checkpoint, key: proof.key, entries },
  };
}

function isFact(value: unknown): value is Fact {
  if (!isMembers(value)) return false;
  const { fact, entry, recorded, event, says, told } = value;
  return (
    isText(fact) && isText(entry) && isText(recorded) && isCount(event) && isMembers(says) && isMembers(told)
  );
}

function entryOf(value: unknown): Entry | undefined {
  if (!isMembers(value)) return undefined;
  const { entry, of, leaf, path, salt, body, commitment } = value;
  if (!isText(entry) || !isText(of) || !isCount(leaf)) return undefined;
  if (!Array.isArray(path) || path.length > PATH_MAX) return undefined;
  const hashes = path.map((hash) => bytesOf(hash, 'base64', 32));
  if (!hashes.every((hash) => hash !== undefined)) return undefined;
  const place = { entry, of, leaf, path: hashes };
  if (commitment !== undefined) {
    const committed = bytesOf(commitment, 'hex', 32);
    return committed && body === undefined ? { ...place, commitment: committed } : undefined;
  }
  const salted = bytesOf(salt, 'hex', 16);
  return salted && isText(body) ? { ...place, salt: salted, body: Buffer.from(body) } : undefined;
}

function bytesOf(value: unknown, writing: 'hex' | 'base64', length: number): Buffer | undefined {
  if (typeof value !== 'string') return undefined;
  const bytes = Buffer.from(value, writing);
  return bytes.length === length && bytes.toString(writing) === value ? bytes : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
