/**
 * More of one's own second factor: passkeys, new codes for paper, and taking the second factor away. Each asks the password
 * again, so that a session left open on a desk is not enough.
 *
 * @clause J-02
 */
import type { Context, Hono } from 'hono';
import { removeSecondFactors, renewRecoveryCodes } from '../../acts/enrol-totp.ts';
import { addPasskey, askPasskey, offerPasskey } from '../../acts/passkeys.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { recoveryPage } from './account-page.ts';
import { visitorAddress } from './connection.ts';
import { findSessionToken, setSessionCookie } from './cookies.ts';
import { askPasswordPage, passkeyPage } from './factor-page.ts';
import { PASSKEY_PATH, PASSKEY_SCRIPT, readPasskeyAnswer } from './passkey-part.ts';
import { sayRefusal } from './refusal-words.ts';
import { FACTOR_PATH, own, readForm, type Site, send, statusOf, textOf, visitBy, visitOf } from './room.ts';
import { link, type Visit } from './visit.ts';

async function passwordOf(context: Context): Promise<string> {
  const value = (await readForm(context)).get('password');
  return typeof value === 'string' ? value : '';
}

/** Adds the pages of the second factor beyond setting up an authenticator. */
export function addFactorRoom(app: Hono, site: Site): void {
  const { desk } = site;
  app.get(PASSKEY_PATH, (context) => {
    context.header('Content-Type', 'text/javascript; charset=utf-8');
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    return context.body(PASSKEY_SCRIPT);
  });
  app.get(
    '/account/recovery-codes',
    own(site, (visit, context) => send(context, askPasswordPage(visit, 'codes'))),
  );
  app.post(
    '/account/recovery-codes',
    own(site, async (visit, context) => {
      const password = await passwordOf(context);
      const done = await renewRecoveryCodes(desk, visitorAddress(context), visit.signedIn.token, password);
      if (isRefusal(done))
        return send(context, askPasswordPage(visit, 'codes', sayRefusal(visit.words, done)), statusOf(done));
      return send(context, recoveryPage(visit, done.recoveryCodes));
    }),
  );
  app.get(
    `${FACTOR_PATH}/remove`,
    own(site, (visit, context) => send(context, askPasswordPage(visit, 'remove'))),
  );
  app.post(
    `${FACTOR_PATH}/remove`,
    own(site, async (visit, context) => {
      const password = await passwordOf(context);
      const done = await removeSecondFactors(desk, visitorAddress(context), visit.signedIn.token, password);
      if (isRefusal(done))
        return send(context, askPasswordPage(visit, 'remove', sayRefusal(visit.words, done)), statusOf(done));
      setSessionCookie(context, done.token);
      return context.redirect(link(visit, '/account'), 303);
    }),
  );
  addPasskeyPages(app, site);
}

function refusedJson(context: Context, visit: Visit, refused: Refusal): Response {
  return context.json({ says: sayRefusal(visit.words, refused) }, statusOf(refused) as 409);
}

function addPasskeyPages(app: Hono, site: Site): void {
  const { desk } = site;
  app.get(
    '/account/passkey',
    own(site, (visit, context) => send(context, passkeyPage(visit, desk.site.rpId)), 'while-lacking'),
  );
  app.post(
    '/account/passkey',
    own(
      site,
      async (visit, context) => {
        const password = await passwordOf(context);
        const options = await offerPasskey(desk, visitorAddress(context), visit.signedIn.token, password);
        return isRefusal(options) ? refusedJson(context, visit, options) : context.json(options);
      },
      'while-lacking',
    ),
  );
  app.post(
    '/account/passkey/confirm',
    own(
      site,
      async (visit, context) => {
        const answer = readPasskeyAnswer(textOf(await readForm(context), 'answer'));
        const done = await addPasskey(desk, visit.signedIn.token, answer);
        if (isRefusal(done)) {
          const says = sayRefusal(visit.words, done);
          return send(context, passkeyPage(visit, desk.site.rpId, says), statusOf(done));
        }
        setSessionCookie(context, done.token);
        const after = await visitBy(site, context, done.token);
        return send(context, recoveryPage(after, done.recoveryCodes));
      },
      'while-lacking',
    ),
  );
  app.post('/sign-in/passkey', async (context) => {
    const visit = await visitOf(site, context);
    const options = await askPasskey(desk, findSessionToken(context) ?? '');
    return isRefusal(options) ? refusedJson(context, visit, options) : context.json(options);
  });
}
