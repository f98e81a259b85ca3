/**
 * Draws the file that a second person granted: once, within a day, by the asker alone. It holds no more than the asker could
 * reach when asking, and no more than he or she reaches and sees now. The file is made whole before a byte of it leaves: its
 * digest and number of arms stand in the ledger first, and every arm and person in it stands in the access log.
 *
 * What could go wrong: a digest in the ledger by which a name could be tried out against a short file. The line on top of the
 * file holds random letters of its own, kept nowhere else: they make the digest say nothing, and tell one copy from another.
 *
 * @clause J-02, J-04, J-05
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { hasGrown, refuseDraw } from '../domain/access/export-request.ts';
import type { Field, Scope } from '../domain/access/scope.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  type ExportRequest,
  findExportRequest,
  type Lanes,
  listLanes,
  saveExportDrawn,
} from '../store/export-request.ts';
import { type FoundArm, listArms, listArmsByIds, PAGE_ROWS_MAX, type Search } from '../store/find.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { EXPORT_COLUMNS, exportRow } from './export-arms.ts';
import { SEARCH_FIELDS, searchOf } from './find-arms.ts';
import { uuid } from './input.ts';
import { type Act, type Actor, nowOf, type Office } from './office.ts';
import { keptOrUndone, refusalOf, undo } from './undone.ts';
import { accessOf } from './view-arm.ts';
import { partiesWithin } from './within-scope.ts';

type Row = readonly string[];

/** Makes a file of rows. */
export type MakeFile = (rows: readonly Row[]) => Uint8Array<ArrayBuffer>;

