/**
 * What the attacks on the pages go at: a register with an arm of a unit and one in civil hands, each with a photograph; a
 * clerk who has a draft and a search of his own; and a way to send any request with any header.
 */
import { request } from 'node:http';
import { recordContact } from '../../src/acts/record-contact.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import type { Role } from '../../src/domain/access/role.ts';
import { makeStateNumber } from '../../src/domain/arms/number.ts';
import { plainPicture } from '../acts/pictures.ts';
import { type World, world } from '../world.ts';
import { type Officer, officer } from './officer.ts';
import { type Ids, type Known, reachOf } from './routes.ts';
import { arm, got, party, tell } from './told-arms.ts';
import { letterCame } from './told-traces.ts';
import { type Pages, servePages } from './visitor.ts';

/** Words that stand in the records of both arms and nowhere else. */
export const SECRETS = ['QXJ7741', 'QXJ7742', 'Vortak', 'Depot Umbril', 'Ilsa Querne'];
export const NO_TOKEN = 'A'.repeat(43);

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};
export type Ask = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** Sends a request as it stands, whatever its path and headers are. */
export function send(address: string, path: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  const { hostname, port } = new URL(address);
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { statusCode = 0, headers: told } = answer;
        resolve({ status: statusCode, headers: told, text: Buffer.concat(chunks).toString('utf8') });
      });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a form sends. */
export function encoded(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

export type Target = {
  readonly w: World;
  readonly pages: Pages;
  /** The ids behind the addresses, those of the arm that this role reaches at this page. */
  readonly idsFor: (role: Role, visit: Known) => Ids;
  /** The unit's arm, and the clerk's draft and search. */
  readonly own: Ids;
  readonly civil: Ids;
  /** Ids of the right shape behind which nothing stands. */
  readonly none: Ids;
  readonly unit: string;
  /** Whose draft and search they are. */
  readonly clerk: Officer;
  readonly staff: (role: string, party?: string) => Promise<Officer>;
  /** How many entries, drafts and searches are kept. */
  readonly countKept: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A contact of another State. */
async function contactOf({ office, actor }: World): Promise<string> {
  const input = { state: 'XB', office: 'Registry of Borrane', person: 'Odile Harrow', source: 'Letter 1' };
  return got(await recordContact.run(office, actor, recordContact.input.parse(input))).subject;
}

type Closing = { after: (close: () => unknown) => void };

/** Builds the register and serves it. */
export async function target(): Promise<Target> {
  const w = await world();
  const closers: (() => unknown)[] = [];
  const t: Closing = { after: (close) => closers.push(close) };
  const pages = await servePages(t as never, w.office);
  const unit = await party(w, 'depot', 'Depot Umbril');
  const holder = await party(w, 'person', 'Ilsa Querne');
  const staff: Target['staff'] = (role, at) =>
    officer(w, pages.address, { role, ...(at ? { party: at } : {}) });
  const clerk = await staff('registry-clerk');
  const state = await party(w, 'state', 'State of Aldera');
  const first = await furnished(w, clerk, 'QXJ7741', { owner: state, unit, keeper: unit });
  const second = await furnished(w, clerk, 'QXJ7742', { owner: holder, keeper: holder }, holder);
  const draft = '0198c000-0000-7000-8000-0000000000d1';
  await clerk.post('/drafts', { draft, path: '/register', place: 'Depot Umbril' });
  const { location = '' } = await clerk.post('/find', { keeper: 'Depot Umbril' });
  const came = await letterCame(w);
  await w.numbering.drain();
  await staff('reporting');
  const [someone] = await w.db.rows<{ id: string }>(
    'select account_id as id from account order by 1 desc limit 1',
  );
  const shared = {
    ...{ draft, search: location.split('/').at(-1)!, token: NO_TOKEN, type: 'sighted' },
    ...{ account: someone!.id, role: 'reporting', agency: unit, contact: await contactOf(w) },
    ...came,
  };
  const [own, civil] = [
    { ...first, ...shared },
    { ...second, ...shared },
  ];
  const nothing = '0198c000-0000-7000-8000-0000000000ff';
  const number = makeStateNumber('XA', w.office.random(8));
  const none = {
    ...shared,
    number,
    entry: nothing,
    document: nothing,
    draft: nothing,
    search: nothing,
    trace: nothing,
    request: nothing,
  };
  return {
    w,
    pages,
    own,
    civil,
    none,
    unit,
    clerk,
    staff,
    idsFor: (role, visit) => (reachOf(role, visit) === 'civil' ? civil : own),
    async countKept() {
      const [row] = await w.db.rows<Record<string, string>>(
        `select (select count(*) from ledger_entry) as entries, (select count(*) from draft) as drafts,
                (select count(*) from search) as searches, (select count(*) from document) as documents`,
      );
      return JSON.stringify(row);
    },
    async close() {
      for (const close of closers) await close();
      await w.close();
    },
  };
}

async function furnished(w: World, clerk: Officer, serial: string, to: object, sold?: string) {
  const { arm: id, number } = await arm(w, {
    description: { class: 'pistol', maker: 'Vortak', model: 'V-9' },
    marks: [{ kind: 'serial', part: 'frame', text: serial, condition: 'legible' }],
    to,
    happened: '2019-04-01' as never,
  });
  if (sold) await tell(w, id, [{ type: 'sold', happened: '2020-01-01', to: { owner: sold, keeper: sold } }]);
  const file = new Blob([Uint8Array.from(await plainPicture('png'))], { type: 'image/png' });
  const form = await clerk.get(`/arms/${number}/documents`);
  const [, act = ''] = /name="act" value="([^"]*)"/.exec(form.text) ?? [];
  const added = await clerk.post(
    `/arms/${number}/documents`,
    { act, kind: 'photograph', title: serial, file },
    true,
  );
  if (added.status !== 303) throw new Error(`no photograph: ${added.status}`);
  const [found] = await w.db.rows<{ id: string }>(
    'select document_id as id from document where arm_id = $1',
    [id],
  );
  const view = got(await viewArm.run(w.office, w.actor, { arm: id }));
  return { number, document: found!.id, entry: view.entries[0]!.entry };
}

export const ROLES: readonly Role[] = DEFAULT_ROLES;
