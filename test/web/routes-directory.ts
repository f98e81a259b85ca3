/** The addresses of the directory: contacts of States and bodies. */
import type { Ids, Visit } from './routes.ts';

const at = (path: string) => (): string => path;
const contact =
  (rest = '') =>
  ({ contact: id }: Ids): string =>
    `/contacts/${id}${rest}`;
const TYPED = { state: 'XB', kind: 'tracing', office: 'Registry', source: '', 'by.letter': 'yes' };

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
};
