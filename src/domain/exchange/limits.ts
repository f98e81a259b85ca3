/**
 * Named limits of the exchange between nodes: how large, how deep, how far ahead, how late. Part of the protocol
 * (docs/exchange.md): what a sender makes within them every receiver must take.
 */

/** Bytes of an envelope as it travels. */
export const ENVELOPE_BYTES_MAX = 8 * 1024 * 1024;
/** Bytes of the canonical message inside, which grows by 16/9 on its way through two base64 writings. */
export const PAYLOAD_BYTES_MAX = 4 * 1024 * 1024;
/** Bytes of a receipt or a card as it travels. */
export const RECEIPT_BYTES_MAX = 16 * 1024;
export const CARD_BYTES_MAX = 16 * 1024;
/** Nesting of the JSON inside. */
export const DEPTH_MAX = 32;

const DAY_MS = 86_400_000;
/** How long a message is tried before its sender gives up. @unit milliseconds */
export const EXPIRY_MS = 180 * DAY_MS;
/** How far clocks may be apart before an ended message is refused. @unit milliseconds */
export const CLOCK_TOLERANCE_MS = 7 * DAY_MS;
/** How long keys that were rotated out still open and verify: longer than any message of theirs lives. @unit milliseconds */
export const KEY_GRACE_MS = 200 * DAY_MS;

/** Places that a message may be ahead of the next one of its thread. */
export const AHEAD_MAX = 64;
/** Messages and bytes that are held for one peer until what is before them has come. */
export const HELD_MESSAGES_MAX = 200;
export const HELD_BYTES_MAX = 64 * 1024 * 1024;
/** New messages that are taken from one peer in a day. */
export const MESSAGES_PER_DAY_MAX = 20_000;
/** Places of one thread. */
export const THREAD_LENGTH_MAX = 10_000;
