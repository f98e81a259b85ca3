/** Documents made to do harm, and those of others: refused with a code, nothing kept, nothing guessed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { emptyForm } from '../../src/doors/papers/paper.ts';
import { readDocument } from '../../src/doors/papers/read-document.ts';
import { writeDocument } from '../../src/doors/papers/write-document.ts';
import { codeOf, kept } from '../acts/registry.ts';
import { changed, fill } from './filled.ts';

test('hostile and foreign files are refused, and a field that says two things says none', async () => {
  const good = await writeDocument(emptyForm('en'));
  assert.equal(codeOf(await readDocument(Buffer.from('no archive'))), 'paper-unreadable');
  assert.equal(
    codeOf(await readDocument(Buffer.from(zipSync({ 'a.txt': strToU8('x') })))),
    'paper-unreadable',
  );
  assert.equal(codeOf(await readDocument(good.subarray(0, good.length / 2))), 'paper-unreadable');
  const bad = (change: (xml: string) => string) => readDocument(changed(good, change)).then(codeOf);
  assert.equal(
    await bad((xml) => xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "c">]><w:document')),
    'paper-unreadable',
  );
  assert.equal(
    await bad((xml) => xml.replace('<w:body>', `<w:body>${'<w:p>'.repeat(500)}`)),
    'paper-unreadable',
  );
  assert.equal(await bad((xml) => xml.replace('</w:body>', '')), 'paper-unreadable');
  assert.equal(
    await bad((xml) => xml.replace('<w:body>', `<w:body>${' '.repeat(40_000_000)}`)),
    'paper-unreadable',
    'an archive that swells',
  );
  assert.equal(await bad((xml) => xml.replaceAll('w:tag ', 'w:nothing ')), 'paper-without-fields');
  assert.equal(
    await bad((xml) => xml.replaceAll('countermark-trace/1', 'countermark-trace/9')),
    'paper-of-another-form',
  );
  const twice = changed(good, (xml) => {
    const one = fill(xml, 'item.maker', 'Zeta');
    const at = one.lastIndexOf('<w:sdt>', one.indexOf('w:val="item.maker"'));
    const control = one.slice(at, one.indexOf('</w:sdt>', at) + 8);
    return one.slice(0, at) + control + control.replace('Zeta', 'Omega') + one.slice(at + control.length);
  });
  const read = kept(await readDocument(twice));
  assert.ok(read.unread.some(({ tag, why }) => tag === 'item.maker' && why === 'twice'));
  assert.equal(read.values.has('item.maker'), false);
});
