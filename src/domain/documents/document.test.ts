/** A file is what its first bytes say: names and stated types are only held against it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../base/refusal.ts';
import {
  type FileClaims,
  formatFileName,
  isWholePdf,
  judgeFile,
  MEDIA,
  sniffMedia,
  WORD,
} from './document.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const HEADS = {
  'image/jpeg': bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0\x01'),
  'image/png': bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  'image/webp': bytesOf('RIFF\x24\0\0\0WEBPVP8 '),
  'image/tiff': bytesOf('II*\0\x08\0\0\0'),
  'application/pdf': bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3'),
} as const;

const judged = (head: Uint8Array, claims: Partial<FileClaims> = {}): string => {
  const media = judgeFile(head, { kind: 'document', ...claims });
  return isRefusal(media) ? media.refused : media;
};

test('each type that is taken is known by its first bytes, whatever it is called', () => {
  // A form of Word is an archive like any other by its first bytes: it is taken as a paper of a trace alone.
  assert.deepEqual([...Object.keys(HEADS), WORD], Object.keys(MEDIA));
  for (const [media, head] of Object.entries(HEADS)) assert.equal(judged(head), media);
  assert.equal(sniffMedia(bytesOf('MM\0*\0\0\0\x08')), 'image/tiff');
});

test('what a browser could run, and whatever else is no picture and no PDF, is refused', () => {
  for (const text of [
    '<!DOCTYPE html><script>1</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><svg/>',
    'GIF89a\x01\0\x01\0',
    'PK\x03\x04',
    '\x7fELF',
    ' %PDF-1.7',
    '\n\x89PNG\r\n\x1a\n',
    'RIFF\x24\0\0\0WAVEfmt ',
    '\xff\xd8',
  ])
    assert.equal(judged(bytesOf(text)), 'document-type-unknown', JSON.stringify(text));
  assert.equal(judged(bytesOf('')), 'document-empty');
  assert.equal(judged(bytesOf('\0\0\0\x24ftypheic\0\0\0\0')), 'picture-is-heic');
});

test('a file that claims to be another type is refused; saying nothing claims nothing', () => {
  const png = HEADS['image/png'];
  assert.equal(judged(png, { name: 'left side.jpg' }), 'document-claims-other');
  assert.equal(judged(png, { media: 'image/jpeg' }), 'document-claims-other');
  assert.equal(judged(png, { media: 'text/html' }), 'document-claims-other');
  assert.equal(judged(HEADS['image/jpeg'], { name: 'page.html' }), 'document-claims-other');
  for (const claims of [
    { name: 'LEFT.PNG' },
    { name: 'left' },
    { name: '12.5 metres' },
    { media: 'image/png; q=1' },
    { media: 'application/octet-stream' },
    { media: '' },
  ])
    assert.equal(judged(png, claims), 'image/png');
  assert.equal(judged(HEADS['image/jpeg'], { media: 'image/jpg', name: 'a.jpeg' }), 'image/jpeg');
});

test('a photograph is a picture', () => {
  assert.equal(judged(HEADS['application/pdf'], { kind: 'photograph' }), 'photograph-not-a-picture');
  assert.equal(judged(HEADS['image/tiff'], { kind: 'photograph' }), 'image/tiff');
});

test('a PDF that was cut off has no end', () => {
  assert.equal(isWholePdf(bytesOf('%PDF-1.7\n...\n%%EOF\r\n')), true);
  assert.equal(isWholePdf(bytesOf('%PDF-1.7\n%%EOF')), true);
  assert.equal(isWholePdf(bytesOf('%PDF-1.7\n...')), false);
  assert.equal(isWholePdf(bytesOf(`%PDF-1.7\n%%EOF${' '.repeat(2000)}`)), false);
});

test('judging never throws, and only ever says a type whose first bytes it saw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), fc.string(), fc.string(), (head, media, name) => {
      const said = judgeFile(head, { kind: 'document', media, name });
      assert.ok(isRefusal(said) || said === sniffMedia(head));
    }),
  );
});

test('the name under which a file leaves holds nothing from outside', () => {
  assert.equal(formatFileName('0190', 'image/jpeg'), 'document-0190.jpg');
});
