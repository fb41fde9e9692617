import { decisionSchema, localeFor, orderSchema, requestSchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { languageField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, textParameter } from '../../shared/parameters';
import { carriedChapter } from '../carried-chapter';
import { loadPolicies } from '../load-policies';

export const explain: Operation = {
  option: {
    name: 'Explain',
    value: 'explain',
    action: 'Explain decision',
    description:
      'Say why a decision came out as it did: for the shopper in a chosen language, for an agent rule by rule, and as an audit line',
  },
  fields: [
    {
      displayName: 'Decision',
      name: 'decision',
      type: 'json',
      required: true,
      default: '={{ $json.decision }}',
      description: 'The decision as Evaluate has answered it, or as the case keeps it',
    },
    { ...languageField, description: "Of the reason for the shopper; the shopper's own is that of the request" },
  ],
  execute(context, itemIndex) {
    const decision = chapterParameter(context, 'decision', 'Decision', decisionSchema, itemIndex);
    const order = carriedChapter(context, itemIndex, 'order', orderSchema);
    const chosen = textParameter(context, 'language', itemIndex);
    const language =
      chosen === 'shopper'
        ? (carriedChapter(context, itemIndex, 'request', requestSchema)?.locale ?? 'en')
        : localeFor(chosen);
    const titles = new Map(order?.lines.map(({ id, title }) => [id, title]));
    const explanation = asJson(loadPolicies().explainDecision(decision, language, titles));
    return Promise.resolve({ chapters: { explanation }, result: explanation });
  },
};
