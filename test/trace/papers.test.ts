/**
 * Documents for partners: well formed, with a content control for every field, in six languages; what is filled in reads back as it
 * was filled in, in any script; what cannot be read is told and never guessed; hostile files are refused.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import type { MessageView } from '../../src/acts/view-message.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { Said } from '../../src/domain/trace/thread.ts';
import { CHOICES, type ChoiceName, FORM } from '../../src/doors/papers/form.data.ts';
import { emptyForm, letterPaper, requestPaper } from '../../src/doors/papers/paper.ts';
import { readDocument } from '../../src/doors/papers/read-document.ts';
import { valuesOfSaid } from '../../src/doors/papers/values.ts';
import { PAPER_LANGUAGES, PAPER_WORDS, type PaperLanguage } from '../../src/doors/papers/words.ts';
import { writeDocument } from '../../src/doors/papers/write-document.ts';
import { kept } from '../acts/registry.ts';
import { changed, fill, mainOf } from './filled.ts';
import { answerTo, requestFrom } from './said.ts';

const ARABIC = 'نقل في حاوية أرز <&> "ذكر"';
const CHINESE = '在集装箱内发现 ‹A&B›';
const REQUEST = requestFrom('XC', {
  case: 'CURRENT',
  requester: { kind: 'un-panel', name: 'Panel on XD', mandate: 'S/RES/9999', contact: CHINESE },
  ground: { codes: ['embargo-breached', 'not-marked'], law: 'Art. 3\nArt. 4', embargo: 'S/RES/9999' },
  recovery: {
    ...{ kind: 'found', happened: '2026-02', country: 'XC', place: 'Port', authority: 'Customs' },
    ...{ circumstances: ARABIC, position: { latitude: -1.5, longitude: 30.25 } },
  },
  item: {
    ...{
      kind: 'lot',
      class: 'assault-rifle',
      calibre: '7.62x39',
      quantity: 2,
      lotNumber: '07-81',
      marks: [],
    },
    items: [
      { reference: 'a', marks: [{ kind: 'serial', part: 'receiver', text: 'ЖЩ-1', condition: 'legible' }] },
      {
        reference: 'b',
        marks: [
          { kind: 'serial', part: 'receiver', text: '??17', condition: 'partly-legible', note: 'filed' },
        ],
      },
    ],
  },
  use: { code: 'embargo-monitoring' },
  urgency: { level: 'urgent', reason: 'A ship leaves.' },
  limits: [{ code: 'no-release-to-others' }, { code: 'other', text: 'Panel only.' }],
});
const ANSWER = answerTo({
  kind: 'partial',
  item: {
    maker: 'Zeta',
    marks: [{ kind: 'serial', part: 'receiver', text: 'ZQ-0417', condition: 'legible' }],
  },
  chain: [
    { event: 'manufactured', happened: '2003', to: { kind: 'maker', country: 'XA', name: 'Zeta' } },
    {
      event: 'exported',
      happened: '2004-05-06',
      from: { kind: 'maker', country: 'XA' },
      to: { kind: 'state', country: 'XB' },
      reference: 'EX-12',
    },
  ],
  lastLawful: { holder: { kind: 'state', country: 'XB' }, from: '2004-05-06' },
  irregularity: { event: 'stolen', happened: '2011', reference: 'PV 4' },
  withheld: [{ what: 'persons', ground: 'confidentiality-law' }],
  limits: [{ code: 'authorised-officials' }],
  note: ARABIC,
});

function viewOf(said: Said, more: Partial<MessageView> = {}): MessageView {
  const view = {
    ...{ trace: 't', request: '0190a1b2-0000-7000-8000-000000000001', ours: 'requester', direction: 'out' },
    ...{
      country: 'XA',
      state: 'XC',
      ourReference: 'XC-77',
      traceReference: 'XC-1',
      at: '2026-03-10T09:00:00.000Z',
    },
    letter: {
      head: ['Ministry'],
      place: 'Port',
      articles: 'Act 7',
      signatures: ['Director'],
      hasStamp: true,
    },
    ...said,
    ...more,
  };
  return view as MessageView;
}

function tagsOf(xml: string): readonly string[] {
  const tags: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:tag') tags.push(attributes['w:val'] as unknown as string);
  });
  parser.write(xml).close();
  return tags;
}

test('a request document is well formed, holds every field of its answer, and its photographs', async () => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#808080' } })
    .jpeg()
    .toBuffer();
  const photographs = [
    {
      side: 'mark',
      mark: 1,
      hasScale: true,
      mediaType: 'image/jpeg',
      digest: '0'.repeat(64),
      bytes: bytes.toString('base64url'),
    },
  ];
  const content = { ...REQUEST, photographs } as typeof REQUEST;
  for (const language of PAPER_LANGUAGES) {
    const document = await writeDocument(requestPaper(viewOf({ kind: 'request', content }), language));
    const xml = mainOf(document);
    const tags = tagsOf(xml);
    assert.equal(new Set(tags).size, tags.length, 'every field once');
    const answers = FORM.filter(({ part }) => part === 'answer');
    for (const section of answers)
      for (const tag of 'fields' in section
        ? section.fields.map((one) => one.tag)
        : section.columns.map((one) => `${section.table}.1.${one.tag}`))
        assert.ok(tags.includes(tag), `${language} ${tag}`);
    assert.equal(xml.includes('<w:bidi/>'), language === 'ar', 'Arabic runs from the right');
    assert.ok(xml.includes(PAPER_WORDS[language].parts.answer));
    const pictures = Object.entries(unzipSync(document)).filter(([name]) => name.startsWith('word/media/'));
    assert.deepEqual(
      pictures.map(([, data]) => Buffer.from(data).equals(bytes)),
      [true],
    );
  }
});

test('what a document says reads back as it was said, in every language and script', async () => {
  for (const language of PAPER_LANGUAGES) {
    const asked = kept(
      await readDocument(
        await writeDocument(requestPaper(viewOf({ kind: 'request', content: REQUEST }), language)),
      ),
    );
    assert.deepEqual(asked.unread, [], language);
    assert.equal(asked.request, '0190a1b2-0000-7000-8000-000000000001');
    assert.deepEqual(asked.said, [{ kind: 'request', content: REQUEST }], language);
    const letter = viewOf({ kind: 'answer', content: ANSWER });
    const told = kept(await readDocument(await writeDocument(letterPaper(letter, language))));
    assert.deepEqual([told.unread, told.said], [[], [{ kind: 'answer', content: ANSWER }]], language);
  }
});

test('a partner fills in the empty form, in Arabic and in Chinese, and nothing of it is lost', async () => {
  const { values: filled } = kept(
    await readDocument(
      await writeDocument(requestPaper(viewOf({ kind: 'request', content: REQUEST }), 'en')),
    ),
  );
  const answer = valuesOfSaid({ kind: 'answer', content: ANSWER });
  for (const language of ['ar', 'zh'] as const) {
    const document = changed(await writeDocument(emptyForm(language)), (xml) => {
      let whole = xml;
      for (const [tag, value] of [...filled, ...answer])
        whole = fill(whole, tag, wordOf(language, tag, value));
      return whole;
    });
    const read = kept(await readDocument(document));
    assert.deepEqual(read.unread, [], language);
    assert.deepEqual(read.said, [
      { kind: 'request', content: REQUEST },
      { kind: 'answer', content: ANSWER },
    ]);
  }
  const empty = kept(await readDocument(await writeDocument(emptyForm('ru'))));
  assert.deepEqual([empty.said, empty.unread, empty.request], [[], [], undefined]);
});

/** A value as a person writes it in this language. */
function wordOf(language: PaperLanguage, tag: string, value: string): string {
  const name = tag.replace(/\.\d+\./, '.');
  for (const section of FORM) {
    const fields =
      'fields' in section
        ? section.fields
        : section.columns.map((one) => ({ ...one, tag: `${section.table}.${one.tag}` }));
    const field = fields.find((one) => one.tag === name);
    if (field?.choice) return (PAPER_WORDS[language].choices[field.choice] as Record<string, string>)[value]!;
  }
  return language === 'ar' && tag.endsWith('happened')
    ? value.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    : value;
}

