/**
 * Writes docs/access.md, the tables of who may do and see what, from the roles that come with the program.
 *
 *   node test/access.ts            says whether docs/access.md is what the roles say, with exit code 1 if not
 *   node test/access.ts --write    writes it
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ROLES } from '../src/domain/access/default-roles.data.ts';
import { formatAccessTables } from '../src/doors/access-tables.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'access.md');

/** True where the page is what the roles say. */
export function isAccessPageTrue(): boolean {
  return existsSync(PAGE) && readFileSync(PAGE, 'utf8') === formatAccessTables(DEFAULT_ROLES);
}

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(PAGE, formatAccessTables(DEFAULT_ROLES));
  else if (!isAccessPageTrue()) {
    process.stdout.write('docs/access.md is not what the roles say; run: node test/access.ts --write\n');
    process.exitCode = 1;
  }
}
