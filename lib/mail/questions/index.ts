import type { QuestionMessage } from '../question';
import { afterInspection } from './after-inspection';
import type { ComposeQuestion } from './parts';
import { review } from './review';

/** Each question and how it is written: a new one is a file, a line here, and its texts. */
export const questions: Readonly<Record<QuestionMessage, ComposeQuestion>> = {
  shop_review: review,
  shop_pay_received: afterInspection('shop_pay_received'),
  shop_exchange_difference: afterInspection('shop_exchange_difference'),
  shop_credit_received: afterInspection('shop_credit_received'),
};
