import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Replay, ReplayReport } from '../../../lib/policy/replay';
import { asJson } from '../../shared/case-access';
import { breath } from '../../shared/breath';
import { openLedger } from '../../shared/ledger-access';
import type { Operation, OperationResult } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { loadReplaying } from '../load-policies';
import { forEachPastCase } from '../past-cases';
import { otherPolicyFields, policyFields } from '../source/policy-fields';
import { policyOf } from '../source/policy-of';

const DAY_MS = 86_400_000;

const againstFields: readonly INodeProperties[] = [
  {
    displayName: 'Compare With',
    name: 'replayAgainst',
    type: 'options',
    options: [
      { name: 'Another Policy', value: 'policy', description: 'Both decide the same cases' },
      { name: 'The Decisions as Made', value: 'recorded', description: 'What each case carries' },
    ],
    default: 'recorded',
  },
  ...otherPolicyFields('current', 'Current Policy', 'The policy that the draft is compared with').map((field) => ({
    ...field,
    displayOptions: {
      ...field.displayOptions,
      show: { ...field.displayOptions?.show, replayAgainst: ['policy'] },
    },
  })),
];

const casesFields: readonly INodeProperties[] = [
  {
    displayName: 'Cases From',
    name: 'casesFrom',
    type: 'options',
    options: [
      {
        name: 'Input Items',
        value: 'items',
        description: 'Each item is a case: a dossier, or one with request and order',
      },
      { name: 'Ledger', value: 'ledger', description: 'Cases of the last days' },
    ],
    default: 'ledger',
    description: 'Past returns that the draft decides anew. Nothing is written.',
  },
  {
    displayName: 'Opened Within (Days)',
    name: 'replayDays',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 90,
    displayOptions: { show: { casesFrom: ['ledger'] } },
  },
  {
    displayName: 'Most Cases',
    name: 'replayLimit',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 10_000,
    description: 'The newest ones are taken',
    displayOptions: { show: { casesFrom: ['ledger'] } },
  },
];

const resultField: INodeProperties = {
  displayName: 'Result',
  name: 'replayResult',
  type: 'options',
  options: [
    {
      name: 'One Item per Change',
      value: 'changes',
      description: 'Each item has the cases that one rule decided and another decides now',
    },
    { name: 'One Report', value: 'report', description: 'All counts and amounts, and the same as an HTML page' },
  ],
  default: 'report',
};

export const replay: Operation = {
  option: {
    name: 'Replay',
    value: 'replay',
    action: 'Replay policy on past returns',
    description:
      'Run a draft of a policy over past cases: which decisions would change, by rule, with counts, money per currency and examples that name nobody',
  },
  fields: [...policyFields, ...againstFields, ...casesFields, resultField],
  async execute(context, itemIndex) {
    const isOfItems = textParameter(context, 'casesFrom', itemIndex) === 'items';
    // All items together are one replay; it leaves with the first of them.
    if (isOfItems && itemIndex > 0) return [];
    const { createReplay } = loadReplaying();
    const now = new Date();
    const draft = await policyOf(context, itemIndex);
    const isAgainstPolicy = textParameter(context, 'replayAgainst', itemIndex) === 'policy';
    const current = isAgainstPolicy ? await policyOf(context, itemIndex, 'current') : undefined;
    const running = createReplay({ current, draft, now });
    if (isOfItems) await addItems(context, running);
    else await addFromLedger(context, itemIndex, running, now);
    const report = running.report();
    return textParameter(context, 'replayResult', itemIndex) === 'changes'
      ? changesOf(report)
      : reportResult(context, report);
  },
};

async function addItems(context: IExecuteFunctions, running: Replay): Promise<void> {
  const { replayCaseOf } = loadReplaying();
  const turns = breath();
  for (const { json } of context.getInputData()) {
    await turns.take();
    running.add(replayCaseOf(json));
  }
}

async function addFromLedger(context: IExecuteFunctions, itemIndex: number, running: Replay, now: Date): Promise<void> {
  const { replayCaseOf } = loadReplaying();
  const ledger = await openLedger(context);
  const days = Number(context.getNodeParameter('replayDays', itemIndex, 90));
  const most = Number(context.getNodeParameter('replayLimit', itemIndex, 10_000));
  const openedFrom = new Date(now.getTime() - days * DAY_MS).toISOString();
  await forEachPastCase(ledger, { openedFrom, most }, breath(), (dossier) => {
    running.add(replayCaseOf(dossier));
  });
}

const changesOf = ({ groups }: ReplayReport): OperationResult[] =>
  groups.map((group) => {
    const change = asJson({ ...group });
    return { chapters: { change }, result: change };
  });

async function reportResult(context: IExecuteFunctions, report: ReplayReport): Promise<OperationResult> {
  const html = loadReplaying().renderReplayReport(report);
  const file = await context.helpers.prepareBinaryData(Buffer.from(html), 'policy-replay.html', 'text/html');
  const chapter = asJson({ ...report });
  return { chapters: { replay: chapter }, result: chapter, binary: { replay: file } };
}
