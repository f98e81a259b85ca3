/**
 * Requests made from the description of the API itself, and what must hold whatever is sent: no answer is a fault, each is
 * of a shape that the description tells, the ledger verifies afterwards, and nothing is kept by halves.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { ACTS, findAct } from '../../src/acts/all-acts.ts';
import { exportLedger } from '../../src/acts/export-ledger.ts';
import { hashOfKey, KEY_PREFIX } from '../../src/acts/find-person.ts';
import { listUnnumbered } from '../../src/acts/list-unnumbered.ts';
import { machine, newId, nowOf, type Office } from '../../src/acts/office.ts';
import { refoldArm } from '../../src/acts/refold-arm.ts';
import { newToken } from '../../src/acts/token.ts';
import { givesRights } from '../../src/domain/access/define.ts';
import { FIELDS } from '../../src/domain/access/scope.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { JsonSchema } from '../../src/doors/api/as-json.ts';
import type { ApiDescription } from '../../src/doors/api/openapi.ts';
import { pieceWriter } from '../../src/doors/cli/pieces.ts';
import { verifyExport } from '../../src/doors/verify/verify.ts';
import { saveApiKey } from '../../src/store/api-key.ts';
import { asksAbout, letterIn } from '../trace/letters.ts';
import { type Door, openDoor } from './door.ts';
import { bodyOf, type Dice, diceOf, type Pool, pick } from './fuzz-inputs.ts';

const PER_MINUTE = 100_000;
const DAY_MS = 86_400_000;
const AT_ONCE = 8;
const ROLES = ['registry-clerk', 'keeper', 'investigator', 'auditor', 'licensing', 'forensic', 'supervisor'];

export type Fuzzed = {
  readonly seed: number;
  readonly requests: number;
  /** How many requests had which answer. */
  readonly answers: Readonly<Record<string, number>>;
  /** Acts that answered with their output at least once. */
  readonly done: readonly string[];
};

/** Sends so many requests and asserts what must hold. `say` tells of progress. */
export async function fuzz(
  requests: number,
  seed: number,
  say: (text: string) => void = () => {},
): Promise<Fuzzed> {
  const door = await openDoor({ arms: 80 });
  try {
    const described = await door.send('/openapi.json', { method: 'GET' });
    const description = described.body as unknown as ApiDescription;
    const judge = judgeOf(description);
    const dice = diceOf(seed);
    const keys = await makeKeys(door.office);
    await letterIn(door.office, asksAbout('ZQ-0417'));
    let pool = await poolOf(door);
    const answers: Record<string, number> = {};
    const done = new Set<string>();
    /** One request for each kind of thing that may not be. */
    const bad = new Map<string, string>();
    const acts = new Set(ACTS.map(({ name }) => `/api/v1/${name}`));
    const paths = Object.keys(description.paths).filter((path) => acts.has(path));
    for (let sent = 0; sent < requests; sent += AT_ONCE) {
      if (sent % 1000 === 0) {
        say(`${sent} of ${requests}`);
        pool = await poolOf(door);
      }
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, requests - sent) }, async () => {
          const request = requestOf(dice, description, pick(dice, paths), keys, pool);
          const answer = await door.send(request.path.slice('/api'.length), request.init);
          const told = `seed ${seed}: ${request.path} ${String(request.init.body).slice(0, 600)}\n${answer.status} ${answer.text.slice(0, 600)}`;
          const fault = answer.status < 500 ? undefined : String(door.faults.at(-1));
          const wrong = fault ?? judge(request.path, answer.status, answer.type, answer.body);
          if (wrong !== undefined) bad.set(`${request.path} ${wrong.slice(0, 200)}`, told);
          answers[answer.status] = (answers[answer.status] ?? 0) + 1;
          if (answer.status === 200) done.add(request.path.slice('/api/v1/'.length));
        }),
      );
    }
    assert.equal(bad.size, 0, [...bad].map(([what, told]) => `${what}\n${told}`).join('\n\n'));
    await judgeWhole(door);
    return { seed, requests, answers, done: [...done].sort() };
  } finally {
    await door.close();
  }
}

type Judge = (path: string, status: number, type: string, body: unknown) => string | undefined;

/** Holds each answer against the schema that the description has for it. */
function judgeOf(description: ApiDescription): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ ...description, $id: 'api' });
  const known = new Map<string, ValidateFunction>();
  return (path, status, type, body) => {
    const responses = description.paths[path]?.post?.responses ?? {};
    if (!(status in responses)) return `the status ${status} is not described`;
    const media = status === 200 ? 'application/json' : 'application/problem+json';
    if (type !== media) return `${type} came instead of ${media}`;
    const at =
      status === 200
        ? `/paths/${escaped(path)}/post/responses/200`
        : `/components/responses/Problem${status}`;
    const place = `${at}/content/${escaped(media)}/schema`;
    let validate = known.get(place);
    if (!validate) {
      validate = ajv.compile({ $ref: `api#${place}` });
      known.set(place, validate);
    }
    return validate(body) ? undefined : ajv.errorsText(validate.errors);
  };
}

const escaped = (text: string): string =>
  encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

