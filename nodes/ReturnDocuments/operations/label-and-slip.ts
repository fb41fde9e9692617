import { drawLabelAndSlip } from '../../../lib/documents';
import { ReturnsError } from '../../../lib/returns';
import { asJson, dossierOf, shopOf } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { documentFields, printedCaseField } from '../fields';
import { pdfResult, slipInputOf } from '../slip-input';

const formats: Readonly<Record<string, 'pdf' | 'png'>> = { 'application/pdf': 'pdf', 'image/png': 'png' };

export const labelAndSlip: Operation = {
  option: {
    name: 'Label and Slip',
    value: 'labelAndSlip',
    action: 'Create label and slip',
    description: 'One PDF for the shopper: the carrier label at full size, then the return slip',
  },
  fields: [
    printedCaseField,
    {
      displayName: 'Label in Field',
      name: 'labelField',
      type: 'string',
      required: true,
      default: 'label',
      description: 'The binary field that holds the label as PDF or PNG',
    },
    ...documentFields,
  ],
  async execute(context, itemIndex) {
    const labelField = requiredText(context, 'labelField', 'Label in Field', itemIndex);
    const { mimeType } = context.helpers.assertBinaryData(itemIndex, labelField);
    const format = formats[mimeType];
    if (format === undefined) {
      throw new ReturnsError('unsupported', `A label of type ${mimeType} cannot be placed in a PDF`, {
        description: 'Ask the carrier for the label as PDF or PNG in the Return Shipping node.',
      });
    }
    const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, labelField);
    const dossier = await dossierOf(context, itemIndex);
    const input = slipInputOf(context, dossier, shopOf(context, dossier, itemIndex), itemIndex);
    const file = await drawLabelAndSlip({ ...input, label: { bytes, format } });
    const { slip, binary } = await pdfResult(context, dossier, file, true, itemIndex);
    return { chapters: { ...asJson(dossier), slip }, result: slip, binary };
  },
};
