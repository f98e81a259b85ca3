/** The quick scanner against a general XML parser as a second opinion, wherever the bytes are cut. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { SheetProblemError } from './problem.ts';
import { SheetScanner } from './sheet-scanner.ts';

function scan(xml: string, cut: number): string[] {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') events.push(`text ${text}`);
    text = '';
  };
  const scanner = new SheetScanner('part', {
    isTaking: () => true,
    open: (name, { reference, style, type }) => {
      flush();
      events.push(`open ${name} ${reference} ${style} ${type}`);
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      flush();
      events.push(`close ${name}`);
    },
  });
  const bytes = Buffer.from(xml);
  for (let from = 0; from < bytes.length; from += cut) scanner.write(bytes.subarray(from, from + cut));
  scanner.end();
  return events;
}

function scanBySaxes(xml: string): string[] {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') events.push(`text ${text}`);
    text = '';
  };
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on('opentag', ({ name, attributes: { r, s, t } }) => {
    flush();
    events.push(`open ${bare(name)} ${r} ${s} ${t}`);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    flush();
    events.push(`close ${bare(name)}`);
  });
  parser.write(xml).close();
  return events;
}

const name = fc.constantFrom('c', 'row', 'x:c', 'is', 'v', 'long-name.2');
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      '東',
      '😀',
      '>',
      '"',
      "'",
      '\n',
      '\r\n',
      ' ',
      '&amp;',
      '&#65;',
      '&#x1F600;',
      '&lt;',
      ']',
    ),
  )
  .map((parts) => parts.join('').replaceAll(']]>', ''));
const inAttribute = fc.constantFrom('A1', '>', '/', 'x>y/', '&quot;', ' é ', 'r="', '').map((value) => {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
});
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 't', 'rs', 'xml:space', 'x:r'), inAttribute), {
    selector: ([key]) => key,
  })
  .map((pairs) =>
    pairs.map(([key, value]) => ` ${key} = ${value}`.replace(' = ', key === 's' ? ' = ' : '=')).join(''),
  );
const aside = fc.constantFrom(
  '<!-- <c> -- >-->'.replace('-- >', '>'),
  '<![CDATA[<c>&amp;]]>',
  '<?go <c>?>',
  '<![CDATA[]]>',
);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    aside,
    fc.tuple(name, attributes).map(([tag, given]) => `<${tag}${given}/>`),
    fc
      .tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }))
      .map(([tag, given, inner]) => `<${tag}${given}>${inner.join('')}</${tag} >`),
  ),
}));

test('the scanner tells the same as a general parser', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (nodes, cut) => {
      const xml = `<?xml version="1.0"?>\n<sheet>${nodes.join('')}</sheet>\n`;
      // Two texts that meet may make an end of CDATA where none began, which the general parser refuses.
      fc.pre(!xml.replaceAll(/<!\[CDATA\[.*?\]\]>/g, '').includes(']]>'));
      // Around the root element only the general parser leaves out the line ends.
      const trimmed = scan(xml, cut).filter((event, index) => index > 0 || !event.startsWith('text'));
      assert.deepEqual(
        trimmed,
        scanBySaxes(xml).filter((event, index) => index > 0 || !event.startsWith('text')),
      );
    }),
    { numRuns: 3000 },
  );
});

test('what is not well-formed is refused', () => {
  for (const xml of [
    '<a></b>',
    '<a>',
    '</a>',
    '<a r=1/>',
    '<a r="1/>',
    '<a r/>',
    '<a>&b;</a>',
    '<a>&#0;</a>',
    '<a>& </a>',
    '< a/>',
    '<!DOCTYPE a><a/>',
    '<a/>text<',
  ]) {
    assert.throws(() => scan(xml, 1000), SheetProblemError, xml);
  }
});
