/** Commands about the people who work here: user add, list, rename, suspend, reinstate, reset, post, end-posting. */
import { addPerson } from '../../acts/add-person.ts';
import { endPosting } from '../../acts/end-posting.ts';
import { findAccountId } from '../../acts/find-person.ts';
import type { HandedOut } from '../../acts/hand-out-link.ts';
import { listPeople, type PersonShown } from '../../acts/list-people.ts';
import type { Act } from '../../acts/office.ts';
import { postPerson } from '../../acts/post-person.ts';
import { reinstatePerson } from '../../acts/reinstate-person.ts';
import { renamePerson } from '../../acts/rename-person.ts';
import { resetPerson } from '../../acts/reset-person.ts';
import { suspendPerson } from '../../acts/suspend-person.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';
import { agencyIdOf } from './parties.ts';
import { runAct } from './run-act.ts';

type Orders = Readonly<Record<string, (context: Context) => Promise<Answer | Refusal>>>;

const ORDERS: Orders = {
  add,
  list,
  async rename(context) {
    return plain(context, renamePerson, { name: textOf(context.options, 'name') }, 'Renamed.');
  },
  async suspend(context) {
    return plain(context, suspendPerson, {}, 'Suspended: signed out everywhere, from this moment.');
  },
  async reinstate(context) {
    return plain(context, reinstatePerson, {}, 'Let in again.');
  },
  reset,
  post,
  async 'end-posting'(context) {
    const done = await runAct(context, endPosting, { posting: wordOf(context, 1, 'the id of the posting') });
    return isRefusal(done) ? done : { json: done, text: 'Ended, from this moment.' };
  },
};

export const user: Command = {
  name: 'user',
  usage:
    'user add LOGIN --name NAME [--language en|fr|ar] [--role ROLE --agency AGENCY] | list [--after LOGIN] | rename LOGIN --name NAME | suspend LOGIN | reinstate LOGIN | reset LOGIN [--second-factor] | post LOGIN --role ROLE [--agency AGENCY] [--from DAY] [--until DAY] | end-posting POSTING',
  says: 'Bring people in, give and take postings, suspend and reinstate. A one-time link is handed over in person.',
  options: {
    name: 'text',
    language: 'text',
    role: 'text',
    agency: 'text',
    from: 'text',
    until: 'text',
    after: 'text',
    'second-factor': 'flag',
  },
  run: (context) => order(context, ORDERS),
};

/** Runs what the first word orders. */
export async function order(context: Context, orders: Orders): Promise<Answer | Refusal> {
  const names = Object.keys(orders).join(', ');
  const word = wordOf(context, 0, `one of ${names}`);
  const run = Object.hasOwn(orders, word) ? orders[word] : undefined;
  if (!run) throw new Usage(`There is no "${word}". There are: ${names}.`);
  return run(context);
}

async function plain<I>(
  context: Context,
  act: Act<I, unknown>,
  more: object,
  text: string,
): Promise<Answer | Refusal> {
  const account = await accountOf(context);
  if (isRefusal(account)) return account;
  const done = await runAct(context, act, { account, ...more });
  return isRefusal(done) ? done : { json: done, text };
}

async function accountOf(context: Context): Promise<string | Refusal> {
  const login = wordOf(context, 1, 'the login');
  return (
    (await findAccountId(await context.office(), login)) ?? refusal('account-unknown', { account: login })
  );
}

/** The posting that the options tell, or none. */
async function postingOf(context: Context): Promise<object | undefined | Refusal> {
  const { options } = context;
  const [role, agency, from, until] = ['role', 'agency', 'from', 'until'].map((name) =>
    textOf(options, name),
  );
  if (role === undefined) {
    if (agency !== undefined) throw new Usage('Missing: --role ROLE, the role at the agency.');
    return undefined;
  }
  const party = agency === undefined ? undefined : await agencyIdOf(context, agency);
  return isRefusal(party) ? party : { role, party, from, until };
}

async function add(context: Context): Promise<Answer | Refusal> {
  const posting = await postingOf(context);
  if (isRefusal(posting)) return posting;
  const language = textOf(context.options, 'language');
  const added = await runAct(context, addPerson, {
    login: wordOf(context, 1, 'the login'),
    name: textOf(context.options, 'name'),
    ...(language === undefined ? {} : { language }),
    posting,
  });
  if (isRefusal(added)) return added;
  const handedOut = await linkOf(context, added);
  return {
    json: { ...added, ...handedOut.json },
    text: `Added: account ${added.account}.\n${handedOut.text}`,
  };
}

async function reset(context: Context): Promise<Answer | Refusal> {
  const account = await accountOf(context);
  if (isRefusal(account)) return account;
  const secondFactor = context.options['second-factor'] === true;
  const done = await runAct(context, resetPerson, { account, secondFactor });
  if (isRefusal(done)) return done;
  const handedOut = await linkOf(context, done);
  return { json: { ...done, ...handedOut.json }, text: `Signed out everywhere.\n${handedOut.text}` };
}

/** The one-time link as it is handed over: the whole address where a server serves this home, else what is put behind it. */
async function linkOf(
  context: Context,
  { token, expires }: HandedOut,
): Promise<{ readonly json: { readonly link?: string }; readonly text: string }> {
  if (token === undefined)
    return {
      json: {},
      text: 'The link was shown when this was done first; make a new one with "user reset".',
    };
  const address = await context.house.address();
  const link = `${address ?? ''}/link/${token}`;
  const whole =
    address === undefined
      ? '\nNo server serves this home now: put the address of the register before it, such as https://register.example.'
      : '';
  const says = `One-time link, to be handed over in person, shown this once, good until ${expires}:`;
  return { json: { link }, text: `${says}\n  ${link}${whole}` };
}

async function post(context: Context): Promise<Answer | Refusal> {
  const account = await accountOf(context);
  if (isRefusal(account)) return account;
  const posting = await postingOf(context);
  if (isRefusal(posting)) return posting;
  if (posting === undefined) throw new Usage('Missing: --role ROLE.');
  const done = await runAct(context, postPerson, { account, ...posting });
  return isRefusal(done) ? done : { json: done, text: 'Posted, from this moment or the day given.' };
}

async function list(context: Context): Promise<Answer | Refusal> {
  const after = textOf(context.options, 'after');
  const page = await runAct(context, listPeople, after === undefined ? {} : { after });
  if (isRefusal(page)) return page;
  const more = page.next === undefined ? [] : [`The next page: --after ${page.next}`];
  return { json: page, text: [...page.people.flatMap(personLines), ...more].join('\n') || 'Nobody yet.' };
}

function personLines({ login, name, state, account, postings }: PersonShown): readonly string[] {
  return [
    `${login}  ${shown(name ?? '')}  ${state}  ${account}`,
    ...postings.map(
      ({ role, party, from, until, id }) =>
        `    ${role}${party ? ` at ${party}` : ''} from ${from}${until ? ` until ${until}` : ''}  posting ${id}`,
    ),
  ];
}
