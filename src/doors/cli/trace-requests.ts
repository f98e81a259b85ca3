/** Orders of the command trace about requests between States: compose, send, acknowledge, ask for more, answer, refuse, release. */
import { acknowledgeRequest } from '../../acts/acknowledge-request.ts';
import { composeTraceRequest } from '../../acts/compose-request.ts';
import { draftAnswer } from '../../acts/draft-answer.ts';
import { releaseAnswer } from '../../acts/release-answer.ts';
import { reviewRelease } from '../../acts/review-release.ts';
import { sendRequest } from '../../acts/send-request.ts';
import { writeInRequest } from '../../acts/write-in-request.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, textOf, Usage, wordOf } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { runAct } from './run-act.ts';
import { composedText } from './trace-text.ts';

const FIELDS_USAGE =
  '[--law TEXT] [--grounds CODE,CODE] [--embargo RESOLUTION] [--use CODE] [--urgent REASON] [--limits CODE,CODE] [--file FIELDS.json]';
export const REQUEST_USAGE: readonly string[] = [
  `compose TRACE ${FIELDS_USAGE}`,
  'send TRACE --to XB[:CHANNEL or :NODE],XA [as compose]',
  'acknowledge TRACE REQUEST [--note TEXT]',
  'ask TRACE --request REQUEST --words TEXT [--fields marks,calibre]',
  'write TRACE REQUEST more-given|clarification-wanted|clarification-given|withdrawn --words TEXT',
  'answer TRACE REQUEST [--kind full|partial|no-record] [--note TEXT] [--limits CODE,CODE] [--file DRAFT.json]',
  'refuse TRACE REQUEST --ground CODE --reason TEXT [--kind refused|restricted|delayed] [--expected DAY]',
  'release TRACE DRAFT [--persons] [--units] [--send-back] [--ground CODE] [--why TEXT]',
  'review TRACE DRAFT --good|--not-good --why TEXT',
];

export const REQUEST_OPTIONS: Command['options'] = {
  ...{ act: 'text', to: 'text', law: 'text', grounds: 'text', embargo: 'text', use: 'text', urgent: 'text' },
  ...{ limits: 'text', file: 'text', note: 'text', request: 'text', words: 'text', fields: 'text' },
  ...{ ground: 'text', reason: 'text', expected: 'text', why: 'text' },
  ...{ persons: 'flag', units: 'flag', 'send-back': 'flag', good: 'flag', 'not-good': 'flag' },
};

export const REQUEST_ORDERS = { compose, send, acknowledge, write, answer, refuse, release, review };

