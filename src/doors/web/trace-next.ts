/** What is to be done next in a trace, as one button with why; and what else may be done, of what the visitor's role includes. */
import { html } from 'hono/html';
import type { RequestView, TraceView } from '../../acts/trace-view-output.ts';
import type { Html } from './text.ts';
import { isClosed, isClosedTo } from './trace-officials.ts';
import { countrySaid, textsOf } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { PAPERS_WORDS } from './words/papers.ts';
import { OFFICIAL_WORDS } from './words/trace-officials.ts';

/** A way to a form of this trace, or what is waited for. */
export type Step =
  | { readonly do: string; readonly path: string; readonly why?: string }
  | { readonly waits: string };

/** The next step of a trace for whoever looks. */
export function nextStep(visit: Working, view: TraceView): Step {
  const texts = textsOf(visit).next;
  if (view.status === 'closed') return { waits: texts.closed };
  return (
    ofAgency(visit, view) ??
    ofRequests(visit, view) ??
    forOthers(visit, view) ??
    ofOurs(visit, view) ??
    waitsFor(visit, view) ??
    ofEnd(visit, view) ?? { waits: texts.nothing }
  );
}

const at = (view: TraceView, deed: string, on?: string): string =>
  `/traces/${view.id}/${deed}${on === undefined ? '' : `/${on}`}`;

/** What the visitor's own agency was asked of the thing and has not answered. */
function ofAgency(visit: Working, view: TraceView): Step | undefined {
  const texts = textsOf(visit).next;
  if (visit.person.role.powers['answer-question'] !== 'own') return undefined;
  const asked = view.questions.find(
    ({ answered, agency }) => !answered && visit.person.parties.includes(agency),
  );
  const path = asked && `/traces/questions/${view.id}/${asked.question}`;
  return path ? { do: texts.reply, path, why: texts.whyReply } : undefined;
}

/** True where the visitor may do something in a request: what is for others can at most be acknowledged by the first who comes. */
function isFor({ officials }: TraceView, request: RequestView): boolean {
  return !isClosed(request) || (request.status === 'asked' && !officials.some(({ received }) => received));
}

/** What came is for others to go on with. */
function forOthers(visit: Working, view: TraceView): Step | undefined {
  return isClosedTo(view) ? { waits: OFFICIAL_WORDS[visit.words.language].closedToYou } : undefined;
}

/** What a request asks of us: first what others wait for. */
function ofRequests(visit: Working, view: TraceView): Step | undefined {
  const texts = textsOf(visit).next;
  for (const request of view.requests.filter((one) => isFor(view, one))) {
    const step =
      request.ours === 'responder' ? ofAsked(visit, view, request) : ofAsking(visit, view, request);
    if (step) return step;
    const alone = request.drafts.find(
      ({ isAlone, reviewed, byId }) => isAlone && !reviewed && byId !== visit.person.operator,
    );
    if (alone && offers(visit, 'review-release'))
      return { do: texts.review, path: at(view, 'review', alone.draft), why: texts.whyReview };
  }
  return undefined;
}

function ofAsked(visit: Working, view: TraceView, request: RequestView): Step | undefined {
  const texts = textsOf(visit).next;
  const { status, id, drafts, clarifying } = request;
  if (status === 'asked' && offers(visit, 'acknowledge-request'))
    return { do: texts.acknowledge, path: at(view, 'acknowledge', id), why: texts.whyAcknowledge };
  if (clarifying && offers(visit, 'write-in-request'))
    return { do: texts.clarified, path: at(view, 'clarified', id), why: texts.whyClarified };
  const waiting = drafts.find(({ state }) => state === 'waiting');
  if (waiting) {
    const isOwn = waiting.byId === visit.person.operator;
    if (!isOwn && offers(visit, 'release-answer'))
      return { do: texts.release, path: at(view, 'release', waiting.draft), why: texts.whyRelease };
    return { waits: texts.waitsSecond };
  }
  if (status === 'more-wanted') return { waits: texts.waitsMore };
  if (request.settled) return undefined;
  if (view.arm === undefined && (view.looks.at(-1)?.candidates ?? 0) > 0 && offers(visit, 'identify-arm'))
    return { do: texts.candidates, path: '#home', why: texts.whyCandidates };
  if (view.questions.some(({ answered }) => !answered)) return { waits: texts.waitsAgency };
  return offers(visit, 'draft-answer')
    ? { do: texts.draft, path: at(view, 'answer', id), why: texts.whyDraft }
    : undefined;
}

function ofAsking(visit: Working, view: TraceView, { status, id }: RequestView): Step | undefined {
  const texts = textsOf(visit).next;
  return status === 'more-wanted' && offers(visit, 'write-in-request')
    ? { do: texts.give, path: at(view, 'give', id), why: texts.whyGive }
    : undefined;
}

/** What we would do of our own: ask where an answer points, else where nobody was asked yet. */
function ofOurs(visit: Working, view: TraceView): Step | undefined {
  const { words } = visit;
  const texts = textsOf(visit).next;
  const [first] = view.addressees;
  const found = view.findings.some(({ finding }) => finding === 'point-of-diversion');
  if (isClosedTo(view)) return undefined;
  if (!first || found || view.kind === 'asked' || !offers(visit, 'send-request')) return undefined;
  const isHop = first.reason === 'exported-there';
  const isWaiting = view.requests.some(({ settled }) => !settled);
  if (!isHop && (isWaiting || view.requests.length > 0)) return undefined;
  const country = countrySaid(words, first.country, '');
  const path = `${at(view, 'request')}?to=${first.country}`;
  return isHop ? { do: texts.hop(country), path, why: texts.whyHop } : { do: texts.ask(country), path };
}

