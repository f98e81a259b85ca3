/**
 * The command trace: a recovered arm followed at home. What is said between States stands in ./trace-requests, what is printed
 * in ./trace-text.
 */
import { answerQuestion } from '../../acts/answer-question.ts';
import { askAgency } from '../../acts/ask-agency.ts';
import { closeTrace } from '../../acts/close-trace.ts';
import { countTraces } from '../../acts/count-traces.ts';
import { linkCase } from '../../acts/link-case.ts';
import { listQuestions } from '../../acts/list-questions.ts';
import { listSuspectedLots } from '../../acts/list-suspected-lots.ts';
import { listTraces } from '../../acts/list-traces.ts';
import { openTrace } from '../../acts/open-trace.ts';
import { recordTraceFinding } from '../../acts/record-trace-finding.ts';
import { reopenTrace } from '../../acts/reopen-trace.ts';
import { setNotices } from '../../acts/set-notices.ts';
import { setTraceRules } from '../../acts/set-trace-rules.ts';
import { takeArm } from '../../acts/take-arm.ts';
import { viewTrace } from '../../acts/view-trace.ts';
import { viewTraceRules } from '../../acts/view-trace-rules.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, textOf, wordOf } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { agencyIdOf } from './parties.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';
import { PAPER_OPTIONS, PAPER_ORDERS, PAPER_USAGE } from './trace-papers.ts';
import {
  asked,
  numberOf,
  REQUEST_OPTIONS,
  REQUEST_ORDERS,
  REQUEST_USAGE,
  textsOf,
} from './trace-requests.ts';
import { countsText, deskText, lotsText, questionsText, traceText } from './trace-text.ts';

export const trace: Command = {
  name: 'trace',
  usage: [
    'trace open ARM [--case NUMBER] [--authority WHO] [--circumstances TEXT] [--agency AGENCY]',
    'list [--status open|closed] [--kind own|asked] [--country XB] [--outcome CODE] [--year YEAR] [--limit N] [--after ID]',
    'show TRACE | take TRACE MATCH',
    'ask TRACE --agency AGENCY --words TEXT [--due DAY] | questions | reply TRACE QUESTION --outcome found|not-found|partly|cannot-tell --words TEXT',
    ...REQUEST_USAGE,
    'find TRACE illicit-since|point-of-diversion|first-irregularity --authority WHO --words TEXT [--happened DAY] [--ground CODE] [--stage CODE] [--country XB]',
    'link TRACE KIND NUMBER | close TRACE OUTCOME --words TEXT [--failure CODE] [--exemption CODE] [--stage CODE] [--action TEXT] [--quietly] | reopen TRACE --why TEXT',
    ...PAPER_USAGE,
    'statistics [FROM-YEAR [TO-YEAR]] | lots | rules [FILE.json] | notices FILE.json',
  ].join(' | '),
  says: 'Trace a recovered arm at home and through other States: open, follow, ask, answer, find, close.',
  options: {
    ...REQUEST_OPTIONS,
    ...PAPER_OPTIONS,
    ...{
      case: 'text',
      authority: 'text',
      circumstances: 'text',
      agency: 'text',
      status: 'text',
      kind: 'text',
    },
    ...{ country: 'text', outcome: 'text', year: 'text', limit: 'text', after: 'text', due: 'text' },
    ...{
      happened: 'text',
      stage: 'text',
      failure: 'text',
      exemption: 'text',
      action: 'text',
      quietly: 'flag',
    },
  },
  run: (context) =>
    order(context, {
      ...{ open, list, show, take, ask, questions, reply },
      ...REQUEST_ORDERS,
      ...PAPER_ORDERS,
      ...{ find, link, close, reopen, statistics, lots, rules, notices },
    }),
};

const traceOf = (context: Context): string => wordOf(context, 1, 'the trace, by its id');

async function open(context: Context): Promise<Answer | Refusal> {
  const arm = wordOf(context, 1, 'the recovered arm, by its id or State number');
  const given = textOf(context.options, 'agency');
  const agency = given === undefined ? undefined : await agencyIdOf(context, given);
  if (isRefusal(agency)) return agency;
  const said = textsOf(context, 'act', 'case', 'authority', 'circumstances');
  const done = await runAct(context, openTrace, { ...said, arm, agency });
  return isRefusal(done) ? done : { json: done, text: `Opened: trace ${done.trace}.` };
}

async function list(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, listTraces, {
    ...textsOf(context, 'status', 'kind', 'country', 'outcome', 'after'),
    year: numberOf(context, 'year'),
    limit: numberOf(context, 'limit'),
  });
  return isRefusal(done) ? done : { json: done, text: deskText(done) };
}

