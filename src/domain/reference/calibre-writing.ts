/**
 * One way of writing calibres, in which what officers type and what the tables say meet: 7,62 X 51 mm, 7.62x51 and
 * Cyrillic 7,62х51 are one. It only compares; what was typed stays as it stood.
 */

const CALIBRE_WORDS =
  /(?<![\p{L}\p{N}])(?:cal(?:ib(?:re|er|ro|ru)s?)?|kal(?:ib(?:er|re|ar))?|калибра?|кал|عيار|gauge|bore|ga)(?![\p{L}\p{N}])/gu;
const MILLIMETRES = /(?<=\d)\s*(?:mm|мм|m\/m|milimetros?|millimet(?:er|re)s?|ملم|مم)(?![\p{L}])/gu;

/** The text of a calibre in the one writing: words parted by one blank, numbers with a point, 7.62x51. */
export function writeCalibre(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]+/gu, '')
    .toLowerCase()
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0)! & 0xff) % 16))
    .replace(CALIBRE_WORDS, ' ')
    .replace(MILLIMETRES, ' ')
    .replace(/(?<=\d)\s*[x×х*]\s*(?=\d)/g, 'x')
    .replace(/(?<=\d)[,٫](?=\d)/g, '.')
    .replace(/(?<![\d.])0?\.(?=\d)/g, '')
    .replace(/(?<=\d\.\d*?)0+(?!\d)/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/&/g, '')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}
