/** Signs the tree as it stands: origin, size, root. Whoever keeps a checkpoint can later prove that nothing before it was changed. */
import { formatCheckpoint } from '../domain/ledger/checkpoint.ts';
import { formatNote, signText } from '../domain/ledger/note.ts';
import { findLastCheckpoint, keepCheckpoint, listEpochs } from '../store/ledger.ts';
import { getTreeHead } from '../store/tree.ts';
import { nowOf, type Office } from './office.ts';

export type SignedCheckpoint = { readonly note: string; readonly size: number; readonly root: string };

/** Signs a checkpoint of the given head, or of the tree now, and keeps it; one that was signed for this size before is given again. */
export async function signCheckpoint(office: Office): Promise<SignedCheckpoint> {
  const head = await getTreeHead(office.db);
  const root = Buffer.from(head.root).toString('base64');
  const last = await findLastCheckpoint(office.db);
  if (last?.size === head.size && last.note.startsWith(`${office.signer.origin}\n`))
    return { note: last.note, size: head.size, root };
  const text = formatCheckpoint({
    origin: office.signer.origin,
    size: head.size,
    root: head.root,
    extensions: [],
  });
  const note = formatNote({
    text,
    signatures: [signText(text, office.signer.origin, office.signer.privateKey)],
  });
  const epoch = (await listEpochs(office.db)).at(-1)?.epoch ?? 1;
  await keepCheckpoint(office.db, epoch, head.size, note, nowOf(office));
  return { note, size: head.size, root };
}
