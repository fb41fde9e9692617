import { z } from 'zod/v4';
import { once } from '../../../lib/http';
import type { ReviewResult } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { ReturnsError } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { optionalJsonParameter, requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { batchIdField, batchKindField, batchKindOf } from '../batch-fields';
import { commaSeparated } from '../comma-separated';

const linesSchema = once(() =>
  z.array(
    z.object({
      return_line_item_id: z.string(),
      sub_return_line_item_id: z
        .string()
        .nullish()
        .transform((value) => value ?? undefined),
    }),
  ),
);

export const reviewBatch: Operation = {
  resource: 'batchReturn',
  option: {
    name: 'Review',
    value: 'review',
    action: 'Review batch',
    description: 'Decide lines of a batch request or package; tells line by line what TikTok Shop did not take',
  },
  fields: [
    caseIdField,
    batchKindField,
    batchIdField,
    {
      displayName: 'Action',
      name: 'action',
      type: 'string',
      required: true,
      default: 'APPROVE_REQUEST',
      placeholder: 'e.g. APPROVE_RETURN_PACKAGE',
      description:
        'What is decided: APPROVE_REQUEST, APPROVE_RETURN_PACKAGE, REJECT_RETURN_PACKAGE, or another action that TikTok Shop takes',
    },
    {
      displayName: 'Lines',
      name: 'lines',
      type: 'json',
      required: true,
      default: '={{ $json.tiktokBatch?.lines }}',
      description: 'The lines that are decided so, as TikTok Shop lists them; each names its return_line_item_id',
    },
    {
      displayName: 'Only These Return Lines',
      name: 'onlyLines',
      type: 'string',
      default: '',
      description: 'IDs of return lines, comma-separated; all lines when empty',
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const kind = batchKindOf(context, itemIndex);
    const id = requiredText(context, 'batchId', 'ID', itemIndex);
    const action = requiredText(context, 'action', 'Action', itemIndex);
    const only = commaSeparated(textParameter(context, 'onlyLines', itemIndex));
    const lines = ensureLines(optionalJsonParameter(context, 'lines', 'Lines', itemIndex))
      .filter((line) => only.length === 0 || only.includes(line.return_line_item_id))
      .map(({ return_line_item_id, sub_return_line_item_id }) => ({
        returnLineId: return_line_item_id,
        ...(sub_return_line_item_id !== undefined && { subReturnLineId: sub_return_line_item_id }),
        action,
      }));
    const { result, dossier } = await performOnce<ReviewResult>(
      context,
      itemIndex,
      `tiktok:review:${kind.toLowerCase()}:${id}:${action.toLowerCase()}`,
      async (attempt) => ({ result: await tikTokShop().reviewAftersales(client, { id, kind, lines, attempt }) }),
    );
    return {
      chapters: { ...(dossier && asJson(dossier)), tiktokReview: asJson(result) },
      result: asJson(result),
    };
  },
};

function ensureLines(value: unknown): z.output<ReturnType<typeof linesSchema>> {
  const lines = linesSchema().safeParse(value);
  if (lines.success && lines.data.length > 0) return lines.data;
  throw new ReturnsError('invalid_input', '"Lines" names no return line', {
    description:
      'Place this node behind one that reads the batch, or give a list whose entries name return_line_item_id.',
  });
}
