/** The page that asks people to sign in; it carries along what a form had in it when its sender turned out to be signed out. */
import { html } from 'hono/html';
import type { LinkView } from '../../acts/open-one-time-link.ts';
import { choiceField, form, inputField, problem, sendButton, type Values } from './forms.ts';
import { page } from './page.ts';
import { knowsPasskeys, passkeyForm, passkeyScript } from './passkey-part.ts';
import { roleName } from './role-words.ts';
import { code, type Html } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatWhen } from './when.ts';
import { FACTOR_WORDS } from './words/factor.ts';
import { CATALOGUES, LANGUAGES } from './words/languages.ts';
import { SIGN_IN_WORDS } from './words/sign-in.ts';

/** Where somebody was going, and what he or she had typed. */
export type Carried = { readonly path: string; readonly fields: readonly (readonly [string, string])[] };

export type SignInProblem = { readonly says: string; readonly login?: string | undefined };

type DemoSignIn = { readonly login: string; readonly password: string; readonly role: string };

/** Names of the hidden fields that carry what was typed before. */
export const CARRIED_PREFIX = 'kept.';

function carriedFields({ path, fields }: Carried): Html[] {
  return [
    html`<input type="hidden" name="to" value="${path}">`,
    ...fields.map(
      ([name, value]) => html`<input type="hidden" name="${CARRIED_PREFIX}${name}" value="${value}">`,
    ),
  ];
}

function narrow(visit: Visit, title: string, contents: Html): Html {
  return page(visit, title, html`<div class="narrow"><h1>${title}</h1>${contents}</div>`);
}

/** The page with login and password. */
export function signInPage(
  visit: Visit,
  carried: Carried,
  wrong?: SignInProblem,
  demo?: readonly DemoSignIn[],
): Html {
  const words = SIGN_IN_WORDS[visit.words.language];
  const fields = html`${inputField({ name: 'login', label: words.login, value: wrong?.login, required: true, max: 40, code: true, autocomplete: 'username' })}${inputField({ name: 'password', label: words.password, required: true, max: 200, autocomplete: 'current-password' }, 'password')}${carriedFields(carried)}${sendButton(words.signIn)}`;
  const kept = carried.fields.length > 0 ? html`<p class="lead">${words.kept}</p>` : '';
  return narrow(
    visit,
    words.title,
    html`${kept}${problem(wrong?.says)}${form(visit, { action: '/sign-in' }, fields)}${demo ? demoList(visit, demo, carried) : ''}`,
  );
}

/** In a demonstration everybody may sign in as anybody: one button a role. */
function demoList(visit: Visit, demo: readonly DemoSignIn[], carried: Carried): Html {
  const words = SIGN_IN_WORDS[visit.words.language];
  const one = ({ login, password, role }: DemoSignIn): Html =>
    form(
      visit,
      { action: '/sign-in', class: 'demo-sign-in' },
      html`<input type="hidden" name="login" value="${login}"><input type="hidden" name="password" value="${password}">${carriedFields(carried)}<button class="plain">${roleName(visit.words, role)}</button> <span class="quiet">${code(login)} ${code(password)}</span>`,
    );
  return html`<section class="card" aria-labelledby="demo"><h2 id="demo">${words.demo}</h2><p class="quiet">${words.demoSays}</p>${demo.map(one)}</section>`;
}

/** The page that asks for the code of the second factor. */
export function secondFactorPage(visit: Visit, carried: Carried, rpId: string, wrong?: string): Html {
  const words = SIGN_IN_WORDS[visit.words.language];
  const wish = {
    kind: 'ask',
    ask: '/sign-in/passkey',
    action: '/sign-in/second',
    button: words.usePasskey,
    failed: words.passkeyFailed,
  } as const;
  const passkey = knowsPasskeys(rpId)
    ? html`${passkeyForm(wish, html`${carriedFields(carried)}`)}${passkeyScript()}`
    : '';
  const field = inputField({
    name: 'code',
    label: words.code,
    hint: words.codeHint,
    required: true,
    max: 40,
    code: true,
    autocomplete: 'one-time-code',
  });
  return narrow(
    visit,
    words.secondFactor,
    html`${problem(wrong)}${form(visit, { action: '/sign-in/second' }, html`${field}${carriedFields(carried)}${sendButton(words.confirm)}`)}${passkey}<p><a href="${link(visit, '/sign-in')}">${words.startAgain}</a></p>`,
  );
}

/** After signing in: the form that was being sent goes on, filled as it was. */
export function goOnPage(visit: Visit, carried: Carried): Html {
  const words = SIGN_IN_WORDS[visit.words.language];
  return narrow(visit, words.goOn, html`<p class="lead">${words.goOnSays}</p>${goOnForm(visit, carried)}`);
}

/** What was typed when a role began to demand a second factor: it waits until that is set up. */
export function heldPage(visit: Visit, carried: Carried, setUpAt: string): Html {
  const words = FACTOR_WORDS[visit.words.language];
  const way = html`<p class="do"><a class="button" href="${link(visit, setUpAt)}" target="_blank" rel="noopener">${words.setUp}</a></p>`;
  return narrow(visit, words.title, html`<p class="lead">${words.held}</p>${way}${goOnForm(visit, carried)}`);
}

function goOnForm(visit: Visit, { path, fields }: Carried): Html {
  const words = SIGN_IN_WORDS[visit.words.language];
  const kept = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return form(
    visit,
    { action: path },
    html`${kept}<input type="hidden" name="restored" value="yes">${sendButton(words.goOn)}`,
  );
}

/** The page of a one-time link: a first password, or the first administrator. */
export function linkPage(visit: Visit, view: LinkView, values: Values, wrong?: string): Html {
  const words = SIGN_IN_WORDS[visit.words.language];
  const first = view.purpose === 'first-administrator';
  const value = (name: string): string | undefined => values.get(name);
  const who = first
    ? html`${inputField({ name: 'name', label: words.ownName, value: value('name'), required: true, max: 100, autocomplete: 'name' })}${inputField({ name: 'login', label: words.login, hint: words.loginHint, value: value('login'), required: true, max: 40, code: true, autocomplete: 'username' })}${choiceField(
        {
          name: 'language',
          label: visit.words.languageChoice,
          value: value('language') ?? visit.words.language,
        },
        LANGUAGES.map((language) => ({
          value: language,
          label: CATALOGUES[language].ownName,
          lang: language,
        })),
      )}`
    : html`<p>${words.linkFor} ${code(view.login ?? '')}</p>`;
  const password = inputField(
    {
      name: 'password',
      label: words.newPassword,
      hint: words.passwordHint,
      required: true,
      max: 200,
      autocomplete: 'new-password',
    },
    'password',
  );
  return narrow(
    visit,
    first ? words.firstTitle : words.linkTitle,
    html`<p class="lead">${first ? words.firstSays : words.linkSays} ${words.linkUntil(formatWhen(visit.words, view.expires))}</p>${problem(wrong)}${form(visit, { action: visit.path }, html`${who}${password}${sendButton(words.setPassword)}`)}`,
  );
}
