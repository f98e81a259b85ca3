/** The addresses of letters and papers of traces. */
import type { Ids, Visit } from './routes.ts';

const at = (path: string) => (): string => path;
const trace =
  (rest: string) =>
  ({ trace: id }: Ids): string =>
    `/traces/${id}${rest}`;
const request =
  (rest: string) =>
  ({ trace: id, request: one }: Ids): string =>
    `/traces/${id}/requests/${one}${rest}`;

export const PAPER_ROUTES: Readonly<Record<string, Visit>> = {
  'GET /traces/register': { who: ['list-papers'], path: at('/traces/register') },
  'POST /traces/register': {
    who: ['register-message'],
    path: at('/traces/register'),
    fields: { kind: 'request', channel: 'letter', received: '2026-01-02' },
  },
  'POST /traces/register/paper': {
    who: ['add-paper'],
    path: at('/traces/register/paper'),
    fields: { title: '' },
  },
  'GET /traces/paper/:document': {
    who: ['view-paper'],
    path: ({ document }) => `/traces/paper/${document}`,
    // The document of an arm is none of a trace.
    absent: true,
  },
  'GET /traces/paper/:document/pictures/:place': {
    who: ['view-paper'],
    path: ({ document }) => `/traces/paper/${document}/pictures/1`,
    absent: true,
  },
  'GET /traces/forms/:language': { who: 'everybody', path: at('/traces/forms/fr') },
  'GET /traces/:trace/papers': { who: ['list-papers'], path: trace('/papers') },
  'POST /traces/:trace/papers': { who: ['add-paper'], path: trace('/papers'), fields: { title: '' } },
  'POST /traces/:trace/papers/translate': {
    who: ['translate-message'],
    path: trace('/papers/translate'),
    fields: { side: 'requester', seq: '1', language: '', text: '' },
  },
  'POST /traces/:trace/papers/ask': {
    who: ['write-in-request'],
    path: trace('/papers/ask'),
    fields: { text: '' },
  },
  'POST /traces/:trace/papers/embargo': {
    who: ['copy-for-embargo'],
    path: trace('/papers/embargo'),
    fields: { consent: '' },
  },
  'GET /traces/:trace/requests/:request/document': { who: ['view-message'], path: request('/document') },
  'GET /traces/:trace/requests/:request/print': { who: ['view-message'], path: request('/print') },
  'GET /traces/:trace/requests/:request/sheet/:form': { who: ['view-message'], path: request('/sheet/atf') },
};
