/** The pages of makers, calibres and models: every entry is reached, and a choice of maker goes on from page to page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readReference } from '../../src/doors/reference/read-reference.ts';
import { type World, world } from '../world.ts';
import { type Officer, officer } from './officer.ts';
import { servePages } from './visitor.ts';

let here: World;
let who: Officer;
before(async (t) => {
  here = await world({});
  who = await officer(here, (await servePages(t as never, here.office)).address, { role: 'reporting' });
});
after(() => here.close());

const PAGES_MAX = 200;

/** Codes of all entries from a page on, as its links to the next lead. */
async function walked(from: string): Promise<readonly string[]> {
  const codes: string[] = [];
  let path: string | undefined = from;
  for (let page = 0; path !== undefined; page++) {
    assert.ok(page < PAGES_MAX, 'the list has no end');
    const { text }: { readonly text: string } = await who.get(path);
    codes.push(
      ...[...text.matchAll(/href="\/reference\/(?:makers|calibres|models)\/([^"?]+)"/g)].map(
        (one) => one[1]!,
      ),
    );
    path = /class="button[^"]*" href="(\/reference\/[^"]*after=[^"]*)"/
      .exec(text)?.[1]
      ?.replaceAll('&amp;', '&');
  }
  return codes;
}

test('page by page every maker, calibre and model is reached, once', async () => {
  const { reference } = await readReference();
  for (const table of ['makers', 'calibres', 'models'] as const) {
    const codes = await walked(`/reference/${table}`);
    assert.deepEqual(codes, [...reference[table].keys()], table);
  }
});

test('the models of one maker stay its own on every page', async () => {
  const { modelsOf } = await readReference();
  const own = modelsOf('taurus').map(({ code }) => code);
  assert.ok(own.length > 50, 'more than one page');
  assert.deepEqual(await walked('/reference/models?maker=taurus'), own);
});

test('where no name holds the words, what was perhaps meant is offered; an entry that is not there is said', async () => {
  const perhaps = (await who.get('/reference/makers?q=tauros')).text;
  assert.match(perhaps, /Perhaps meant/);
  assert.match(perhaps, /href="\/reference\/makers\/taurus"/);
  const missing = await who.get('/reference/models/nobody/nothing');
  assert.equal(missing.status, 404);
  assert.match(missing.text, /nobody\/nothing/);
});