async function show(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, viewTrace, { trace: traceOf(context) });
  return isRefusal(done) ? done : { json: done, text: traceText(done) };
}

async function take(context: Context): Promise<Answer | Refusal> {
  const match = wordOf(context, 2, 'the decision "same" on a reading, by its id');
  const done = await runAct(context, takeArm, {
    ...textsOf(context, 'act'),
    ...{ trace: traceOf(context), match },
  });
  return isRefusal(done) ? done : { json: done, text: 'Kept: the trace follows this arm of the register.' };
}

/** Asks an agency of the State, or with --request the other State for more. */
async function ask(context: Context): Promise<Answer | Refusal> {
  if (context.options.request !== undefined) return asked(context);
  const given = textOf(context.options, 'agency');
  const agency = given === undefined ? undefined : await agencyIdOf(context, given);
  if (isRefusal(agency)) return agency;
  const said = textsOf(context, 'act', 'words', 'due');
  const done = await runAct(context, askAgency, { ...said, trace: traceOf(context), agency });
  return isRefusal(done) ? done : { json: done, text: `Asked: question ${done.made}.` };
}

async function questions(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, listQuestions, {});
  return isRefusal(done) ? done : { json: done, text: questionsText(done) };
}

async function reply(context: Context): Promise<Answer | Refusal> {
  const question = wordOf(context, 2, 'the question, by its id');
  const said = textsOf(context, 'act', 'outcome', 'words');
  const done = await runAct(context, answerQuestion, { ...said, trace: traceOf(context), question });
  return isRefusal(done) ? done : { json: done, text: 'Kept: what your agency knows stands in the trace.' };
}

async function find(context: Context): Promise<Answer | Refusal> {
  const finding = wordOf(
    context,
    2,
    'what was found: illicit-since, point-of-diversion or first-irregularity',
  );
  const said = textsOf(context, 'act', 'authority', 'words', 'ground', 'stage', 'country');
  const happened = textOf(context.options, 'happened') ?? '';
  const done = await runAct(context, recordTraceFinding, {
    ...said,
    ...{ trace: traceOf(context), finding, happened },
  });
  return isRefusal(done) ? done : { json: done, text: `Recorded: finding ${done.entry}.` };
}

async function link(context: Context): Promise<Answer | Refusal> {
  const kind = wordOf(context, 2, 'the kind of case');
  const reference = wordOf(context, 3, 'its number');
  const done = await runAct(context, linkCase, {
    ...textsOf(context, 'act'),
    ...{ trace: traceOf(context), case: kind, reference },
  });
  return isRefusal(done) ? done : { json: done, text: 'Linked.' };
}

async function close(context: Context): Promise<Answer | Refusal> {
  const outcome = wordOf(context, 2, 'how it ended');
  const said = textsOf(context, 'act', 'words', 'failure', 'exemption', 'stage', 'action');
  const tell = context.options.quietly !== true;
  const done = await runAct(context, closeTrace, { ...said, trace: traceOf(context), outcome, tell });
  return isRefusal(done) ? done : { json: done, text: 'Closed. A late answer opens it again.' };
}

async function reopen(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, reopenTrace, {
    ...textsOf(context, 'act', 'why'),
    trace: traceOf(context),
  });
  return isRefusal(done) ? done : { json: done, text: 'Open again.' };
}

async function statistics(context: Context): Promise<Answer | Refusal> {
  const [, from, to] = context.words;
  const years = { ...(from ? { from: Number(from) } : {}), ...(to ? { to: Number(to) } : {}) };
  const done = await runAct(context, countTraces, years);
  return isRefusal(done) ? done : { json: done, text: countsText(done) };
}

async function lots(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, listSuspectedLots, {});
  return isRefusal(done) ? done : { json: done, text: lotsText(done) };
}

async function rules(context: Context): Promise<Answer | Refusal> {
  if (context.words[1] === undefined) {
    const shown = await runAct(context, viewTraceRules, {});
    return isRefusal(shown) ? shown : { json: shown, text: JSON.stringify(shown.rules, undefined, 2) };
  }
  const file = wordOf(context, 1, 'the file with the rules');
  const done = await runAct(context, setTraceRules, {
    ...textsOf(context, 'act'),
    rules: await readJsonFile(file, 'the rules of traces'),
  });
  return isRefusal(done) ? done : { json: done, text: 'Set: they hold from now on.' };
}

async function notices(context: Context): Promise<Answer | Refusal> {
  const file = wordOf(context, 1, 'the file with the mailboxes');
  const done = await runAct(context, setNotices, {
    ...textsOf(context, 'act'),
    notices: await readJsonFile(file, 'the mailboxes that are told'),
  });
  return isRefusal(done) ? done : { json: done, text: 'Set: they are told of what comes from now on.' };
}