test('what cannot be read is told field by field, and nothing is guessed', async () => {
  const document = changed(
    await writeDocument(requestPaper(viewOf({ kind: 'request', content: REQUEST }), 'fr')),
    (xml) =>
      [
        ['answer.reference', 'XA-9'],
        ['answer.kind', 'peut-être'],
        ['exported.happened', '03/04/2019'],
        ['exported.country', 'Atlantide'],
        ['searched.1.register', 'Fabricants'],
      ].reduce((whole, [tag, text]) => fill(whole, tag!, text!), xml),
  );
  const read = kept(await readDocument(document));
  assert.deepEqual(
    read.unread.map(({ tag, text, why }) => [tag, text, why]),
    [
      ['answer.kind', 'peut-être', 'not-in-list'],
      ['exported.country', 'Atlantide', 'no-country'],
      ['exported.happened', '03/04/2019', 'no-date'],
      ['searched.1.outcome', '', 'row-unfinished'],
      ['answer.kind', '', 'missing'],
    ],
  );
  assert.deepEqual(
    read.said.map(({ kind }) => kind),
    ['request'],
    'half an answer is none',
  );
  const acknowledged = changed(
    await writeDocument(requestPaper(viewOf({ kind: 'request', content: REQUEST }), 'es')),
    (xml) => fill(fill(xml, 'acknowledged.reference', 'XA-9'), 'more.text', '¿Qué calibre?'),
  );
  assert.deepEqual(kept(await readDocument(acknowledged)).said.slice(1), [
    { kind: 'acknowledged', content: { reference: 'XA-9' } },
    { kind: 'more-wanted', content: { fields: [], text: '¿Qué calibre?' } },
  ]);
});

