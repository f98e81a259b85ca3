/**
 * The tables of who may do and see what, written from the roles: every act by every role with how far it reaches, every
 * personal or site field by every role, and the events that each may record. docs/access.md is this page for the roles that
 * come with the program; a home prints its own with "role table".
 *
 * @clause J-02
 */
import { listActNames } from '../acts/act-names.ts';
import { findAct } from '../acts/all-acts.ts';
import type { Role } from '../domain/access/role.ts';
import { FIELDS, type Field } from '../domain/access/scope.ts';

const FIELD_SAYS: Readonly<Record<Field, string>> = {
  holder: 'names of persons and companies that hold arms',
  site: 'units, depots and sites of the State',
  case: 'words, papers, places and photographs of a case',
  operator: 'who recorded or looked',
  security: 'hidden marks',
};

const NOT = '·';

/** The whole page. */
export function formatAccessTables(roles: readonly Role[]): string {
  const sorted = roles.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [
    '# Who may do and see what',
    '',
    'Written from the roles by `node test/access.ts --write`; edit the roles, not this page. A State changes them as its law',
    'says (`countermark role define FILE`), and prints its own page with `countermark role table`. What stands in no cell is',
    'not permitted. Whoever holds the machine itself works as "console", with every act; it is logged like everybody.',
    '',
    '## Acts',
    '',
    '**all**: every arm. **own**: arms whose unit, keeper, receiver or owner is the agency of the posting or below it.',
    '**civil**: arms in civil hands and in trade. **yes**: an act about no arm.',
    '',
    ...formatActs(sorted),
    '',
    '## Fields',
    '',
    'What is not seen does not stand in any page, list, count, search, export or answer to a program.',
    '',
    ...formatFields(sorted),
    '',
    '## Second factor',
    '',
    'Whoever holds one of these roles signs in with a code or a passkey beside the password. Without one nothing is open but',
    "setting it up, signing out, the language and what is anybody's. It is not asked of keys of programs, nor on the machine itself.",
    '',
    `- **demanded**: ${formatDemand(sorted, true)}`,
    `- **not demanded**: ${formatDemand(sorted, false)}`,
    '',
    '## Events that may be recorded',
    '',
    ...sorted.map(({ name, events }) => `- **${name}**: ${formatEvents(events)}`),
    '',
  ].join('\n');
}

function formatActs(roles: readonly Role[]): readonly string[] {
  const rows = listActNames()
    .toSorted()
    .map((act) => {
      const cells = roles.map(({ powers }) => {
        const reach = Object.hasOwn(powers, act) ? powers[act] : undefined;
        return reach === undefined ? NOT : reach === 'none' ? 'yes' : reach;
      });
      return row([`${act}${findAct(act)?.changes === true ? ' *' : ''}`, ...cells]);
    });
  return [...head('act', roles), ...rows, '', '\\* writes the register.'];
}

function formatFields(roles: readonly Role[]): readonly string[] {
  const rows = FIELDS.map((field) =>
    row([
      `${field}: ${FIELD_SAYS[field]}`,
      ...roles.map(({ sees }) => (sees.includes(field) ? 'sees' : NOT)),
    ]),
  );
  return [...head('field', roles), ...rows];
}

function formatDemand(roles: readonly Role[], demanded: boolean): string {
  const names = roles.filter(({ secondFactor }) => secondFactor === demanded).map(({ name }) => name);
  return names.join(', ') || 'none';
}

function formatEvents(events: Role['events']): string {
  if (events === 'all') return 'all';
  return events.length === 0 ? 'none' : events.toSorted().join(', ');
}

function head(first: string, roles: readonly Role[]): readonly string[] {
  return [row([first, ...roles.map(({ name }) => name)]), `|${'---|'.repeat(roles.length + 1)}`];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
