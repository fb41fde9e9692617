import { z } from 'zod/v4';
import { once } from '../../http';
import { defined } from '../../returns';
import type { TikTokShopClient } from './client';

/** TikTok fills in codes and reasons on eligible rows too: `eligible` alone decides. */
const verdictFields = once(() => ({
  eligible: z.boolean().nullish(),
  ineligible_code: z.coerce.number().nullish(),
  ineligible_reason: z.string().nullish(),
}));

const aftersaleSchema = once(() =>
  z.object({
    sku_eligibility: z
      .array(
        z.object({
          sku_id: z.string(),
          line_item_eligibility: z
            .array(
              z.object({
                request_type: z.string(),
                order_line_items_ids: z.array(z.string()).nullish(),
                available_reason_names: z.array(z.string()).nullish(),
                ...verdictFields(),
              }),
            )
            .nullish(),
        }),
      )
      .nullish(),
  }),
);

/** Whether units of an order can be cancelled, refunded or returned, and for which reasons. */
export interface AftersaleEligibility {
  readonly skuId: string;
  /** `CANCEL`, `REFUND`, `RETURN_AND_REFUND` */
  readonly type: string;
  readonly orderLineIds: readonly string[];
  readonly eligible: boolean;
  readonly code?: number;
  readonly why?: string;
  /** TikTok's names of the reasons that can be given. */
  readonly reasons: readonly string[];
}

export interface EligibilityInput {
  readonly orderId: string;
  /** Who would ask. */
  readonly initiator?: 'SELLER' | 'BUYER';
  readonly types?: readonly string[];
}

export async function aftersaleEligibility(
  client: TikTokShopClient,
  { orderId, initiator, types = [] }: EligibilityInput,
): Promise<AftersaleEligibility[]> {
  const { sku_eligibility } = await client.call('aftersaleEligibility', {
    ids: { order_id: orderId },
    query: { initiate_aftersale_user: initiator, request_types: types },
    data: aftersaleSchema(),
  });
  return (sku_eligibility ?? []).flatMap(({ sku_id, line_item_eligibility }) =>
    (line_item_eligibility ?? []).map((line) => ({
      skuId: sku_id,
      type: line.request_type,
      orderLineIds: line.order_line_items_ids ?? [],
      eligible: line.eligible === true,
      reasons: line.available_reason_names ?? [],
      ...whyNot(line),
    })),
  );
}

interface Verdict {
  readonly eligible?: boolean | null | undefined;
  readonly ineligible_code?: number | null | undefined;
  readonly ineligible_reason?: string | null | undefined;
}

const whyNot = ({ eligible, ineligible_code, ineligible_reason }: Verdict): { code?: number; why?: string } =>
  eligible === true ? {} : defined({ code: ineligible_code ?? undefined, why: ineligible_reason ?? undefined });

const decisionSchema = once(() =>
  z.object({
    decisions: z
      .array(
        z.object({
          decision: z.string(),
          available_reject_reasons: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).nullish(),
          ...verdictFields(),
        }),
      )
      .nullish(),
  }),
);

/** Whether a return or cancellation can be decided in one way. */
export interface DecisionEligibility {
  readonly decision: string;
  readonly eligible: boolean;
  readonly code?: number;
  readonly why?: string;
  readonly rejectReasons: readonly string[];
}

/** @param decisions those to ask about; all that there are when empty */
export async function decisionEligibility(
  client: TikTokShopClient,
  id: string,
  decisions: readonly string[] = [],
  locale?: string,
): Promise<DecisionEligibility[]> {
  const answer = await client.call('decisionEligibility', {
    query: { return_or_cancel_id: id, check_decisions: decisions, ...defined({ locale }) },
    data: decisionSchema(),
  });
  return (answer.decisions ?? []).map((entry) => ({
    decision: entry.decision,
    eligible: entry.eligible === true,
    rejectReasons: (entry.available_reject_reasons ?? []).map((reason) =>
      typeof reason === 'string' ? reason : reason.name,
    ),
    ...whyNot(entry),
  }));
}
