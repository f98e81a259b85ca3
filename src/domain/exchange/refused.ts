/**
 * Why a node does not take what came: a closed list. Before it is known who sent, an answer goes out bare, unsigned, and
 * says as little as it may; once it is known, the answer is a signed receipt, and only that ends a message for its sender.
 *
 * What could go wrong: a stranger learns from the answers who the peers of a node are. So all that has to do with the
 * sender goes out as one word.
 */

/** Codes of bare answers, as they are counted at home. The sender goes on trying. */
export const BARE_CODES = [
  'oversize',
  'too-deep',
  'unreadable',
  'not-for-us',
  'version-unknown',
  'sender-unknown',
  'sender-mismatch',
  'sender-unconfirmed',
  'sender-suspended',
  'key-withdrawn',
  'key-ended',
  'signature-wrong',
  'receipt-of-nothing',
  'out-of-place',
  'held-full',
  'too-many-messages',
  'not-ready',
  'catching-up',
] as const;

/** Codes of signed receipts: final, for the message of this id and digest. */
export const RECEIPT_CODES = [
  'expired',
  'type-unknown',
  'content-unreadable',
  'id-reused',
  'place-taken',
  'refused-here',
] as const;

export type BareCode = (typeof BARE_CODES)[number];
export type ReceiptCode = (typeof RECEIPT_CODES)[number];

/** What a bare answer may say outside. */
export const OUTSIDE_CODES = [
  'too-large',
  'unreadable',
  'not-for-us',
  'version-unknown',
  'sender-refused',
  'later',
] as const;
export type OutsideCode = (typeof OUTSIDE_CODES)[number];

const OUTSIDE: Readonly<Record<BareCode, OutsideCode>> = {
  oversize: 'too-large',
  'too-deep': 'unreadable',
  unreadable: 'unreadable',
  'not-for-us': 'not-for-us',
  'version-unknown': 'version-unknown',
  'sender-unknown': 'sender-refused',
  'sender-mismatch': 'sender-refused',
  'sender-unconfirmed': 'sender-refused',
  'sender-suspended': 'sender-refused',
  'key-withdrawn': 'sender-refused',
  'key-ended': 'sender-refused',
  'signature-wrong': 'sender-refused',
  'receipt-of-nothing': 'sender-refused',
  'out-of-place': 'later',
  'held-full': 'later',
  'too-many-messages': 'later',
  'not-ready': 'later',
  'catching-up': 'later',
};

/** The word under which a bare refusal goes out. */
export function toldOutside(code: BareCode): OutsideCode {
  return OUTSIDE[code];
}
