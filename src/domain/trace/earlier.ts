/**
 * What an earlier answer said, as one line of the next request: in codes and dates, which every language reads, and back from
 * it. Partners write sentences of their own there, which stand as they are.
 *
 * @clause ITI 17, C-10
 */
import { ANSWER_KINDS, type AnswerKind } from './answer.ts';

export type Exported = {
  readonly country: string;
  readonly happened: string;
  readonly licence?: string | undefined;
};

/** The line of an answer that the thing was exported. */
export function sayExported({ country, happened, licence }: Exported): string {
  return ['exported', country, happened, licence ?? ''].filter((part) => part !== '').join(' ');
}

/** What a line says: that it was exported, the kind of an answer, or words of a partner. */
export function readEarlier(
  says: string,
): { readonly exported: Exported } | { readonly kind: AnswerKind } | undefined {
  const found = EXPORTED.exec(says);
  if (found) {
    const [, country, happened, licence] = found as unknown as readonly [
      string,
      string,
      string,
      string | undefined,
    ];
    return { exported: { country, happened, ...(licence === undefined ? {} : { licence }) } };
  }
  const kind = ANSWER_KINDS.find((one) => one === says);
  return kind && { kind };
}
const EXPORTED = /^exported ([A-Z]{2}) (\d{4}(?:-\d{2}(?:-\d{2})?)?)(?: (.+))?$/;
