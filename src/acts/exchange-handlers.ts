/**
 * What a message does when it is taken, by its type. A handler runs in the transaction that takes the message, so that both
 * are kept or neither; it writes its own entry with the digest of the message. What it refuses goes back to the sender as the
 * word of its refusal, which therefore says nothing of what is kept here. Not an act itself.
 *
 * How to add one: a line in HANDLERS.
 */
import type { Refusal } from '../domain/base/refusal.ts';
import type { Message, MessageType } from '../domain/exchange/header.ts';
import type { Tx } from '../store/database.ts';
import type { Peer } from '../store/peer.ts';
import { takeGap, takeRestored } from './exchange-give-back.ts';
import { takeGivenBack } from './exchange-take-back.ts';
import { LISTING_HANDLERS } from './listing-handlers.ts';
import type { Office } from './office.ts';
import { takeCard } from './take-card.ts';
import { TRACE_HANDLERS, TRACE_REFUSED } from './trace-handlers.ts';

/** A message whose turn has come, from a peer that is trusted. Its body is signed, and as hostile as before. */
export type Taken = {
  readonly peer: Peer;
  readonly message: Message;
  /** SHA-256 of the canonical message, for the entry. */
  readonly digest: string;
  /** The message as it was signed (JWS). */
  readonly signed: Uint8Array;
};

/** Refusing with `content-unreadable` says that the body is not of its shape; any other word is refused-here. */
export type Handler = (tx: Tx, office: Office, taken: Taken) => Promise<undefined | Refusal>;
export type Handlers = Readonly<Partial<Record<MessageType, Handler>>>;

/** A message of ours that its receiver would not take. */
export type RefusedThere = {
  readonly peer: Peer;
  readonly thread: string;
  readonly seq: number;
  /** The word of the receiver. */
  readonly code: string;
};
/** What is done where a message of ours is refused; runs in the transaction that takes the receipt. */
export type RefusedHandler = (tx: Tx, office: Office, refused: RefusedThere) => Promise<void>;

export const REFUSED: Readonly<Partial<Record<MessageType, RefusedHandler>>> = TRACE_REFUSED;

export const HANDLERS: Handlers = {
  ...TRACE_HANDLERS,
  'peer/card': takeCard,
  'peer/restored': takeRestored,
  'peer/given-back': takeGivenBack,
  'peer/gap': takeGap,
  ...LISTING_HANDLERS,
};
