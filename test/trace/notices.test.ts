/**
 * A mailbox is told that something waits, once, and nothing of what; through a real mail server of the test.
 *
 * @clause C-05, J-05
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { sendNotices } from '../../src/acts/send-notices.ts';
import { setNotices } from '../../src/acts/set-notices.ts';
import { mailBy } from '../../src/doors/mail/send-mail.ts';
import { parseMail } from '../../src/main/config-mail.ts';
import { ask, deliverAll, openStates, party, type StateNode, seizeAndOpen } from './states.ts';

/** A mail server that takes everything and keeps it. */
async function mailServer(t: { after(run: () => void): void }): Promise<{ url: string; letters: string[] }> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let letter: string | undefined;
    socket.write('220 test\r\n');
    socket.on('data', (bytes) => {
      for (const line of bytes
        .toString()
        .split('\r\n')
        .filter((one) => one !== '')) {
        if (letter !== undefined && line !== '.') letter += `${line}\n`;
        else if (letter !== undefined) {
          letters.push(letter);
          letter = undefined;
          socket.write('250 kept\r\n');
        } else if (/^DATA/i.test(line)) {
          letter = '';
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 good\r\n');
      }
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, letters };
}

test('C-05: the desk and an agency are told once that something waits, without a word of what', async (t) => {
  const [xa, xc] = (await openStates('XA', 'XC')) as [StateNode, StateNode];
  t.after(() => Promise.all([xa.close(), xc.close()]));
  const { url, letters } = await mailServer(t);
  const mail = mailBy({ url, from: 'register@xa.example' });
  const agency = await party(xa, 'agency', 'Douanes');
  const notices = [{ address: 'desk@xa.example' }, { address: 'douanes@xa.example', agency, language: 'fr' }];
  await xa.does(setNotices, { notices });
  assert.equal(await sendNotices(xa.office, mail), 0, 'nothing is new');
  const serial = 'XQ-800000017';
  const theirs = await seizeAndOpen(xc, { serial });
  await ask(xc, theirs.trace, [xa]);
  await deliverAll([xa, xc]);
  assert.equal(await sendNotices(xa.office, mail), 1, 'the desk alone');
  const own = await seizeAndOpen(xa, { serial: 'XQ-800000024' });
  await xa.does(askAgency, { trace: own.trace, agency, words: 'Did Lena Ostrow cross?' });
  assert.equal(await sendNotices(xa.office, mail), 1, 'the agency alone');
  assert.equal(await sendNotices(xa.office, mail), 0, 'nobody twice');
  assert.equal(letters.length, 2);
  assert.match(letters[0]!, /^To: desk@xa\.example$/m);
  assert.match(letters[1]!, /^To: douanes@xa\.example$/m);
  for (const letter of letters)
    for (const told of [serial, 'Ostrow', 'XC', 'Belmor', theirs.trace, own.trace])
      assert.equal(letter.includes(told), false, `a notice tells ${told}`);
  const [entry] = await xa.db.rows<{ body: Buffer }>(
    "select e.body from ledger_entry e join ledger_act a on a.act_id = e.act_id where a.kind = 'set-notices'",
  );
  assert.equal(entry!.body.includes('desk@xa'), false, 'addresses stand beside the ledger');
});

test('a mail server that does not answer keeps nobody from being told later', async (t) => {
  const [xa, xc] = (await openStates('XA', 'XC')) as [StateNode, StateNode];
  t.after(() => Promise.all([xa.close(), xc.close()]));
  await xa.does(setNotices, { notices: [{ address: 'desk@xa.example' }] });
  const { trace } = await seizeAndOpen(xc, { serial: 'XQ-800000017' });
  await ask(xc, trace, [xa]);
  await deliverAll([xa, xc]);
  await assert.rejects(
    sendNotices(xa.office, mailBy({ url: 'smtp://127.0.0.1:9', from: 'register@xa.example' })),
  );
  const { url, letters } = await mailServer(t);
  assert.equal(await sendNotices(xa.office, mailBy({ url, from: 'register@xa.example' })), 1);
  assert.equal(letters.length, 1);
});

test('a mail server that cannot be understood is refused, and its password never shown', () => {
  assert.equal(parseMail({}), undefined);
  const refused = parseMail({
    COUNTERMARK_MAIL_URL: 'http://user:secret@mail.example',
    COUNTERMARK_MAIL_FROM: 'a@b.example',
  });
  assert.equal(JSON.stringify(refused).includes('secret'), false);
  assert.ok(refused && 'refused' in refused);
  assert.ok('refused' in parseMail({ COUNTERMARK_MAIL_URL: 'smtps://u:p@mail.example' })!);
});
