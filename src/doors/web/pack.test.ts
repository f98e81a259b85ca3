/** Texts that are packed for those who take it, and only for them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, inflateSync } from 'node:zlib';
import { Hono } from 'hono';
import { protect } from './guard.ts';
import { sendText } from './pack.ts';

const LONG = 'AJA0397 \u0633\u0644\u0627\u062d '.repeat(200);
const app = new Hono();
protect(app, { hosts: () => ['here'], reach: { tls: true, proxies: [] } });
app.get('/:text', (context) =>
  sendText(context, context.req.param('text') === 'long' ? LONG : 'short', {
    'Content-Type': 'text/html; charset=UTF-8',
  }),
);

async function get(path: string, coding?: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const headers = { host: 'here', ...(coding === undefined ? {} : { 'accept-encoding': coding }) };
  const answer = await app.request(path, { headers });
  assert.equal(answer.status, 200);
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test('a long text is packed for whoever takes gzip, and says what it is and by what it varies', async () => {
  const { headers, bytes } = await get('/long', 'gzip, deflate, br');
  assert.equal(headers.get('content-encoding'), 'gzip');
  assert.equal(headers.get('content-type'), 'text/html; charset=UTF-8');
  assert.match(headers.get('vary') ?? '', /Accept-Encoding/);
  assert.equal(gunzipSync(bytes).toString('utf8'), LONG);
});

test('who takes another coding gets that, and who takes none gets the text as it is', async () => {
  const other = await get('/long', 'deflate');
  assert.equal(other.headers.get('content-encoding'), 'deflate');
  assert.equal(inflateSync(other.bytes).toString('utf8'), LONG);
  for (const coding of [undefined, 'gzip;q=0', 'identity', 'br']) {
    const plain = await get('/long', coding);
    assert.equal(plain.headers.get('content-encoding'), null, `${coding}`);
    assert.equal(plain.bytes.toString('utf8'), LONG);
  }
  assert.equal((await get('/short', 'gzip')).headers.get('content-encoding'), null);
});
