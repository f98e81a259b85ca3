/** The command that brings in a file. */
import { readFile } from 'node:fs/promises';
import { findSavedMapping } from '../../acts/begin-import.ts';
import { Fault, isRefusal } from '../../domain/base/refusal.ts';
import { parseMappingFile } from '../import/columns.ts';
import { type ImportResult, importFile } from '../import/import-file.ts';
import { type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';

export const importCommand: Command = {
  name: 'import',
  usage:
    'import FILE --register NAME [--kind holdings|evidence|civil|trade|production|lost|stolen] [--mapping FILE|NAME] [--save-mapping NAME] [--dry-run] [--sheet NAME] [--delimiter C] [--encoding E]',
  says: 'Bring in a workbook or CSV file. Stopped or killed, it goes on where it was when called again.',
  options: {
    register: 'text',
    kind: 'text',
    mapping: 'text',
    'save-mapping': 'text',
    'dry-run': 'flag',
    sheet: 'text',
    delimiter: 'text',
    encoding: 'text',
  },
  async run(context) {
    const path = wordOf(context, 0, 'the file');
    const { options } = context;
    const register = textOf(options, 'register');
    if (register === undefined)
      throw new Usage('Missing: --register NAME, the register the file belongs to.');
    const told = textOf(options, 'mapping');
    const mapping = told === undefined ? undefined : parseMappingFile(await mappingText(context, told));
    if (isRefusal(mapping)) return mapping;
    const result = await importFile(await context.office(), await context.permitted('import-file'), {
      path,
      register,
      mapping,
      kind: textOf(options, 'kind'),
      saveAs: textOf(options, 'save-mapping'),
      dryRun: options['dry-run'] === true,
      sheet: textOf(options, 'sheet'),
      delimiter: textOf(options, 'delimiter'),
      encoding: textOf(options, 'encoding'),
      signal: context.signal,
      onProgress: ({ rows, share, seconds }) => {
        const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
        const left =
          share > 0.01 && share < 1 ? `, about ${Math.round((seconds / share) * (1 - share))} s left` : '';
        context.progress(`${rows} rows (${Math.round(share * 100)} %), ${rate} rows a second${left}`);
      },
    });
    if (isRefusal(result)) return result;
    return { json: result, text: formatResult(result) };
  },
};

/** A mapping from its file, or where there is none, as an earlier import saved it under that name. */
async function mappingText(context: Context, told: string): Promise<string> {
  return readFile(told, 'utf8').catch(async (cause: unknown) => {
    const saved = await findSavedMapping(await context.office(), told);
    if (saved !== undefined) return saved;
    throw new Fault(
      'file',
      `The mapping file ${told} cannot be read, and no mapping was saved under that name.`,
      { cause },
    );
  });
}

function formatResult(result: ImportResult): string {
  const listed = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .map(([what, count]) => `  ${count} × ${what}`);
  const { rowsRead, armsRegistered, alreadyKnown, otherObjects, quarantined, armsMade } = result;
  return [
    `${result.stopped ? 'Stopped; call again to go on. ' : ''}${rowsRead} rows read in ${result.seconds} s:`,
    `  ${armsRegistered} registered (${armsMade} arms), ${alreadyKnown} already known, ${otherObjects} other objects, ${quarantined} in quarantine.`,
    ...(quarantined > 0 ? ['In quarantine because of:', ...listed(result.quarantineReasons)] : []),
    ...(Object.keys(result.damage).length > 0
      ? ['Damage seen and kept as it stood:', ...listed(result.damage)]
      : []),
    ...(result.first ?? []).map(
      (one) =>
        `  ${one.sheet} row ${one.row}${one.known ? ' (already known)' : ''}: ${shown(JSON.stringify(one.understood)).slice(0, 400)}`,
    ),
  ].join('\n');
}