/** The texts of some options, by their names; those not given are absent. */
export function textsOf({ options }: Context, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = textOf(options, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The number of an option; what is no number is refused by whoever reads it. */
export function numberOf({ options }: Context, name: string): number | undefined {
  const value = textOf(options, name);
  return value === undefined ? undefined : Number(value);
}

function listOf({ options }: Context, name: string): readonly string[] | undefined {
  return textOf(options, name)?.split(',').filter(Boolean);
}

const limitsOf = (context: Context): object => {
  const limits = listOf(context, 'limits');
  return limits === undefined ? {} : { limits: limits.map((code) => ({ code })) };
};

const traceOf = (context: Context): string => wordOf(context, 1, 'the trace, by its id');
const heldOf = (context: Context): { trace: string; request: string } => ({
  trace: traceOf(context),
  request: wordOf(context, 2, 'the request, by its id'),
});

/** What a file holds, with what the options say instead. */
async function fileOf(context: Context, what: string): Promise<Readonly<Record<string, unknown>>> {
  const file = textOf(context.options, 'file');
  const held = file === undefined ? {} : await readJsonFile(file, what);
  if (typeof held !== 'object' || held === null || Array.isArray(held))
    throw new Usage(`${file} holds no fields of ${what}.`);
  return held as Readonly<Record<string, unknown>>;
}

async function fieldsOf(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const { options } = context;
  const held = await fileOf(context, 'a request');
  const grounds = listOf(context, 'grounds');
  const [use, urgent] = [textOf(options, 'use'), textOf(options, 'urgent')];
  const said = { ...textsOf(context, 'law', 'embargo'), ...(grounds ? { codes: grounds } : {}) };
  const before = typeof held.ground === 'object' ? held.ground : { codes: ['unlawful-where-found'], law: '' };
  return {
    ...held,
    ...(Object.keys(said).length > 0 ? { ground: { ...before, ...said } } : {}),
    ...(use === undefined ? {} : { use: { code: use } }),
    ...(urgent === undefined ? {} : { urgency: { level: 'urgent', reason: urgent } }),
    ...limitsOf(context),
  };
}

async function compose(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, composeTraceRequest, {
    ...(await fieldsOf(context)),
    trace: traceOf(context),
  });
  return isRefusal(done) ? done : { json: done, text: composedText(done) };
}

async function send(context: Context): Promise<Answer | Refusal> {
  const trace = traceOf(context);
  const to = listOf(context, 'to');
  if (!to) throw new Usage('Missing: --to, such as XB, XB:embassy or XB and the id of its node.');
  const done = await runAct(context, sendRequest, {
    ...(await fieldsOf(context)),
    ...textsOf(context, 'act'),
    ...{ trace, to: to.map(addresseeOf) },
  });
  return isRefusal(done) ? done : { json: done, text: `Sent: request ${done.made}.` };
}

/** An addressee as XB, XB:channel or XB:node. */
function addresseeOf(text: string): object {
  const [country, way] = text.split(':', 2);
  if (way === undefined) return { country };
  return parseUuid(way) ? { country, peer: way } : { country, channel: way };
}

async function acknowledge(context: Context): Promise<Answer | Refusal> {
  const said = textsOf(context, 'act', 'note');
  const done = await runAct(context, acknowledgeRequest, { ...said, ...heldOf(context) });
  return isRefusal(done) ? done : { json: done, text: 'Acknowledged.' };
}

/** Asks the other State for more; the clock of the answer stands until it is given. */
export async function asked(context: Context): Promise<Answer | Refusal> {
  return said(context, {
    ...{ trace: traceOf(context), request: textOf(context.options, 'request'), kind: 'more-wanted' },
    fields: listOf(context, 'fields') ?? [],
  });
}

async function write(context: Context): Promise<Answer | Refusal> {
  return said(context, { ...heldOf(context), kind: wordOf(context, 3, 'what is said, such as withdrawn') });
}

async function said(context: Context, what: object): Promise<Answer | Refusal> {
  const { words } = textsOf(context, 'words');
  if (words === undefined) throw new Usage('Missing: --words.');
  const done = await runAct(context, writeInRequest, { ...textsOf(context, 'act'), ...what, text: words });
  return isRefusal(done) ? done : { json: done, text: 'Said.' };
}

async function answer(context: Context): Promise<Answer | Refusal> {
  const kind = textOf(context.options, 'kind') ?? 'full';
  return drafted(context, {
    ...(await fileOf(context, 'an answer')),
    ...{ ...textsOf(context, 'note'), ...limitsOf(context), kind },
  });
}

async function refuse(context: Context): Promise<Answer | Refusal> {
  const kind = textOf(context.options, 'kind') ?? 'refused';
  const said = textsOf(context, 'ground', 'reason', 'expected', 'note');
  for (const name of ['ground', 'reason'])
    if (said[name] === undefined) throw new Usage(`Missing: --${name}.`);
  return drafted(context, { ...said, ...limitsOf(context), kind });
}

async function drafted(context: Context, draft: object): Promise<Answer | Refusal> {
  const done = await runAct(context, draftAnswer, {
    ...draft,
    ...textsOf(context, 'act'),
    ...heldOf(context),
  });
  if (isRefusal(done)) return done;
  return { json: done, text: `Drafted: ${done.made}. A second officer releases it.` };
}

async function release(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const draft = wordOf(context, 2, 'the draft, by its id');
  const decision = options['send-back'] === true ? 'send-back' : 'release';
  const done = await runAct(context, releaseAnswer, {
    ...textsOf(context, 'act', 'ground', 'why'),
    ...{ trace: traceOf(context), draft, decision },
    ...{ persons: options.persons === true, units: options.units === true },
  });
  if (isRefusal(done)) return done;
  return { json: done, text: decision === 'release' ? 'Released: the answer is on its way.' : 'Sent back.' };
}

async function review(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const draft = wordOf(context, 2, 'the draft, by its id');
  if ((options.good === true) === (options['not-good'] === true))
    throw new Usage('A review is one of --good and --not-good.');
  const done = await runAct(context, reviewRelease, {
    ...textsOf(context, 'act', 'why'),
    ...{ trace: traceOf(context), draft, good: options.good === true },
  });
  return isRefusal(done) ? done : { json: done, text: 'Reviewed.' };
}
