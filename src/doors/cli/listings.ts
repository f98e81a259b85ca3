/** Commands about lists of lost and stolen arms and about hits on them. */
import { askHit } from '../../acts/ask-hit.ts';
import { cancelListing } from '../../acts/cancel-listing.ts';
import { confirmListing } from '../../acts/confirm-listing.ts';
import { listHits } from '../../acts/list-hits.ts';
import { listListings } from '../../acts/list-listings.ts';
import type { HitShort } from '../../acts/listing-output.ts';
import type { Act } from '../../acts/office.ts';
import { proposeListing } from '../../acts/propose-listing.ts';
import { renewListing } from '../../acts/renew-listing.ts';
import { tellHit } from '../../acts/tell-hit.ts';
import { viewHit } from '../../acts/view-hit.ts';
import { viewListing } from '../../acts/view-listing.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

const CAUTION = 'Not grounds for arrest. A lead, to be confirmed with the listing agency.';

export const listing: Command = {
  name: 'listing',
  usage:
    'listing propose ARM --reference NUMBER --ground TEXT --to NODE[,NODE] [--status lost|stolen|trafficked] [--place TEXT] [--tells-owner] [--expires DAY] [--words TEXT] | confirm ID | renew ID [--expires DAY] | cancel ID --reason recovered|mistake|redress [--words TEXT] | list [--side own|partner] [--standing STANDING] [--arm ARM] [--after ID] | show ID',
  says: 'Keep the list of lost and stolen arms that partners are told of. A second officer confirms an entry; it ends unless it is renewed.',
  options: {
    ...{ reference: 'text', ground: 'text', to: 'text', status: 'text', place: 'text', words: 'text' },
    ...{ expires: 'text', reason: 'text', side: 'text', standing: 'text', arm: 'text', after: 'text' },
    ...{ act: 'text', 'tells-owner': 'flag' },
  },
  run: (context) =>
    order(context, {
      propose,
      confirm: (one) =>
        change(one, confirmListing, { listing: idOf(one) }, 'Confirmed and sent to its partners.'),
      renew: (one) => change(one, renewListing, { listing: idOf(one), ...texts(one, 'expires') }, 'Renewed.'),
      cancel: (one) =>
        change(
          one,
          cancelListing,
          { listing: idOf(one), ...texts(one, 'reason', 'words') },
          'Cancelled; every partner that has it is told, and proves that it cancelled: listing show.',
        ),
      list,
      show,
    }),
};

export const hit: Command = {
  name: 'hit',
  usage:
    'hit list [--waiting] [--arm ARM] [--after ID] | show ID | ask ID [--words TEXT] | tell ID --answer live-and-same|not-live|not-same|cannot-tell [--words TEXT]',
  says: `Hits on lists of lost and stolen arms. ${CAUTION}`,
  options: { waiting: 'flag', arm: 'text', after: 'text', words: 'text', answer: 'text', act: 'text' },
  run: (context) =>
    order(context, {
      list: hits,
      show: showHit,
      ask: (one) => change(one, askHit, { hit: hitId(one), ...texts(one, 'words') }, `Asked. ${CAUTION}`),
      tell: (one) => change(one, tellHit, { hit: hitId(one), ...texts(one, 'answer', 'words') }, 'Answered.'),
    }),
};

const idOf = (context: Context): string => wordOf(context, 1, 'the entry, by its id');
const hitId = (context: Context): string => wordOf(context, 1, 'the hit, by its id');

