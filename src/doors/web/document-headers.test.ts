/** Nothing that was brought in is ever served as something a browser would run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MEDIA, type Media } from '../../domain/documents/document.ts';
import { documentHeaders, type Served } from './document-headers.ts';

const ID = '0190a1b2-0000-7000-8000-000000000001';

test('originals of every type are files to be saved, of no type and in a sandbox', () => {
  for (const media of Object.keys(MEDIA) as Media[]) {
    const headers = documentHeaders({ form: 'original', id: ID, media, bytes: 7 });
    assert.match(
      headers['Content-Disposition']!,
      /^attachment; filename="document-[0-9a-f-]{36}\.[a-z]{3,4}"$/,
    );
    assert.equal(headers['Content-Type'], 'application/octet-stream');
    assert.equal(headers['Content-Length'], '7');
  }
});

test('only our own copies are shown in a page, as JPEG', () => {
  for (const form of ['thumb', 'large'] as const) {
    const headers = documentHeaders({ form, bytes: 7 });
    assert.deepEqual([headers['Content-Type'], headers['Content-Disposition']], ['image/jpeg', 'inline']);
  }
  const strange = documentHeaders({ form: 'text/html' as 'thumb', bytes: 7 });
  assert.match(strange['Content-Disposition']!, /^attachment/);
  assert.equal(strange['Content-Type'], 'application/octet-stream');
});

test('whatever goes out may run nothing, is not guessed at, and is kept by no cache', () => {
  const all: readonly Served[] = [
    { form: 'thumb', bytes: 1 },
    { form: 'large', bytes: 1 },
    { form: 'original', id: ID, media: 'application/pdf', bytes: 1 },
  ];
  for (const served of all) {
    const headers = documentHeaders(served);
    assert.equal(headers['Content-Security-Policy'], "sandbox; default-src 'none'");
    assert.equal(headers['X-Content-Type-Options'], 'nosniff');
    assert.equal(headers['Cross-Origin-Resource-Policy'], 'same-origin');
    assert.match(headers['Cache-Control']!, /no-store/);
  }
});
