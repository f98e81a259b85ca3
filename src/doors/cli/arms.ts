/** Commands about arms: find, arm, record, register, work. */
import { findArms } from '../../acts/find-arms.ts';
import { recordEvent } from '../../acts/record-event.ts';
import { registerArm } from '../../acts/register-arm.ts';
import { type ArmView, armIdOf, viewArm } from '../../acts/view-arm.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { clashName, formatArm } from './arm-text.ts';
import { type Command, type Context, type Options, shown, textOf, wordOf } from './command.ts';
import { partyIdOf } from './parties.ts';
import { runAct } from './run-act.ts';
import { notedLines } from './serial-lines.ts';

/** The searches of find, which export takes too. */
export const FIND = [
  'serial',
  'number',
  'maker',
  'model',
  'calibre',
  'class',
  'status',
  'keeper',
  'unit',
  'holder',
  'register',
  'from',
  'to',
  'after',
];

export const find: Command = {
  name: 'find',
  usage:
    'find --serial S | --number N | --maker M | --model M | --calibre C | --class C | --status S | --keeper K | --unit U | --holder H | --register R | --from DAY | --to DAY [--limit N] [--after CURSOR] [--last]',
  says: 'Find arms; an ending * in the serial finds all that begin so.',
  options: {
    ...Object.fromEntries(FIND.map((name) => [name, 'text' as const])),
    limit: 'text',
    last: 'flag',
  },
  async run(context) {
    const { options } = context;
    const wanted = findWishes(options);
    const limit = textOf(options, 'limit');
    const found = await runAct(context, findArms, {
      ...wanted,
      ...(limit ? { limit: Number(limit) } : {}),
      last: options.last === true,
    });
    if (isRefusal(found)) return found;
    const lines = found.arms.map((arm) =>
      [
        arm.number,
        arm.status,
        arm.class,
        shown(arm.maker ?? ''),
        shown(arm.model ?? ''),
        shown(arm.calibre ?? ''),
        shown(arm.serial ?? '(no serial)'),
        arm.contradictions > 0 ? '!' : '',
      ].join('  '),
    );
    const count = `${found.more ? 'More than ' : ''}${found.total} found${found.next ? `; the next page: --after ${found.next}` : ''}.`;
    return { json: found, text: [...lines, count].join('\n') };
  },
};

/** What a search asks for, from the options. */
export function findWishes(options: Options): Record<string, string> {
  return Object.fromEntries(
    FIND.flatMap((name) => (textOf(options, name) === undefined ? [] : [[name, textOf(options, name)!]])),
  );
}

export const arm: Command = {
  name: 'arm',
  usage: 'arm ID [--expert]',
  says: 'Show an arm by its State number or id: marks, custody, contradictions, entries. --expert shows security marks to those named in experts.txt.',
  options: { expert: 'flag' },
  async run(context) {
    const view = await runAct(context, viewArm, {
      arm: wordOf(context, 0, 'the State number or id of the arm'),
    });
    return isRefusal(view) ? view : { json: armJson(view), text: formatArm(view) };
  },
};

/** What `arm --json` prints. */
export function armJson(view: ArmView): object {
  const { state } = view;
  const named = (id: string | undefined) => (id === undefined ? undefined : { id, name: view.names.get(id) });
  return {
    id: view.id,
    number: view.number,
    ...state.description,
    serial: state.marks.findLast((mark) => mark.kind === 'serial' && mark.text.length > 0)?.text,
    status: state.status,
    now: Object.fromEntries(Object.entries(state.now).map(([lane, id]) => [lane, named(id)])),
    lastSeen: state.lastSeen,
    lastLawfulHolder: state.lastLawful && { ...state.lastLawful, holder: named(state.lastLawful.holder) },
    firstIrregularity: state.firstIrregularity,
    stateNumber: state.number,
    pending: state.pending,
    findings: state.findings,
    contradictions: state.contradictions,
    gaps: state.gaps,
    marks: state.marks,
    custody: view.events.map(({ marks: _marks, arm: _arm, ...event }) => event),
    spans: state.spans.map((span) => ({ ...span, party: named(span.party) })),
    entries: view.entries,
    work: view.work,
    lots: view.lots,
    noted: view.noted,
  };
}

const EVENT_OPTIONS = {
  happened: 'text',
  place: 'text',
  how: 'text',
  due: 'text',
  why: 'text',
  about: 'text',
  by: 'text',
  owner: 'text',
  unit: 'text',
  keeper: 'text',
  bearer: 'text',
  'from-keeper': 'text',
  'from-owner': 'text',
  basis: 'text',
  'basis-number': 'text',
  'basis-authority': 'text',
  mark: 'text',
  'mark-text': 'text',
  'mark-part': 'text',
  'mark-condition': 'text',
  act: 'text',
  ask: 'flag',
} as const;

