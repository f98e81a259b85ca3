/** Two calibres in one field, "22 and 38": both are told, each as likely as its words alone make it, shared equally. */
import { likeliest, type Named, type Normalised, type Normaliser } from './normalise.ts';

/** Parts are told apart by a bar, a plus, or the word "and" or "or"; a comma without a blank belongs to a number. */
const BETWEEN = /\s*[/;+|]\s*|,\s+|\s+(?:e|y|o|ou|et|and|or|und|oder|и|или|و)\s+/iu;
const PARTS_MAX = 3;

/** The parts of a text where each of them is by itself a name of the table with a digit, and the whole is none. */
export function partsOf(text: string, { isName }: Normaliser): readonly string[] | undefined {
  if (isName(text)) return undefined;
  const parts = text.trim().split(BETWEEN);
  if (parts.length < 2 || parts.length > PARTS_MAX) return undefined;
  return parts.every((part) => /\d/.test(part) && isName(part)) ? parts : undefined;
}

/** One answer of several: an entry that several of them name has what it has in all. */
export function joined(answers: readonly Normalised[]): Normalised {
  const candidates = new Map<string, Named>();
  for (const one of answers.flatMap((answer) => answer.candidates)) {
    const known = candidates.get(one.code);
    const probability = (known?.probability ?? 0) + one.probability / answers.length;
    candidates.set(one.code, { ...(known && known.bits > one.bits ? known : one), probability });
  }
  const none = answers.reduce((sum, { noneProbability }) => sum + noneProbability, 0) / answers.length;
  return { candidates: likeliest([...candidates.values()]), noneProbability: none };
}
