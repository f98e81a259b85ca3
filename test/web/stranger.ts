/** Somebody outside, with nothing but an address, what he or she types, and the cookie that comes back. */

export type Asked = { readonly status: number; readonly text: string; readonly location: string | null };

/** A new stranger, in a browser of this kind. */
export function stranger(address: string, browser = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0') {
  let cookie = '';
  const ask = async (path: string, fields?: Readonly<Record<string, string>>): Promise<Asked> => {
    const headers = { cookie, origin: address, 'accept-language': 'en', 'user-agent': browser };
    const body = fields && { method: 'POST', body: new URLSearchParams(fields) };
    const answer = await fetch(new URL(path, address), { redirect: 'manual', headers, ...body });
    const [set] = answer.headers.getSetCookie();
    if (set) cookie = set.split(';')[0]!;
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
  };
  return { ask };
}
