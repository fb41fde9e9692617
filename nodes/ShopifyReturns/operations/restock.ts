import { z } from 'zod/v4';
import { shopify } from '../../shared/shops';
import { inspectionSchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, optionalChapterParameter, pickedParameter } from '../../shared/parameters';
import { locationField, locationsField, returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

const locationsSchema = z.record(z.string(), z.string());

export const restock: Operation = {
  resource: 'return',
  option: {
    name: 'Restock',
    value: 'restock',
    action: 'Restock return',
    description: 'Put what the inspection graded as good back into stock, and write off the rest',
  },
  fields: [
    returnIdField,
    caseIdField,
    {
      displayName: 'Inspection',
      name: 'inspection',
      type: 'json',
      required: true,
      default: '={{ $json.inspection }}',
      description: 'Grade and way of each line',
    },
    locationField,
    locationsField,
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const inspection = chapterParameter(context, 'inspection', 'Inspection', inspectionSchema, itemIndex);
    const locationId = pickedParameter(context, 'locationId', itemIndex);
    const locations = optionalChapterParameter(context, 'locations', 'Locations by Line', locationsSchema, itemIndex);
    const { written, output } = await writeReturn(context, itemIndex, 'shopify:restock', (client, attempt) =>
      shopify().restock(client, {
        returnId,
        inspection,
        attempt,
        ...(locationId !== '' && { locationId }),
        ...(locations && { locations }),
      }),
    );
    const restocked = written.restocked.map((line) => asJson(line));
    return { ...output, chapters: { ...output.chapters, restocked }, result: { ...output.result, restocked } };
  },
};
