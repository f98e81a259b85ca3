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

/** A picture in a document: its bytes, or where its link leads. */
export type Inside = {
  readonly bytes?: Buffer;
  readonly name?: string;
  readonly target?: string;
  readonly isOutside?: true;
  /** As old writers draw it. */
  readonly isOld?: true;
};

const LINKS = 'word/_rels/document.xml.rels';

/** A document into which somebody put pictures. */
export function withPictures(bytes: Buffer, pictures: readonly Inside[]): Buffer {
  const parts = unzipSync(bytes);
  const media: Record<string, Uint8Array> = {};
  const links: string[] = [];
  const drawn = pictures.map(({ bytes: own, name, target, isOutside, isOld }, at) => {
    const file = `media/own-${at}-${name ?? 'picture.png'}`;
    if (own) media[`word/${file}`] = own;
    const mode = isOutside ? ' TargetMode="External"' : '';
    links.push(
      `<Relationship Id="rIdOwn${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target ?? file}"${mode}/>`,
    );
    if (isOld)
      return `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rIdOwn${at}"/></v:shape></w:pict></w:r></w:p>`;
    const named = isOutside ? 'r:link' : 'r:embed';
    return `<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ${named}="rIdOwn${at}"/></w:drawing></w:r></w:p>`;
  });
  const before = new TextDecoder().decode(parts[LINKS]);
  const linked = before.replace('</Relationships>', `${links.join('')}</Relationships>`);
  assert.notEqual(linked, before);
  return changed(
    Buffer.from(zipSync({ ...parts, ...media, [LINKS]: strToU8(linked) }, { level: 0 })),
    (xml) => xml.replace('<w:sectPr', `${drawn.join('')}<w:sectPr`),
  );
}
