/**
 * Tells the encoding of a text file: by its byte order mark, by the zero bytes of UTF-16, by being valid UTF-8
 * from beginning to end, else by weighing the letters it would have as Cyrillic, Arabic, Central or Western
 * European text. A guess can be wrong, so the caller may name the encoding and is told what was chosen.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { SAMPLE_BYTES } from './limits.ts';

export type EncodingChoice = { readonly encoding: string; readonly by: 'given' | 'mark' | 'detected' };

/** The encoding its first bytes declare or betray, or undefined where they do not. */
export function detectWide(head: Buffer): EncodingChoice | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', by: 'mark' };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', by: 'mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', by: 'mark' };
  let even = 0;
  let odd = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index] === 0) even++;
    if (head[index + 1] === 0) odd++;
  }
  const pairs = head.length / 2;
  // Separators, digits and line ends have a zero byte in UTF-16 whatever the script around them.
  if (odd > pairs * 0.1 && even < pairs * 0.01) return { encoding: 'utf-16le', by: 'detected' };
  if (even > pairs * 0.1 && odd < pairs * 0.01) return { encoding: 'utf-16be', by: 'detected' };
  return undefined;
}

/** Watches all bytes of a file pass, to tell at their end whether they are UTF-8 and, if not, what else. */
export class EncodingSurvey {
  #carry = Buffer.alloc(0);
  #isUtf8 = true;
  readonly #sample: Buffer[] = [];
  #sampleBytes = 0;

  /** Looks at the next bytes. */
  watch(chunk: Buffer): void {
    if (this.#carry.length === 0 && isAscii(chunk)) return;
    if (this.#sampleBytes < SAMPLE_BYTES) {
      const piece = Buffer.from(chunk.subarray(0, SAMPLE_BYTES - this.#sampleBytes));
      this.#sample.push(piece);
      this.#sampleBytes += piece.length;
    }
    if (!this.#isUtf8) return;
    const bytes = Buffer.concat([this.#carry, chunk]);
    const whole = wholeCharacters(bytes);
    this.#isUtf8 = isUtf8(bytes.subarray(0, whole));
    this.#carry = bytes.subarray(whole);
  }

  /** The most likely encoding of all that was seen. */
  choose(): EncodingChoice {
    if (this.#isUtf8 && this.#carry.length === 0) return { encoding: 'utf-8', by: 'detected' };
    return { encoding: guessEncoding(Buffer.concat(this.#sample)), by: 'detected' };
  }
}

/** How many bytes stand before a character cut off at the end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

type Profile = { readonly encoding: string; readonly common: string; readonly usual: string };

const PROFILES: readonly Profile[] = [
  {
    encoding: 'windows-1251',
    common: 'оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУ',
    usual: 'яыьгзбчйхжшюцщэфъёіїєґўјљњћџђ№ЯЫЬГЗБЧЙХЖШЮЦЩЭФЪЁІЇЄҐЎ',
  },
  { encoding: 'windows-1256', common: 'اليمنوترهبدعفسقك', usual: 'ةأإآىحجشصضطظغخثذزئءؤپچژگ،؟؛ًٌٍَُِّْ' },
  { encoding: 'windows-1252', common: 'éèàçãóíáêñöäüÉÇÃÓÍÁÊÑÖÄÜº°', usual: 'âîôûùïëúõåøæœßÀÈÂÎÔÛÙÕÅØÆªµ§' },
  {
    encoding: 'windows-1250',
    common: 'ąęćłńśźżčěřšžýáíéőűășț',
    usual: 'óöäüůňťďúôĺľŕâîđĄĘĆŁŃŚŹŻČĚŘŠŽÝÁÍÉŐŰÓÖÜŮŇŤĎÚÔĂÂÎŞşŢţß',
  },
];

/** The most likely encoding of a sample that is not wholly UTF-8. */
export function guessEncoding(sample: Buffer): string {
  if (isMostlyUtf8(sample)) return 'utf-8';
  const runs = runsOfHighBytes(sample);
  const isOwnScript = runs.inLongRuns > runs.high * 0.5;
  const candidates = PROFILES.slice(isOwnScript ? 0 : 2, isOwnScript ? 2 : 4);
  let best = candidates[0]!.encoding;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const profile of candidates) {
    const score = scoreProfile(profile, new TextDecoder(profile.encoding).decode(sample));
    if (score > bestScore) {
      best = profile.encoding;
      bestScore = score;
    }
  }
  return best;
}

/** True where nearly every high byte belongs to a whole UTF-8 character: a UTF-8 file with a few broken places. */
function isMostlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  let whole = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\uFFFD') broken++;
    else if (character > '\x7f') whole++;
  }
  return whole > broken * 10;
}

/** Letters of another script stand together; accented Latin letters stand alone among plain ones. */
function runsOfHighBytes(sample: Buffer): { high: number; inLongRuns: number } {
  let high = 0;
  let inLongRuns = 0;
  let run = 0;
  for (let index = 0; index <= sample.length; index++) {
    if ((sample[index] ?? 0) >= 0x80) {
      run++;
      continue;
    }
    high += run;
    if (run >= 3) inLongRuns += run;
    run = 0;
  }
  return { high, inLongRuns };
}

function scoreProfile(profile: Profile, text: string): number {
  const weights = new Map<string, number>();
  for (const letter of profile.usual) weights.set(letter, 1);
  for (const letter of profile.common) weights.set(letter, 2);
  let score = 0;
  let before = '';
  for (const character of text) {
    if (character > '\x7f') score += weights.get(character) ?? -3;
    // A capital inside a word betrays letters of another script taken for Cyrillic.
    if (character > '\x7f' && isLower(before) && isUpper(character)) score -= 2;
    before = character;
  }
  return score;
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}
