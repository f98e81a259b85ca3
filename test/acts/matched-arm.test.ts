/**
 * What a decision on a match opens and to whom, what it never opens, how it ends, and that it is reviewed.
 *
 * @clause A-13, J-02, J-11
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeWork } from '../../src/acts/close-work.ts';
import { flagLooks } from '../../src/acts/flag-looks.ts';
import { listEmergencies } from '../../src/acts/list-emergencies.ts';
import { listMatches } from '../../src/acts/list-matches.ts';
import { listWork } from '../../src/acts/list-work.ts';
import type { Person } from '../../src/acts/office.ts';
import { openEmergencyAccess } from '../../src/acts/open-emergency-access.ts';
import { openMatchedArm } from '../../src/acts/open-matched-arm.ts';
import { reviewEmergencyAccess } from '../../src/acts/review-emergency-access.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { MATCH_OPENS_DAYS } from '../../src/domain/identification/decided.ts';
import { arm, as, CONSOLE, HOLDER, pass, person, r, SITE, textOf } from '../planted.ts';
import { decide, plantMatched, VAGUE, WHY } from './matched.ts';
import { codeOf, kept } from './registry.ts';

const DAY_MS = 86_400_000;
before(plantMatched);
after(() => r.close());

const sees = async (who: Person) => {
  const shown = textOf(kept(await as(who, viewArm, { arm })));
  return [shown.includes(HOLDER), shown.includes(SITE)];
};

test('deciding the same opens holder and site to the one who decided, until its time ends, and is reviewed', async () => {
  const [detective, other] = [await person('investigator'), await person('investigator')];
  const supervisor = await person('supervisor');
  assert.deepEqual(await sees(detective), [false, false]);
  const { subject: match } = kept(await decide(detective));
  assert.deepEqual(await sees(detective), [false, false], 'nothing opens by itself');
  assert.equal(codeOf(await as(other, openMatchedArm, { match })), 'match-unknown');
  assert.equal(codeOf(await as(await person('forensic'), openMatchedArm, { match })), 'not-permitted');
  const opened = kept(await as(detective, openMatchedArm, { match }));
  assert.deepEqual(
    [await sees(detective), await sees(other)],
    [
      [true, true],
      [false, false],
    ],
  );
  const view = kept(await as(detective, viewArm, { arm }));
  assert.deepEqual([view.openUntil, view.openedBy], [opened.until, 'match']);
  assert.equal(codeOf(await as(detective, openMatchedArm, { match })), 'match-opened-before');
  const log = await r.db.rows<{ act: string }>(
    `select act from access_log where operator = $1 and subjects = $2 order by access_id`,
    [detective.operator, arm],
  );
  const acts = log.map((line) => line.act);
  assert.deepEqual(acts.slice(-4), ['open-matched-arm', 'view-arm', 'view-arm', 'open-matched-arm']);
  assert.ok(acts.includes('decide-match'));
  const waits = kept(await as(supervisor, listEmergencies, {})).emergencies.find(
    (one) => one.id === opened.subject,
  )!;
  assert.deepEqual([waits.reason, waits.match?.reading, waits.match?.decision], [WHY, 'ZQ0417', 'same']);
  const items = kept(await as(supervisor, listWork, { arm })).items.filter(
    (one) => one.id === opened.subject,
  );
  assert.deepEqual(
    items.map((item) => item.kind),
    ['matched-arm'],
  );
  const closing = { arm, item: opened.subject, why: 'Looks fine' };
  assert.equal(codeOf(await as(CONSOLE, closeWork, closing)), 'not-permitted');
  pass(MATCH_OPENS_DAYS * DAY_MS + 1000);
  assert.deepEqual(await sees(detective), [false, false]);
  assert.equal(codeOf(await as(detective, openMatchedArm, { match })), 'match-ended');
  pass(-MATCH_OPENS_DAYS * DAY_MS - 1000);
  assert.deepEqual(await sees(detective), [true, true]);
  const review = { emergency: opened.subject, verdict: 'not-justified', words: 'No such file.' };
  kept(await as(supervisor, reviewEmergencyAccess, review));
  assert.deepEqual(await sees(detective), [false, false]);
  assert.equal(codeOf(await as(detective, openMatchedArm, { match })), 'match-opened-before');
});

test('deciding not the same, or unsure, opens nothing, and a later one shuts what was opened before', async () => {
  const [detective, expert] = [await person('investigator'), await person('ballistics-expert')];
  for (const decision of ['not-same', 'unsure']) {
    const { subject: match } = kept(await decide(detective, { decision }));
    assert.equal(codeOf(await as(detective, openMatchedArm, { match })), 'match-not-same', decision);
  }
  const { subject: match } = kept(await decide(detective));
  kept(await as(detective, openMatchedArm, { match }));
  assert.deepEqual(await sees(detective), [true, true]);
  kept(await decide(expert, { decision: 'not-same', why: 'The frame is of another maker.' }));
  assert.deepEqual(await sees(detective), [false, false], 'the latest counts, whoever made it');
  const told = kept(await as(detective, listMatches, { arm, limit: 4 })).matches;
  assert.deepEqual(
    told.map(({ decision, counts, own }) => [decision, counts, own]),
    [
      ['not-same', true, false],
      ['same', false, true],
      ['unsure', false, true],
      ['not-same', false, true],
    ],
  );
  kept(await decide(detective, { why: 'Both frames laid side by side.' }));
  assert.deepEqual(await sees(detective), [true, true]);
});

test('where the machine doubts, nobody opens an arm alone; a second officer of the same mind on that reading does', async () => {
  const [detective, expert] = [await person('investigator'), await person('forensic')];
  const { subject: earlier } = kept(await decide(detective, VAGUE));
  assert.equal(codeOf(await as(detective, openMatchedArm, { match: earlier })), 'match-second-needed');
  const { subject: match } = kept(await decide(detective, VAGUE));
  assert.equal(
    codeOf(await as(detective, openMatchedArm, { match: earlier })),
    'match-not-same',
    'not the newest',
  );
  assert.equal(codeOf(await as(detective, openMatchedArm, { match })), 'match-second-needed', 'alone twice');
  const own = kept(await as(detective, listMatches, {})).matches;
  assert.deepEqual(
    own.map(({ closed, opensUntil }) => [closed, opensUntil]),
    [
      ['second-needed', undefined],
      [undefined, undefined],
    ],
  );
  kept(await decide(expert));
  assert.equal(
    codeOf(await as(detective, openMatchedArm, { match })),
    'match-second-needed',
    'another reading',
  );
  kept(await decide(expert, VAGUE));
  kept(await as(detective, openMatchedArm, { match }));
  assert.deepEqual(await sees(detective), [true, true]);
  kept(await decide(expert, { ...VAGUE, decision: 'unsure' }));
  assert.deepEqual(await sees(detective), [false, false]);
  kept(await decide(detective, VAGUE));
  assert.deepEqual(await sees(detective), [false, false], 'alone again');
});

test('many openings that nobody reviewed stop the next one and are told to who oversees; an emergency goes beside', async () => {
  const [detective, supervisor] = [await person('investigator'), await person('supervisor')];
  const answers: string[] = [];
  for (let n = 0; n < 11; n++) {
    const { subject: match } = kept(await decide(detective));
    answers.push(codeOf(await as(detective, openMatchedArm, { match })));
  }
  assert.deepEqual(answers, [...Array<string>(10).fill('kept'), 'matches-waiting']);
  const { flags } = kept(await as(supervisor, flagLooks, {}));
  const own = flags.filter((flag) => flag.operator === detective.operator);
  assert.deepEqual(
    own
      .filter(({ pattern }) => pattern === 'matches' || pattern === 'emergencies')
      .map(({ pattern, arms }) => [pattern, arms]),
    [['matches', 10]],
  );
  const reason = 'It cannot wait at all';
  kept(await as(detective, openEmergencyAccess, { arm, reason }));
  assert.equal(kept(await as(detective, viewArm, { arm })).openedBy, 'emergency');
});
