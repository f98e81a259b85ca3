/** Commands about decided matches: decide-match, matches, and opening an arm by a decision. */
import { decideMatch } from '../../acts/decide-match.ts';
import { listMatches, type MatchShown } from '../../acts/list-matches.ts';
import { openMatchedArm } from '../../acts/open-matched-arm.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { DECISIONS } from '../../domain/identification/decided.ts';
import { type Answer, type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';
import { percent, QUESTION_OPTIONS, QUESTION_USAGE, questionIn } from './identify.ts';
import { runAct } from './run-act.ts';

export const decideMatchCommand: Command = {
  name: 'decide-match',
  usage: `decide-match ARM 'AB1?3' --same|--not-same|--unsure --why TEXT [--act ID] ${QUESTION_USAGE}`,
  says: 'Decide whether a reading is of an arm among its candidates. Nothing of the arm changes.',
  options: {
    ...QUESTION_OPTIONS,
    ...{ same: 'flag', 'not-same': 'flag', unsure: 'flag' },
    ...{ why: 'text', act: 'text' },
  },
  async run(context) {
    const { options, words } = context;
    const arm = wordOf(context, 0, 'the arm, by its id or State number');
    wordOf(context, 1, 'what was read');
    const chosen = DECISIONS.filter((decision) => options[decision] === true);
    if (chosen.length !== 1)
      throw new Usage('A decision is one of --same, --not-same and --unsure, and only one.');
    const why = textOf(options, 'why');
    if (why === undefined) throw new Usage('Missing: --why.');
    const act = textOf(options, 'act');
    const done = await runAct(context, decideMatch, {
      ...(act === undefined ? {} : { act }),
      ...questionIn(words.slice(1), options),
      ...{ arm, decision: chosen[0], why },
    });
    if (isRefusal(done)) return done;
    const { decision, number, probability, subject, entry } = done;
    const text = [
      `Kept: ${decision}, ${number} (the machine gave it ${percent(probability).trim()}).`,
      `Decision ${subject}, entry ${entry}. Nothing of the arm changed.`,
      'Investigative lead, to be confirmed by an expert.',
    ];
    return { json: done, text: text.join('\n') };
  },
};

export const matches: Command = {
  name: 'matches',
  usage: 'matches [--arm ARM] [--limit N] [--after ID] | matches open ID',
  says: 'Show what was decided on readings, by oneself or on one arm; or open the arm of an own decision for a time.',
  options: { arm: 'text', limit: 'text', after: 'text' },
  async run(context) {
    const [word, match] = context.words;
    if (word === undefined) return list(context);
    if (word !== 'open' || match === undefined) throw new Usage('Expected nothing, or open and an id.');
    const done = await runAct(context, openMatchedArm, { match });
    if (isRefusal(done)) return done;
    return { json: done, text: `Arm ${done.arm} is open to you until ${done.until}. It will be reviewed.` };
  },
};

async function list(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const limit = textOf(options, 'limit');
  const page = await runAct(context, listMatches, {
    arm: textOf(options, 'arm'),
    after: textOf(options, 'after'),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  });
  if (isRefusal(page)) return page;
  const lines = page.matches.map(lineOf);
  if (page.next !== undefined) lines.push(`The next page: --after ${page.next}`);
  return { json: page, text: lines.join('\n') || 'Nothing was decided.' };
}

function lineOf({ id, at, number, reading, decision, counts, probability, own, name, why }: MatchShown) {
  const who = own ? ' by you' : name === undefined ? '' : ` by ${shown(name)}`;
  const says = why === undefined ? '' : `: ${shown(why)}`;
  const stands = counts ? 'counts' : 'earlier';
  return `${id}  ${at}  ${decision} (${stands})  ${shown(reading)}  ${number}  ${percent(probability)}${who}${says}`;
}
