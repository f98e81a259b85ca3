/** Somebody signed in who works with forms over real HTTP: opens a page, fills in its form as it came, sends it, and follows. */
import assert from 'node:assert/strict';
import { signedIn, type Who } from '../browser/people.ts';
import type { World } from '../world.ts';

export type Answered = {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  readonly headers: Headers;
};
export type Typed = Readonly<Record<string, string | Blob>>;

export type Officer = {
  readonly get: (path: string) => Promise<Answered>;
  /** Opens a page and sends its form with these fields in it. */
  readonly fill: (path: string, typed: Typed) => Promise<Answered>;
  readonly post: (path: string, fields: Typed, files?: boolean) => Promise<Answered>;
  readonly cookie: string;
};

const TEXTS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Text of a page as a browser reads it. */
export function plain(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => TEXTS[name] ?? '');
}

/** What stands in the fields of the form of a page that is for typing into. */
export function fieldsOf(page: string): Record<string, string> {
  const [, form = ''] = /<form [^>]*class="card record"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  const fields: Record<string, string> = {};
  const attribute = (tag: string, name: string): string | undefined => {
    const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    return found === undefined ? undefined : plain(found);
  };
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isTick = /type="(checkbox|radio)"/.test(tag);
    if (name !== undefined && (!isTick || / checked/.test(tag))) fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g))
    fields[attribute(tag, 'name') ?? ''] = plain(inside);
  for (const [, tag = '', inside = ''] of form.matchAll(/<select ([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option value="([^"]*)" selected/.exec(inside) ?? /<option value="([^"]*)"/.exec(inside);
    fields[attribute(tag, 'name') ?? ''] = plain(chosen?.[1] ?? '');
  }
  return fields;
}

/** A new officer under a posting. */
export async function officer(world: World, address: string, who: Who): Promise<Officer> {
  const { token } = await signedIn(world, address, who);
  const cookie = `countermark-session=${token}`;
  const sent = async (path: string, init: RequestInit): Promise<Answered> => {
    const headers = { cookie, origin: address, 'accept-language': who.language ?? 'en', ...init.headers };
    const answer = await fetch(new URL(path, address), { redirect: 'manual', ...init, headers });
    const { status } = answer;
    const location = answer.headers.get('location') ?? undefined;
    return { status, text: await answer.text(), location, headers: answer.headers };
  };
  const post: Officer['post'] = (path, fields, files = false) => {
    const body = files ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) body.append(name, value as string);
    return sent(path, { method: 'POST', body });
  };
  return {
    cookie,
    get: (path) => sent(path, {}),
    post,
    async fill(path, typed) {
      const page = await sent(path, {});
      assert.equal(page.status, 200, `${path}: ${page.text.slice(0, 300)}`);
      const fields = fieldsOf(page.text);
      assert.ok(fields.act, `${path} has no form`);
      return post(path, { ...fields, ...typed });
    },
  };
}
