/** What refusals about traces and requests between States say in English. */
import type { Say } from './refusal-shape.ts';

export const TRACING_EN = {
  'trace-unknown': () => 'There is no such trace that you may see. Look for it on the trace desk.',
  'trace-open-already': () => 'This arm is being traced already. Go on with the trace that is open.',
  'trace-closed': () => 'This trace is closed. Open it again first, and say why.',
  'trace-erased': () =>
    'What this trace was about has been erased by order; its entries remain. No request can be made from it.',
  'arm-not-recovered': ({ arm }) =>
    `The record of ${arm ?? 'this arm'} does not say that it was seized, found, surrendered or recovered in operations. Record that first, with day and place, then open its trace.`,
  'trace-match-not-same': () =>
    'A trace rests on a decision “same”, and this is none that you may see. Decide on the reading first.',
  'question-unknown': () => 'Your agency was not asked this. Look at the list of what it was asked.',
  'question-answered': () => 'This question was answered already. What was told stands in the trace.',
  'request-unknown': () => 'This trace has no such request. Choose one of those that it shows.',
  'request-known': () => 'This request came before. It was not taken again.',
  'request-acknowledged': () => 'This request was acknowledged already. Go on with its answer.',
  'request-incomplete': ({ missing }) =>
    `The request cannot leave yet. Say, or say that it is unknown: ${missing ?? 'what it lacks'}.`,
  'answer-incomplete': ({ fault }) => `The answer is not complete. It needs: ${fault ?? 'more'}.`,
  'trace-no-lot': () => 'The number of this recovery lies among no others that are known. Ask for it alone.',
  'answer-without-arm': () =>
    'Nobody has said yet which arm of the register this is, so there is no chain to tell. Decide on a match and take the arm for the trace, add a note, or answer that there is no record.',
  'draft-waits': () =>
    'A draft of an answer to this request waits for its release. Have it released or sent back first.',
  'draft-unknown': () => 'There is no such draft that waits for this. Look at the drafts of the request.',
  'second-officer-needed': () =>
    'The officer who drafted or released an answer does not decide on it. Ask a second officer.',
  'report-case-unseen': () =>
    'A report tells of a case, and your role does not see the words of cases. Ask somebody whose role does.',
  'report-gone': () =>
    'The file of this report is not here any more: it was erased, or what is kept is not what was given out. Make another.',
  'report-too-large': () =>
    'This trace rests on more entries than one report can carry. Ask for an export of the ledger instead.',
  'why-missing': () => 'Say why. The reason is kept with the decision.',
  'finding-stage-missing': () =>
    'A point of diversion needs the stage of its life at which the arm left lawful hands. Choose one.',
  'finding-ground-missing': () =>
    'Since when an arm is illicit needs the ground on which it is. Choose one of the five.',
  'close-exemption-missing': () => 'Say why the arm is exempt from tracing. Choose a reason.',
  'close-finding-missing': () =>
    'No authority has recorded the point of diversion. Record its finding first, or choose another outcome.',
  'close-failure-missing': () => 'Say why the trace got no further. Choose a reason.',
  'official-not-named': () =>
    'What came to this trace is for authorised officials only, and you are not among those named. Ask one of them, or the point of contact who received it, to name you.',
  'official-self': () => 'Nobody names himself. Ask another who is named, or your supervisor.',
  'official-not-listed': ({ account }) =>
    `${account ?? 'This account'} was not named for this trace. Whoever received what came stays named.`,
  'trace-rules-changed': () =>
    'Somebody changed the rules of traces meanwhile. Open them again, see what holds now, and write your change anew.',
  'not-ours-to-say': ({ kind }) =>
    `This is not for this side of the request to say: ${kind ?? 'this'}. Only the other side does.`,
  'not-theirs-to-say': ({ kind }) =>
    `This is not for the other side of the request to say: ${kind ?? 'this'}. Nothing was kept of it.`,
  'out-of-place': ({ seq, last }) =>
    `Message ${seq ?? ''} came when message ${last ?? ''} of the same sender had been taken already: it comes twice or too late. Nothing was kept of it.`,
  'photograph-damaged': () =>
    'A photograph is not the one that was named, or is no JPEG. Ask the sender for it again; nothing was kept.',
  'content-unreadable': () =>
    'What came has not the shape of a message of its kind. Nothing was kept of it; ask the sender.',
  'thread-unknown': () => 'This message belongs to no request of its sender. Nothing was kept of it.',
  'paper-unknown': () =>
    'There is no such paper that waits to be registered or belongs to this trace. Take its scan in first.',
  'received-later': ({ received }) =>
    `A paper cannot have come on ${received ?? 'that day'}: that day has not come. Give the day on which it came.`,
  'dated-after-it-came': ({ dated, received }) =>
    `The paper is dated ${dated ?? ''} and came on ${received ?? ''}, which is earlier. Look at both dates again.`,
  'request-stands-alone': () =>
    'A new request begins a trace of its own. Leave trace and request out, or say what else it is.',
  'letter-known': ({ reference }) =>
    `A request with the reference ${reference ?? ''} of the same sender was registered already. Go on with its trace, or say that this is another request.`,
  'request-missing': ({ kind }) =>
    `This is said in a request that stands: ${kind ?? 'it'}. Say in which trace and request.`,
  'goes-between-nodes': () =>
    'This request goes between nodes, which keep its order. Ask the partner to say it through its node, and add the letter to the papers of the trace.',
  'message-unknown': () => 'This request has no such message. Choose one of those that it shows.',
  'no-embargo-breached': () =>
    'This request does not rest on the breach of an embargo. A copy goes to the body of an embargo only then.',
  'embargo-copy-not-allowed': () =>
    'The rules of your State name no body that gets a copy. They are set with the clocks of traces.',
  'limit-forbids': ({ limit }) =>
    `What came is under a limit that forbids this: ${limit ?? ''}. Give the reference of the written consent of the State that asked.`,
  'paper-unreadable': () =>
    'This is no document of Word, or it is damaged or made to do harm. Nothing of it was kept; register it by hand from its scan.',
  'picture-elsewhere': () =>
    'The document points at a picture that is not in it. It was not fetched; ask for the photograph itself.',
  'pictures-too-many': ({ limit }) =>
    `There are more pictures in the document than go with one request (${limit}). The others stay in the document.`,
  'erasure-underway': ({ messages }) =>
    `There are ${messages} messages of it on their way between nodes. Let them arrive or end, then erase it.`,
  'paper-too-large': () => 'This document is larger than any filled form. Nothing of it was kept.',
  'paper-without-fields': () =>
    'This document holds none of the fields of our forms: they were lost in another program, or it is another paper. Register it by hand.',
  'paper-of-another-form': ({ form }) =>
    `This document is a form that this program does not know: ${form ?? ''}. Register it by hand, or update the program.`,
} as const satisfies Readonly<Record<string, Say>>;
