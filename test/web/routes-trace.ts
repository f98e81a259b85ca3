/** The addresses of the trace desk: lists, one trace with its photographs, every form of it, and questions to agencies. */
import type { Ids, Visit } from './routes.ts';

const at = (path: string) => (): string => path;
const NO_ID = '0198c000-0000-7000-8000-0000000000fe';
const of =
  (after = '') =>
  ({ trace }: Ids): string =>
    `/traces/${trace}${after}`;
const inRequest =
  (deed: string) =>
  ({ trace, request }: Ids): string =>
    `/traces/${trace}/${deed}/${request}`;

type Form = { readonly act: string; readonly fields: Readonly<Record<string, string>> };
const WHEN = { 'when.day': '3', 'when.month': '2', 'when.year': '2024' };

/** Forms about the trace itself. */
const OF_TRACE: Readonly<Record<string, Form>> = {
  ask: { act: 'ask-agency', fields: { agency: 'Depot Kerem', words: 'Held?', due: '2030-01-01' } },
  finding: {
    act: 'record-trace-finding',
    fields: { ...WHEN, finding: 'illicit-since', authority: 'Court', ground: 'not-marked', words: 'seen' },
  },
  official: { act: 'name-official', fields: { login: 'm.ferreira', why: 'Works on it.' } },
  case: { act: 'link-case', fields: { case: 'liaison', reference: 'LA-9' } },
  close: { act: 'close-trace', fields: { outcome: 'unmarked', failure: 'unmarked', words: 'no mark' } },
  reopen: { act: 'reopen-trace', fields: { why: 'a late answer' } },
  take: { act: 'take-arm', fields: { match: NO_ID } },
};
/** Forms about a request that came in. */
const OF_REQUEST: Readonly<Record<string, Form>> = {
  acknowledge: { act: 'acknowledge-request', fields: { note: 'It is here.' } },
  more: { act: 'write-in-request', fields: { text: 'The slide.', 'field.marks': 'yes' } },
  give: { act: 'write-in-request', fields: { text: 'Here.', again: 'yes' } },
  clarify: { act: 'write-in-request', fields: { text: 'What is meant?' } },
  clarified: { act: 'write-in-request', fields: { text: 'This is meant.' } },
  withdraw: { act: 'write-in-request', fields: { text: 'Settled.' } },
  answer: {
    act: 'draft-answer',
    fields: { kind: 'refused', ground: 'national-security', reason: 'Not now.', 'withheld.all': 'yes' },
  },
};
/** Forms about a draft, of which there is none. */
const OF_DRAFT: Readonly<Record<string, Form>> = {
  release: { act: 'release-answer', fields: { decision: 'release', persons: 'yes', why: 'needed' } },
  review: { act: 'review-release', fields: { good: 'yes', why: 'It was urgent.' } },
};

const REQUEST = { 'to.XB': 'yes', law: 'Arms Act', circumstances: 'Found.', calibre: '9x19', use: 'other' };

const formsOf = (
  forms: Readonly<Record<string, Form>>,
  path: (deed: string) => Visit['path'],
  more: Pick<Visit, 'absent'> = {},
) => ({
  shown: Object.entries(forms).map(([deed, { act }]): Visit => ({ who: [act], path: path(deed), ...more })),
  sent: Object.entries(forms).map(
    ([deed, { act, fields }]): Visit => ({ who: [act], path: path(deed), fields, ...more }),
  ),
});
const ofTrace = formsOf(OF_TRACE, (deed) => of(`/${deed}`));
const ofRequest = formsOf(OF_REQUEST, inRequest);
const ofDraft = formsOf(OF_DRAFT, (deed) => of(`/${deed}/${NO_ID}`), { absent: true });

const QUESTION = at(`/traces/questions/${NO_ID}/${NO_ID}`);
const REPLY = { outcome: 'not-found', words: 'We hold nothing.' };

export const TRACE_ROUTES: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /traces': [
    { who: ['list-traces'], path: at('/traces') },
    { who: ['list-traces'], path: at('/traces?status=open&country=XB&ours=responder&state=open') },
  ],
  'GET /traces/lots': { who: ['list-suspected-lots'], path: at('/traces/lots') },
  'GET /traces/statistics': { who: ['count-traces'], path: at('/traces/statistics?from=2020&to=2026') },
  'GET /traces/rules': { who: ['view-trace-rules'], path: at('/traces/rules') },
  'GET /traces/rules/change': { who: ['set-trace-rules'], path: at('/traces/rules/change') },
  'POST /traces/rules/change': {
    who: ['set-trace-rules'],
    path: at('/traces/rules/change'),
    fields: { answerDays: '45', seen: '0' },
  },
  'GET /traces/rules/letter': { who: ['set-trace-rules'], path: at('/traces/rules/letter') },
  'POST /traces/rules/letter': {
    who: ['set-trace-rules'],
    path: at('/traces/rules/letter'),
    fields: { place: 'Kerem', do: 'show' },
  },
  'GET /traces/open': { who: ['open-trace'], path: ({ number }) => `/traces/open?arm=${number}` },
  'POST /traces/open': {
    who: ['open-trace'],
    path: ({ number }) => `/traces/open?arm=${number}`,
    fields: { arm: 'XA-1', case: '44/26', authority: 'Police', circumstances: 'Found.' },
  },
  'GET /traces/questions': { who: ['list-questions'], path: at('/traces/questions') },
  'GET /traces/questions/:trace/:question': { who: ['answer-question'], path: QUESTION, absent: true },
  'POST /traces/questions/:trace/:question': {
    who: ['answer-question'],
    path: QUESTION,
    fields: REPLY,
    absent: true,
  },
  'GET /traces/:id/request': { who: ['send-request'], path: of('/request') },
  'POST /traces/:id/request': { who: ['send-request'], path: of('/request'), fields: REQUEST },
  'GET /traces/:trace/reads': { who: ['list-accesses'], path: of('/reads') },
  'GET /traces/:id': { who: ['view-trace'], path: of() },
  'GET /traces/:id/photographs/:request/:place': {
    who: ['view-sent-photograph'],
    path: ({ trace, request }) => `/traces/${trace}/photographs/${request}/1`,
  },
  'GET /traces/:id/:deed': ofTrace.shown,
  'POST /traces/:id/:deed': ofTrace.sent,
  'GET /traces/:id/:deed/:on': [...ofRequest.shown, ...ofDraft.shown],
  'POST /traces/:id/:deed/:on': [...ofRequest.sent, ...ofDraft.sent],
};
