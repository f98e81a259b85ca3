/** The addresses of those who oversee: people, roles, keys, agencies, reads, emergencies, work, files; and second factors. */
import type { Ids, Visit } from './routes.ts';

const at = (path: string) => (): string => path;
const of =
  (before: string, id: keyof Ids, after = '') =>
  (ids: Ids): string =>
    `${before}${ids[id]}${after}`;
const NO_ID = '0198c000-0000-7000-8000-0000000000fe';

const FACTORS: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'POST /sign-in/passkey': {
    who: 'anybody',
    path: at('/sign-in/passkey'),
    fields: { answer: '{}', to: '/' },
  },
  'GET /account/recovery-codes': { who: 'own', path: at('/account/recovery-codes') },
  'POST /account/recovery-codes': {
    who: 'own',
    path: at('/account/recovery-codes'),
    fields: { password: 'q' },
  },
  'GET /account/second-factor/remove': { who: 'own', path: at('/account/second-factor/remove') },
  'POST /account/second-factor/remove': {
    who: 'own',
    path: at('/account/second-factor/remove'),
    fields: { password: 'q' },
  },
  'GET /account/passkey': { who: 'own', path: at('/account/passkey') },
  'POST /account/passkey': { who: 'own', path: at('/account/passkey'), fields: { password: 'q', name: 'x' } },
  'POST /account/passkey/confirm': {
    who: 'own',
    path: at('/account/passkey/confirm'),
    fields: { answer: '{}', name: 'x' },
  },
};

const PEOPLE: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /people': { who: ['list-people'], path: at('/people') },
  'POST /people': { who: ['list-people'], path: at('/people'), fields: { login: 'nobody-here' } },
  'GET /people/add': { who: ['add-person'], path: at('/people/add') },
  'POST /people/add': { who: ['add-person'], path: at('/people/add'), fields: { name: 'Q', login: '?' } },
  'GET /people/:account': { who: ['list-people'], path: of('/people/', 'account') },
  'GET /people/:account/:deed{suspend|reinstate|reset|rename|post|end}': {
    who: ['rename-person'],
    path: of('/people/', 'account', '/rename'),
  },
  'POST /people/:account/:deed{suspend|reinstate|reset|rename|post|end}': {
    who: ['rename-person'],
    path: of('/people/', 'account', '/rename'),
    fields: { name: 'Another Name' },
  },
  'GET /roles': { who: ['list-roles'], path: at('/roles') },
  'GET /rights': { who: ['list-roles'], path: at('/rights') },
  'GET /roles/:role': { who: ['list-roles'], path: of('/roles/', 'role') },
  'GET /roles/:role/:deed{change|copy}': { who: ['define-role'], path: of('/roles/', 'role', '/copy') },
  'POST /roles/:role/:deed{change|copy}': {
    who: ['define-role'],
    path: of('/roles/', 'role', '/copy'),
    fields: { name: 'Q q', version: '0' },
  },
  'GET /keys': { who: ['list-api-keys'], path: at('/keys') },
  'GET /keys/make': { who: ['make-api-key'], path: at('/keys/make') },
  'POST /keys/make': { who: ['make-api-key'], path: at('/keys/make'), fields: { name: 'k', role: 'none' } },
  'GET /keys/:key/end': { who: ['end-api-key'], path: at(`/keys/${NO_ID}/end`), absent: true },
  'POST /keys/:key/end': { who: ['end-api-key'], path: at(`/keys/${NO_ID}/end`) },
  'GET /reference': { who: ['list-reference'], path: at('/reference') },
  'GET /reference/:table{(?:makers|calibres|models)}': {
    who: ['list-reference'],
    path: at('/reference/calibres'),
  },
  'GET /reference/:table{(?:makers|calibres|models)}/:code{.+}': {
    who: ['view-reference'],
    path: at('/reference/calibres/9x19'),
  },
  'GET /reference/changes': { who: ['list-reference-changes'], path: at('/reference/changes') },
  'GET /reference/files/:file{(?:makers|calibres|models)(?:-own)?\\.csv|grammars(?:-own)?\\.json}': {
    who: ['export-reference'],
    path: at('/reference/files/calibres-own.csv'),
  },
  'GET /reference/add/:table{(?:makers|calibres|models)}': {
    who: ['edit-reference'],
    path: at('/reference/add/models'),
  },
  'POST /reference/add/:table{(?:makers|calibres|models)}': {
    who: ['edit-reference'],
    path: at('/reference/add/models'),
    fields: { name: 'Q', maker: 'nobody' },
  },
  'GET /reference/change/:table{(?:makers|calibres|models)}/:code{.+}': {
    who: ['edit-reference'],
    path: at('/reference/change/calibres/9x19'),
  },
  'POST /reference/change/:table{(?:makers|calibres|models)}/:code{.+}': {
    who: ['edit-reference'],
    path: at('/reference/change/calibres/9x19'),
    fields: { name: '', why: 'x' },
  },
  'GET /reference/take-back/:table{(?:makers|calibres|models)}/:code{.+}': {
    who: ['edit-reference'],
    path: at('/reference/take-back/calibres/9x19'),
    absent: true,
  },
  'POST /reference/take-back/:table{(?:makers|calibres|models)}/:code{.+}': {
    who: ['edit-reference'],
    path: at('/reference/take-back/calibres/9x19'),
    fields: { why: 'x' },
  },
  'GET /agencies': { who: ['list-agencies'], path: at('/agencies') },
  'GET /agencies/add': { who: ['record-agency'], path: at('/agencies/add') },
  'POST /agencies/add': { who: ['record-agency'], path: at('/agencies/add'), fields: { name: '' } },
  'GET /agencies/:agency': { who: ['list-agencies'], path: of('/agencies/', 'agency') },
  'GET /agencies/:agency/:deed{rename|place|merge|disband}': {
    who: ['record-agency'],
    path: of('/agencies/', 'agency', '/rename'),
  },
  'POST /agencies/:agency/:deed{rename|place|merge|disband}': {
    who: ['record-agency'],
    path: of('/agencies/', 'agency', '/rename'),
    fields: { name: '' },
  },
};