test('every language has its own words for every code of a list', () => {
  for (const language of PAPER_LANGUAGES)
    for (const name of Object.keys(CHOICES) as ChoiceName[]) {
      const list: readonly string[] = CHOICES[name];
      const words = list.map((code) => (PAPER_WORDS[language].choices[name] as Record<string, string>)[code]);
      assert.ok(
        words.every((word) => (word ?? '').length > 0),
        `${language} ${name}`,
      );
      assert.equal(new Set(words).size, list.length, `${language} ${name} has one word for one code`);
    }
});

test('a letter is on the template of the State and tells only what was said', async () => {
  const view = viewOf(
    { kind: 'more-wanted', content: { fields: ['marks', 'calibre'], text: 'Please.' } },
    { ours: 'responder', theirReference: 'XB-3' },
  );
  const xml = mainOf(await writeDocument(letterPaper(view, 'en')));
  for (const part of ['Ministry', 'XB-3', 'Marks', 'Calibre', 'Please.', 'Director', 'Stamp'])
    assert.ok(xml.includes(part), part);
  assert.equal(xml.includes('Registers searched'), false);
  const refused = viewOf({
    kind: 'answer',
    content: answerTo({
      kind: 'refused',
      ground: 'national-security',
      reason: 'Secret.',
      chain: [],
      exportedTo: undefined,
      searched: [],
    }),
  });
  const no = mainOf(await writeDocument(letterPaper(refused, 'en')));
  assert.ok(no.includes('Act 7') && no.includes('national security') && no.includes('Secret.'));
  assert.equal(isRefusal(await readDocument(await writeDocument(letterPaper(refused, 'ar')))), false);
});
