/**
 * What one's agency was asked of traced things, and answering it. What the agency holds stays its own: it tells what it knows.
 *
 * @clause A-13, C-05
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { answerQuestion } from '../../acts/answer-question.ts';
import { listQuestions, type QuestionList } from '../../acts/list-questions.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, refusal } from '../../domain/base/refusal.ts';
import { table } from './arm-tables.ts';
import { refuseForm } from './deeds.ts';
import { firstButton, goOn, lastButtons, openForm } from './draft-forms.ts';
import { form, problem, type Values } from './forms.ts';
import { page } from './page.ts';
import { NO_PROBLEMS, type Problems } from './party-field.ts';
import { receiptLink } from './receipt-link.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { type Html, said } from './text.ts';
import { replyFields } from './trace-deed-fields.ts';
import { card, clock, formTextsOf, itemLine, textsOf } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';

type Question = QuestionList['questions'][number];

/** Adds the pages of questions to one's agency. */
export function addQuestionsRoom(app: Hono, site: Site): void {
  app.get(
    '/traces/questions',
    working(site, async (visit, context) => {
      const list = await ask(site, visit, listQuestions, {});
      if (isRefusal(list)) return sendRefusal(context, visit, list);
      return send(context, questionsPage(visit, list, site.office.clock()));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/traces/questions/:trace/:question',
    working(site, async (visit, context) => {
      const refused = await refuseForm(site, visit, answerQuestion.name);
      return refused ? sendRefusal(context, visit, refused) : reply(site, visit, context);
    }),
  );
}

async function reply(site: Site, visit: Working, context: Context): Promise<Response> {
  const { trace, question } = context.req.param() as { trace: string; question: string };
  const opened = await openForm(site, visit, context, () => new Map());
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const list = await ask(site, visit, listQuestions, {});
  if (isRefusal(list)) return sendRefusal(context, visit, list);
  const asked = list.questions.find((one) => one.trace === trace && one.question === question);
  // Sent a second time the question is gone from the list, and the first answer is given again.
  if (!asked && !sent) return sendRefusal(context, visit, refusal('question-unknown', { question }));
  const show = (problems: Problems, told: string | undefined): Html =>
    replyPage(visit, asked!, { act, values, problems, says: told });
  if (!sent) return send(context, show(NO_PROBLEMS, says));
  const { missing, choose, wrong: wrongSays } = formTextsOf(visit);
  const wrong = new Map([
    ...(textOf(sent, 'outcome') ? [] : [['outcome', choose] as const]),
    ...(textOf(sent, 'words') ? [] : [['words', missing] as const]),
  ]);
  if (asked && wrong.size > 0) return send(context, show({ ...NO_PROBLEMS, wrong }, wrongSays), 422);
  const said = { outcome: textOf(sent, 'outcome'), words: textOf(sent, 'words') };
  const done = await ask(site, visit, answerQuestion, { act, trace, question, ...said });
  if (!isRefusal(done))
    return goOn(site, visit, context, act, link(visit, '/traces/questions', { done: done.entry, trace }));
  if (!asked) return sendRefusal(context, visit, done);
  return send(context, show(NO_PROBLEMS, sayRefusal(visit.words, done)), statusOf(done));
}

/** The questions as lines, each with the way to its answer. */
export function questionsTable(visit: Working, questions: readonly Question[], now: number): Html {
  const texts = textsOf(visit);
  const answers = offers(visit, answerQuestion.name);
  const rows = questions.map(({ trace, question, agencyName, due, text, item }) => {
    const way = answers
      ? html`<a class="button plain" href="${link(visit, `/traces/questions/${trace}/${question}`)}">${texts.questions.answer}</a>`
      : '';
    return html`<tr><td>${clock(visit, due, now)}</td><td>${itemLine(visit, item)}</td><td class="says">${text ? said(text) : ''}<span class="line quiet">${said(agencyName)}</span></td><td>${way}</td></tr>`;
  });
  const heads = [texts.trace.dueBy, texts.questions.thing, texts.trace.question, texts.questions.answer];
  return table(texts.questions.title, heads, rows);
}

function questionsPage(visit: Working, { questions }: QuestionList, now: number): Html {
  const texts = textsOf(visit);
  const own = texts.questions;
  const { done = '', trace = '' } = visit.query;
  const note = [done, trace].every((one) => parseUuid(one) !== undefined)
    ? html`<div class="note-done" role="status"><p><strong>${texts.trace.done}</strong></p><p>${texts.trace.doneEntry}${visit.words.colon}${receiptLink(visit, 'view-trace-receipt', done, { trace })}</p></div>`
    : '';
  const list = questions.length === 0 ? html`<p>${own.none}</p>` : questionsTable(visit, questions, now);
  return page(
    visit,
    own.title,
    html`${note}<h1>${own.title}</h1><p class="lead">${own.lead}</p>${card('asked', own.title, list)}`,
  );
}

type Shown = {
  readonly act: string;
  readonly values: Values;
  readonly problems: Problems;
  readonly says: string | undefined;
};

function replyPage(
  visit: Working,
  { trace, question, text, item, agencyName }: Question,
  shown: Shown,
): Html {
  const own = formTextsOf(visit).reply;
  const { act, values, problems, says } = shown;
  const back = html`<p class="back"><a href="${link(visit, '/traces/questions')}">${textsOf(visit).questions.title}</a></p>`;
  const asked = html`<section class="card"><div>${itemLine(visit, item)}</div><p class="note">${said(text ?? '')}</p><p class="quiet">${said(agencyName)}</p></section>`;
  const fields = html`${firstButton(own.send)}${replyFields({ visit, values, problems })}${lastButtons(visit, own.send)}`;
  const action = link(visit, `/traces/questions/${trace}/${question}`);
  return page(
    visit,
    own.title,
    html`<div class="form-page">${back}<h1>${own.title}</h1><p class="lead">${own.lead}</p>${asked}${problem(says)}${form(visit, { action, act, draft: true, class: 'card record' }, fields)}</div>`,
  );
}
