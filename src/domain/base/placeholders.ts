/** Words by which a register says that it does not know: they stand for nothing, in any field. */
import { fold, remember } from './text.ts';

const WORDS = new Set(
  (
    'null|none|nil|nihil|na|n a|n d|nd|n c|nc|ni|n i|s n|sn|s m|unknown|unk|not known|not available|not applicable|' +
    'inconnu|inconnue|non connu|non renseigne|neant|sans|desconocido|desconocida|se desconoce|sin datos|sin marca|' +
    'sem|incerto|incerta|nao sei|nao sabe|no aplica|no consta|no identificado|no identificada|desconhecido|desconhecida|desconheci|ignorado|ignorada|' +
    'indeterminado|indeterminada|indefinida|indefinido|indefini|nao identificado|nao identificada|naoidenti|' +
    'nao informado|nao informada|nao consta|naoconsta|nao aparente|naoaparen|naparente|n aparente|n consta|' +
    'nao possui|naopossui|sem marca|semmarca|smarca|s marca|sem modelo|prejudicado|prej|outros|outro|outra|outras|' +
    'other|others|autre|autres|otro|otros|otra|otras|diversos|diversas|varios|various|misc|illegible|ilegivel|' +
    'غير معروف|غير محدد|مجهول|لا يوجد|بدون|أخرى|неизвестно|неизвестен|неизвестный|не установлено|не указано|нет|' +
    'невідомо|невідомий|не встановлено|немає|x|xx|xxx|xxxx'
  )
    .split('|')
    .map(fold),
);

/** The same words run together or cut short by a form of ten places. */
const CUT_SHORT =
  /^(?:n|na|nao|s|sem|sin|sans)(?:apare?n?|marca?|consta?|iden|possui?|inform|legiv|numer|modelo|visiv)[a-z]{0,12}$|^(?:ilegiv|ilegib|desconhec|desconoc|indeterm|indefin|ignorad|prejudic|suprimid|raspad|obliterad)[a-z]{0,8}$/;

/** True where a text stands for "not known" or "none": words, dashes, points, question marks or a lone zero. */
export const isPlaceholder: (text: string) => boolean = remember(20_000, (text) => {
  if (text.length > 60) return false;
  if (CUT_SHORT.test(fold(text).replaceAll(' ', ''))) return true;
  return /^[\s\-–—.*?_/\\0]*$/.test(text) || WORDS.has(fold(text));
});
