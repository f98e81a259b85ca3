/** Commands about keys of other programs and about roles: key make, list, end; role list, define. */
import { defineRole } from '../../acts/all-acts.ts';
import { endApiKey } from '../../acts/end-api-key.ts';
import { listApiKeys } from '../../acts/list-api-keys.ts';
import { listRoles } from '../../acts/list-roles.ts';
import { makeApiKey } from '../../acts/make-api-key.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { formatAccessTables } from '../access-tables.ts';
import { type Answer, type Command, type Context, shown, textOf, wordOf } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { agencyIdOf } from './parties.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const key: Command = {
  name: 'key',
  usage: 'key make NAME --role ROLE [--agency AGENCY] [--until DAY] [--per-minute N] | list | end KEY',
  says: 'Keys of other programs, each with a role, an end and a rate of its own. The secret is shown once.',
  options: { role: 'text', agency: 'text', until: 'text', 'per-minute': 'text', after: 'text' },
  run: (context) => order(context, { make, list: listKeys, end }),
};

async function make(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const agency = textOf(options, 'agency');
  const party = agency === undefined ? undefined : await agencyIdOf(context, agency);
  if (isRefusal(party)) return party;
  const perMinute = textOf(options, 'per-minute');
  const made = await runAct(context, makeApiKey, {
    name: wordOf(context, 1, 'which program it is for'),
    role: textOf(options, 'role'),
    party,
    expires: textOf(options, 'until'),
    ...(perMinute === undefined ? {} : { perMinute: Number(perMinute) }),
  });
  if (isRefusal(made)) return made;
  const secret = made.secret ?? '(shown when it was made first)';
  return { json: made, text: `Key ${made.key}. Its secret, shown this once: ${secret}` };
}

async function listKeys(context: Context): Promise<Answer | Refusal> {
  const after = textOf(context.options, 'after');
  const page = await runAct(context, listApiKeys, after ? { after } : {});
  if (isRefusal(page)) return page;
  const lines = page.keys.map(
    (one) =>
      `${one.id}  ${shown(one.name)}  ${one.role}${one.party ? ` at ${one.party}` : ''}  ${one.ended ? `ended ${one.ended}` : `until ${one.expires}`}  ${one.perMinute} a minute`,
  );
  return {
    json: page,
    text: [...lines, ...(page.next ? [`The next page: --after ${page.next}`] : [])].join('\n') || 'None yet.',
  };
}

async function end(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, endApiKey, { key: wordOf(context, 1, 'the id of the key') });
  return isRefusal(done) ? done : { json: done, text: 'Ended, from this moment.' };
}

export const role: Command = {
  name: 'role',
  usage: 'role list | table | define FILE.json',
  says: 'Show the roles, or define one from a file {"name", "powers": {act: all|own|civil|none}, "sees": […], "events": "all" | […], "secondFactor": true|false}.',
  options: {},
  run: (context) => order(context, { list, table, define }),
};

async function list(context: Context): Promise<Answer | Refusal> {
  const page = await runAct(context, listRoles, {});
  if (isRefusal(page)) return page;
  const lines = page.roles.map(
    (one) =>
      `${one.name}${one.asShipped ? '' : ' (defined here)'}${one.secondFactor ? ' (second factor demanded)' : ''}\n    sees ${one.sees.join(', ') || 'no names'}; ${Object.entries(
        one.powers,
      )
        .map(([act, reach]) => (reach === 'none' ? act : `${act} (${reach})`))
        .join(', ')}`,
  );
  return { json: page, text: lines.join('\n') };
}

/** The tables of who may do and see what in this home. */
async function table(context: Context): Promise<Answer | Refusal> {
  const page = await runAct(context, listRoles, {});
  return isRefusal(page) ? page : { json: page, text: formatAccessTables(page.roles) };
}

async function define(context: Context): Promise<Answer | Refusal> {
  const role = await readJsonFile(wordOf(context, 1, 'the file'), 'a role');
  const done = await runAct(context, defineRole, { role });
  return isRefusal(done)
    ? done
    : { json: done, text: 'Defined; it holds from the next act of everybody in it.' };
}