export const record: Command = {
  name: 'record',
  usage:
    'record EVENT ARM [--happened DATE] [--ask] [--keeper P] [--unit P] [--owner P] [--bearer P] [--from-keeper P] [--by P] [--place T] [--how read|scanned|sealed-crate|photograph] [--basis KIND --basis-number N --basis-authority A] [--mark KIND --mark-text T --mark-part P --mark-condition C] [--due DAY] [--why T] [--about ENTRY] [--act ID]',
  says: 'Record what happened to an arm. With --ask: ask leave for what is about to happen; it can be refused.',
  options: EVENT_OPTIONS,
  async run(context) {
    const type = wordOf(context, 0, 'the event, such as sighted, issued, seized');
    const { scope } = await context.permitted(recordEvent.name);
    const id = await armIdOf(
      await context.office(),
      scope,
      wordOf(context, 1, 'the State number or id of the arm'),
    );
    if (isRefusal(id)) return id;
    const parties = await partiesOf(context);
    if (isRefusal(parties)) return parties;
    const receipt = await runAct(context, recordEvent, {
      arm: id,
      type,
      asked: context.options.ask === true,
      ...parties,
      ...detailsOf(context.options),
    });
    if (isRefusal(receipt)) return receipt;
    const alarms = receipt.alarms.map(
      (alarm) =>
        `ALARM (${alarm.severity}): ${clashName(alarm.kind)}. Both records are kept; it is on the work list.`,
    );
    return {
      json: receipt,
      text: [
        `Recorded: ${receipt.events.join(', ')} for ${receipt.number}. Entry ${receipt.entry}.`,
        ...alarms,
      ].join('\n'),
    };
  },
};

async function partiesOf(context: Context): Promise<object | Refusal> {
  const ids: Record<string, string> = {};
  for (const name of ['owner', 'unit', 'keeper', 'bearer', 'from-keeper', 'from-owner', 'by']) {
    const given = textOf(context.options, name);
    if (given === undefined) continue;
    const id = await partyIdOf(context, given);
    if (typeof id !== 'string') return id;
    ids[name] = id;
  }
  const { owner, unit, keeper, bearer, by } = ids;
  const to = defined({ owner, unit, keeper, bearer });
  const from = defined({ keeper: ids['from-keeper'], owner: ids['from-owner'] });
  return defined({
    to: Object.keys(to).length > 0 ? to : undefined,
    from: Object.keys(from).length > 0 ? from : undefined,
    by,
  });
}

function detailsOf(options: Options): object {
  const text = (name: string) => textOf(options, name);
  const kind = text('basis');
  const mark = text('mark');
  return defined({
    happened: text('happened'),
    place: text('place'),
    how: text('how'),
    due: text('due'),
    why: text('why'),
    about: text('about'),
    act: text('act'),
    basis: kind && defined({ kind, number: text('basis-number'), authority: text('basis-authority') }),
    marks: mark && [
      defined({
        kind: mark,
        text: text('mark-text') ?? '',
        part: text('mark-part'),
        condition: text('mark-condition'),
      }),
    ],
  });
}

function defined(value: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

const DESCRIPTION = ['maker', 'model', 'calibre', 'country', 'production', 'material', 'action'] as const;

export const register: Command = {
  name: 'register',
  usage:
    'register --class CLASS [--serial TEXT | --no-serial removed|absent|illegible] [--part P] [--maker M] [--model M] [--calibre C] [--country XX] [--year Y] [--production P] [--keeper P] [--owner P] [--unit P] [--happened DATE] [--act ID]',
  says: 'Register one arm; it gets its State number at once.',
  options: {
    ...Object.fromEntries(DESCRIPTION.map((name) => [name, 'text' as const])),
    class: 'text',
    serial: 'text',
    'no-serial': 'text',
    part: 'text',
    year: 'text',
    keeper: 'text',
    owner: 'text',
    unit: 'text',
    bearer: 'text',
    happened: 'text',
    act: 'text',
  },
  async run(context) {
    const { options } = context;
    const parties = await partiesOf(context);
    if (isRefusal(parties)) return parties;
    const year = textOf(options, 'year');
    const description = defined({
      class: textOf(options, 'class') ?? 'unknown',
      year: year && Number(year),
      ...Object.fromEntries(DESCRIPTION.map((name) => [name, textOf(options, name)])),
    });
    const serial = textOf(options, 'serial');
    const condition = textOf(options, 'no-serial');
    const part = textOf(options, 'part') ?? 'arm';
    const marks =
      serial !== undefined || condition !== undefined
        ? [{ kind: 'serial', part, text: serial ?? '', condition: condition ?? 'legible' }]
        : [];
    const { act, happened } = { act: textOf(options, 'act'), happened: textOf(options, 'happened') };
    const receipt = await runAct(context, registerArm, {
      description,
      marks,
      ...('to' in parties ? { to: parties.to } : {}),
      ...defined({ act, happened }),
    });
    return isRefusal(receipt)
      ? receipt
      : {
          json: receipt,
          text: [
            `Registered as ${receipt.number}. Entry ${receipt.entry}.`,
            ...notedLines(receipt.noted),
          ].join('\n'),
        };
  },
};

export const ARM_COMMANDS: readonly Command[] = [find, arm, record, register];
