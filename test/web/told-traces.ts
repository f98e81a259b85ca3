/** What tests of the trace desk share: arms that were recovered, requests that came in, forms that are sent, words of pages. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { newId } from '../../src/acts/office.ts';
import { takeRequest } from '../../src/acts/take-said.ts';
import { requestContent } from '../../src/acts/trace-shapes.ts';
import { phonePhotograph } from '../acts/pictures.ts';
import type { World } from '../world.ts';
import { listForeign } from './markup.ts';
import { type Officer, plain } from './officer.ts';
import { arm, party, tell } from './told-arms.ts';

export type Recovered = {
  readonly id: string;
  readonly number: string;
  readonly police: string;
  readonly policeName: string;
};

/** A pistol made in XB, imported, held under a right, stolen, and seized by the police. */
export async function recoveredArm(w: World, serial = 'QRT04417'): Promise<Recovered> {
  const maker = await party(w, 'foreign-state', 'Republic of Borland (XB)');
  const holder = await party(w, 'person', 'Ilsa Querne');
  const policeName = `Police of ${serial}`;
  const police = await party(w, 'agency', policeName);
  const { arm: id, number } = await arm(w, {
    description: {
      class: 'pistol',
      maker: 'Tarvos',
      model: 'PT-9',
      calibre: '9x19',
      country: 'XB' as never,
      year: 2011,
    },
    marks: [
      { kind: 'serial', part: 'frame', text: serial, condition: 'legible' },
      { kind: 'serial', part: 'slide', text: serial.slice(0, -1), condition: 'partly-legible' },
      { kind: 'import', part: 'frame', text: 'XA 12', condition: 'legible' },
    ],
    happened: '2011-05-02' as never,
    to: { owner: maker, keeper: maker },
  });
  await tell(w, id, [
    { type: 'imported', happened: '2012-02-11', to: { owner: holder, keeper: holder } },
    { type: 'stolen', happened: '2019-08-03', basis: { kind: 'complaint', number: 'C-311/19' } },
    {
      type: 'seized',
      happened: '2026-03-04',
      by: police,
      place: 'Customs post North',
      to: { keeper: police },
    },
  ]);
  return { id, number, police, policeName };
}

export type Came = { readonly trace: string; readonly request: string };

/** A request of XB that came by letter, with a photograph of the left side. */
export async function letterCame(
  w: World,
  more: { readonly urgent?: true; readonly says?: string } = {},
): Promise<Came> {
  const { office, actor } = w;
  const picture = await phonePhotograph();
  const says = more.says ?? 'Found in a parked car during a search.';
  const content = requestContent.parse({
    reference: 'XB/7/2026',
    requester: { kind: 'state', name: 'Republic of Borland', country: 'XB' },
    ground: { codes: ['unlawful-where-found'], law: 'Arms Act, article 12' },
    recovery: {
      ...{ kind: 'seized', happened: '2026-02-01', country: 'XB', place: 'Port of Sundar' },
      ...{ authority: 'Customs of Borland', circumstances: says },
    },
    item: {
      ...{ kind: 'arm', class: 'pistol', maker: 'Tarvos', model: 'PT-9', calibre: '9x19', country: 'XA' },
      marks: [{ kind: 'serial', part: 'frame', text: 'QRT04417', condition: 'legible' }],
    },
    photographs: [
      {
        ...{ side: 'left', hasScale: true, mediaType: 'image/jpeg', bytes: picture.toString('base64url') },
        digest: createHash('sha256').update(picture).digest('hex'),
      },
    ],
    use: { code: 'criminal-proceedings' },
    urgency: more.urgent ? { level: 'urgent', reason: 'Two people are in custody.' } : { level: 'routine' },
    limits: [{ code: 'no-release-to-others' }],
  });
  const came = {
    ...{
      thread: newId(office),
      channel: 'letter' as const,
      country: 'XB',
      peer: undefined,
      document: undefined,
    },
    ...{ act: newId(office), kind: 'take-request', sent: new Date(office.clock()).toISOString(), seen: 0 },
  };
  const done = await office.db.transaction((tx) => takeRequest(tx, office, actor, came, content));
  return { trace: done.trace, request: done.made! };
}

/** The words of a page, without what marks them up or turns them. */
export const seen = (text: string): string =>
  plain(text)
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

/** Sends a form and goes where it leads; what came back is a page. */
export async function done(who: Officer, path: string, typed: Record<string, string>) {
  const answer = await who.fill(path, typed);
  assert.equal(answer.status, 303, `${path}: ${seen(answer.text).slice(0, 900)}`);
  const page = await who.get(answer.location!);
  assert.equal(page.status, 200, `${answer.location}: ${seen(page.text).slice(0, 300)}`);
  assert.deepEqual(listForeign(page.text), []);
  return { ...page, path: answer.location! };
}

/** The trace of an address. */
export const idIn = (path: string): string => /\/traces\/([0-9a-f-]{36})/.exec(path)![1]!;

/** Opens the trace of a new arm. */
export async function openedTrace(here: World, who: Officer, serial: string): Promise<string> {
  const { number } = await recoveredArm(here, serial);
  return idIn((await done(who, `/traces/open?arm=${number}`, { case: '44/26' })).path);
}
