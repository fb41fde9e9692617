import type { Attempt, HttpClient } from '../../http';
import { isReturnsError, ReturnsError, type Address } from '../../returns';
import type { Parcel, ReturnLabel, ReturnLabelInput } from '../carrier';
import { inchesOf, ouncesOf } from '../units';
import { chooseRate } from './choose-rate';
import { fetchLabel } from './fetch-label';
import { shipmentSchema, type Shipment } from './shapes';

/**
 * Creates a return shipment, buys the offer that fits and fetches the label. EasyPost has no idempotency key, but takes
 * a shipment's reference in place of its id: our key is that reference, so a taken-over attempt finds what the one
 * before it created or bought.
 */
export async function createReturnLabel(
  client: HttpClient,
  input: ReturnLabelInput,
  attempt: Attempt,
): Promise<ReturnLabel> {
  const known = attempt.mayHaveHappened ? await findByReference(client, attempt.idempotencyKey) : undefined;
  const shipment = known ?? (await createShipment(client, input, attempt.idempotencyKey));
  const bought = isBought(shipment) ? shipment : await buy(client, shipment, input);
  try {
    return await fetchLabel(client, bought, input.format);
  } catch (error) {
    if (!isReturnsError(error)) throw error;
    // The postage is paid: whatever went wrong after it, the next attempt must find this shipment again.
    throw new ReturnsError(error.code, error.message, {
      provider: 'easypost',
      description: `The label is bought and will not be bought again. ${error.description}`,
      retryable: true,
      ...(error.status !== undefined && { status: error.status }),
      context: { ...error.context, shipmentId: bought.id, mayHaveHappened: true },
    });
  }
}

const isBought = (shipment: Shipment): boolean => Boolean(shipment.tracking_code && shipment.postage_label);

async function findByReference(client: HttpClient, reference: string): Promise<Shipment | undefined> {
  try {
    return await getShipment(client, reference);
  } catch (error) {
    if (isReturnsError(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}

export function getShipment(client: HttpClient, id: string): Promise<Shipment> {
  return client.request({ method: 'GET', path: `/v2/shipments/${encodeURIComponent(id)}`, parse: shipmentSchema() });
}

function createShipment(client: HttpClient, input: ReturnLabelInput, reference: string): Promise<Shipment> {
  const shipment = {
    // EasyPost turns the addresses of a return around by itself: `from` is the shop, as on the way out.
    from_address: addressOf(input.to),
    to_address: addressOf(input.from),
    is_return: true,
    parcel: parcelOf(input.parcel),
    reference,
    options: { label_format: input.format.toUpperCase(), print_custom_1: input.reference },
  };
  return client.request({ method: 'POST', path: '/v2/shipments', json: { shipment }, parse: shipmentSchema() });
}

async function buy(client: HttpClient, shipment: Shipment, input: ReturnLabelInput): Promise<Shipment> {
  const { rate } = chooseRate(shipment, input.service);
  try {
    const path = `/v2/shipments/${encodeURIComponent(shipment.id)}/buy`;
    return await client.request({ method: 'POST', path, json: { rate: { id: rate.id } }, parse: shipmentSchema() });
  } catch (error) {
    if (isReturnsError(error) && error.context['providerCode'] === 'SHIPMENT.POSTAGE.EXISTS') {
      return getShipment(client, shipment.id);
    }
    throw error;
  }
}

function addressOf(address: Address): Record<string, string> {
  return {
    name: address.name,
    ...(address.company && { company: address.company }),
    street1: address.line1,
    ...(address.line2 && { street2: address.line2 }),
    city: address.city,
    ...(address.region && { state: address.region }),
    zip: address.postalCode,
    country: address.country,
    ...(address.phone && { phone: address.phone }),
    ...(address.email && { email: address.email }),
  };
}

function parcelOf({ weightGrams, lengthCm, widthCm, heightCm }: Parcel): Record<string, number> {
  return {
    weight: ouncesOf(weightGrams),
    ...(lengthCm && { length: inchesOf(lengthCm) }),
    ...(widthCm && { width: inchesOf(widthCm) }),
    ...(heightCm && { height: inchesOf(heightCm) }),
  };
}
