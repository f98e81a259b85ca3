/**
 * What is said of an arm as one number, which stands beside each of its marks: arms that are described alike share it, so that a
 * search that finds many marks need not read the row of each arm.
 *
 * What could go wrong: two descriptions with one number, of which one would be weighed as the other. It has 64 bits of SHA-256:
 * of ten million different descriptions two agree with a chance of three in a million.
 */
import { hash } from 'node:crypto';
import { remember } from '../domain/base/text.ts';

/** The words of an arm that are weighed beside its numbers. */
export type SaidWords = {
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  readonly country: string | undefined;
  readonly year: number | undefined;
};

/** Stands in no text that the database holds, so nobody writes words that are read as others. */
const BETWEEN = '\0';
/** Named limits: descriptions whose number is remembered; and how many digits of the digest make a number. */
const REMEMBERED = 20_000;
const HEX_DIGITS = 16;

const numberOf = remember(REMEMBERED, (words) =>
  BigInt.asIntN(64, BigInt(`0x${hash('sha256', words, 'hex').slice(0, HEX_DIGITS)}`)),
);

/** The number of a description, the same as the database would work out. */
export function saidNumber({ class: kind, maker, model, calibre, country, year }: SaidWords): bigint {
  return numberOf([kind, maker, model, calibre, country, year].map((word) => word ?? '').join(BETWEEN));
}
