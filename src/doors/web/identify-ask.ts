/** Asking what is left of the marks for whoever is there, and what a page shows then: an answer, or why there is none. */
import { identifyArm } from '../../acts/identify-arm.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { READING_WORDS_MAX } from '../../domain/intake/understand-reading.ts';
import type { Values } from './forms.ts';
import type { Shown } from './identify-page.ts';
import { drawPlaces, placesCard } from './identify-places.ts';
import { practicesCard } from './identify-practices.ts';
import { holdsNumber, isTooLong, wantedOf, wrongIn } from './identify-read.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site } from './room.ts';
import { offers, type Working } from './visit.ts';
import { formatCount } from './when.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';

/** The plain no to a role that identifies nothing, before it fills in a form; the try leaves its line in the access log. */
export async function mayNotIdentify(site: Site, visit: Working): Promise<Refusal | undefined> {
  if (offers(visit, identifyArm.name)) return undefined;
  const refused = await ask(site, visit, identifyArm, { reading: '' });
  return isRefusal(refused) ? refused : undefined;
}

/** What is shown for what was typed; `says` stands in it where there is no answer. A refusal where the role may not ask. */
export async function askMarks(site: Site, visit: Working, typed: Values): Promise<Shown | Refusal> {
  const refused = await mayNotIdentify(site, visit);
  if (refused) return refused;
  const texts = IDENTIFY_WORDS[visit.words.language];
  const practices = await practicesCard(site, visit, typed);
  if (!holdsNumber(typed)) {
    const drawn = await drawPlaces(site, visit, typed);
    const places = drawn && placesCard(visit, drawn);
    return places || practices ? { typed, places, practices } : { typed, says: texts.nothingTyped };
  }
  if (isTooLong(typed)) return { typed, says: texts.tooMuch(formatCount(visit.words, READING_WORDS_MAX)) };
  const wrong = wrongIn(typed);
  if (wrong !== undefined)
    return { typed, wrong, says: visit.words.refusals.badField(labelOf(visit, wrong)) };
  const found = await ask(site, visit, identifyArm, wantedOf(typed));
  if (isRefusal(found)) return { typed, says: sayRefusal(visit.words, found) };
  const answered = { typed, found, places: await drawPlaces(site, visit, typed, found) };
  return { typed, answered, practices };
}

function labelOf({ words }: Working, name: string): string {
  const texts = IDENTIFY_WORDS[words.language];
  if (name === 'maker' || name === 'model' || name === 'calibre' || name === 'class')
    return words.fields[name];
  if (name === 'country' || name === 'year' || name === 'property' || name === 'importMark')
    return texts[name];
  return name.startsWith('more.') ? texts.otherNumber : texts.number;
}
