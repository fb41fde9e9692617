import { ReturnsError, type Evidence } from '../returns';
import { requireCase } from './case-rows';
import type { LedgerContext } from './context';
import type { EvidenceContent } from './ledger';
import { bytesOf, firstRow, sql } from './sql';

/** What is attached, the oldest first. @throws ReturnsError `not_found` */
export async function evidence({ store }: LedgerContext, caseId: string): Promise<readonly Evidence[]> {
  const dossier = await store.read(() => requireCase(caseId));
  return dossier.case.evidence ?? [];
}

/** @throws ReturnsError `not_found` */
export async function readEvidence(
  context: LedgerContext,
  caseId: string,
  evidenceId: string,
): Promise<EvidenceContent> {
  const known = (await evidence(context, caseId)).find(({ id }) => id === evidenceId);
  const row = await context.store.read(() =>
    firstRow(sql`SELECT content FROM evidence WHERE id = ${evidenceId} AND case_id = ${caseId}`),
  );
  if (known && row) return { evidence: known, content: bytesOf(row, 'content') };
  throw new ReturnsError('not_found', `There is no evidence ${evidenceId} on this case`, {
    description: known
      ? 'Its content was erased with the personal data of the case.'
      : 'List the evidence of the case for the ids that it has.',
    context: { caseId, evidenceId },
  });
}
