import { toLaw, withdrawalDays, type PageContext } from '../context';
import { inLine, paragraph, type Block, type Section } from '../page';

/** By when and how the money comes back, as far as the shop promises something; the law's days stand with the law. */
export function refundsSection(context: PageContext): Section | undefined {
  const { policy, say, law } = context;
  const { withinDays, outboundDelivery } = policy.refund;
  const hasLaw = withdrawalDays(context) !== undefined && law.withdrawalRefund !== undefined;
  const blocks: Block[] = [
    ...(withinDays === undefined
      ? []
      : [paragraph(say('refund_promise', { days: say('days', { count: withinDays }) }))]),
    ...(hasLaw ? [paragraph(...inLine(say('refund_law'), toLaw(context)))] : []),
    ...(outboundDelivery === 'as_law' ? [] : [paragraph(say(`delivery_${outboundDelivery}`))]),
  ];
  return blocks.length === 0 ? undefined : { id: 'returns-refunds', heading: say('refunds_heading'), blocks };
}
