/** What refusals of the exchange with other nodes say in English, also those that come back from there. */
import type { Say } from './refusal-shape.ts';

export const EXCHANGE_EN = {
  oversize: () => 'What came is larger than a message may be. Nothing of it was kept.',
  'too-deep': () => 'What came is nested deeper than a message may be. Nothing of it was kept.',
  unreadable: () => 'What came is no message of another node. Nothing of it was kept.',
  'not-for-us': () => 'What came is for another node, or sealed to a key that is no longer in use here.',
  'version-unknown': () =>
    'What came is of a version of the protocol that this node does not know. Bring the program up to date.',
  'sender-unknown': () => 'What came is signed by a key of no node that is known here.',
  'sender-mismatch': () => 'What came names another sender than the one whose key signed it.',
  'sender-unconfirmed': () =>
    'What came is from a node whose fingerprint nobody has compared. Compare it by telephone, then it is taken.',
  'sender-suspended': () => 'What came is from a suspended node.',
  'key-withdrawn': () => 'What came is signed by a key that was withdrawn.',
  'key-ended': () => 'What came is signed by a key that was replaced too long ago.',
  'signature-wrong': () => 'The signature of what came is wrong: it was altered, or another signed it.',
  'receipt-of-nothing': () => 'What came is a receipt of no message that this node sent.',
  'out-of-place': () =>
    'What came is too far ahead of what came before it. It is taken once the messages between have come.',
  'held-full': () =>
    'Too much is held for this node already. It is taken once the messages before have come.',
  'too-many-messages': () => 'This node has sent too many messages today. It is taken later.',
  'not-ready': () => 'This node cannot give receipts now, so nothing was taken. Look at its keys.',
  expired: () => 'The message came after its time had ended.',
  'type-unknown': () => 'The other node does not take messages of this kind.',
  'content-unreadable': () => 'What the message says is not of the agreed form.',
  'id-reused': () => 'Another message came before under the same id. Only the first counts.',
  'place-taken': () => 'Another message came before for the same place of its thread. Only the first counts.',
  'refused-here': () => 'The other node refused the message; its word for it stands beside.',
  'card-unreadable': () =>
    'This is no card of a node. Take the whole text of the card as the other side sent it.',
  'card-own': () => 'This is the card of this node itself. Take that of the other.',
  'card-of-another-kind': () =>
    'A demonstration and a real register do not exchange messages. Take the card of a node of the same kind.',
  'card-of-another': () => 'The card that was sent is of another node than its sender.',
  'card-address-unfit': ({ address }) =>
    `“${address ?? ''}” is no address that messages can be posted to. Give one that begins with https://, or leave it empty where only files are taken.`,
  'card-key-withdrawn': ({ key }) =>
    `The card names a key that was withdrawn (${key ?? ''}). Ask for a newer card and compare its fingerprint.`,
  'card-node-taken': ({ node }) =>
    `The card names a node whose id stands for something else here (${node ?? ''}). Tell whoever sent it.`,
  'fingerprint-unreadable': () =>
    'A fingerprint has eight groups of five digits. Type it as the other side reads it aloud.',
  'fingerprint-differs': () =>
    'The fingerprint is not that of this card. Have it read again; where it differs still, the card is not theirs: do not use it.',
  'fingerprint-missing': ({ peer }) =>
    `The card of ${peer ?? ''} was compared before, so a new one counts only with its fingerprint. Have it read to you.`,
  'peer-unknown': ({ peer }) => `No node is known under ${peer ?? 'this id'}. Add it by its card first.`,
  'peer-not-confirmed': ({ peer }) =>
    `Nobody has compared the fingerprint of ${peer ?? 'this node'} yet. Compare it by telephone before anything is sent.`,
  'peer-suspended': ({ peer }) =>
    `${peer ?? 'This node'} is suspended: nothing is sent to it. Confirm it again first.`,
  'peer-key-unknown': ({ key }) => `This node has no such key that still counts${key ? `: ${key}` : ''}.`,
  'catching-up': () =>
    'This node was restored and waits for what it had said to the sender. What came is taken after that.',
  'peer-catching-up': ({ peer }) =>
    `This node was restored from a backup, and ${peer ?? 'the other node'} has not given back yet what was said since. Wait for it, or settle with the other State by telephone and go on under Other States.`,
  'nothing-to-resume': ({ peer }) => `Nothing is missing of what passed with ${peer ?? 'this node'}.`,
  'still-giving-back': () => 'What was lost is on its way already. Wait until it has come.',
  'message-too-large': ({ bytesMax }) =>
    `The message is larger than ${bytesMax ?? 'what'} bytes, which is the most. Send fewer or smaller photographs.`,
  'exchange-key-lost': ({ key }) =>
    `The private key of this node is not here (${key ?? ''}). Bring it back from the copy in custody, or make new keys and compare the new card with every node.`,
} as const satisfies Readonly<Record<string, Say>>;
