import { lagMetrics } from '../../../lib/ledger';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';

export const getMetrics: Operation = {
  resource: 'consumer',
  option: {
    name: 'Get Metrics',
    value: 'getMetrics',
    action: 'Get metrics of consumers',
    description: 'The same numbers as one text that Prometheus reads',
  },
  fields: [],
  async execute(context) {
    const metrics = lagMetrics(await (await openLedger(context)).consumers());
    return { chapters: { metrics }, result: { metrics } };
  },
};
