/** A page of a list that is short enough to be read whole: what comes behind the last one of the page before. Not an act itself. */

export type PageOf<One> = { readonly page: readonly One[]; readonly next: string | undefined };

/** The page behind `after`, and what to give as "after" for the next one where there is more. */
export function pageOf<One>(
  all: readonly One[],
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  keyOf: (one: One) => string,
): PageOf<One> {
  const from = after === undefined ? 0 : all.findIndex((one) => keyOf(one) === after) + 1;
  const page = all.slice(from, from + limit);
  const last = page.at(-1);
  return { page, next: last !== undefined && all.length > from + limit ? keyOf(last) : undefined };
}
