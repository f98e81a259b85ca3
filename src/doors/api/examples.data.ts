/** Examples of what acts take, in invented data, for the description of the API: one for each act. */
const ARM = '0192f1c4-7a30-7c11-9d52-0c7be1a45f01';
const DEPOT = '0192f1c4-7a30-7c11-9d52-0c7be1a45f02';
const UNIT = '0192f1c4-7a30-7c11-9d52-0c7be1a45f03';
const ENTRY = '0192f1c4-7a30-7c11-9d52-0c7be1a45f04';
const ITEM = '0192f1c4-7a30-7c11-9d52-0c7be1a45f05';
const ACCOUNT = '0192f1c4-7a30-7c11-9d52-0c7be1a45f06';
const act = '0192f1c4-9b01-7e20-8a11-5d3c2b1a0f10';

export const EXAMPLES: Readonly<Record<string, unknown>> = {
  'view-today': {},
  'find-arms': { serial: 'QZ-4471*', class: 'assault-rifle', limit: 20 },
  'view-arm': { arm: ARM },
  'prove-arm': { arm: ARM },
  'list-documents': { arm: ARM },
  'list-work': { limit: 20 },
  'register-arm': {
    act,
    description: { class: 'pistol', maker: 'Tannegg Arms', model: 'T9', calibre: '9 x 19', year: 2014 },
    marks: [{ kind: 'serial', part: 'frame', text: 'QZ-44713', condition: 'legible', script: 'latin' }],
    to: { unit: UNIT, keeper: DEPOT },
    happened: '2026-03-04',
  },
  'record-event': { act, arm: ARM, type: 'sighted', happened: '2026-03-05', how: 'read', by: DEPOT },
  'correct-entry': { act, arm: ARM, entry: ENTRY, why: 'The last digit was read as 3; it is 8.' },
  'close-work': {
    act,
    arm: ARM,
    item: ITEM,
    why: 'Read again by two people: both readings are of one mark.',
  },
  'find-parties': { name: 'Dépôt de Savelle' },
  'record-party': { act, kind: 'depot', name: 'Dépôt de Savelle', parent: UNIT, usesRegister: true },
  'record-right': {
    act,
    holder: DEPOT,
    kind: 'possession',
    number: 'L-2026-0117',
    authority: 'Préfecture de Kelmoor',
    from: '2026-01-01',
    until: '2030-12-31',
  },
  'declare-lot': {
    act,
    maker: UNIT,
    class: 'rifle',
    model: 'M12',
    prefix: 'TA',
    first: 12000,
    last: 12499,
    digits: 5,
    quantity: 500,
  },
  'declare-holding': { act, class: 'shotgun', quantity: 40, keeper: DEPOT },
  'list-quarantined': { limit: 50 },
  'record-court-order': {
    act,
    subject: ARM,
    order: { authority: 'Tribunal de Kelmoor', number: '44/2026', date: '2026-03-06' },
    says: 'Keep until the trial ends.',
  },
  'refold-arm': { act, arm: ARM },
  'add-person': { act, login: 'n.vasko', name: 'Nadia Vasko', language: 'fr' },
  'rename-person': { act, account: ACCOUNT, name: 'Nadia Vasko-Brandt' },
  'suspend-person': { act, account: ACCOUNT },
  'reinstate-person': { act, account: ACCOUNT },
  'reset-person': { act, account: ACCOUNT, secondFactor: true },
  'list-people': { limit: 20 },
  'post-person': { act, account: ACCOUNT, role: 'keeper', party: DEPOT, from: '2026-04-01' },
  'end-posting': { act, posting: ITEM },
  'define-role': {
    act,
    role: { name: 'counter', powers: { 'find-arms': 'own' }, sees: ['site'], events: ['sighted'] },
  },
  'list-roles': {},
  'make-api-key': { act, name: 'Depot system of Savelle', role: 'keeper', party: DEPOT, perMinute: 120 },
  'end-api-key': { act, key: ITEM },
  'list-api-keys': {},
  'open-emergency-access': { act, arm: ARM, reason: 'Arm found at a scene; holder in danger, case 118/23.' },
  'review-emergency-access': {
    act,
    emergency: ITEM,
    verdict: 'justified',
    words: 'Read the case file; the access fits it.',
  },
  'list-emergencies': { waiting: true },
  'list-accesses': { arm: ARM },
  'sample-accesses': { size: 20 },
  'record-agency': { act, kind: 'unit', name: 'Compagnie de Kelmoor', parent: UNIT },
  'list-agencies': { limit: 100 },
  'view-receipt': { arm: ARM, entry: ENTRY },
  'check-receipt': { arm: 'XA-7K4Q9-2MTKP', code: '7K4Q-92MT-KP' },
  'view-ledger': {},
};
