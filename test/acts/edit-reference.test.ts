/**
 * A State's own rows of the reference tables: what stands, what is answered by it, what is refused, and that nothing is lost.
 *
 * @clause B-12, PoA II.9
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type EditReference, editReference } from '../../src/acts/edit-reference.ts';
import { exportReference } from '../../src/acts/export-reference.ts';
import { listReference } from '../../src/acts/list-reference.ts';
import { listReferenceChanges } from '../../src/acts/list-reference-changes.ts';
import { normalise } from '../../src/acts/normalise.ts';
import { type Act, newId } from '../../src/acts/office.ts';
import { understandReading } from '../../src/acts/understand-reading.ts';
import { viewReference } from '../../src/acts/view-reference.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { readReference } from '../../src/doors/reference/read-reference.ts';
import { listStateRows } from '../../src/store/reference.ts';
import { type World, world } from '../world.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

async function ask<I, O>(act: Act<I, O>, input: object): Promise<O> {
  const done = await act.run(here.office, here.actor, act.input.parse(input));
  assert.ok(!isRefusal(done), JSON.stringify(done));
  return done as O;
}

const edit = (input: Omit<Partial<EditReference>, 'act'> & { act?: string }) =>
  editReference.run(here.office, here.actor, editReference.input.parse({ why: 'Order 12/2026', ...input }));

async function kept(input: Parameters<typeof edit>[0]) {
  const done = await edit(input);
  assert.ok(!isRefusal(done), JSON.stringify(done));
  return done;
}

async function refused(input: Parameters<typeof edit>[0]): Promise<Refusal> {
  const done = await edit(input);
  assert.ok(isRefusal(done), JSON.stringify(done));
  return done;
}

const first = async (what: string, text: string) =>
  (await ask(normalise, { what, text })).candidates[0]?.code;
const maker = {
  table: 'maker',
  code: 'zerbin',
  fields: { name: 'Zerbin Waffen', aliases: 'Zerbinwerk' },
} as const;

test('a maker of the State is understood, and no more once it is taken back', async () => {
  const before = await ask(normalise, { what: 'maker', text: 'zerbinwerk' });
  assert.notEqual(before.candidates[0]?.code, 'zerbin');
  await kept(maker);
  assert.equal(await first('maker', 'zerbinwerk'), 'zerbin');
  const listed = await ask(listReference, { table: 'makers', own: true });
  assert.deepEqual(
    listed.entries.map(({ code, state }) => [code, state?.version]),
    [['zerbin', listed.version]],
  );
  await kept({ table: 'maker', code: 'zerbin', takeBack: true });
  assert.deepEqual(await ask(normalise, { what: 'maker', text: 'zerbinwerk' }), before);
  assert.equal((await ask(listReference, { table: 'makers', own: true })).total, 0);
  assert.equal(
    (await refused({ table: 'maker', code: 'zerbin', takeBack: true })).refused,
    'reference-not-own',
  );
});

test('a row of the program is changed, told beside the one that came with the program, and stands again', async () => {
  const shipped = await ask(viewReference, { table: 'calibres', code: '9x19' });
  assert.equal(shipped.state, undefined);
  await kept({
    table: 'calibre',
    code: '9x19',
    fields: { ...shipped.fields, aliases: `${shipped.fields.aliases} | Neuner Kurzwort` },
    why: 'So written in the files of Kerem.',
  });
  assert.equal(await first('calibre', 'neuner kurzwort'), '9x19');
  const changed = await ask(viewReference, { table: 'calibres', code: '9x19' });
  assert.equal(changed.state?.why, 'So written in the files of Kerem.');
  assert.deepEqual(changed.state?.program, shipped.entry);
  await kept({ table: 'calibre', code: '9x19', takeBack: true });
  const again = await ask(viewReference, { table: 'calibres', code: '9x19' });
  assert.deepEqual({ ...again, version: 0 }, { ...shipped, version: 0 });
  const { changes } = await ask(listReferenceChanges, { table: 'calibre', code: '9x19' });
  assert.deepEqual(
    changes.map(({ fields }) => fields === undefined),
    [true, false],
    'each version stands',
  );
});

test('a grammar of the State tells the year of a serial, as those of the program do', async () => {
  const zones = [
    { means: 'year', set: 'A-C', min: 1, max: 1, values: { A: 2001, B: 2002, C: 2003 } },
    { means: 'sequence', set: '0-9', min: 4, max: 4 },
  ];
  const fields = {
    maker: 'zerbin',
    classes: ['rifle'],
    title: 'A letter for the year.',
    zones,
    sources: ['Order'],
  };
  const without = await refused({ table: 'grammar', code: 'zerbin-year', fields });
  assert.deepEqual([without.refused, without.facts?.code], ['reference-code-missing', 'zerbin']);
  await kept(maker);
  await kept({ table: 'grammar', code: 'zerbin-year', fields });
  const read = await ask(understandReading, { text: 'B1234', maker: 'zerbin', class: 'rifle' });
  assert.deepEqual(
    read.readings[0]!.serial?.fits.map(({ grammar, years }) => [grammar, years]),
    [['zerbin-year', [2002]]],
  );
  const page = await ask(viewReference, { table: 'makers', code: 'zerbin' });
  assert.deepEqual(
    page.serials.map(({ id, state }) => [id, typeof state?.version]),
    [['zerbin-year', 'number']],
  );
  const wrong = await refused({
    table: 'grammar',
    code: 'zerbin-two',
    fields: { ...fields, zones: [zones[0]] },
  });
  assert.match(String(wrong.facts?.says), /sequence/);
  const strange = await refused({
    table: 'grammar',
    code: 'zerbin-two',
    fields: { ...fields, colour: 'red' },
  });
  assert.match(String(strange.facts?.says), /colour/);
  const named = await refused({ table: 'maker', code: 'zerbin', takeBack: true });
  assert.deepEqual([named.refused, named.facts?.by], ['reference-still-named', 'zerbin-year']);
  await kept({ table: 'grammar', code: 'zerbin-year', takeBack: true });
  await kept({ table: 'maker', code: 'zerbin', takeBack: true });
});

test('rows that cannot be used are refused with their column and what it needs; nothing is kept of them', async () => {
  const before = await here.db.rows('select version from reference_entry');
  const model = { name: 'Z9', maker: 'glock', class: 'pistol' };
  for (const [fields, column, needs] of [
    [{ ...model, class: 'spear' }, 'class', 'class'],
    [{ ...model, name: ' ' }, 'name', 'something'],
    [{ ...model, country: 'Belgium' }, 'country', 'country'],
    [{ ...model, from: '1999', to: '1990' }, 'to', 'years-in-order'],
    [{ ...model, marks_at: 'serial@moon-left' }, 'marks_at', 'mark-place'],
    [{ ...model, colour: 'red' }, 'colour', 'known-name'],
    [{ ...model, from: 1999 }, 'from', 'text'],
    [{ ...model, name: 'Z\u202e9' }, 'name', 'plain'],
    [{ ...model, name: 'Z'.repeat(121) }, 'name', 'shorter'],
    [{ ...model, aliases: Array.from({ length: 201 }, (_, at) => `Z${at}`).join('|') }, 'aliases', 'fewer'],
    [{ ...model, constructor: 'y' }, 'constructor', 'known-name'],
  ] as const) {
    const no = await refused({ table: 'model', code: 'glock/z9', fields });
    assert.deepEqual(
      [no.refused, no.facts?.column, no.facts?.needs],
      ['reference-row-unusable', column, needs],
    );
  }
  for (const [fields, column, code] of [
    [{ ...model, maker: 'nobody' }, 'maker', 'nobody'],
    [{ ...model, calibres: '9x19 | 9x99' }, 'calibres', '9x99'],
    [{ ...model, look_alikes: 'glock/none' }, 'look_alikes', 'glock/none'],
  ] as const) {
    const no = await refused({ table: 'model', code: 'glock/z9', fields });
    assert.deepEqual(
      [no.refused, no.facts?.column, no.facts?.code],
      ['reference-code-missing', column, code],
    );
  }
  const bad = await refused({ table: 'model', code: 'Glock Z9', fields: model });
  assert.deepEqual([bad.facts?.column, bad.facts?.needs], ['code', 'code']);
  assert.equal((await refused({ ...maker, code: '9x19' })).refused, 'reference-code-elsewhere');
  assert.equal((await refused({ ...maker, code: 'glock', adds: true })).refused, 'reference-code-known');
  assert.equal((await refused({ ...maker, seen: 7 })).refused, 'reference-changed');
  assert.deepEqual(await here.db.rows('select version from reference_entry'), before);
});

test('a submission that comes twice makes one version; another one of its id is refused', async () => {
  const act = newId(here.office);
  const one = await kept({ ...maker, act });
  assert.deepEqual(await kept({ ...maker, act }), one);
  const { changes } = await ask(listReferenceChanges, { table: 'maker', code: 'zerbin', limit: 1 });
  assert.equal(changes[0]!.entry, one.entry);
  const { version } = changes[0]!;
  const both = await Promise.all([
    edit({ ...maker, seen: version, fields: { name: 'Zerbin East' } }),
    edit({ ...maker, seen: version, fields: { name: 'Zerbin West' } }),
  ]);
  assert.deepEqual(
    both.map((done) => (isRefusal(done) ? done.refused : 'kept')).sort(),
    ['kept', 'reference-changed'],
    'of two who saw the same row one is told',
  );
  await kept({ ...maker, takeBack: true, fields: undefined });
});

test('changes of one moment are made one after the other, and none is lost', async () => {
  const codes = Array.from({ length: 8 }, (_, at) => `zerbin-${at}`);
  const made = await Promise.all(codes.map((code) => edit({ ...maker, code })));
  assert.deepEqual(made.filter(isRefusal), []);
  const back = await Promise.all(codes.map((code) => edit({ table: 'maker', code, takeBack: true })));
  assert.deepEqual(back.filter(isRefusal), []);
});

test('the rows that stand are what the entries of the ledger tell', async () => {
  await kept(maker);
  const bodies = await here.db.rows<{ body: Buffer }>(
    `select e.body from ledger_entry e join ledger_act a on a.act_id = e.act_id where a.kind = 'edit-reference' order by e.entry_id`,
  );
  const told = new Map<string, unknown>();
  for (const { body } of bodies) {
    const { events } = JSON.parse(body.toString('utf8'));
    for (const { table, code, fields, takenBack } of events)
      if (takenBack) told.delete(`${table} ${code}`);
      else told.set(`${table} ${code}`, fields);
  }
  const { rows, version } = await listStateRows(here.db);
  assert.deepEqual(new Map(rows.map(({ table, code, fields }) => [`${table} ${code}`, fields])), told);
  assert.equal(version, bodies.length, 'each entry made a version');
});

test('a table is given whole, and the rows of the State alone', async () => {
  const all = await ask(exportReference, { table: 'maker' });
  const { program } = await readReference();
  assert.equal(all.rows.length, program.rows.maker.size + 1);
  assert.deepEqual(all.columns.slice(0, 3), ['code', 'name', 'country']);
  const own = await ask(exportReference, { table: 'maker', own: true });
  assert.deepEqual(
    own.rows.map(({ code, fields }) => [code, fields]),
    [['zerbin', maker.fields]],
  );
});

test('a row that a newer program can no longer use is left aside and told, and the tables stand', async () => {
  const why = 'x';
  const at = new Date().toISOString();
  await here.db.rows(
    `insert into reference_entry select max(version) + 1, 'model', 'gone/one', $1, $2, 'test', $3, gen_random_uuid() from reference_entry`,
    [JSON.stringify({ name: 'One', maker: 'gone', class: 'pistol' }), why, at],
  );
  here.office.referenceChanged();
  const listed = await ask(listReference, { table: 'models', own: true });
  assert.deepEqual([listed.unusable, listed.total], [['gone/one'], 0]);
  assert.equal(await first('maker', 'glock'), 'glock');
});
