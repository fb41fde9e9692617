import { alreadyPaidBack, planRefund } from '../../../lib/payments';
import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { causeOf, openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { requiredCaseId } from '../../shared/picked-case';

const MOST_CASES_OF_AN_ORDER = 1000;
const deliveries = ['none', 'when_all_is_returned', 'as_decided'] as const;

export const plan: Operation = {
  option: {
    name: 'Plan Refund',
    value: 'plan',
    action: 'Plan refund',
    description: 'Work out to the cent what the case pays back, and write it into the case; no money moves',
  },
  fields: [
    requiredCaseIdField,
    {
      displayName: 'Pay Back',
      name: 'basis',
      type: 'options',
      options: [
        { name: 'What Was Received', value: 'received', description: 'The units that the inspection found' },
        { name: 'What Was Approved', value: 'approved', description: 'Before the goods are back, on trust' },
      ],
      default: 'received',
    },
    {
      displayName: 'Outbound Delivery',
      name: 'delivery',
      type: 'options',
      options: [
        {
          name: 'As Decided',
          value: 'as_decided',
          description: 'What the policy and the law say; without a decision, when the whole order comes back',
        },
        { name: 'Keep', value: 'none' },
        { name: 'Pay Back When the Whole Order Comes Back', value: 'when_all_is_returned' },
      ],
      default: 'as_decided',
      description:
        'What the shopper had paid for delivery. EU law asks for the standard delivery back when the whole order is withdrawn from. It is paid back once per order.',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const current = await ledger.getCase({ id: caseId });
    const sameOrder = await ledger.findCases({ orderName: current.order.name }, { limit: MOST_CASES_OF_AN_ORDER });
    const planned = planRefund({
      order: current.order,
      lines: current.case.lines,
      basis: textParameter(context, 'basis', itemIndex) === 'approved' ? 'approved' : 'received',
      delivery: deliveries.find((name) => name === textParameter(context, 'delivery', itemIndex)) ?? 'as_decided',
      decision: current.decision,
      already: alreadyPaidBack(current, sameOrder.items),
    });
    const { dossier } = await ledger.command(
      caseId,
      { type: 'plan_settlement', amount: planned.total, delivery: planned.delivery, fee: planned.fee },
      causeOf(context),
    );
    return { chapters: { ...asJson(dossier), plan: asJson(planned) }, result: asJson(planned) };
  },
};