function texts({ options }: Context, ...names: readonly string[]): object {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = textOf(options, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

async function change<I, O>(
  context: Context,
  act: Act<I, O>,
  input: object,
  text: string,
): Promise<Answer | Refusal> {
  const done = await runAct(context, act, { ...texts(context, 'act'), ...input });
  return isRefusal(done) ? done : { json: done, text };
}

async function propose(context: Context): Promise<Answer | Refusal> {
  const to = textOf(context.options, 'to');
  if (to === undefined) throw new Usage('Missing: --to, the nodes of the partners.');
  const done = await runAct(context, proposeListing, {
    ...texts(context, 'act', 'reference', 'ground', 'status', 'place', 'expires', 'words'),
    arm: wordOf(context, 1, 'the arm, by its id or State number'),
    partners: to.split(',').map((node) => node.trim()),
    tellsOwner: context.options['tells-owner'] === true,
  });
  if (isRefusal(done)) return done;
  return { json: done, text: `Proposed: ${done.subject}. It waits for a second officer.` };
}

async function list(context: Context): Promise<Answer | Refusal> {
  const page = await runAct(context, listListings, texts(context, 'side', 'standing', 'arm', 'after'));
  if (isRefusal(page)) return page;
  const lines = page.listings.map(
    ({ id, country, status, standing, expires, number, mark, maker, model }) =>
      `${id}  ${(country ?? 'own').padEnd(3)} ${status.padEnd(10)} ${standing.padEnd(9)} until ${expires}  ${shown([number, mark, maker, model].filter(Boolean).join(' '))}`,
  );
  if (page.next !== undefined) lines.push(`The next page: --after ${page.next}`);
  return { json: page, text: lines.join('\n') || 'Nothing of that stands here.' };
}

async function show(context: Context): Promise<Answer | Refusal> {
  const view = await runAct(context, viewListing, { listing: idOf(context) });
  if (isRefusal(view)) return view;
  const { status, standing, expires, thing, told, hits: met } = view;
  const numbers = thing?.marks.map(({ text }) => text).join(', ') ?? 'erased';
  const lines = [
    `${status}, ${standing}, until ${expires}: ${shown(numbers)}`,
    ...told.map(({ country, sent, receipt, cancelTold }) => {
      const proof = cancelTold === undefined ? '' : `, cancelled there ${cancelTold}`;
      return `${country}: ${sent ?? 'not sent'}${receipt === undefined ? '' : ` (${receipt})`}${proof}`;
    }),
    ...met.map(lineOf),
    ...(met.some(({ isLead }) => isLead) ? [CAUTION] : []),
  ];
  return { json: view, text: lines.join('\n') };
}

function lineOf({ id, standing, isLead, met, number, mark, country, due, isLate }: HitShort): string {
  const lead = isLead ? ' (lead)' : '';
  const until = due === undefined ? '' : `  answer due ${due}${isLate ? ', late' : ''}`;
  return `${id}  ${standing}${lead}  ${met}  ${country ?? 'own'}  ${shown([mark, number].filter(Boolean).join(' '))}${until}`;
}

async function hits(context: Context): Promise<Answer | Refusal> {
  const waiting = context.options.waiting === true;
  const page = await runAct(context, listHits, { waiting, ...texts(context, 'arm', 'after') });
  if (isRefusal(page)) return page;
  const lines = page.hits.map(lineOf);
  if (page.hits.some(({ isLead }) => isLead)) lines.push(CAUTION);
  if (page.next !== undefined) lines.push(`The next page: --after ${page.next}`);
  return { json: page, text: lines.join('\n') || 'No hits.' };
}

async function showHit(context: Context): Promise<Answer | Refusal> {
  const view = await runAct(context, viewHit, { hit: hitId(context) });
  if (isRefusal(view)) return view;
  const { thing, withheld, events } = view;
  const lines = [
    ...(view.isLead ? [CAUTION] : []),
    lineOf(view),
    `Entry ${view.listing}: ${view.listedAs}, ${view.listingStanding}; ${shown(thing?.marks.map(({ text }) => text).join(', ') ?? 'erased')}`,
    ...(withheld === undefined ? [] : [`The listing side was not told: ${withheld}.`]),
    ...events.map(
      ({ at, type, answer, text }) =>
        `${at}  ${type} ${answer ?? ''} ${text === undefined ? '' : shown(text)}`,
    ),
  ];
  return { json: view, text: lines.join('\n') };
}
