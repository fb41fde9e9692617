import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import {
  answerSchema,
  commandSchema,
  creditSchema,
  decisionSchema,
  exchangeSchema,
  inspectionSchema,
  labelSchema,
  moneySchema,
  parseWith,
  refundSchema,
  trackingSchema,
  type Command,
} from '../../lib/returns';
import { chapterParameter, optionalChapterParameter, requiredText, textParameter } from '../shared/parameters';

const lineQuantities = z.array(z.object({ orderLineId: z.string(), quantity: z.int().nonnegative() }));
const referencesSchema = z.record(z.string(), z.string().min(1));

type Payload = Readonly<Record<string, unknown>>;

/** The command that the fields describe. @throws ReturnsError `invalid_input` naming the field that does not fit */
export function commandOf(context: IExecuteFunctions, itemIndex: number): Command {
  const type = requiredText(context, 'command', 'Command', itemIndex);
  const note = textParameter(context, 'note', itemIndex);
  const payload = payloadOf(context, type, itemIndex);
  return parseWith(commandSchema, { type, ...payload, ...(note !== '' && type !== 'fail' && { note }) }, 'the command');
}

function payloadOf(context: IExecuteFunctions, type: string, itemIndex: number): Payload {
  const needed = (name: string, label: string, schema: z.ZodType): Payload => ({
    [name]: chapterParameter(context, name, label, schema, itemIndex),
  });
  const optional = (name: string, label: string, schema: z.ZodType): Payload => {
    const value = optionalChapterParameter(context, name, label, schema, itemIndex);
    return value === undefined ? {} : { [name]: value };
  };
  const option = (name: string, label: string, schema: z.ZodType): Payload => {
    const value = optionalChapterParameter(context, `commandOptions.${name}`, label, schema, itemIndex);
    return value === undefined ? {} : { [name]: value };
  };
  switch (type) {
    case 'approve':
      return { ...optional('decision', 'Decision', decisionSchema), ...option('lines', 'Lines', lineQuantities) };
    case 'reject':
    case 'put_in_review':
      return optional('decision', 'Decision', decisionSchema);
    case 'ask_for_information':
      return {
        question: requiredText(context, 'question', 'Question', itemIndex).slice(0, 2000),
        ...optional('decision', 'Decision', decisionSchema),
      };
    case 'answer':
      return needed('answers', 'Answers', z.array(answerSchema).min(1));
    case 'inspect':
      return needed('inspection', 'Inspection', inspectionSchema);
    case 'plan_settlement':
      return {
        ...needed('amount', 'Amount', moneySchema),
        ...option('delivery', 'Delivery', moneySchema),
        ...option('fee', 'Fee', moneySchema),
      };
    case 'record_label':
      return needed('label', 'Label', labelSchema);
    case 'record_parcel':
      return needed('tracking', 'Tracking', trackingSchema);
    case 'settle':
      return {
        ...optional('refund', 'Refund', refundSchema),
        ...optional('exchange', 'Exchange', exchangeSchema),
        ...optional('credit', 'Credit', creditSchema),
      };
    case 'link':
      return { references: chapterParameter(context, 'linkedReferences', 'References', referencesSchema, itemIndex) };
    case 'fail':
      return failureOf(context, itemIndex);
    default:
      return {};
  }
}

function failureOf(context: IExecuteFunctions, itemIndex: number): Payload {
  const workflow = textParameter(context, 'failedWorkflow', itemIndex);
  return {
    code: requiredText(context, 'failureCode', 'Failure Code', itemIndex),
    message: requiredText(context, 'failureMessage', 'Failure Message', itemIndex).slice(0, 2000),
    ...(workflow !== '' && { workflow }),
  };
}
