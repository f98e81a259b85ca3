/**
 * The directory of contacts from the command line: recorded from files, as another State publishes them too, listed, shown and
 * confirmed; whoever may only look changes nothing.
 *
 * @clause ITI 25, ITI 31(a), C-01
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOf } from './hands.ts';
import { endSo, folder, letIn, run, runJson } from './staff.ts';

type Kept = { readonly subject: string; readonly version: number };

test('contacts are recorded from files, listed, shown, changed and confirmed', async () => {
  await letIn('n.contact', '--role', 'national-contact');
  const by = ['--operator', 'n.contact', '--purpose', 'directory of 2026'];
  const one = { state: 'XB', kind: 'tracing', office: 'Registry of Borrane', source: 'Letter 4' };
  const file = fileOf(folder, 'contact.json', JSON.stringify(one));
  const record = ['contact', 'record', file];
  await endSo([
    [[...record, '--operator', 'i.soro'], 1, /Your role does not include this: recording contacts/],
    [['contact', 'record', fileOf(folder, 'bad.json', '{"state":"XBB"}'), ...by], 2, /two letters/],
    [['contact', 'record', ...by], 2, /the file/],
  ]);
  const { json: kept } = await runJson<Kept>(...record, ...by);
  assert.equal(kept.version, 1);
  const published = {
    format: 'countermark-contacts/1',
    contacts: [{ state: 'XC', office: 'Registry of Carsane' }],
  };
  const given = fileOf(folder, 'published.json', JSON.stringify(published));
  for (const one of [
    [['contact', 'record', given, '--source', 'Their file', ...by], 0, /Recorded: \S+, version 1/],
    [
      ['contact', 'list', '--operator', 'i.soro'],
      0,
      /XB {2}tracing {7}Registry of Borrane {2}\(to be confirmed\)\n.*Carsane/,
    ],
    [['contact', 'list', '--state', 'XC', ...by], 0, /^[^\n]*Registry of Carsane[^\n]*\n$/],
    [['contact', 'confirm', kept.subject, ...by], 2, /source/],
    [['contact', 'confirm', kept.subject, '--source', 'By telephone', ...by], 0, /Confirmed: version 2/],
    [
      ['contact', 'show', kept.subject, '--operator', 'i.soro'],
      0,
      /2 {2}\S+ {2}confirmed: By telephone\n {2}1 .*recorded: Letter 4/,
    ],
    [[...record, '--contact', kept.subject, ...by], 0, /version 3/],
    [
      ['contact', 'confirm', 'ffffffff-0000-7000-8000-0000000000ff', '--source', 'x', ...by],
      1,
      /no such contact/,
    ],
  ] as const)
    await endSo([[[...one[0]], one[1], one[2]]]);
  const { out } = await run('contact', 'list', '--to-confirm', '--json', ...by);
  assert.equal((JSON.parse(out) as { total: number }).total, 2);
});
