/** Where other nodes post to, below the address of a node; part of the protocol (docs/exchange.md). */
export const INBOX_PATH = '/exchange/v1/inbox';
