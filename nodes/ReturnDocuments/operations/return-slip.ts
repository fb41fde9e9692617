import { drawReturnSlip } from '../../../lib/documents';
import { asJson, dossierOf, shopOf } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { documentFields, printedCaseField } from '../fields';
import { pdfResult, slipInputOf } from '../slip-input';

export const returnSlip: Operation = {
  option: {
    name: 'Return Slip',
    value: 'returnSlip',
    action: 'Create return slip',
    description: 'One page for the parcel: RMA barcode and QR code, items, reasons and packing instructions',
  },
  fields: [printedCaseField, ...documentFields],
  async execute(context, itemIndex) {
    const dossier = await dossierOf(context, itemIndex);
    const shop = shopOf(context, dossier, itemIndex);
    const file = await drawReturnSlip(slipInputOf(context, dossier, shop, itemIndex));
    const { slip, binary } = await pdfResult(context, dossier, file, false, itemIndex);
    return { chapters: { ...asJson(dossier), slip }, result: slip, binary };
  },
};
