/** Commands about agencies and units: add, list, rename, place, merge, disband. */
import { type Agencies, listAgencies } from '../../acts/list-agencies.ts';
import { recordAgency } from '../../acts/record-agency.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, wordOf } from './command.ts';
import { agencyIdOf } from './parties.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const agency: Command = {
  name: 'agency',
  usage:
    'agency add NAME [--kind agency|unit|depot|court|laboratory] [--under AGENCY] [--uses-register] | list [--all] [--under AGENCY] [--after ID] | rename AGENCY --name NAME | place AGENCY --under AGENCY | merge AGENCY --into AGENCY | disband AGENCY   [--happened DATE]',
  says: 'Record agencies and units and what becomes of them. An agency is given by its id or its name.',
  options: {
    kind: 'text',
    under: 'text',
    name: 'text',
    into: 'text',
    after: 'text',
    happened: 'text',
    all: 'flag',
    'uses-register': 'flag',
  },
  run: (context) =>
    order(context, {
      add,
      list,
      rename: (one) => change(one, 'party-renamed', 'Renamed; the former name stays in its history.'),
      place: (one) => change(one, 'party-placed', 'Placed.'),
      merge: (one) => change(one, 'party-merged', 'Merged; its arms and people count as those of the other.'),
      disband: (one) =>
        change(one, 'party-disbanded', 'Disbanded; what it still holds is to be handed over.'),
    }),
};

/** Ids of the agencies that an option names. */
async function named(context: Context, option: string): Promise<string | undefined | Refusal> {
  const given = textOf(context.options, option);
  return given === undefined ? undefined : agencyIdOf(context, given);
}

async function add(context: Context): Promise<Answer | Refusal> {
  const parent = await named(context, 'under');
  if (isRefusal(parent)) return parent;
  const done = await runAct(context, recordAgency, {
    name: wordOf(context, 1, 'the name'),
    kind: textOf(context.options, 'kind') ?? 'agency',
    parent,
    happened: textOf(context.options, 'happened'),
    usesRegister: context.options['uses-register'] === true,
  });
  return isRefusal(done) ? done : { json: done, text: `Recorded: ${done.parties.join(' ')}` };
}

async function change(context: Context, type: string, text: string): Promise<Answer | Refusal> {
  const party = await agencyIdOf(context, wordOf(context, 1, 'the agency'));
  if (isRefusal(party)) return party;
  const parent = await named(context, 'under');
  if (isRefusal(parent)) return parent;
  const into = await named(context, 'into');
  if (isRefusal(into)) return into;
  const { options } = context;
  const done = await runAct(context, recordAgency, {
    type,
    party,
    parent,
    into,
    name: textOf(options, 'name'),
    happened: textOf(options, 'happened'),
  });
  return isRefusal(done) ? done : { json: done, text };
}

async function list(context: Context): Promise<Answer | Refusal> {
  const below = await named(context, 'under');
  if (isRefusal(below)) return below;
  const page = await runAct(context, listAgencies, {
    gone: context.options.all === true,
    below,
    after: textOf(context.options, 'after'),
  });
  if (isRefusal(page)) return page;
  return { json: page, text: formatAgencies(page) };
}

function formatAgencies({ agencies, next }: Agencies): string {
  const lines = agencies.map(
    ({ id, kind, name, state, parent }) =>
      `${id}  ${kind.padEnd(10)} ${shown(name)}${state === 'active' ? '' : `  (${state})`}${parent ? `  under ${parent}` : ''}`,
  );
  const more = next === undefined ? [] : [`The next page: --after ${next}`];
  return [...lines, ...more].join('\n') || 'None yet.';
}
