/**
 * The makers and models of the generator: two hundred makers of the reference tables, the one of most models first, with eight
 * models each at most. They were taken from the tables once and stand in files of their own, so that a row that is added to the
 * tables moves no arm of the bench; their names are understood through the tables as anybody's.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ArmClass } from '../../src/domain/arms/classification.ts';

export type BenchMaker = {
  readonly code: string;
  readonly name: string;
  readonly country: string | undefined;
  /** What people call it; its name without what stands in brackets comes first. */
  readonly said: readonly string[];
  readonly models: readonly BenchModel[];
};

export type BenchModel = {
  readonly code: string;
  readonly name: string;
  readonly class: ArmClass;
  readonly calibres: readonly string[];
  readonly country: string | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
};

export const CATALOGUE_FILES = ['makers.csv', 'models.csv'].map((name) => join(import.meta.dirname, name));

/** Reads the files. */
export function readCatalogue(): readonly BenchMaker[] {
  const [makers, models] = CATALOGUE_FILES.map(
    (file) => parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[],
  );
  const byMaker = Map.groupBy(models!, ({ maker }) => maker);
  return makers!.map(({ code, name, country, said }) => ({
    code: code!,
    name: name!,
    country: country || undefined,
    said: listOf(said),
    models: (byMaker.get(code) ?? []).map((row) => ({
      code: row.code!,
      name: row.name!,
      class: row.class as ArmClass,
      calibres: listOf(row.calibres),
      country: row.country || undefined,
      from: row.from ? Number(row.from) : undefined,
      to: row.to ? Number(row.to) : undefined,
    })),
  }));
}

const listOf = (cell: string | undefined): readonly string[] => (cell ? cell.split(' | ') : []);
