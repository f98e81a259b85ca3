/** One's own account: what one works on, under which posting, the password, the second factor, the language. */
import { toSVG } from 'bwip-js/node';
import { html, raw } from 'hono/html';
import type { OwnPosting } from '../../acts/choose-posting.ts';
import type { TotpOffer } from '../../acts/enrol-totp.ts';
import { choiceField, form, inputField, problem, sendButton } from './forms.ts';
import { page } from './page.ts';
import { knowsPasskeys, passkeyScript } from './passkey-part.ts';
import { roleName } from './role-words.ts';
import type { Own } from './room.ts';
import { code, type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { ACCOUNT_WORDS } from './words/account.ts';
import { FACTOR_WORDS } from './words/factor.ts';
import { CATALOGUES, LANGUAGES } from './words/languages.ts';
import { SESSION_WORDS } from './words/sessions.ts';

function narrow(visit: Visit, title: string, contents: Html): Html {
  return page(visit, title, html`<div class="narrow"><h1>${title}</h1>${contents}</div>`);
}

/** What the person works on in this session: stands with every look in the access log. */
export function purposePage(visit: Own, to: string, wrong?: string): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const field = inputField({
    name: 'purpose',
    label: words.purpose,
    hint: words.purposeHint,
    value: visit.signedIn.visitor.purpose || words.duty,
    required: true,
    max: 200,
  });
  const hidden = html`<input type="hidden" name="to" value="${to}">`;
  return narrow(
    visit,
    words.purposeTitle,
    html`<p class="lead">${words.purposeSays}</p>${problem(wrong)}${form(visit, { action: '/account/purpose' }, html`${field}${hidden}${sendButton(words.goOn)}`)}`,
  );
}

/** The overview of one's own account. */
export function accountPage(visit: Own, postings: readonly OwnPosting[], rpId: string, wrong?: string): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const { visitor } = visit.signedIn;
  const languages = form(
    visit,
    { action: '/account/language' },
    html`${choiceField(
      { name: 'language', label: visit.words.languageChoice, value: visit.words.language },
      LANGUAGES.map((language) => ({ value: language, label: CATALOGUES[language].ownName, lang: language })),
    )}${sendButton(words.keep)}`,
  );
  const way = (path: string, label: string): Html =>
    html`<a class="button plain" href="${link(visit, path)}">${label}</a> `;
  const passkey = knowsPasskeys(rpId)
    ? html`<a class="button plain" href="${link(visit, '/account/passkey')}" data-with-passkeys hidden>${words.addPasskey}</a>${passkeyScript()}`
    : '';
  const role = visitor.demandedBy;
  const remove =
    role === undefined
      ? way('/account/second-factor/remove', words.removeFactor)
      : html`<span class="hint">${FACTOR_WORDS[visit.words.language].kept(roleName(visit.words, role))}</span>`;
  const more = visitor.secondFactor ? html`${way('/account/recovery-codes', words.newCodes)}${remove}` : '';
  const sessions = way('/account/sessions', SESSION_WORDS[visit.words.language].title);
  const security = html`<section class="card" aria-labelledby="security"><h2 id="security">${words.security}</h2><p>${visitor.secondFactor ? words.hasFactor : words.noFactor}</p><p class="do">${way('/account/password', words.changePassword)}${way('/account/second-factor', words.setFactor)}${passkey} ${sessions}${more}</p></section>`;
  return narrow(
    visit,
    words.title,
    html`${problem(wrong)}<dl class="answers"><div><dt>${words.name}</dt><dd><strong>${said(visitor.name)}</strong><span>${code(visitor.login)}</span></dd></div></dl>${postingCard(visit, postings)}${security}${languages}`,
  );
}

