import type { Case, Inspection, Order, ReturnRequest, Tracking } from '../../returns';
import type { CustomerHistory } from './history';

/** What a risk score is worked out of. Only request and order have to be there. */
export interface RiskInput {
  readonly request: ReturnRequest;
  readonly order: Order;
  /** Says how much of the request was approved, once it is decided. */
  readonly case?: Pick<Case, 'decision' | 'lines'> | undefined;
  /** The parcel back, with what the carrier weighed. */
  readonly tracking?: Tracking | undefined;
  readonly inspection?: Inspection | undefined;
  /** As `customerHistory` or a case index tells it. */
  readonly history?: CustomerHistory | undefined;
}
