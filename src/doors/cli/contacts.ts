/** Commands about contacts of States and bodies: record, confirm, list, show. */
import { confirmContact } from '../../acts/confirm-contact.ts';
import { type ContactTold, listContacts } from '../../acts/list-contacts.ts';
import { recordContact } from '../../acts/record-contact.ts';
import { viewContact } from '../../acts/view-contact.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, wordOf } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const contact: Command = {
  name: 'contact',
  usage:
    'contact record FILE.json [--contact ID] [--source TEXT] | confirm ID --source TEXT [--on DAY] | list [--state XX] [--kind KIND] [--text TEXT] [--own] [--to-confirm] [--ended] [--after ID] | show ID',
  says: 'Keep the directory of contacts. A file holds one contact by its fields, {"state", "kind", "office", …}, or several as {"contacts": […]}, as another State publishes them.',
  options: {
    contact: 'text',
    source: 'text',
    on: 'text',
    state: 'text',
    kind: 'text',
    text: 'text',
    after: 'text',
    own: 'flag',
    'to-confirm': 'flag',
    ended: 'flag',
  },
  run: (context) => order(context, { record, confirm, list, show }),
};

/** Records what a file holds; of several, those before the first refusal stand. */
async function record(context: Context): Promise<Answer | Refusal> {
  const held = await readJsonFile(wordOf(context, 1, 'the file'), 'contacts');
  const several = (held as { readonly contacts?: unknown }).contacts;
  const source = textOf(context.options, 'source');
  const contact = textOf(context.options, 'contact');
  const kept = [];
  for (const fields of Array.isArray(several) ? several : [held]) {
    const more = {
      ...(contact === undefined ? {} : { contact }),
      ...(source === undefined ? {} : { source }),
    };
    const done = await runAct(context, recordContact, { ...(fields as object), ...more });
    if (isRefusal(done)) return done;
    kept.push(done);
  }
  const text = kept.map(({ subject, version }) => `Recorded: ${subject}, version ${version}.`).join('\n');
  return { json: Array.isArray(several) ? { contacts: kept } : kept[0], text };
}

async function confirm(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, confirmContact, {
    contact: wordOf(context, 1, 'the contact'),
    source: textOf(context.options, 'source'),
    on: textOf(context.options, 'on'),
  });
  return isRefusal(done) ? done : { json: done, text: `Confirmed: version ${done.version}.` };
}

async function list(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const page = await runAct(context, listContacts, {
    state: textOf(options, 'state'),
    kind: textOf(options, 'kind'),
    text: textOf(options, 'text'),
    after: textOf(options, 'after'),
    own: options.own === true,
    toConfirm: options['to-confirm'] === true,
    ended: options.ended === true,
  });
  if (isRefusal(page)) return page;
  const lines = page.contacts.map(lineOf);
  if (page.next !== undefined) lines.push(`The next page: --after ${page.next}`);
  return { json: page, text: lines.join('\n') || 'None.' };
}

function lineOf({ id, state, body, kind, office, own, standing, toConfirm }: ContactTold): string {
  const notes = [own ? 'own' : '', standing === 'stands' ? '' : standing, toConfirm ? 'to be confirmed' : ''];
  const said = notes.filter(Boolean).join(', ');
  return `${id}  ${shown(state ?? body ?? '')}  ${kind.padEnd(13)} ${shown(office)}${said ? `  (${said})` : ''}`;
}

async function show(context: Context): Promise<Answer | Refusal> {
  const view = await runAct(context, viewContact, { contact: wordOf(context, 1, 'the contact') });
  if (isRefusal(view)) return view;
  const facts = Object.entries(view.contact).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  const lines = facts.map(
    ([name, value]) => `${name.padEnd(10)} ${shown(Array.isArray(value) ? value.join(', ') : String(value))}`,
  );
  const past = view.versions.map(
    ({ version, how, at, contact: { source } }) =>
      `${String(version).padStart(3)}  ${at}  ${how}: ${shown(source)}`,
  );
  return { json: view, text: [...lines, 'Versions:', ...past].join('\n') };
}
