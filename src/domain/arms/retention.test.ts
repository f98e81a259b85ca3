/** Minima protect records of arms, the maximum protects persons. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minimumRetention, PERSON_DATA_MAX_YEARS, personDataEnds, RETENTION_RULES } from './retention.ts';

test('ITI 12: of several minima the longest applies, with its clause', () => {
  assert.deepEqual(minimumRetention('manufacture', '2020-02-03'), { until: '2050-02-03', clause: 'ITI 12' });
  assert.deepEqual(minimumRetention('transfer', '2020-02-03'), { until: '2040-02-03', clause: 'ITI 12' });
});

test('FP 7: every record of an arm has a minimum, also one that no rule names', () => {
  assert.deepEqual(minimumRetention('anything', '2020-02-03T10:00:00Z'), {
    until: '2030-02-03',
    clause: 'FP 7',
  });
  for (const rule of RETENTION_RULES) assert.ok(rule.minimumYears >= 10, rule.record);
});

test('data of persons has an end', () => {
  assert.equal(personDataEnds('2020-02-03T10:00:00Z'), `${2020 + PERSON_DATA_MAX_YEARS}-02-03`);
});
