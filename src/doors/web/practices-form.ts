/** The form of a marking practice: States, kind, words, letters, a drawing from data, parts and years. No picture is taken in. */
import { html } from 'hono/html';
import type { PracticeTold } from '../../acts/list-marking-practices.ts';
import { PARTS } from '../../domain/marks/mark.ts';
import { PRACTICE_KINDS, SURENESS } from '../../domain/reference/practice.ts';
import { FIGURES, FRAMES, nameSymbol } from '../../domain/reference/symbols.ts';
import { stateIn } from './contacts-form.ts';
import { type Deed, wishOf } from './deeds.ts';
import { choiceField, form, inputField, problem, textField, tickField, type Values } from './forms.ts';
import { page } from './page.ts';
import { type Form, textOf } from './room.ts';
import { code, type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { LANGUAGES } from './words/languages.ts';
import { PRACTICE_WORDS } from './words/practices.ts';

/** What stands in the form of a practice that is changed. */
export function valuesOfPractice(one: PracticeTold): Values {
  return new Map<string, string>([
    ['seen', String(one.state?.version ?? 0)],
    ['countries', one.countries.join(', ')],
    ['kind', one.kind],
    ['authority', one.authority ?? ''],
    ...LANGUAGES.map((language): [string, string] => [`looks.${language}`, one.looks[language] ?? '']),
    ['texts', one.texts.join('\n')],
    ['pattern', one.pattern ?? ''],
    ['frame', one.drawing?.frame ?? ''],
    ['rows', one.drawing?.rows.join('\n') ?? ''],
    ...one.where.map((part): [string, string] => [`on.${part}`, 'yes']),
    ['from', one.from === undefined ? '' : String(one.from)],
    ['to', one.to === undefined ? '' : String(one.to)],
    ['source', one.source],
    ['sure', one.sure],
  ]);
}

/** What a form says of a practice, as the act takes it; `before` keeps what no form asks. */
export function readPractice(sent: Form, before?: PracticeTold): object {
  const lines = (name: string): readonly string[] =>
    (textOf(sent, name) ?? '')
      .split(/[\r\n]+/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const year = (name: string): object => {
    const text = textOf(sent, name);
    return text === undefined ? {} : { [name]: /^\d{4}$/.test(text) ? Number(text) : text };
  };
  const said = (name: string, as = name): object => {
    const text = textOf(sent, name)?.replace(/\s*[\r\n]+\s*/g, ' ');
    return text === undefined ? {} : { [as]: text };
  };
  const countries = (textOf(sent, 'countries') ?? '').split(/[,;\r\n]+/).map((one) => one.trim());
  const rows = lines('rows');
  return {
    countries: countries.filter((one) => one !== '').map(stateIn),
    ...said('kind'),
    ...said('authority'),
    looks: Object.assign({}, ...LANGUAGES.map((language) => said(`looks.${language}`, language))) as object,
    texts: lines('texts'),
    ...said('pattern'),
    ...(rows.length === 0 ? {} : { drawing: { ...said('frame'), rows } }),
    where: PARTS.filter((part) => textOf(sent, `on.${part}`) === 'yes'),
    ...year('from'),
    ...year('to'),
    ...(before && Object.keys(before.years).length > 0 ? { years: before.years } : {}),
    source: textOf(sent, 'source') ?? '',
    sure: textOf(sent, 'sure') ?? 'unsure',
  };
}

/** The page of the form; `before` is the practice that is changed. */
export function practiceFormPage(visit: Visit, deed: Deed, before?: PracticeTold): Html {
  const { words } = visit;
  const texts = PRACTICE_WORDS[words.language];
  const name = before
    ? ''
    : inputField({
        ...wishOf(deed, 'code', texts.code, texts.codeHint),
        code: true,
        required: true,
        max: 80,
      });
  const kinds = PRACTICE_KINDS.map((value) => ({ value, label: texts.kinds[value] }));
  const first = html`${name}${inputField({ ...wishOf(deed, 'countries', texts.countries, texts.countriesHint), required: true })}${choiceField(wishOf(deed, 'kind', texts.kind), kinds)}${inputField({ ...wishOf(deed, 'authority', texts.authority), max: 120 })}`;
  const looks = LANGUAGES.map((language) =>
    textField(
      { ...wishOf(deed, `looks.${language}`, texts.inLanguage(languageName(visit, language))), max: 600 },
      2,
    ),
  );
  const wrong = deed.problems.wrong.get('looks');
  const letters = html`${textField({ ...wishOf(deed, 'texts', texts.texts, texts.oneALine), max: 1300 }, 2)}${inputField({ ...wishOf(deed, 'pattern', texts.pattern, texts.patternHint), code: true, max: 80 })}`;
  const frames = FRAMES.map((value) => ({ value, label: nameSymbol(value, words.language) }));
  const figures = FIGURES.map((one) => html`<li>${code(`:${one}`)} ${nameSymbol(one, words.language)}</li>`);
  const drawing = html`<fieldset><legend>${texts.drawing}</legend>${choiceField(wishOf(deed, 'frame', texts.frame), frames, '—')}${textField({ ...wishOf(deed, 'rows', texts.rows, texts.rowsHint), max: 330 }, 3)}<details><summary>${texts.figures}</summary><ul class="facts">${figures}</ul></details></fieldset>`;
  const where = html`<fieldset><legend>${texts.where}</legend>${PARTS.map((part) => tickField(wishOf(deed, `on.${part}`, words.terms.parts[part])))}</fieldset>`;
  const sure = SURENESS.map((value) => ({ value, label: texts.sureness[value] }));
  const last = html`<div class="fields">${inputField({ ...wishOf(deed, 'from', texts.from), code: true, max: 4 })}${inputField({ ...wishOf(deed, 'to', texts.until), code: true, max: 4 })}${choiceField(wishOf(deed, 'sure', texts.sure), sure)}</div>${inputField({ ...wishOf(deed, 'source', texts.source), required: true })}`;
  const fields = html`<div class="fields">${first}</div><fieldset><legend>${texts.looks}</legend>${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : ''}${looks}</fieldset>${letters}${drawing}${where}${last}`;
  const wish = { title: before ? texts.change : texts.add, deed, before, path: 'change', button: texts.keep };
  return whole(visit, wish, fields);
}

function languageName({ words }: Visit, language: string): string {
  return new Intl.DisplayNames([words.locale], { type: 'language' }).of(language) ?? language;
}

/** The page on which a row of the State is taken back. */
export function takeBackPracticePage(visit: Visit, deed: Deed, before: PracticeTold): Html {
  const texts = PRACTICE_WORDS[visit.words.language];
  const lead = html`<p><strong>${said(before.authority ?? before.code)}</strong></p><p class="lead">${texts.takeBackSays}</p>`;
  const wish = { title: texts.takeBack, deed, before, path: 'take-back', button: texts.takeBackDo };
  return whole(visit, { ...wish, lead }, html``);
}

function whole(
  visit: Visit,
  wish: {
    readonly title: string;
    readonly deed: Deed;
    readonly before: PracticeTold | undefined;
    readonly path: string;
    readonly button: string;
    readonly lead?: Html;
  },
  fields: Html,
): Html {
  const { title, deed, before, path, button, lead = '' } = wish;
  const texts = PRACTICE_WORDS[visit.words.language];
  const home = '/marking-practices';
  const back = link(visit, before ? `${home}/${before.code}` : home);
  const action = link(visit, before ? `${home}/${before.code}/${path}` : `${home}/record`);
  const seen = html`<input type="hidden" name="seen" value="${deed.values.get('seen') ?? '0'}">`;
  const why = inputField({ ...wishOf(deed, 'why', texts.why, texts.whyHint), required: true });
  const ends = html`${why}<p class="do"><button>${button}</button> <a href="${back}">${texts.back}</a></p>`;
  return page(
    visit,
    title,
    html`<div class="form-page"><h1>${title}</h1>${lead}${problem(deed.says)}${form(visit, { action, act: deed.act, class: 'card record' }, html`${seen}${fields}${ends}`)}</div>`,
  );
}
