import type { MethodRule } from '../../document/offers';
import { usualMethods } from '../../engine/offers';
import { under, type PageContext } from '../context';
import { list, paragraph, type Section } from '../page';

export function methodsSection(context: PageContext): Section {
  const { policy, say } = context;
  const rules = policy.methods.length === 0 ? usualMethods : policy.methods;
  return {
    id: 'returns-methods',
    heading: say('methods_heading'),
    blocks: [
      list(rules.map((rule) => under(context, rule.when, `${methodInWords(context, rule)}.`))),
      paragraph(say('methods_after')),
    ],
  };
}

/** "From a pick-up point (Mondial Relay, Economy)". */
export function methodInWords(
  { say }: Pick<PageContext, 'say'>,
  { method, carrier, service }: Pick<MethodRule, 'method' | 'carrier' | 'service'>,
): string {
  const by = [carrier, service].filter((part) => part !== undefined);
  const words = say(`method_${method}`);
  return by.length === 0 ? words : say('method_by', { method: words, carrier: by.join(', ') });
}