function waitsFor(visit: Working, view: TraceView): Step | undefined {
  const texts = textsOf(visit).next;
  if (view.requests.some(({ ours, settled }) => ours === 'requester' && !settled))
    return { waits: texts.waitsAnswer };
  if (view.questions.some(({ answered }) => !answered)) return { waits: texts.waitsAgency };
  // Whoever only opens a trace is told who goes on with it.
  const isAlone = view.kind === 'own' && view.requests.length === 0 && !offers(visit, 'send-request');
  return isAlone && !offers(visit, 'close-trace') ? { waits: texts.waitsContact } : undefined;
}

function ofEnd(visit: Working, view: TraceView): Step | undefined {
  const texts = textsOf(visit).next;
  const closes = offers(visit, 'close-trace');
  if (view.kind === 'asked')
    return closes ? { do: texts.close, path: at(view, 'close'), why: texts.whyCloseAsked } : undefined;
  if (view.findings.length === 0 && offers(visit, 'record-trace-finding'))
    return { do: texts.finding, path: at(view, 'finding'), why: texts.whyFinding };
  if (!closes) return undefined;
  return {
    do: texts.close,
    path: at(view, 'close'),
    ...(view.findings.length > 0 ? { why: texts.whyClose } : {}),
  };
}

/** The card of the next step, and of what else may be done. */
export function nextCard(visit: Working, view: TraceView): Html {
  const texts = textsOf(visit);
  const step = nextStep(visit, view);
  const taken = 'path' in step ? step.path.replace(/\?.*$/, '') : '';
  const button =
    'path' in step
      ? html`<p><a class="button" href="${to(visit, step.path)}">${step.do}</a></p>${step.why ? html`<p class="quiet">${step.why}</p>` : ''}`
      : html`<p>${step.waits}</p>`;
  const others = otherSteps(visit, view).filter(({ path }) => path !== taken);
  const more =
    others.length > 0
      ? html`<h3>${texts.trace.otherSteps}</h3><ul>${others.map(({ path, name }) => html`<li><a href="${to(visit, path)}">${name}</a></li>`)}</ul>`
      : '';
  const papers =
    offers(visit, 'list-papers') && !isClosedTo(view)
      ? html`<p><a href="${link(visit, `/traces/${view.id}/papers`)}">${PAPERS_WORDS[visit.words.language].papers}</a></p>`
      : '';
  return html`<section class="card next-step" aria-labelledby="next-title"><h2 id="next-title">${texts.trace.nextTitle}</h2>${button}${more}${papers}<p class="do"><button class="plain" type="button" data-print hidden>${texts.trace.print}</button></p></section>`;
}

function to(visit: Working, path: string): string {
  if (path.startsWith('#')) return path;
  const [where = '', search = ''] = path.split('?');
  return link(visit, where, Object.fromEntries(new URLSearchParams(search)));
}

type Other = { readonly path: string; readonly name: string };

function otherSteps(visit: Working, view: TraceView): readonly Other[] {
  const texts = textsOf(visit).next;
  const one = (act: string, deed: string, name: string): readonly Other[] =>
    offers(visit, act) ? [{ path: at(view, deed), name }] : [];
  if (view.status === 'closed') return one('reopen-trace', 'reopen', texts.reopen);
  return [
    ...one('ask-agency', 'ask', texts.agency),
    ...(isClosedTo(view) ? [] : one('send-request', 'request', texts.compose)),
    ...one('take-arm', 'take', texts.take),
    ...one('record-trace-finding', 'finding', texts.finding),
    ...one('link-case', 'case', texts.case),
    ...one('close-trace', 'close', texts.close),
  ];
}

/** What may be said in one request, as links beneath it. */
export function requestSteps(visit: Working, view: TraceView, request: RequestView): readonly Other[] {
  if (view.status === 'closed' || !isFor(view, request)) return [];
  const texts = textsOf(visit).next;
  const { id, status, ours, clarifying, drafts } = request;
  const one = (isOpen: boolean, act: string, deed: string, name: string): readonly Other[] =>
    isOpen && offers(visit, act) ? [{ path: at(view, deed, id), name }] : [];
  const isOver = request.closed || status === 'withdrawn';
  if (ours === 'requester')
    return [
      ...one(status === 'more-wanted', 'write-in-request', 'give', texts.give),
      ...one(request.answers.length > 0 && !isOver, 'write-in-request', 'clarify', texts.clarify),
      ...one(!isOver, 'write-in-request', 'withdraw', texts.withdraw),
    ];
  if (isClosed(request)) return one(true, 'acknowledge-request', 'acknowledge', texts.acknowledge);
  return [
    ...one(status === 'asked', 'acknowledge-request', 'acknowledge', texts.acknowledge),
    ...one(!request.settled && status !== 'more-wanted', 'write-in-request', 'more', texts.more),
    ...one(clarifying, 'write-in-request', 'clarified', texts.clarified),
    ...one(
      !isOver && !drafts.some(({ state }) => state === 'waiting'),
      'draft-answer',
      'answer',
      texts.draft,
    ),
  ];
}
