import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';

export const listConsumers: Operation = {
  resource: 'consumer',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many consumers',
    description:
      'Say of every Return Case Trigger how far it is behind the log, what it has in work and what it has given up',
  },
  fields: [],
  async execute(context) {
    const consumers = await (await openLedger(context)).consumers();
    return consumers.map(({ consumer: name, ...lag }) => {
      const chapter = { name, ...lag };
      return { chapters: { consumer: chapter }, result: chapter };
    });
  },
};
