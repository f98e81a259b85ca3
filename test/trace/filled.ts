/** Documents as somebody else's program leaves them: parts changed, fields filled in. */
import assert from 'node:assert/strict';
import { strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'word/document.xml';
/** The part that holds the fields. */
export const mainOf = (bytes: Buffer): string => new TextDecoder().decode(unzipSync(bytes)[MAIN]);
/** A document with its main part changed. */
export function changed(bytes: Buffer, change: (xml: string) => string): Buffer {
  const parts = unzipSync(bytes);
  return Buffer.from(zipSync({ ...parts, [MAIN]: strToU8(change(mainOf(bytes))) }));
}

/** Fills a field as a word processor does: the text of the control replaced, the sign of an empty one taken away. */
export function fill(xml: string, tag: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const at = xml.indexOf(`<w:tag w:val="${tag}"/>`);
  assert.ok(at > 0, `the form has the field ${tag}`);
  const end = xml.indexOf('</w:sdt>', at);
  const control = xml
    .slice(at, end)
    .replace('<w:showingPlcHdr/>', '')
    .replace(
      /<w:sdtContent>.*<\/w:sdtContent>/s,
      `<w:sdtContent><w:r><w:t>${escaped}</w:t></w:r></w:sdtContent>`,
    );
  return xml.slice(0, at) + control + xml.slice(end);
}
