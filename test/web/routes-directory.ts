/** The addresses of the directories: contacts of States and bodies, and how States mark arms. */
import type { Ids, Visit } from './routes.ts';

const at = (path: string) => (): string => path;
const contact =
  (rest = '') =>
  ({ contact: id }: Ids): string =>
    `/contacts/${id}${rest}`;
const TYPED = { state: 'XB', kind: 'tracing', office: 'Registry', source: '', 'by.letter': 'yes' };

const PRACTICE = {
  code: 'q',
  countries: 'XA',
  kind: 'import',
  'looks.en': 'x',
  source: 'x',
  sure: 'sure',
  why: '',
};

export const DIRECTORY_ROUTES: Readonly<Record<string, Visit>> = {
  'GET /contacts': { who: ['list-contacts'], path: at('/contacts') },
  'GET /contacts/own': { who: ['list-contacts'], path: at('/contacts/own') },
  'GET /contacts/own.json': { who: ['list-contacts'], path: at('/contacts/own.json') },
  'GET /contacts/record': { who: ['record-contact'], path: at('/contacts/record') },
  'POST /contacts/record': { who: ['record-contact'], path: at('/contacts/record'), fields: TYPED },
  'GET /contacts/:contact': { who: ['view-contact'], path: contact() },
  'GET /contacts/:contact/change': { who: ['record-contact'], path: contact('/change') },
  'POST /contacts/:contact/change': { who: ['record-contact'], path: contact('/change'), fields: TYPED },
  'GET /contacts/:contact/confirm': { who: ['confirm-contact'], path: contact('/confirm') },
  'POST /contacts/:contact/confirm': {
    who: ['confirm-contact'],
    path: contact('/confirm'),
    fields: { source: '', seen: '1' },
  },
  'GET /marking-practices': { who: ['list-marking-practices'], path: at('/marking-practices?mark=BNP') },
  'GET /marking-practices/record': {
    who: ['record-marking-practice'],
    path: at('/marking-practices/record'),
  },
  'POST /marking-practices/record': {
    who: ['record-marking-practice'],
    path: at('/marking-practices/record'),
    fields: PRACTICE,
  },
  'GET /marking-practices/:code': {
    who: ['list-marking-practices'],
    path: at('/marking-practices/xa-import'),
  },
  'GET /marking-practices/:code/change': {
    who: ['record-marking-practice'],
    path: at('/marking-practices/xa-import/change'),
  },
  'POST /marking-practices/:code/change': {
    who: ['record-marking-practice'],
    path: at('/marking-practices/xa-import/change'),
    fields: PRACTICE,
  },
  'GET /marking-practices/:code/take-back': {
    who: ['record-marking-practice'],
    path: at('/marking-practices/xa-import/take-back'),
    absent: true,
  },
  'POST /marking-practices/:code/take-back': {
    who: ['record-marking-practice'],
    path: at('/marking-practices/xa-import/take-back'),
    fields: { why: '' },
  },
};
