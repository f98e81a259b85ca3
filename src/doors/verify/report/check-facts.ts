/**
 * The facts of a report against its entries: each names one that is there; where it is open, the fact was recorded when the
 * entry was, and says word for word what the event says. What stands beside the ledger rests on the signature alone.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Body } from './check-entries.ts';
import type { Fact, Report } from './read-report.ts';
import type { ReportFindings } from './report-bad.ts';

/** How many facts were held against the words of their entry. */
export function checkFacts(
  { facts }: Report,
  entries: ReadonlyMap<string, Body | undefined>,
  findings: ReportFindings,
): number {
  let held = 0;
  for (const [at, fact] of facts.entries()) {
    const { entry } = fact;
    const number = at + 1;
    if (!entries.has(entry)) {
      const says = `Fact ${number} rests on the entry ${entry}, which is not in the report.`;
      findings.add({ reason: 'fact-without-entry', fact: number, entry, says });
      continue;
    }
    const body = entries.get(entry);
    if (!body) continue;
    const wrong = differing(fact, body);
    if (wrong === undefined) held++;
    else
      findings.add({
        ...{ reason: 'fact-differs', fact: number, entry },
        says: `Fact ${number} says something else than its entry ${entry}: "${wrong}".`,
      });
  }
  return held;
}

/** The first member by which a fact differs from its entry. */
function differing({ recorded, event, says }: Fact, body: Body): string | undefined {
  if (body.recorded !== recorded) return 'recorded';
  const told: unknown = Array.isArray(body.events) ? body.events[event] : undefined;
  if (typeof told !== 'object' || told === null) return 'event';
  const members = told as Readonly<Record<string, unknown>>;
  return Object.keys(says).find(
    (name) => !Object.hasOwn(members, name) || !isDeepStrictEqual(members[name], says[name]),
  );
}
