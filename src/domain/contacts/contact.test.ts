/**
 * What a contact must have, when it stands, when it is to be confirmed, and when its office is open.
 *
 * @clause ITI 25, C-01
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Contact, isToConfirm, partsOf, refuseContact, standingOf } from './contact.ts';
import { clockIn, isKnownZone, isOpenAt, parseHours } from './hours.ts';

const OFFICE: Contact = {
  state: 'XB',
  kind: 'tracing',
  office: 'Registry of Borrane',
  phones: [],
  emails: [],
  languages: ['fr'],
  channels: [],
  own: false,
};
const why = (changed: Partial<Contact>): string | undefined =>
  refuseContact({ ...OFFICE, ...changed }, 'XA')?.refused;

test('a contact belongs to somebody, and to the own State where it is marked as own', () => {
  assert.equal(why({}), undefined);
  const { state: _state, ...stateless } = OFFICE;
  assert.equal(refuseContact(stateless, 'XA')?.refused, 'contact-of-nobody');
  assert.equal(refuseContact({ ...stateless, body: 'Panel of Experts' }, 'XA'), undefined);
  assert.equal(why({ own: true }), 'contact-own-elsewhere');
  assert.equal(why({ own: true, state: 'XA' }), undefined);
  assert.equal(why({ from: '2026-02-01', until: '2026-01-31' }), 'contact-ends-early');
});

test('a channel needs what it goes by', () => {
  assert.equal(why({ channels: ['node'] }), 'contact-channel-closed');
  assert.equal(why({ channels: ['letter'] }), 'contact-channel-closed');
  assert.equal(why({ channels: ['interpol', 'e-mail'] }), 'contact-channel-closed');
  assert.equal(why({ channels: ['interpol', 'embassy'] }), undefined);
  const address = 'Place 1';
  assert.equal(why({ channels: ['letter', 'e-mail'], address, emails: ['a@b.example'] }), undefined);
});

test('what may be a person’s stands apart from the rest', () => {
  assert.deepEqual(partsOf(OFFICE).person, undefined);
  const { details, person } = partsOf({ ...OFFICE, person: 'Awa K.', phones: ['+1'], emails: ['a@b.c'] });
  assert.deepEqual(person, { person: 'Awa K.', phones: ['+1'], emails: ['a@b.c'] });
  assert.doesNotMatch(JSON.stringify(details), /Awa|\+1|a@b/);
});

test('a contact is to be confirmed twelve months after the last time, and no more once it has ended', () => {
  assert.equal(isToConfirm({}, undefined, '2026-03-01'), true);
  assert.equal(isToConfirm({}, '2025-03-02', '2026-03-01'), false);
  assert.equal(isToConfirm({}, '2025-03-01', '2026-03-01'), true);
  assert.equal(isToConfirm({}, '2024-02-29', '2025-02-27'), false);
  assert.equal(isToConfirm({}, '2024-02-29', '2025-02-28'), true);
  assert.equal(isToConfirm({ until: '2026-02-28' }, undefined, '2026-03-01'), false);
  assert.equal(standingOf({ from: '2026-03-02' }, '2026-03-01'), 'not-yet');
  assert.equal(standingOf({ until: '2026-03-01' }, '2026-03-01'), 'stands');
});

test('hours are read in their small writing only', () => {
  assert.deepEqual(parseHours('Mo-Fr 08:00-16:30'), [
    { days: ['Mo', 'Tu', 'We', 'Th', 'Fr'], from: 480, until: 990 },
  ]);
  assert.deepEqual(parseHours('Sa-Mo,We 00:00-24:00')?.[0]?.days, ['Sa', 'Su', 'Mo', 'We']);
  for (const not of [
    '',
    'daily',
    'Mo 9-5',
    'Mo 16:00-08:00',
    'Mo 08:00-25:00',
    'Mo 08:00-16:00;',
    'mo 08:00-16:00',
  ])
    assert.equal(parseHours(not), undefined, not);
  assert.equal(parseHours(Array.from({ length: 9 }, () => 'Mo 08:00-09:00').join(';')), undefined);
  assert.equal(why({ hours: 'Mo-Fr 08:00-16:00' }), 'contact-zone-strange');
  assert.equal(why({ hours: '8 to 4', zone: 'UTC' }), 'contact-hours-unreadable');
  assert.equal(why({ hours: 'Mo-Fr 08:00-16:00', zone: 'Mars/Base' }), 'contact-zone-strange');
});

test('an office is open by the clock of its own zone', () => {
  const hours = parseHours('Mo-Fr 08:00-16:00')!;
  // A Sunday, 23:30 in London: Monday, 08:30 in Tokyo.
  const instant = Date.UTC(2026, 0, 4, 23, 30);
  assert.deepEqual(clockIn('Asia/Tokyo', instant), { day: 'Mo', time: '08:30' });
  assert.equal(isOpenAt(hours, 'Asia/Tokyo', instant), true);
  assert.equal(isOpenAt(hours, 'Europe/London', instant), false);
  assert.equal(isOpenAt(hours, 'Asia/Tokyo', instant + 8 * 3_600_000), false);
  assert.equal(isKnownZone('Africa/Abidjan'), true);
});
