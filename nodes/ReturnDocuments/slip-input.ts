import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { RenderedDocument, SlipInput } from '../../lib/documents';
import type { Dossier, Shop } from '../../lib/returns';
import { languageOf } from '../shared/case-access';
import { textParameter } from '../shared/parameters';

export function slipInputOf(context: IExecuteFunctions, dossier: Dossier, shop: Shop, itemIndex: number): SlipInput {
  return {
    dossier,
    shop,
    timeZone: shop.timeZone,
    locale: languageOf(context, dossier, itemIndex),
    pageSize: textParameter(context, 'pageSize', itemIndex) === 'Letter' ? 'Letter' : 'A4',
  };
}

/** The slip chapter, and the file under the name that the next node looks for. */
export async function pdfResult(
  context: IExecuteFunctions,
  dossier: Dossier,
  { bytes, pages }: RenderedDocument,
  withLabel: boolean,
  itemIndex: number,
): Promise<{ slip: IDataObject; binary: IBinaryKeyData }> {
  const fileName = `${withLabel ? 'return-label-and-slip' : 'return-slip'}-${dossier.case.rma}.pdf`;
  const file = await context.helpers.prepareBinaryData(Buffer.from(bytes), fileName, 'application/pdf');
  return {
    slip: { fileName, pages, withLabel },
    binary: { [textParameter(context, 'binaryField', itemIndex) || 'slip']: file },
  };
}
