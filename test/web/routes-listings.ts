/** The addresses of lists of lost and stolen arms, and of hits. */
import type { Visit } from './routes.ts';

const at = (path: string) => (): string => path;
const NONE = '0192f1c4-7a30-7c11-9d52-0c7be1a45fff';
const PROPOSED = { arm: 'XA-1', reference: 'PV 1', ground: 'Arms Act', place: 'Kelmoor', words: 'said' };

const deed = (act: string, path: string, fields: Readonly<Record<string, string>> = {}): Visit => ({
  ...{ who: [act], path: at(path), fields: { act: '', ...fields }, absent: true },
});

export const LISTING_ROUTES: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /listings': { who: ['list-listings'], path: at('/listings') },
  'GET /listings/propose': { who: ['propose-listing'], path: at('/listings/propose') },
  'POST /listings/propose': { who: ['propose-listing'], path: at('/listings/propose'), fields: PROPOSED },
  'GET /listings/:listing': { who: ['view-listing'], path: at(`/listings/${NONE}`), absent: true },
  'POST /listings/:listing/:deed{confirm|renew|cancel}': [
    deed('confirm-listing', `/listings/${NONE}/confirm`),
    deed('renew-listing', `/listings/${NONE}/renew`, { expires: '2027-01-01' }),
    deed('cancel-listing', `/listings/${NONE}/cancel`, { reason: 'mistake', words: 'said' }),
  ],
  'GET /hits': { who: ['list-hits'], path: at('/hits') },
  'GET /hits/:hit': { who: ['view-hit'], path: at(`/hits/${NONE}`), absent: true },
  'POST /hits/:hit/:deed{ask|tell}': [
    deed('ask-hit', `/hits/${NONE}/ask`, { words: 'said' }),
    deed('tell-hit', `/hits/${NONE}/tell`, { answer: 'not-same', words: 'said' }),
  ],
};