const OVERSEEING: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /arms/:number/emergency': {
    who: ['open-emergency-access'],
    path: of('/arms/', 'number', '/emergency'),
    absent: true,
  },
  'POST /arms/:number/emergency': {
    who: ['open-emergency-access'],
    path: of('/arms/', 'number', '/emergency'),
    fields: { why: '' },
  },
  'GET /identify/decide': { who: ['decide-match'], path: at('/identify/decide') },
  'POST /identify/decide': {
    who: ['decide-match'],
    path: at('/identify/decide'),
    fields: {
      ...{
        reading: 'ZN04471O',
        part: 'receiver',
        maker: 'Norvik',
        model: 'M70',
        calibre: '7.62x39',
        class: 'rifle',
      },
      ...{ country: 'XA', year: '2003', property: 'army', importMark: 'XA 05', wide: 'yes' },
      ...{ 'more.1.part': 'bolt', 'more.1.reading': '1?3', arm: NO_ID, decision: 'same', why: 'Seen.' },
    },
  },
  'GET /matches': { who: ['list-matches'], path: at('/matches') },
  'POST /matches/:id/open': { who: ['open-matched-arm'], path: at(`/matches/${NO_ID}/open`) },
  'GET /emergencies': { who: ['list-emergencies'], path: at('/emergencies') },
  'GET /emergencies/:id': {
    who: ['review-emergency-access'],
    path: at(`/emergencies/${NO_ID}`),
    absent: true,
  },
  'POST /emergencies/:id': {
    who: ['review-emergency-access'],
    path: at(`/emergencies/${NO_ID}`),
    fields: { verdict: 'justified', why: 'x' },
  },
  'GET /exports': { who: ['list-exports', 'list-own-exports'], path: at('/exports') },
  'POST /exports/search': { who: ['ask-export'], path: at('/exports/search'), fields: { maker: 'Tarvos' } },
  'GET /exports/ask/:search': {
    who: ['ask-export'],
    path: of('/exports/ask/', 'search'),
    absent: true,
  },
  'POST /exports/ask/:search': {
    who: ['ask-export'],
    path: of('/exports/ask/', 'search'),
    fields: { holder: 'yes', purpose: 'case 1/26', reason: 'short' },
  },
  'GET /exports/:id': {
    who: ['list-exports', 'list-own-exports'],
    path: at(`/exports/${NO_ID}`),
    absent: true,
  },
  'POST /exports/:id': {
    who: ['decide-export'],
    path: at(`/exports/${NO_ID}`),
    fields: { verdict: 'approved', words: 'Seen.' },
  },
  'POST /exports/:id/draw': {
    who: ['draw-export'],
    path: at(`/exports/${NO_ID}/draw`),
    fields: { format: 'csv' },
  },
  'GET /arms/:number/reads': { who: ['list-accesses'], path: of('/arms/', 'number', '/reads') },
  'GET /reads': { who: ['list-accesses'], path: at('/reads') },
  'GET /reads/patterns': { who: ['flag-looks'], path: at('/reads/patterns') },
  'GET /changes': { who: ['list-changes'], path: at('/changes') },
  'GET /late': { who: ['list-late-entries'], path: at('/late') },
  'GET /reads/sample': { who: ['sample-accesses'], path: at('/reads/sample') },
  'GET /to-settle': { who: ['list-work'], path: at('/to-settle') },
  'GET /to-settle/:arm/:item': {
    who: ['close-work'],
    path: of('/to-settle/', 'number', `/${NO_ID}`),
    absent: true,
  },
  'POST /to-settle/:arm/:item': {
    who: ['close-work'],
    path: of('/to-settle/', 'number', `/${NO_ID}`),
    fields: { why: 'x' },
  },
};

