import { explainFailures, type ReadFailure } from '../../../sandbox/demo/failures';
import type { StoryResult } from '../../../sandbox/demo/story';

const result = (name: string, order: string, rma: string | null, ok = false): StoryResult => ({
  name,
  order,
  rma,
  ok,
  decision: null,
  parcel: null,
  settlement: null,
  refunded: 0,
  currency: 'EUR',
  emails: 0,
  messages: 0,
  labels: 0,
  refunds: 0,
  faults: [],
});

const failure = (change: Partial<ReadFailure> = {}): ReadFailure => ({
  id: '41',
  workflowId: 'returns07refund',
  workflowName: 'Returns 07: Refund',
  status: 'error',
  mode: 'trigger',
  node: 'Refund on Stripe',
  message: 'Stripe cannot be reached',
  description: 'Check the base URL.',
  data: '{"case":{"rma":"RMA-2026-000003","orderName":"#1003"}}',
  ...change,
});

const killed = failure({
  id: '364',
  status: 'crashed',
  message: 'Workflow did not finish, possible out-of-memory issue',
  description: undefined,
  data: '[null]',
});

describe('what the demo says of stories that failed', () => {
  it('is what n8n says of their executions, with workflow, node and execution', () => {
    expect(explainFailures([result('refund', '#1003', 'RMA-2026-000003')], [failure()])).toEqual([
      'refund: n8n, Returns 07: Refund / Refund on Stripe: Stripe cannot be reached Check the base URL. (execution 41)',
    ]);
  });

  it('is found by the order where no case was opened', () => {
    expect(explainFailures([result('refund', '#1003', null)], [failure()])).toHaveLength(1);
  });

  it('leaves out executions of stories that ended as told, and of none', () => {
    const results = [
      result('refund', '#1003', 'RMA-2026-000003', true),
      result('exchange', '#1002', 'RMA-2026-000002'),
      result('review', '', null),
    ];
    expect(explainFailures(results, [failure()])).toEqual([]);
  });

  it('leaves out the run that the crash story kills, unless that story failed', () => {
    const other = result('refund', '#1003', 'RMA-2026-000003');
    expect(explainFailures([other, result('crash', 'AL-2002', 'RMA-2026-000015', true)], [killed])).toEqual([]);
    expect(explainFailures([other, result('crash', 'AL-2002', 'RMA-2026-000015')], [killed])).toEqual([
      expect.stringMatching(/^crash: n8n, .*did not finish/),
    ]);
  });
});