function postingCard(visit: Own, postings: readonly OwnPosting[]): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  if (postings.length === 0) return html`<p class="alarm doubt">${words.noPosting}</p>`;
  const now = visit.signedIn.visitor.posting;
  const name = ({ role, agency }: OwnPosting): Html =>
    html`${said(roleName(visit.words, role))}${agency === undefined ? '' : html` · ${said(agency)}`}`;
  const rows = postings.map((one) =>
    one.posting === now
      ? html`<li><strong>${name(one)}</strong> <span class="tag sound">${words.now}</span></li>`
      : html`<li>${form(visit, { action: '/account/posting', class: 'demo-sign-in' }, html`<input type="hidden" name="posting" value="${one.posting}"><button class="plain">${words.workUnder}</button> ${name(one)}`)}</li>`,
  );
  return html`<section class="card" aria-labelledby="postings"><h2 id="postings">${words.postings}</h2><p class="quiet">${words.postingsSay}</p><ul>${rows}</ul></section>`;
}

/** The page on which one changes one's own password. */
export function passwordPage(visit: Own, wrong?: string): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const must = visit.signedIn.visitor.mustChange ? html`<p class="lead">${words.mustChange}</p>` : '';
  const current = inputField(
    {
      name: 'current',
      label: words.currentPassword,
      required: true,
      max: 200,
      autocomplete: 'current-password',
    },
    'password',
  );
  const chosen = inputField(
    {
      name: 'chosen',
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
    words.changePassword,
    html`${must}${problem(wrong)}${form(visit, { action: '/account/password' }, html`${current}${chosen}${sendButton(words.changePassword)}`)}`,
  );
}

/** The page on which a second factor begins: the password again. */
export function factorPage(visit: Own, rpId: string, wrong?: string): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const password = inputField(
    {
      name: 'password',
      label: words.currentPassword,
      required: true,
      max: 200,
      autocomplete: 'current-password',
    },
    'password',
  );
  const passkey = knowsPasskeys(rpId)
    ? html`<p data-with-passkeys hidden><a href="${link(visit, '/account/passkey')}">${FACTOR_WORDS[visit.words.language].orPasskey}</a></p>${passkeyScript()}`
    : '';
  return narrow(
    visit,
    words.setFactor,
    html`<p class="lead">${words.factorSays}</p>${problem(wrong)}${form(visit, { action: '/account/second-factor' }, html`${password}${sendButton(words.goOn)}`)}${passkey}`,
  );
}

/** The secret to be taken into an authenticator, as a picture and as text, and the first code from it. */
export function offerPage(visit: Own, offer: TotpOffer, wrong?: string): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  // The picture is drawn here from our own text; nothing of it comes from outside.
  const picture = raw(
    toSVG({ bcid: 'qrcode', text: offer.uri, scale: 4, padding: 8, backgroundcolor: 'FFFFFF' }),
  );
  const field = inputField({
    name: 'code',
    label: words.firstCode,
    required: true,
    max: 12,
    code: true,
    autocomplete: 'one-time-code',
  });
  const hidden = html`<input type="hidden" name="uri" value="${offer.uri}"><input type="hidden" name="secret" value="${offer.secret}">`;
  return narrow(
    visit,
    words.setFactor,
    html`<p class="lead">${words.scan}</p><div class="qr" role="img" aria-label="${words.qr}">${picture}</div><p>${words.orType} ${code(offer.secret)}</p>${problem(wrong)}${form(visit, { action: '/account/second-factor/confirm' }, html`${field}${hidden}${sendButton(words.confirm)}`)}`,
  );
}

/** The codes for paper, shown once. */
export function recoveryPage(visit: Visit, codes: readonly string[]): Html {
  const words = ACCOUNT_WORDS[visit.words.language];
  const list = html`<ul class="card codes">${codes.map((one) => html`<li>${code(one)}</li>`)}</ul>`;
  return narrow(
    visit,
    words.factorSet,
    html`<p class="lead">${codes.length > 0 ? words.codesSay : words.factorSetSays}</p>${codes.length > 0 ? list : ''}<p><a class="button" href="${link(visit, '/')}">${words.goOn}</a></p>`,
  );
}