const FILES: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /files': { who: ['import-file'], path: at('/files') },
  'POST /files': { who: ['import-file'], path: at('/files'), fields: { register: 'x' }, files: true },
  'GET /files/:id': { who: ['import-file'], path: at(`/files/${NO_ID}`), absent: true },
  'POST /files/:id': { who: ['import-file'], path: at(`/files/${NO_ID}`), fields: { register: 'x' } },
  'GET /files/:id/progress.json': {
    who: ['import-file'],
    path: at(`/files/${NO_ID}/progress.json`),
    absent: true,
  },
  'GET /files/:id/quarantined.csv': {
    who: ['import-file'],
    path: at(`/files/${NO_ID}/quarantined.csv`),
    absent: true,
  },
  'POST /files/:id/stop': { who: ['import-file'], path: at(`/files/${NO_ID}/stop`) },
  'POST /files/:id/go-on': { who: ['import-file'], path: at(`/files/${NO_ID}/go-on`) },
  'POST /files/:id/take-back': { who: ['import-file'], path: at(`/files/${NO_ID}/take-back`) },
};

const PEERS: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /peers': { who: ['list-peers'], path: at('/peers') },
  'GET /peers/card.txt': { who: ['view-own-card'], path: at('/peers/card.txt') },
  'GET /peers/own/:renewal{card|keys}': [
    { who: ['publish-card'], path: at('/peers/own/card') },
    { who: ['rotate-keys'], path: at('/peers/own/keys') },
  ],
  'POST /peers/own/:renewal{card|keys}': [
    { who: ['publish-card'], path: at('/peers/own/card'), fields: { name: 'XA', address: '' } },
    { who: ['rotate-keys'], path: at('/peers/own/keys'), fields: { how: 'ordinary' } },
  ],
  'GET /peers/add': { who: ['add-peer'], path: at('/peers/add') },
  'POST /peers/add': { who: ['add-peer'], path: at('/peers/add'), fields: { card: 'x', fingerprint: '1' } },
  'GET /peers/:node/:deed{confirm|suspend|withdraw-key|resume}': {
    who: ['suspend-peer'],
    path: at(`/peers/${NO_ID}/suspend`),
    absent: true,
  },
  'POST /peers/:node/:deed{confirm|suspend|withdraw-key|resume}': {
    who: ['suspend-peer'],
    path: at(`/peers/${NO_ID}/suspend`),
    fields: { why: 'x' },
  },
  'GET /exchange': { who: ['view-exchange'], path: at('/exchange') },
};

const REPORTS: Readonly<Record<string, Visit | readonly Visit[]>> = {
  'GET /traces/:id/report': [
    { who: ['view-trace'], path: at(`/traces/${NO_ID}/report`), absent: true },
    { who: ['view-trace-report'], path: at(`/traces/${NO_ID}/report?entry=${NO_ID}`), absent: true },
  ],
  'POST /traces/:id/report': {
    who: ['certify-trace'],
    path: at(`/traces/${NO_ID}/report`),
    fields: { case: '118/26', reason: 'Asked for.', use: 'record-keeping', persons: 'yes', why: 'Ordered.' },
  },
  'GET /traces/:id/report/file': {
    who: ['view-trace-report'],
    path: at(`/traces/${NO_ID}/report/file?entry=${NO_ID}`),
    absent: true,
  },
};

/** Visits of those who oversee, by the method and pattern of their route. */
export const OFFICE_ROUTES: Readonly<Record<string, Visit | readonly Visit[]>> = {
  ...FACTORS,
  ...PEOPLE,
  ...OVERSEEING,
  ...FILES,
  ...PEERS,
  ...REPORTS,
};
