/** Commands that keep the register safe: backup, restore, keys for backups. */
import { readFile, writeFile } from 'node:fs/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { Fault, isRefusal } from '../../domain/base/refusal.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { sayNo } from '../words/say-no.ts';
import { type Command, textOf, Usage, wordOf } from './command.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE [--recipient age1…]',
  says: 'Write one sealed file with everything but the signing key, to the keys given with backup-key.',
  options: { recipient: 'text' },
  async run(context) {
    const file = wordOf(context, 0, 'the file to write');
    const office = await context.office();
    const more = textOf(context.options, 'recipient');
    const recipients = [...new Set([...context.house.recipients(), ...(more === undefined ? [] : [more])])];
    const made = await makeBackup({ office, numbering: { drain: context.drain } }, context.console(), {
      file,
      recipients,
      onProgress: ({ table, rows }) => context.progress(`${table}: ${rows} rows`),
    });
    if (isRefusal(made)) return made;
    const warnings = made.warnings.map((warning) => sayNo({ refused: String(warning) }));
    const text = `Backed up ${made.entries} entries in ${made.bytes} bytes to ${file}. SHA-256 ${made.digest}.`;
    return { json: made, text: [text, ...warnings].join('\n') };
  },
};

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE --identity KEYFILE [--erasures FILE] [--key VKEY] [--since CHECKPOINT-FILE]',
  says: 'Restore a backup into an empty home. A new epoch begins, whose first entry names the old checkpoint.',
  options: { identity: 'text', erasures: 'text', key: 'text', since: 'text' },
  async run(context) {
    const { options } = context;
    const file = wordOf(context, 0, 'the backup file');
    const keyFile = textOf(options, 'identity');
    if (keyFile === undefined) throw new Usage('Missing: --identity KEYFILE, the key that opens the backup.');
    const [erasures, key, sinceFile] = ['erasures', 'key', 'since'].map((name) => textOf(options, name));
    const restored = await context.house.restore(context.console(), {
      file,
      identity: await readText(keyFile),
      say: context.say,
      ...(erasures === undefined ? {} : { erasures }),
      ...(key === undefined ? {} : { key }),
      ...(sinceFile === undefined ? {} : { since: await readText(sinceFile) }),
    });
    if (isRefusal(restored)) return restored;
    return {
      json: restored,
      text: `Restored ${restored.entries} entries; epoch ${restored.epoch.epoch} begins at entry ${restored.epoch.baseSize}. ${restored.erasures} erasures replayed.`,
    };
  },
};

export const backupKey: Command = {
  name: 'backup-key',
  usage: 'backup-key FILE | backup-key --recipient age1…',
  says: 'Make a key for backups in FILE, to be kept elsewhere, or add the address of one made elsewhere (age-keygen).',
  options: { recipient: 'text' },
  async run(context) {
    context.console();
    const given = textOf(context.options, 'recipient');
    if (given !== undefined) {
      if (!/^age1[02-9ac-hj-np-z]{20,200}$/.test(given))
        throw new Usage(`"${given}" is no address of age. Expected age1….`);
      context.house.addRecipient(given);
      return { json: { recipient: given }, text: `Backups are sealed to ${given} too.` };
    }
    const file = wordOf(context, 0, 'the file for the new key');
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    await writeFile(file, `# ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' }).catch(
      (cause: unknown) => {
        throw new Fault(
          'file',
          `The key cannot be written to ${file}: there is a file of that name, or the folder cannot be written.`,
          { cause },
        );
      },
    );
    context.house.addRecipient(recipient);
    return {
      json: { recipient, file },
      text: `Backups are sealed to ${recipient}. Take ${file} away from this machine: who has it can read every backup; who loses it can restore none.`,
    };
  },
};

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('file', `The file ${path} cannot be read.`, { cause });
  });
}
