/**
 * What the catalogues of a database say of its schema, written as SQL that a person can read and compare: tables with
 * their columns and constraints, indexes and statistics, comments and the rights of the working role. Our own query, so
 * that it is the same whatever tools a machine has.
 */
import type { Database, Row } from '../../src/store/database.ts';

export type Table = {
  readonly name: string;
  readonly comment: string | undefined;
  readonly columns: readonly Column[];
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly grants: readonly string[];
};

export type Column = {
  readonly name: string;
  readonly says: string;
  readonly comment: string | undefined;
  /** How values are stored, where it is not what the type does by itself. */
  readonly storage: string | undefined;
};

const TABLES = `
  select c.oid::int as id, c.relname as name, obj_description(c.oid, 'pg_class') as comment
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`;

const COLUMNS = `
  select a.attrelid::int as id, a.attname as name, col_description(a.attrelid, a.attnum) as comment,
    a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as says,
    case when a.attstorage <> t.typstorage then
      case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
    end as storage
  from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped and a.attrelid in (select oid from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p'))
  order by a.attrelid, a.attnum`;

/** Not-null stands with its column; newer servers list it as a constraint as well. */
const CONSTRAINTS = `
  select conrelid::int as id, 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as says
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0
  order by conrelid, conname`;

const INDEXES = `
  select i.indrelid::int as id, c.relname as name, pg_get_indexdef(i.indexrelid) as says
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  union all
  select stxrelid::int, stxname, replace(pg_get_statisticsobjdef(oid), ' public.', ' ')
  from pg_statistic_ext where stxnamespace = 'public'::regnamespace
  order by 1, 2`;

const GRANTS = `
  select c.oid::int as id, lower(string_agg(g.privilege_type, ', ' order by g.privilege_type)) as says
  from pg_class c, aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and r.rolname = 'countermark_app'
  group by c.oid
  union all
  select a.attrelid::int, lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attname) || ')'
  from pg_attribute a, aclexplode(a.attacl) g join pg_roles r on r.oid = g.grantee
  where r.rolname = 'countermark_app' group by a.attrelid, g.privilege_type order by 1, 2`;

/** Reads all tables of the schema. */
export async function listTables(db: Database): Promise<readonly Table[]> {
  const tables = await db.rows<Row & { id: number; name: string; comment: string | null }>(TABLES);
  const columns = await db.rows<
    Row & { id: number; name: string; says: string; comment: string | null; storage: string | null }
  >(COLUMNS);
  const [constraints, indexes, grants] = await Promise.all(
    [CONSTRAINTS, INDEXES, GRANTS].map((text) => db.rows<Row & { id: number; says: string }>(text)),
  );
  const of = (rows: readonly { id: number; says: string }[] | undefined, id: number) =>
    (rows ?? []).filter((row) => row.id === id).map((row) => row.says);
  return tables.map(({ id, name, comment }) => ({
    name,
    comment: comment ?? undefined,
    columns: columns
      .filter((column) => column.id === id)
      .map((column) => ({
        name: column.name,
        says: column.says,
        comment: column.comment ?? undefined,
        storage: column.storage ?? undefined,
      })),
    constraints: of(constraints, id),
    indexes: of(indexes, id),
    grants: of(grants, id),
  }));
}

const HEAD = `-- What the migrations amount to, written from the catalogues of a migrated database by "node test/drift.ts --write".
-- For reading; the register itself is made by the numbered migrations.
`;

/** The schema as SQL. */
export function formatSchema(tables: readonly Table[]): string {
  return [HEAD, ...tables.map(formatTable)].join('\n');
}

function formatTable({ name, comment, columns, constraints, indexes, grants }: Table): string {
  const members = [...columns.map((column) => column.says), ...constraints];
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const lines = [
    `create table ${name} (\n  ${members.join(',\n  ')}\n);`,
    ...columns.flatMap((column) =>
      column.storage === undefined
        ? []
        : [`alter table ${name} alter column ${column.name} set storage ${column.storage};`],
    ),
    ...indexes.map((index) => `${index.replace(' ON public.', ' ON ')};`),
    ...(comment === undefined ? [] : [`comment on table ${name} is ${quoted(comment)};`]),
    ...columns.flatMap((column) =>
      column.comment === undefined
        ? []
        : [`comment on column ${name}.${column.name} is ${quoted(column.comment)};`],
    ),
    ...grants.map((grant) => `grant ${grant} on ${name} to countermark_app;`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The column that a growing table is spread by, as its comment names it. */
export function distributionOf({ comment }: Table): string | undefined {
  return /\[distributed by (\w+)\]$/.exec(comment ?? '')?.[1];
}
