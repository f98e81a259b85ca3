/**
 * What a status column says happened, in the words of registers. Only whole known words count; anything else is left
 * to the register's own kind, and the words stay in the row.
 */

import { fold } from '../base/text.ts';
import type { EventType } from '../custody/life-cycle.ts';

const WORDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  destroyed: [
    'destroyed',
    'detruit',
    'detruite',
    'destruida',
    'destruido',
    'destruction',
    'destruicao',
    'مدمر',
    'أتلف',
    'уничтожен',
    'уничтожено',
  ],
  lost: [
    'lost',
    'perdu',
    'perdue',
    'perdida',
    'perdido',
    'extraviada',
    'extraviado',
    'extravio',
    'missing',
    'مفقود',
    'утрачено',
    'утерян',
  ],
  stolen: [
    'stolen',
    'vole',
    'volee',
    'robada',
    'robado',
    'roubada',
    'roubado',
    'furtada',
    'furtado',
    'مسروق',
    'похищено',
    'украден',
  ],
  seized: [
    'seized',
    'saisi',
    'saisie',
    'incautada',
    'incautado',
    'apreendida',
    'apreendido',
    'مصادر',
    'محجوز',
    'изъят',
    'изъято',
  ],
  issued: [
    'issued',
    'attribue',
    'attribuee',
    'distribue',
    'entregada',
    'en service',
    'distribuida',
    'مسلم',
    'выдан',
    'выдано',
  ],
  returned: ['returned', 'rendu', 'rendue', 'reintegre', 'devuelta', 'devuelto', 'devolvida', 'devolvido'],
  received: [
    'in stock',
    'in store',
    'en stock',
    'en magasin',
    'en deposito',
    'em estoque',
    'em deposito',
    'serviceable',
    'في المخزن',
  ],
  'written-off': ['written off', 'written-off', 'reforme', 'reformee', 'de baja', 'baixada', 'baixa'],
  deactivated: [
    'deactivated',
    'neutralise',
    'neutralisee',
    'inutilizada',
    'inutilizado',
    'desativada',
    'معطل',
  ],
  surrendered: [
    'surrendered',
    'handed in',
    'remise volontaire',
    'entrega voluntaria',
    'entregue voluntariamente',
  ],
  forfeited: ['forfeited', 'confisque', 'confisquee', 'decomisada', 'decomisado', 'confiscada', 'confiscado'],
  found: ['found', 'trouve', 'trouvee', 'encontrada', 'encontrado', 'hallada', 'hallado'],
  'restored-to-owner': [
    'returned to owner',
    'restitue',
    'restituee',
    'restituida',
    'devolvida ao proprietario',
  ],
  exported: ['exported', 'exporte', 'exportee', 'exportada', 'exportado'],
};

const EVENTS = new Map<string, EventType>();
for (const [event, words] of Object.entries(WORDS))
  for (const word of words) EVENTS.set(fold(word), event as EventType);

/** The event that a status word names; undefined where it names none for certain. */
export function eventOfWords(text: string): EventType | undefined {
  return text.length === 0 || text.length > 40 ? undefined : EVENTS.get(fold(text));
}
