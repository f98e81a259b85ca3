/** The pages of letters and papers in a real browser: three languages, wide and narrow. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { addPaper } from '../../src/acts/add-paper.ts';
import { registerMessage } from '../../src/acts/register-message.ts';
import { plainPicture } from '../acts/pictures.ts';
import { kept } from '../acts/registry.ts';
import { requestFrom } from '../trace/said.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

let here: World;
let paths: readonly (readonly [string, string])[];

before(async () => {
  here = await world();
  const { office, actor } = here;
  const scan = addPaper(await plainPicture('png'));
  const paper = kept(await scan.run(office, actor, scan.input.parse({ title: 'Letter of XC' })));
  const ground = { codes: ['embargo-breached'], law: '', embargo: 'S/RES/9999' };
  const said = { kind: 'request', content: requestFrom('XC', { ground }) };
  const letter = registerMessage.input.parse({ channel: 'letter', received: '2026-01-02', said });
  const { trace, made } = kept(await registerMessage.run(office, actor, letter));
  const request = `/traces/${trace}/requests/${made}`;
  paths = [
    ['letter-start', '/traces/register'],
    ['letter', `/traces/register?paper=${paper.document}`],
    ['papers', `/traces/${trace}/papers`],
    ['paper-print', `${request}/print?language=ar`],
    ['paper-sheet', `${request}/sheet/atf`],
  ];
});
after(() => here.close());

for (const [language, width] of [
  ['en', 1280],
  ['fr', 1280],
  ['ar', 1280],
  ['ar', 360],
] as const)
  journey(`papers in ${language}, ${width} wide`, async (t, open) => {
    const { address } = await servePages(t, here.office);
    const session = await signedIn(here, address, { role: 'national-contact', language });
    const page = await open({ language, width, session });
    const findings: string[] = [];
    for (const [name, path] of paths) {
      await page.goto(address + path);
      findings.push(...(await listFindings(page, name, { wire: false, print: false })));
    }
    assert.deepEqual(findings, []);
  });
