import { shopify } from '../../shared/shops';
import { ReturnsError } from '../../../lib/returns';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { exchangeLinesField, exchangeLinesOf, linesField, linesOf, stepFor } from '../line-fields';
import { returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

export const removeLines: Operation = {
  resource: 'return',
  option: {
    name: 'Remove Lines',
    value: 'removeLines',
    action: 'Remove lines from return',
    description: 'Take units out of a return that are not processed yet, and exchange lines',
  },
  fields: [returnIdField, caseIdField, { ...linesField, default: '' }, { ...exchangeLinesField, default: '' }],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const lines = linesOf(context, itemIndex) ?? [];
    const exchange = exchangeLinesOf(context, itemIndex);
    if (lines.length + exchange.length === 0) {
      throw new ReturnsError('invalid_input', 'No lines are given to remove', {
        description: 'Fill in "Lines" or "Exchange Lines".',
      });
    }
    const step = stepFor('shopify:remove-lines', [lines, exchange]);
    const { output } = await writeReturn(context, itemIndex, step, (client, attempt) =>
      shopify().removeLines(client, { returnId, lines, exchange, attempt }),
    );
    return output;
  },
};
