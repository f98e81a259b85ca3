/**
 * Pictures out of a filled document as photographs of a request: judged by their first bytes, opened as every picture that was
 * sent is, and written anew, small enough to travel, without position, device or whatever else lay in the file. Not an act itself.
 *
 * What could go wrong: pictures made to exhaust whoever opens them; they are opened as acts/open-picture bounds it.
 *
 * @clause ITI 17(b), C-13, J-05
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { HEAD_BYTES, judgeFile } from '../domain/documents/document.ts';
import type { Photograph } from '../domain/trace/request.ts';
import { makeCopies } from './make-copies.ts';
import { smallEnough } from './sent-photographs.ts';

export type TakenPicture = Pick<Photograph, 'mediaType' | 'digest' | 'bytes'>;

/**
 * One picture as it travels with a request.
 * @refuses what judgeFile and makeCopies refuse
 */
export async function takePicture(bytes: Buffer): Promise<TakenPicture | Refusal> {
  const media = judgeFile(bytes.subarray(0, HEAD_BYTES), { kind: 'photograph' });
  if (isRefusal(media)) return media;
  const copies = await makeCopies(bytes, media);
  if (isRefusal(copies)) return copies;
  return smallEnough(copies.find(({ form }) => form === 'large')!.content);
}

/** A picture by its place in the document: as it travels, or why it was not taken. */
export type TakenPlace = { readonly place: number; readonly taken: TakenPicture | Refusal };

/** True of a picture that was taken. */
export function isTaken(one: TakenPlace): one is TakenPlace & { readonly taken: TakenPicture } {
  return !isRefusal(one.taken);
}

/** All pictures of a document, one after the other; what could not even be found keeps its reason. */
export async function takePictures(
  pictures: readonly { readonly place: number; readonly found: Buffer | Refusal }[],
): Promise<readonly TakenPlace[]> {
  const all: TakenPlace[] = [];
  for (const { place, found } of pictures)
    all.push({ place, taken: isRefusal(found) ? found : await takePicture(found) });
  return all;
}