export type ExportDrawn = Kept & {
  readonly arms: number;
  /** SHA-256 of the file, as the entry holds it. */
  readonly digest: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

const LANES = ['owner', 'unit', 'keeper', 'bearer'] as const satisfies readonly (keyof Lanes)[];
const HEAD = ['drawn_by', 'drawn_at', 'purpose', 'approved_by', 'request', 'copy'] as const;
const COPY_BYTES = 16;

const input = z.strictObject({ request: uuid });
const searchShape = z.strictObject(SEARCH_FIELDS);

/** The act, with the form of file that its door gives out. */
export function drawExport(makeFile: MakeFile): Act<z.infer<typeof input>, ExportDrawn> {
  return {
    name: 'draw-export',
    says: 'Draw a file that names persons or sites, once a second person granted it',
    clauses: ['ITI 15', 'own'],
    input,
    changes: true,
    async run(office, actor, { request: wanted }) {
      const request = await findExportRequest(office.db, wanted);
      if (request?.asker !== actor.operator) {
        await logAccess(office.db, accessOf(office, actor, 'draw-export', wanted));
        return refusal('export-unknown');
      }
      const forIt = { ...actor, purpose: request.purpose };
      const refused = refuseDraw(request, office.clock());
      if (refused) {
        await logAccess(office.db, accessOf(office, forIt, 'draw-export', wanted));
        return refused;
      }
      const rows = await gather(office, forIt, request);
      if (isRefusal(rows)) return rows;
      const head = await headOf(office, forIt, request);
      const content = makeFile([...head, ...rows]);
      return keep(office, forIt, request, { content, arms: rows.length });
    },
  };
}

/** Keeps that it was drawn with its entry; whoever comes second gets nothing. */
async function keep(
  office: Office,
  actor: Actor,
  request: ExportRequest,
  { content, arms }: Pick<ExportDrawn, 'content' | 'arms'>,
): Promise<ExportDrawn | Refusal> {
  const { id, purpose, fields } = request;
  const digest = createHash('sha256').update(content).digest('hex');
  const kept = await office.db
    .transaction(async (tx) => {
      if (!(await saveExportDrawn(tx, id, { at: nowOf(office), arms, digest })))
        return undo(refusal('export-drawn'));
      const event = { type: 'arms-exported', arms, purpose, request: id, fields, digest };
      return keptOrUndone(
        await appendEntry(tx, office, actor, { kind: 'export-arms', subject: office.node, events: [event] }),
      );
    })
    .catch(refusalOf);
  if (isRefusal(kept)) return kept;
  office.nudge();
  return { ...kept, arms, digest, content };
}

/** The line on who drew it, when, for what and by whose leave; and the headings. */
async function headOf(office: Office, actor: Actor, request: ExportRequest): Promise<readonly Row[]> {
  const { operator, purpose } = actor;
  const { decidedBy = '' } = request;
  const names = await namesOfOperators(office, [operator, decidedBy]);
  const called = (one: string): string => names.get(one) ?? one;
  const copy = Buffer.from(office.random(COPY_BYTES)).toString('hex');
  return [
    ...(office.demonstration ? [['DEMONSTRATION']] : []),
    HEAD,
    [called(operator), nowOf(office), purpose, called(decidedBy), request.id, copy],
    [...EXPORT_COLUMNS, ...LANES],
  ];
}

/**
 * The rows, within what was granted and what the asker may now.
 * @refuses export-lapsed, export-field-not-permitted, export-grown, and what finding refuses
 */
async function gather(
  office: Office,
  actor: Actor,
  request: ExportRequest,
): Promise<readonly Row[] | Refusal> {
  const { scope } = actor;
  const fields = request.fields.filter((field) => scope.sees.has(field));
  if (fields.length === 0)
    return refusal('export-field-not-permitted', { field: request.fields[0] ?? '' }, 'J-02');
  if (request.criteria === undefined) return refusal('export-lapsed');
  const search = await searchOf(office, scope, searchShape.parse(JSON.parse(request.criteria)));
  if (isRefusal(search)) return search;
  // What was granted was counted within the reach of that moment, so growth is told there.
  const asked: Scope = { ...scope, arms: request.reach, parties: request.parties };
  const rows: Row[] = [];
  let found = 0;
  for await (const arms of pagesOf(office, asked, search)) {
    found += arms.length;
    if (hasGrown(request.arms, found)) return refusal('export-grown', { granted: request.arms });
    rows.push(...(await rowsOf(office, actor, new Set(fields), await withinNow(office, scope, arms))));
  }
  return rows;
}

async function* pagesOf(office: Office, scope: Scope, search: Search): AsyncGenerator<readonly FoundArm[]> {
  for (let last: FoundArm | undefined; ; ) {
    const after = last && { lastOn: last.lastOn ?? '', id: last.id };
    const arms = await listArms(office.db, scope, search, {
      limit: PAGE_ROWS_MAX,
      ...(after ? { after } : {}),
    });
    yield arms;
    last = arms.at(-1);
    if (arms.length < PAGE_ROWS_MAX) return;
  }
}

/** Those of these arms that the asker still reaches. */
async function withinNow(
  office: Office,
  scope: Scope,
  arms: readonly FoundArm[],
): Promise<readonly FoundArm[]> {
  if (scope.arms === 'all') return arms;
  const ids = arms.map((arm) => arm.id);
  const reached = new Set((await listArmsByIds(office.db, scope, ids)).map((arm) => arm.id));
  return arms.filter((arm) => reached.has(arm.id));
}

/** One page as rows; each arm and each party that is named in it stands in the access log first. */
async function rowsOf(
  office: Office,
  actor: Actor,
  fields: ReadonlySet<Field>,
  arms: readonly FoundArm[],
): Promise<readonly Row[]> {
  if (arms.length === 0) return [];
  const ids = arms.map((arm) => arm.id);
  const lanes = await listLanes(office.db, ids);
  const parties = [...lanes.values()].flatMap((one) => LANES.flatMap((lane) => one[lane] ?? []));
  // Only the kinds of fields that were granted: not even one's own agency stands in a file of persons.
  const granted: Scope = { ...actor.scope, sees: fields, parties: [] };
  const { named, names, hidden } = await partiesWithin(office.db, granted, parties);
  await logAccess(office.db, accessOf(office, actor, 'draw-export', [...ids, ...named.keys()].join(' ')));
  const called = (party: string | undefined): string =>
    party === undefined ? '' : (names.get(hidden.get(party) ?? party) ?? '');
  return arms.map((arm) => [...exportRow(arm), ...LANES.map((lane) => called(lanes.get(arm.id)?.[lane]))]);
}
