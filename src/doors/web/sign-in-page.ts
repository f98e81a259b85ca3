/** The page that asks people to sign in; it carries along what a form had in it when its sender turned out to be signed out. */
import { html } from 'hono/html';
import { form, inputField, problem, sendButton } from './forms.ts';
import { page } from './page.ts';
import type { Html } from './text.ts';
import type { Visit } from './visit.ts';
import { SIGN_IN_WORDS } from './words/sign-in.ts';

/** Where somebody was going, and what he or she had typed. */
export type Carried = { readonly path: string; readonly fields: readonly (readonly [string, string])[] };

export type SignInProblem = { readonly says: string; readonly login?: string | undefined };

/** The page with login and password. */
export function signInPage(visit: Visit, carried: Carried, wrong?: SignInProblem): Html {
  const words = SIGN_IN_WORDS[visit.words.language];
  const kept = [
    html`<input type="hidden" name="to" value="${carried.path}">`,
    ...carried.fields.map(
      ([name, value]) => html`<input type="hidden" name="kept.${name}" value="${value}">`,
    ),
  ];
  const fields = html`${inputField({ name: 'login', label: words.login, value: wrong?.login, required: true, max: 40, code: true, autocomplete: 'username' })}${inputField({ name: 'password', label: words.password, required: true, max: 200, autocomplete: 'current-password' }, 'password')}${kept}${sendButton(words.signIn)}`;
  return page(
    visit,
    words.title,
    html`<div class="narrow"><h1>${words.title}</h1>${carried.fields.length > 0 ? html`<p class="lead">${words.kept}</p>` : ''}${problem(wrong?.says)}${form(visit, { action: '/sign-in' }, fields)}</div>`,
  );
}
