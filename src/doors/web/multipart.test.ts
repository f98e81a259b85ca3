/** A form with a file is read the same however its bytes are cut on the way, and what is no such form is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { readUpload, type Sink, type Uploaded } from './multipart.ts';

const TYPE = 'multipart/form-data; boundary=----b7';

type Read = {
  readonly answer: Uploaded | Refusal;
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
};

async function read(pieces: readonly Uint8Array[], type = TYPE, bytesMax = 1e9): Promise<Read> {
  const fields = new Map<string, string>();
  const taken: Uint8Array[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const sink: Sink = {
    async write(piece) {
      taken.push(Uint8Array.from(piece));
      return taken.reduce((sum, one) => sum + one.length, 0) > bytesMax
        ? refusal('upload-too-large')
        : undefined;
    },
  };
  const answer = await readUpload(body, type, fields, async () => sink);
  return { answer, fields, bytes: Buffer.concat(taken) };
}

/** Cuts bytes at these places. */
function cut(bytes: Buffer, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((place) => place % bytes.length))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length));
}

function formOf(fields: readonly (readonly [string, string])[], name: string, contents: Uint8Array): Buffer {
  const texts = fields.map(
    ([field, text]) => `------b7\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`,
  );
  const head = `------b7\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  return Buffer.concat([Buffer.from(texts.join('') + head), contents, Buffer.from('\r\n------b7--\r\n')]);
}

test('the file and the texts come out whole, wherever the body is cut and whatever stands in it', async () => {
  const nearly = fc.constantFrom('\r\n', '\r\n--', '\r\n------b', '------b7', '\r\n----', 'x', '\r', '-');
  const contents = fc.array(nearly, { maxLength: 30 }).map((parts) => Buffer.from(`a${parts.join('')}`));
  const places = fc.array(fc.nat(2000), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(contents, places, async (bytes, where) => {
      fc.pre(!bytes.includes('\r\n------b7'));
      const body = formOf([['register', 'Dépôt — د']], 'a.csv', bytes);
      const { answer, fields, bytes: came } = await read(cut(body, where));
      assert.ok(!isRefusal(answer), JSON.stringify(answer));
      assert.equal(answer.fileName, 'a.csv');
      assert.equal(fields.get('register'), 'Dépôt — د');
      assert.deepEqual(came, bytes);
    }),
    { numRuns: 300 },
  );
});

test('a body that ends anywhere before its end is broken', async () => {
  const body = formOf([['register', 'x']], 'a.csv', Buffer.from('Serial\n1\n'));
  for (let length = 0; length < body.length - 3; length++) {
    const { answer } = await read([body.subarray(0, length)]);
    assert.ok(isRefusal(answer) && answer.refused === 'upload-broken', `${length}`);
  }
});

test('two files, a text without end, a head without end, and another kind of body are refused', async () => {
  const file = formOf([], 'a.csv', Buffer.from('a')).subarray(0, -'--\r\n'.length);
  const two = Buffer.concat([
    file,
    Buffer.from('\r\n'),
    formOf([], 'b.csv', Buffer.from('b')).subarray('------b7\r\n'.length),
  ]);
  const cases: [Buffer, string, string][] = [
    [two, TYPE, 'upload-several'],
    [formOf([['note', 'x'.repeat(30_000)]], 'a.csv', Buffer.from('a')), TYPE, 'upload-broken'],
    [Buffer.from(`------b7\r\nX: ${'y'.repeat(100_000)}`), TYPE, 'upload-broken'],
    [Buffer.from('a=b'), 'application/x-www-form-urlencoded', 'upload-broken'],
    [Buffer.from('a'), `multipart/form-data; boundary=${'z'.repeat(71)}`, 'upload-broken'],
  ];
  for (const [body, type, code] of cases) {
    const { answer } = await read([body], type);
    assert.ok(isRefusal(answer) && answer.refused === code, `${code}: ${JSON.stringify(answer)}`);
  }
});

test('what the taker refuses ends the taking, and the texts before it stay', async () => {
  const body = formOf([['register', 'Kept']], 'a.csv', Buffer.alloc(100_000, 97));
  const { answer, fields } = await read(cut(body, [500, 1000, 50_000]), TYPE, 600);
  assert.ok(isRefusal(answer) && answer.refused === 'upload-too-large');
  assert.equal(fields.get('register'), 'Kept');
});

test('a name of a file brings no path and no line end with it', async () => {
  const { answer } = await read([formOf([], 'C:\\\\depot\\\\..%0Aa%22.csv', Buffer.from('a'))]);
  assert.deepEqual(answer, { fileName: '.. a".csv' });
});
