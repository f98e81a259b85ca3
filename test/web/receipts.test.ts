/** The receipt on its page, as a person reads it and as a scanner does, in three languages; and checking one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RECEIPT_TRIES } from '../../src/acts/check-receipt.ts';
import { proveArm } from '../../src/acts/prove-arm.ts';
import { type ArmReceipt, viewReceipt } from '../../src/acts/view-receipt.ts';
import { parseReceipt, receiptCode } from '../../src/domain/ledger/receipt.ts';
import { squareOf } from '../../src/doors/web/square-code.ts';
import { signedIn } from '../browser/people.ts';
import { type World, world } from '../world.ts';
import { readSquare } from './read-square.ts';
import { alarmArm, got } from './told-arms.ts';
import { servePages } from './visitor.ts';

let here: World;
let number: string;
let receipt: ArmReceipt;

before(async () => {
  here = await world();
  const told = await alarmArm(here);
  number = told.number;
  await here.numbering.drain();
  const { entries } = got(await proveArm.run(here.office, here.actor, { arm: told.id }));
  const input = { arm: number, entry: entries.at(-1)!.entry };
  receipt = got(await viewReceipt.run(here.office, here.actor, input));
});
after(() => here.close());

type Post = (fields: Readonly<Record<string, string>>) => Promise<{ status: number; text: string }>;

async function visitor(t: Parameters<typeof servePages>[0], role = 'registry-clerk') {
  const pages = await servePages(t, here.office);
  const { token } = await signedIn(here, pages.address, { role });
  const headers = { cookie: `countermark-session=${token}`, origin: pages.address };
  const post: Post = async (fields) => {
    const sent = await fetch(`${pages.address}/check?lang=en`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    });
    return { status: sent.status, text: await sent.text() };
  };
  return { get: (path: string) => pages.get(path, { headers }), post, pages };
}

const plain = (text: string): string => text.replace(/<[^>]*>/g, '');

test('a receipt stands on a page in three languages, with its code, its marks and what it is not', async (t) => {
  const { get } = await visitor(t);
  const says = {
    en: [/Check code/, /no acknowledgement of a tracing request under ITI 19/, /Demonstration/],
    fr: [/Code de contrôle/, /pas l’accusé de réception d’une demande de traçage au sens de l’ITI 19/],
    ar: [/رمز التحقق/, /ليس إقرارًا باستلام طلب تعقب/, /عرض تجريبي/],
  };
  for (const [language, sentences] of Object.entries(says)) {
    const { status, text } = await get(`/receipts/${receipt.entry}?arm=${number}&lang=${language}`);
    assert.equal(status, 200, text);
    for (const sentence of sentences) assert.match(plain(text), sentence);
    assert.ok(text.includes(`<bdi dir="ltr" class="code">${receipt.code}</bdi>`), language);
    assert.ok(text.includes(`<bdi dir="ltr" class="code">${number}</bdi>`), language);
    assert.match(text, language === 'ar' ? /<html lang="ar" dir="rtl">/ : /dir="ltr">/);
    // A mark with a place that nobody could read keeps its order.
    assert.match(text, /<bdi dir="ltr" class="code">[^<]*\d[^<]*<\/bdi>/);
    assert.doesNotMatch(text, /style="/);
  }
});

test('a scanner reads number, entry, leaf, size and code from the square on the page', async (t) => {
  const { get } = await visitor(t);
  const { text } = await get(`/receipts/${receipt.entry}?arm=${number}`);
  const [, box, drawing] =
    /<svg class="square"[^>]*viewBox="-4 -4 (\d+) \d+"[^>]*>.*?<path fill="#000" d="([^"]*)"/s.exec(text) ??
    [];
  const side = Number(box) - 8;
  const dark = new Set<string>();
  for (const [, x, y, length] of drawing!.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(length); at++) dark.add(`${Number(x) + at} ${y}`);
  const scanned = readSquare({ side, isDark: (column, row) => dark.has(`${column} ${row}`) });
  assert.deepEqual(parseReceipt(scanned), {
    about: number,
    entry: receipt.entry,
    leaf: receipt.leaf,
    size: parseReceipt(scanned)!.size,
    code: receipt.code,
  });
  assert.ok(parseReceipt(scanned)!.size > receipt.leaf);
});

test('squares of every length that a receipt can have are read back', () => {
  const entry = receipt.entry.toUpperCase();
  for (const text of [
    `CM1:XA-7K4Q9-2MTKP/${entry}/4/5/7K4Q-92MT-KP3`,
    `CM1:XA-7K4Q9-2MTKP/${entry}/1234567/1234600/7K4Q-92MT-KP3`,
    `CM1:${entry}/${entry}/123456789012345/123456789012346/7K4Q-92MT-KP3`,
  ])
    assert.equal(readSquare(squareOf(text)), text);
});

test('a receipt is checked without a script, and what was typed stays where it does not fit', async (t) => {
  const { get, post, pages } = await visitor(t);
  assert.match((await get('/check?lang=en')).text, /<form method="post" action="\/check"/);
  const right = await post({ number, code: receipt.code.toLowerCase() });
  assert.equal(right.status, 200);
  assert.match(right.text, /role="status"[^>]*><p><strong>The receipt fits an entry/);
  assert.ok(right.text.includes(receipt.entry));
  assert.doesNotMatch(plain(right.text), /Court of Kerem|Depot Kerem|ZN-?04471/);
  assert.equal((await post({ code: receipt.scan })).status, 200);
  const letter = receipt.code[0] === 'A' ? 'B' : 'A';
  const wrong = await post({ number, code: `${letter}${receipt.code.slice(1)}` });
  assert.equal(wrong.status, 409);
  assert.match(wrong.text, /misread or mistyped/);
  assert.match(wrong.text, new RegExp(`value="${number}"`));
  const other = await post({ number: 'XA-00000-00000', code: receipt.code });
  assert.equal(other.status, 404);
  assert.match(other.text, /No entry under this number has this check code/);
  assert.ok(!pages.log.join('\n').includes(receipt.code), 'no code stands in the log');
});

test('J-02: who may not look at arms gets no receipt, and is told so in words', async (t) => {
  const { get } = await visitor(t, 'reporting');
  const { status, text } = await get(`/receipts/${receipt.entry}?arm=${number}&lang=fr`);
  assert.equal(status, 403);
  assert.match(plain(text), /Votre rôle ne comprend pas ceci : prendre le récépissé d’une inscription/);
  const stranger = await visitor(t);
  assert.equal((await stranger.get(`/receipts/${here.office.node}?arm=${number}`)).status, 404);
  assert.equal((await stranger.get(`/receipts/nonsense?arm=${number}`)).status, 422);
});

test('J-04: whoever is not signed in checks a receipt, from the foot of every page, and guesses make the address wait', async (t) => {
  const pages = await servePages(t, here.office);
  const post = (code: string, from: string) =>
    fetch(`${pages.address}/check?lang=en`, {
      method: 'POST',
      headers: { origin: from },
      body: new URLSearchParams({ number, code }),
    });
  assert.match((await pages.get('/sign-in')).text, /<footer class="foot"><a href="\/check">Check a receipt/);
  const form = await pages.get('/check?lang=en');
  assert.equal(form.status, 200);
  assert.match(form.text, /<form method="post" action="\/check"/);
  const right = await post(receipt.code, pages.address);
  assert.equal(right.status, 200);
  const told = await right.text();
  assert.match(told, /The receipt fits an entry/);
  assert.doesNotMatch(plain(told), /Court of Kerem|Depot Kerem|ZN-?04471/);
  assert.equal((await post(receipt.code, 'https://elsewhere.example')).status, 403);
  const other = receiptCode(Buffer.alloc(16), Buffer.from('{}'));
  for (let tries = 0; tries < RECEIPT_TRIES.free; tries++)
    assert.equal((await post(other, pages.address)).status, 404);
  const waits = await (await post(receipt.code, pages.address)).text();
  assert.match(plain(waits), /second/);
  assert.doesNotMatch(waits, /The receipt fits an entry/);
  const lines = await here.db.rows<{ operator: string }>(
    "select distinct operator from access_log where act = 'check-receipt' and operator like 'nobody:%'",
  );
  assert.equal(lines.length, 1);
  assert.match(lines[0]!.operator, /^nobody:[0-9a-f]{16}$/);
});

test('a role that checks no receipts checks the one in its hand, under its own name', async (t) => {
  const { post } = await visitor(t, 'administrator');
  assert.equal((await post({ number, code: receipt.code })).status, 200);
  const lines = await here.db.rows(
    "select 1 as one from access_log where act = 'check-receipt (not permitted)'",
  );
  assert.equal(lines.length, 0);
});
