import { createHash } from 'node:crypto';
import { parseWith, ReturnsError, type CaseEvent, type Dossier, type Evidence } from '../returns';
import { requireCase } from './case-rows';
import { applyDrafts, nextInstant } from './command';
import type { LedgerContext } from './context';
import { newEvidenceSchema, parseCause } from './inputs';
import type { Attached, Cause, NewEvidence } from './ledger';
import { execute, sql, type Work } from './sql';
import { write } from './write';

const LARGEST_BYTES = 10 * 1024 * 1024;
/** So that a case stays a thing that travels through a workflow as one item. */
const MOST_PIECES = 100;

/** Attaches a photo or a document; see the interface. */
export async function attachEvidence(
  context: LedgerContext,
  caseId: string,
  evidence: NewEvidence,
  cause: Cause,
): Promise<Attached> {
  const { name, mimeType, note, orderLineId } = parseWith(newEvidenceSchema, evidence, 'the evidence');
  const content = contentOf(evidence);
  const piece = {
    id: context.newId(),
    name,
    mimeType,
    size: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
    ...(orderLineId !== undefined && { orderLineId }),
    ...(note !== undefined && { note }),
  };
  const by = parseCause(cause);
  const { events, ...outcome } = await write(context, () => attach(context, caseId, piece, content, by));
  if (events.length > 0) context.appended.tell();
  return outcome;
}

/** @throws ReturnsError `invalid_input` */
function contentOf({ content }: NewEvidence): Uint8Array {
  if (!ArrayBuffer.isView(content)) throw refused('The evidence has no content', 'Pass the bytes of a file.');
  if (content.byteLength === 0) throw refused('The evidence is empty', 'Pass a file that holds something.');
  if (content.byteLength > LARGEST_BYTES) {
    const size = (content.byteLength / 1024 / 1024).toFixed(1);
    throw refused(`The evidence has ${size} MiB`, 'Up to 10 MiB are kept. Make the picture smaller.');
  }
  return content;
}

function* attach(
  context: LedgerContext,
  caseId: string,
  piece: Omit<Evidence, 'attachedAt'>,
  content: Uint8Array,
  cause: Cause,
): Work<Attached & { readonly events: readonly CaseEvent[] }> {
  const dossier = yield* requireCase(caseId);
  const known = dossier.case.evidence?.find(({ sha256 }) => sha256 === piece.sha256);
  if (known) return { dossier, evidence: known, attached: false, events: [] };
  ensureAttachable(dossier, piece);
  yield* execute(sql`
    INSERT INTO evidence (id, case_id, sha256, content) VALUES (${piece.id}, ${caseId}, ${piece.sha256}, ${content})`);
  const at = nextInstant(context, dossier);
  const evidence = { ...piece, attachedAt: at };
  const draft = { type: 'evidence.attached', change: { evidence } } as const;
  const appended = yield* applyDrafts(dossier, [draft], cause, at);
  return { ...appended, evidence, attached: true };
}

function ensureAttachable({ case: current }: Dossier, { orderLineId }: Pick<Evidence, 'orderLineId'>): void {
  if ((current.evidence?.length ?? 0) >= MOST_PIECES) {
    throw refused(`Case ${current.rma} has ${MOST_PIECES} pieces of evidence`, 'That is as many as a case can have.');
  }
  const lines = current.lines.map((line) => line.orderLineId);
  if (orderLineId !== undefined && !lines.includes(orderLineId)) {
    throw refused(`Case ${current.rma} has no line ${orderLineId}`, `Its lines are ${lines.join(', ')}.`);
  }
}

const refused = (message: string, description: string): ReturnsError =>
  new ReturnsError('invalid_input', message, { description });
