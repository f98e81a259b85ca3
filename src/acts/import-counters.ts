/** What an import has counted so far; kept with its cursor, so that a resumed run goes on counting. */
export type Counters = {
  rowsRead: number;
  armsRegistered: number;
  alreadyKnown: number;
  otherObjects: number;
  quarantined: number;
  armsMade: number;
  quarantineReasons: Record<string, number>;
  damage: Record<string, number>;
  /** Items that were put on the work list; only where it is kept. */
  alarms?: number;
};

/** Counters of an import that has not begun. */
export function noCounters(): Counters {
  return {
    rowsRead: 0,
    armsRegistered: 0,
    alreadyKnown: 0,
    otherObjects: 0,
    quarantined: 0,
    armsMade: 0,
    quarantineReasons: {},
    damage: {},
  };
}

/** Counts the kinds of damage that a row showed. */
export function addDamage(counters: Counters, damage: readonly string[]): void {
  for (const kind of damage) counters.damage[kind] = (counters.damage[kind] ?? 0) + 1;
}
