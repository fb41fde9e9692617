import { z } from 'zod/v4';
import {
  addressSchema,
  caseEventSchema,
  caseSchema,
  commandSchema,
  creditSchema,
  decisionSchema,
  dossierSchema,
  emailSchema,
  exchangeSchema,
  inspectionSchema,
  labelSchema,
  moneySchema,
  orderSchema,
  refundSchema,
  requestSchema,
  shopSchema,
  slipSchema,
  trackingSchema,
} from '../../lib/returns';
import { policyJsonSchema } from '../../lib/policy';
import { customerHistorySchema, riskScoreSchema } from '../../lib/policy/risk';

/** Every document that crosses a door of this package, by the name of its file. */
const schemas = {
  address: addressSchema,
  case: caseSchema,
  command: commandSchema,
  credit: creditSchema,
  'customer-history': customerHistorySchema,
  decision: decisionSchema,
  dossier: dossierSchema,
  email: emailSchema,
  event: caseEventSchema,
  exchange: exchangeSchema,
  inspection: inspectionSchema,
  label: labelSchema,
  money: moneySchema,
  order: orderSchema,
  refund: refundSchema,
  request: requestSchema,
  'risk-score': riskScoreSchema,
  shop: shopSchema,
  slip: slipSchema,
  tracking: trackingSchema,
} satisfies Record<string, z.ZodType>;

/** JSON Schema (draft 2020-12) of what may be written: parts with a default may be left out. */
export function schemaFiles(): { file: string; text: string }[] {
  const written: [name: string, schema: object][] = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);
  // Conditions are checked by hand, so the policy writes its own schema.
  return [...written, ['policy', policyJsonSchema()] as const].map(([name, schema]) => ({
    file: `docs/schemas/${name}.json`,
    text: JSON.stringify(schema, null, 2),
  }));
}
