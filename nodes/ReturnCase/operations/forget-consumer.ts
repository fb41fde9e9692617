import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredPicked } from '../../shared/parameters';
import { consumerField } from '../consumer-field';

export const forgetConsumer: Operation = {
  resource: 'consumer',
  option: {
    name: 'Forget',
    value: 'forget',
    action: 'Forget consumer',
    description: 'Drop a trigger whose workflow is gone, with what waits for it and what it has given up',
  },
  fields: [consumerField],
  async execute(context, itemIndex) {
    const name = requiredPicked(context, 'consumer', 'Consumer', itemIndex);
    await (await openLedger(context)).forgetConsumer(name);
    const result = { name, forgotten: true };
    return { chapters: { consumer: result }, result };
  },
};
