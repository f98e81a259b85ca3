/** Makes one backup after another until it is killed: node test/backup/backup-child.ts <folder> <recipient>. */
import path from 'node:path';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { makeBackup } from '../../src/doors/backup/make-backup.ts';
import { world } from '../world.ts';
import { ACTOR, register } from './backup-world.ts';

const [dir = '', recipient = ''] = process.argv.slice(2);
const home = await world();
for (let n = 0; n < 20; n++) await register(home.office, `QX-${n}`);
for (let n = 0; ; n++) {
  const done = await makeBackup(home, ACTOR, { file: path.join(dir, `${n}.age`), recipients: [recipient] });
  if (isRefusal(done)) throw new Error(done.refused);
  process.stdout.write(`${n}\n`);
}