function requestOf(
  dice: Dice,
  description: ApiDescription,
  path: string,
  keys: readonly string[],
  pool: Pool,
): { readonly path: string; readonly init: RequestInit } {
  const operation = description.paths[path]!.post as unknown as {
    requestBody: { content: { 'application/json': { schema: JsonSchema } } };
  };
  const roll = dice();
  const key = roll < 0.02 ? 'cmk_x' : pick(dice, dice() < 0.7 ? keys.slice(0, 3) : keys);
  return {
    path,
    init: {
      method: 'POST',
      headers: {
        ...(roll > 0.01 ? { Authorization: `Bearer ${key}` } : {}),
        'Content-Type': dice() < 0.97 ? 'application/json' : 'text/json',
        ...(dice() < 0.95 ? { Purpose: pick(dice, ['case 1/26', 'x', '\u00e9\u00ff', '{}', '%00']) } : {}),
      },
      body: bodyOf(dice, operation.requestBody.content['application/json'].schema, pool),
    },
  };
}

/** Keys under a role that may do everything a key may, then under roles that come with the program. */
async function makeKeys(office: Office): Promise<readonly string[]> {
  const all = ACTS.map((act) => act.name).filter(
    (act) =>
      !givesRights({ name: 'x', powers: { [act]: 'all' }, sees: [], events: 'all', secondFactor: false }),
  );
  const role = {
    name: 'everything',
    powers: Object.fromEntries(all.map((act) => [act, 'all' as const])),
    sees: [...FIELDS],
    events: 'all' as const,
    secondFactor: false,
  };
  const defined = await findAct('define-role')!.run(office, machine('console', 'test'), { role });
  assert.ok(!isRefusal(defined), JSON.stringify(defined));
  const roles = ['everything', 'everything', 'everything', ...ROLES];
  const secrets = roles.map((name) => ({ name, secret: `${KEY_PREFIX}${newToken(office)}` }));
  for (const { name, secret } of secrets)
    await saveApiKey(office.db, {
      id: newId(office),
      name,
      role: name,
      party: undefined,
      madeBy: 'console',
      made: nowOf(office),
      expires: new Date(office.clock() + DAY_MS).toISOString().slice(0, 10),
      perMinute: PER_MINUTE,
      hash: hashOfKey(secret),
    });
  return secrets.map(({ secret }) => secret);
}

/** What stands in the register: ids of all kinds, and texts that find something. */
async function poolOf({ db }: Door): Promise<Pool> {
  const ids = await db.rows<{ id: string }>(
    `(select arm_id::text as id from arm order by arm_id desc limit 60) union all (select arm_id::text from arm order by arm_id limit 40)
     union all (select party_id::text from party order by party_id desc limit 40)
     union all (select entry_id::text from ledger_entry order by entry_id desc limit 30)
     union all (select act_id::text from ledger_act order by act_id desc limit 10)
     union all (select item_id::text from work_item limit 20) union all (select lot_id::text from production_lot limit 5)
     union all (select trace_id::text from trace limit 10) union all (select request_id::text from trace_request limit 10)
     union all (select draft_id::text from trace_draft limit 5) union all (select question_id::text from agency_question limit 5)
     union all (select right_id::text from holder_right limit 10) union all (select holding_id::text from arm_holding limit 5)`,
  );
  const texts = await db.rows<{ word: string }>(
    `(select number as word from arm limit 30) union all (select serial from arm where serial is not null limit 30)
     union all (select name from party where name <> '' limit 20) union all (select name from register limit 5)`,
  );
  return { ids: ids.map((row) => row.id), texts: texts.map((row) => row.word) };
}

/** After all of it: the ledger verifies, and nothing stands that is half of something. */
async function judgeWhole({ office, numbering, db, faults }: Door): Promise<void> {
  assert.deepEqual(faults, []);
  await numbering.drain();
  const folder = mkdtempSync(join(tmpdir(), 'countermark-fuzz-'));
  try {
    const exported = await exportLedger(office, machine('fuzz', 'test'), numbering.drain, {
      write: pieceWriter(folder),
      unrecorded: true,
    });
    assert.ok(!isRefusal(exported), JSON.stringify(exported));
    const verified = await verifyExport(folder, { key: office.signer.verifierKey });
    assert.ok(verified.ok, JSON.stringify(verified.bad.slice(0, 3)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assert.deepEqual(await listUnnumbered(office), []);
  const [half] = await db.rows<Record<string, number>>(HALF);
  for (const [what, count] of Object.entries(half!)) assert.equal(count, 0, what);
  for (const { id } of await db.rows<{ id: string }>('select arm_id as id from arm')) {
    const refolded = await refoldArm.run(office, machine('fuzz', 'test'), { arm: id });
    assert.ok(!isRefusal(refolded));
    assert.deepEqual(refolded.differences, [], id);
  }
}

const without = (table: string, column: string): string =>
  `(select count(*) from ${table} t where not exists (select 1 from ledger_entry e where e.subject_id = t.${column}))::int as "${table} without entry"`;
const HALF = `select ${[
  without('arm', 'arm_id'),
  without('party', 'party_id'),
  without('holder_right', 'right_id'),
  without('production_lot', 'lot_id'),
  without('arm_holding', 'holding_id'),
  without('trace', 'trace_id'),
].join(', ')},
  (select count(*) from ledger_entry e where not exists (select 1 from ledger_act a where a.act_id = e.act_id))::int as "entries without act",
  (select count(*) from ledger_act a where not exists (select 1 from ledger_entry e where e.act_id = a.act_id))::int as "acts without entry",
  (select count(*) from arm a where not exists (select 1 from arm_number n where n.arm_id = a.arm_id))::int as "arms without number",
  (select count(*) from ledger_pending)::int as "acts that wait"`;
