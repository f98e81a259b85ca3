/** What an earlier answer said goes into the next request and is read back from it. @clause C-10 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEarlier, sayExported } from './earlier.ts';

test('what an earlier answer said of an export is read back as it was', () => {
  for (const exported of [
    { country: 'XB', happened: '2019-06-17', licence: 'XA/EX/2019-0417' },
    { country: 'XB', happened: '2019' },
    { country: 'XC', happened: '2019-06', licence: 'No. 4 of 12 March' },
  ])
    assert.deepEqual(readEarlier(sayExported(exported)), { exported });
});

test('kinds of answers are known, and words of a partner stand as they are', () => {
  assert.deepEqual(readEarlier('no-record'), { kind: 'no-record' });
  for (const says of ['exported to our neighbour', 'exported XB soon', 'Nothing found.', ''])
    assert.equal(readEarlier(says), undefined);
});
