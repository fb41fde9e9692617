import type { SandboxContext } from '../core/context';
import type { Address, Shipment } from './objects';
import { rateShipment } from './rate-shipment';
import { seconds } from './seconds';
import { type AddressInput, readWeight, type ShipmentInput } from './shipment-request';
import type { EasyPostStore } from './store';

function toAddress(context: SandboxContext, input: AddressInput): Address {
  const now = seconds(context.clock);
  return {
    id: `adr_${context.random.hex(32)}`,
    object: 'Address',
    created_at: now,
    updated_at: now,
    name: input.name ?? null,
    company: input.company ?? null,
    street1: input.street1 ?? null,
    street2: input.street2 ?? null,
    city: input.city ?? null,
    state: input.state ?? null,
    zip: input.zip ?? null,
    country: input.country?.toUpperCase() ?? null,
    phone: input.phone ?? null,
    email: input.email ?? null,
    mode: 'test',
    carrier_facility: null,
    residential: input.residential ?? null,
    federal_tax_id: null,
    state_tax_id: null,
    verifications: {},
  };
}

/** Makes a shipment and asks the carriers what it would cost. Nothing is bought yet. */
export function createShipment(context: SandboxContext, store: EasyPostStore, input: ShipmentInput): Shipment {
  const now = seconds(context.clock);
  const from = toAddress(context, input.from_address);
  const to = toAddress(context, input.to_address);
  const shipment: Shipment = {
    created_at: now,
    is_return: input.is_return ?? false,
    messages: [],
    mode: 'test',
    options: { currency: 'USD', payment: { type: 'SENDER' }, date_advance: 0, ...input.options },
    reference: input.reference ?? null,
    status: 'unknown',
    tracking_code: null,
    updated_at: now,
    batch_id: null,
    batch_status: null,
    batch_message: null,
    customs_info: input.customs_info ?? null,
    from_address: from,
    insurance: null,
    order_id: null,
    parcel: {
      id: `prcl_${context.random.hex(32)}`,
      object: 'Parcel',
      created_at: now,
      updated_at: now,
      length: input.parcel.length ?? null,
      width: input.parcel.width ?? null,
      height: input.parcel.height ?? null,
      predefined_package: input.parcel.predefined_package ?? null,
      weight: readWeight(input.parcel.weight),
      mode: 'test',
    },
    postage_label: null,
    rates: [],
    refund_status: null,
    scan_form: null,
    selected_rate: null,
    tracker: null,
    to_address: to,
    usps_zone: null,
    return_address: input.return_address ? toAddress(context, input.return_address) : from,
    buyer_address: input.buyer_address ? toAddress(context, input.buyer_address) : to,
    forms: [],
    fees: [],
    id: `shp_${context.random.hex(32)}`,
    object: 'Shipment',
  };
  const accounts = input.carrier_accounts?.map((account) => (typeof account === 'string' ? account : account.id));
  Object.assign(shipment, rateShipment(context, shipment, accounts));
  store.shipments.set(shipment.id, shipment);
  context.journal.record({
    provider: 'easypost',
    effect: 'shipment.created',
    reference: shipment.id,
    detail: { reference: shipment.reference, isReturn: shipment.is_return, rates: shipment.rates.length },
  });
  return shipment;
}
