import { isReturnsError, type ErrorCode, type ReturnsError } from '../../returns';

/** Batches are told of and read only where TikTok Shop has opened them to the app; the published list has not these. */
const eventsOfBatches: readonly string[] = ['AFTERSALES_REQUEST_STATUS_UPDATE', 'RMA_STATUS_UPDATE', 'REFUND_SUCCESS'];

const closed: readonly ErrorCode[] = ['forbidden', 'unsupported', 'provider_refused', 'invalid_input'];

/** Whether TikTok Shop has said no, for good, to something about batches: all else can go on without it. */
export const isClosedToApp = (event: string | undefined, error: unknown): error is ReturnsError =>
  event !== undefined && eventsOfBatches.includes(event) && isReturnsError(error) && closed.includes(error.code);
