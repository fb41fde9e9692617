import type { SandboxContext } from '../core/context';
import { type Carrier, carriers, isCustomsBorder, type Lane, type Service } from './carriers';
import type { Rate, RateMessage, Shipment } from './objects';
import { seconds } from './seconds';

const kilogramsPerOunce = 0.028349523125;

/** Where the parcel really travels: a return goes back to the address it once came from. */
export function laneOf(shipment: Pick<Shipment, 'from_address' | 'to_address' | 'is_return'>): Lane {
  const [origin, destination] = [shipment.from_address.country ?? '', shipment.to_address.country ?? ''];
  return shipment.is_return ? { from: destination, to: origin } : { from: origin, to: destination };
}

const inUnits = (cents: number): string => (cents / 100).toFixed(2);

function toRate(
  context: SandboxContext,
  shipmentId: string,
  carrier: Carrier,
  service: Service,
  kilograms: number,
): Rate {
  const now = seconds(context.clock);
  const cents = service.base + service.perKilogram * Math.max(0, Math.ceil(kilograms) - 1);
  const list = inUnits(Math.round(cents * 1.1));
  return {
    id: `rate_${context.random.hex(32)}`,
    object: 'Rate',
    created_at: now,
    updated_at: now,
    mode: 'test',
    service: service.name,
    carrier: carrier.name,
    rate: inUnits(cents),
    currency: carrier.currency,
    retail_rate: inUnits(Math.round(cents * 1.4)),
    retail_currency: carrier.currency,
    list_rate: list,
    list_currency: carrier.currency,
    billing_type: 'easypost',
    delivery_days: service.days,
    delivery_date: null,
    delivery_date_guaranteed: false,
    est_delivery_days: service.days,
    shipment_id: shipmentId,
    carrier_account_id: carrier.accountId,
  };
}

function objection(
  carrier: Carrier,
  services: readonly Service[],
  shipment: Shipment,
  kilograms: number,
): string | undefined {
  if (services.length === 0) return 'No services available for this origin and destination.';
  if (kilograms > carrier.heaviestKilograms) return `Weight exceeds the maximum of ${carrier.heaviestKilograms} kg.`;
  if (isCustomsBorder(laneOf(shipment)) && !shipment.customs_info) {
    return 'customs_info is required for international shipments.';
  }
  return undefined;
}

/** What every asked carrier offers for a shipment, and why the others offer nothing. */
export function rateShipment(
  context: SandboxContext,
  shipment: Shipment,
  accountIds?: readonly string[],
): { rates: Rate[]; messages: RateMessage[] } {
  const lane = laneOf(shipment);
  const kilograms = shipment.parcel.weight * kilogramsPerOunce;
  const rates: Rate[] = [];
  const messages: RateMessage[] = [];
  for (const carrier of carriers) {
    if (accountIds !== undefined && accountIds.length > 0 && !accountIds.includes(carrier.accountId)) continue;
    const services = carrier.services.filter((service) => service.serves(lane));
    const message = objection(carrier, services, shipment, kilograms);
    if (message !== undefined) {
      messages.push({ carrier: carrier.name, carrier_account_id: carrier.accountId, type: 'rate_error', message });
      continue;
    }
    rates.push(...services.map((service) => toRate(context, shipment.id, carrier, service, kilograms)));
  }
  return { rates, messages };
}
