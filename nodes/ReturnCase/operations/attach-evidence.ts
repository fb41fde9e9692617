import type { IExecuteFunctions } from 'n8n-workflow';
import type { Attached, NewEvidence } from '../../../lib/ledger';
import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { causeOf, openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { requiredCaseId } from '../../shared/picked-case';

export const attachEvidence: Operation = {
  resource: 'evidence',
  option: {
    name: 'Attach',
    value: 'attach',
    action: 'Attach evidence',
    description: 'Keep a photo or a document with the case; the same content twice is one piece',
  },
  fields: [
    requiredCaseIdField,
    {
      displayName: 'Input Binary Field',
      name: 'binaryPropertyName',
      type: 'string',
      required: true,
      default: 'data',
      hint: 'The name of the input binary field containing the file to attach, up to 10 MB; several, comma-separated, give a list',
    },
    {
      displayName: 'File Name',
      name: 'fileName',
      type: 'string',
      default: '',
      placeholder: 'e.g. torn-seam.jpg',
      description: 'Leave empty for the name that the file has. Several files keep their own names.',
    },
    {
      displayName: 'Order Line ID',
      name: 'orderLineId',
      type: 'string',
      default: '',
      description: 'The line that it speaks of, where it speaks of one',
    },
    {
      displayName: 'Note',
      name: 'evidenceNote',
      type: 'string',
      typeOptions: { rows: 2 },
      default: '',
      description: 'Kept with the file',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const properties = requiredText(context, 'binaryPropertyName', 'Input Binary Field', itemIndex)
      .split(',')
      .map((property) => property.trim())
      .filter((property) => property !== '');
    const pieces: Attached[] = [];
    for (const property of properties) {
      const piece = await newEvidence(context, itemIndex, property, properties.length === 1);
      pieces.push(await ledger.attachEvidence(caseId, piece, causeOf(context)));
    }
    const results = pieces.map(({ evidence, attached }) => ({ ...asJson(evidence), attached }));
    const dossier = pieces.at(-1)?.dossier ?? (await ledger.getCase({ id: caseId }));
    const [only, ...others] = pieces;
    const isOne = only !== undefined && others.length === 0;
    return {
      chapters: { ...asJson(dossier), evidence: isOne ? asJson(only.evidence) : results },
      result: results.length === 1 ? { ...results[0] } : { evidence: results },
    };
  },
};

async function newEvidence(
  context: IExecuteFunctions,
  itemIndex: number,
  property: string,
  isOnly: boolean,
): Promise<NewEvidence> {
  const file = context.helpers.assertBinaryData(itemIndex, property);
  const content = await context.helpers.getBinaryDataBuffer(itemIndex, property);
  const [note, orderLineId] = ['evidenceNote', 'orderLineId'].map((name) => textParameter(context, name, itemIndex));
  const given = isOnly ? textParameter(context, 'fileName', itemIndex) : '';
  return {
    name: given || (file.fileName ?? property),
    mimeType: file.mimeType,
    content,
    ...(note && { note }),
    ...(orderLineId && { orderLineId }),
  };
}
