/** One's own account: purpose, posting, language, password, second factor. Everybody who is signed in has these. */
import type { Hono } from 'hono';
import { changePassword } from '../../acts/change-password.ts';
import { choosePosting, listOwnPostings } from '../../acts/choose-posting.ts';
import { confirmTotp, offerTotp } from '../../acts/enrol-totp.ts';
import { chooseLanguage, statePurpose } from '../../acts/read-session.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import {
  accountPage,
  factorPage,
  offerPage,
  passwordPage,
  purposePage,
  recoveryPage,
} from './account-page.ts';
import { visitorAddress } from './connection.ts';
import { setSessionCookie } from './cookies.ts';
import { sayRefusal } from './refusal-words.ts';
import {
  FACTOR_PATH,
  type Form,
  own,
  ownPath,
  readForm,
  type Site,
  send,
  statusOf,
  textOf,
  visitBy,
} from './room.ts';
import { link } from './visit.ts';
import { ACCOUNT_WORDS } from './words/account.ts';
import { parseLanguage } from './words/languages.ts';

/** A password as it was typed, blanks and all. */
const secretOf = (form: Form, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Adds the pages of one's own account. */
export function addAccountRoom(app: Hono, site: Site): void {
  const { office, desk } = site;
  app.get(
    '/account',
    own(site, async (visit, context) =>
      send(
        context,
        accountPage(visit, await listOwnPostings(office, visit.signedIn.visitor.account), desk.site.rpId),
      ),
    ),
  );
  app.get(
    '/account/purpose',
    own(site, (visit, context) => send(context, purposePage(visit, ownPath(visit.query.to)))),
  );
  app.post(
    '/account/purpose',
    own(site, async (visit, context) => {
      const sent = await readForm(context);
      const purpose = textOf(sent, 'purpose') ?? '';
      const to = ownPath(textOf(sent, 'to'));
      const wrong = ACCOUNT_WORDS[visit.words.language].purposeShort;
      if (purpose.length < 3) return send(context, purposePage(visit, to, wrong), 422);
      await statePurpose(office, visit.signedIn.token, purpose);
      return context.redirect(to, 303);
    }),
  );
  app.post(
    '/account/posting',
    own(site, async (visit, context) => {
      const posting = textOf(await readForm(context), 'posting') ?? '';
      const done = await choosePosting(office, visit.signedIn.token, posting);
      if (!isRefusal(done)) return context.redirect(link(visit, '/'), 303);
      const postings = await listOwnPostings(office, visit.signedIn.visitor.account);
      return send(
        context,
        accountPage(visit, postings, desk.site.rpId, sayRefusal(visit.words, done)),
        statusOf(done),
      );
    }),
  );
  app.post(
    '/account/language',
    own(
      site,
      async (visit, context) => {
        const language = parseLanguage(textOf(await readForm(context), 'language'));
        if (language) await chooseLanguage(office, visit.signedIn.visitor, language);
        return context.redirect('/account', 303);
      },
      'while-lacking',
    ),
  );
  addFactorPages(app, site);
  addPasswordPages(app, site);
}

function addPasswordPages(app: Hono, site: Site): void {
  const { desk } = site;
  app.get(
    '/account/password',
    own(site, (visit, context) => send(context, passwordPage(visit))),
  );
  app.post(
    '/account/password',
    own(site, async (visit, context) => {
      const sent = await readForm(context);
      const change = { current: secretOf(sent, 'current'), chosen: secretOf(sent, 'chosen') };
      const done = await changePassword(desk, visitorAddress(context), visit.signedIn.token, change);
      if (isRefusal(done))
        return send(context, passwordPage(visit, sayRefusal(visit.words, done)), statusOf(done));
      setSessionCookie(context, done.token);
      return context.redirect(link(visit, '/'), 303);
    }),
  );
}

function addFactorPages(app: Hono, site: Site): void {
  const { desk } = site;
  app.get(
    FACTOR_PATH,
    own(site, (visit, context) => send(context, factorPage(visit, desk.site.rpId)), 'while-lacking'),
  );
  app.post(
    FACTOR_PATH,
    own(
      site,
      async (visit, context) => {
        const password = secretOf(await readForm(context), 'password');
        const offer = await offerTotp(desk, visitorAddress(context), visit.signedIn.token, password);
        return isRefusal(offer)
          ? send(context, factorPage(visit, desk.site.rpId, sayRefusal(visit.words, offer)), statusOf(offer))
          : send(context, offerPage(visit, offer));
      },
      'while-lacking',
    ),
  );
  app.post(
    `${FACTOR_PATH}/confirm`,
    own(
      site,
      async (visit, context) => {
        const sent = await readForm(context);
        const done = await confirmTotp(desk, visit.signedIn.token, textOf(sent, 'code') ?? '');
        if (!isRefusal(done)) {
          setSessionCookie(context, done.token);
          const after = await visitBy(site, context, done.token);
          return send(context, recoveryPage(after, done.recoveryCodes));
        }
        const offer = { uri: textOf(sent, 'uri') ?? '', secret: textOf(sent, 'secret') ?? '' };
        // The picture is drawn again from what this page sent; anything else begins anew.
        if (!/^otpauth:\/\/totp\/[\x21-\x7e]{1,400}$/.test(offer.uri))
          return send(
            context,
            factorPage(visit, desk.site.rpId, sayRefusal(visit.words, done)),
            statusOf(done),
          );
        return send(context, offerPage(visit, offer, sayRefusal(visit.words, done)), statusOf(done));
      },
      'while-lacking',
    ),
  );
}
