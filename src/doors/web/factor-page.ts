/** The pages on which one adds a passkey, gets new codes for paper, or takes the second factor away; each asks the password. */
import { html } from 'hono/html';
import { form, inputField, problem, sendButton } from './forms.ts';
import { page } from './page.ts';
import { knowsPasskeys, passkeyForm, passkeyScript } from './passkey-part.ts';
import type { Html } from './text.ts';
import { link, type Visit } from './visit.ts';
import { ACCOUNT_WORDS } from './words/account.ts';

const ASKED = {
  codes: { title: 'newCodes', says: 'newCodesSay', action: '/account/recovery-codes' },
  remove: { title: 'removeFactor', says: 'removeFactorSays', action: '/account/second-factor/remove' },
} as const;

function narrow(visit: Visit, title: string, contents: Html): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const back = html`<p><a href="${link(visit, '/account')}">${words.title}</a></p>`;
  return page(visit, title, html`<div class="narrow"><h1>${title}</h1>${contents}${back}</div>`);
}

function passwordField(visit: Visit): Html {
  const label = ACCOUNT_WORDS[visit.words.language].currentPassword;
  return inputField(
    { name: 'password', label, required: true, max: 200, autocomplete: 'current-password' },
    'password',
  );
}

/** Asks the password before something about the second factor is done. */
export function askPasswordPage(visit: Visit, what: keyof typeof ASKED, wrong?: string): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const { title, says, action } = ASKED[what];
  return narrow(
    visit,
    words[title],
    html`<p class="lead">${words[says]}</p>${problem(wrong)}${form(visit, { action }, html`${passwordField(visit)}${sendButton(words[title])}`)}`,
  );
}

/** The page on which a passkey is added; it says so where browsers can have none. */
export function passkeyPage(visit: Visit, rpId: string, wrong?: string): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const none = html`<p class="alarm doubt" data-without-passkeys>${words.noPasskeys}</p>`;
  if (!knowsPasskeys(rpId)) return narrow(visit, words.addPasskey, none);
  const wish = {
    kind: 'make',
    ask: '/account/passkey',
    action: '/account/passkey/confirm',
    button: words.addPasskey,
    failed: words.passkeyFailed,
  } as const;
  return narrow(
    visit,
    words.addPasskey,
    html`<p class="lead">${words.passkeySays}</p>${problem(wrong)}${none}${passkeyForm(wish, passwordField(visit))}${passkeyScript()}`,
  );
}
