import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredPicked, requiredText } from '../../shared/parameters';
import { requiredCaseId } from '../../shared/picked-case';
import { evidenceField } from '../evidence-fields';

export const downloadEvidence: Operation = {
  resource: 'evidence',
  option: {
    name: 'Download',
    value: 'download',
    action: 'Download evidence',
    description: 'Get the content of one file as binary data',
  },
  fields: [
    requiredCaseIdField,
    evidenceField,
    {
      displayName: 'Put Output File in Field',
      name: 'binaryPropertyName',
      type: 'string',
      required: true,
      default: 'data',
      hint: 'The name of the output binary field to put the file in',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const evidenceId = requiredPicked(context, 'evidenceId', 'Evidence', itemIndex);
    const property = requiredText(context, 'binaryPropertyName', 'Put Output File in Field', itemIndex);
    const { evidence, content } = await ledger.readEvidence(caseId, evidenceId);
    const file = await context.helpers.prepareBinaryData(Buffer.from(content), evidence.name, evidence.mimeType);
    return {
      chapters: { evidence: asJson(evidence) },
      result: asJson(evidence),
      binary: { [property]: file },
    };
  },
};
