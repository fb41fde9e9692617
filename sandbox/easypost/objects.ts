/** The objects as EasyPost answers them in API version 2. Money as decimal text, weight in ounces, lengths in inches. */
export const userId = 'user_5a4d70f0c0de4000a0000000000000aa';

export interface Address {
  id: string;
  object: 'Address';
  created_at: string;
  updated_at: string;
  name: string | null;
  company: string | null;
  street1: string | null;
  street2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  phone: string | null;
  email: string | null;
  mode: 'test';
  carrier_facility: null;
  residential: boolean | null;
  federal_tax_id: null;
  state_tax_id: null;
  verifications: Record<string, never>;
}

export interface Parcel {
  id: string;
  object: 'Parcel';
  created_at: string;
  updated_at: string;
  length: number | null;
  width: number | null;
  height: number | null;
  predefined_package: string | null;
  weight: number;
  mode: 'test';
}

export interface Rate {
  id: string;
  object: 'Rate';
  created_at: string;
  updated_at: string;
  mode: 'test';
  service: string;
  carrier: string;
  rate: string;
  currency: string;
  retail_rate: string | null;
  retail_currency: string | null;
  list_rate: string;
  list_currency: string;
  billing_type: string;
  delivery_days: number | null;
  delivery_date: null;
  delivery_date_guaranteed: boolean;
  est_delivery_days: number | null;
  shipment_id: string;
  carrier_account_id: string;
}

export interface RateMessage {
  carrier: string;
  carrier_account_id: string;
  type: 'rate_error';
  message: string;
}

export interface PostageLabel {
  object: 'PostageLabel';
  id: string;
  created_at: string;
  updated_at: string;
  date_advance: number;
  integrated_form: 'none';
  label_date: string;
  label_resolution: number;
  label_size: '4x6';
  label_type: 'default';
  label_file_type: string;
  label_url: string;
  label_pdf_url: string | null;
  label_zpl_url: string | null;
  label_epl2_url: null;
  label_file: null;
}

export interface Fee {
  object: 'Fee';
  type: string;
  amount: string;
  charged: boolean;
  refunded: boolean;
}

export interface Form {
  object: 'Form';
  id: string;
  created_at: string;
  updated_at: string;
  mode: 'test';
  form_type: string;
  form_url: string;
  submitted_electronically: null;
}

export interface TrackingLocation {
  object: 'TrackingLocation';
  city: string | null;
  state: string | null;
  country: string | null;
  zip: string | null;
}

export const trackerStatuses = [
  'unknown',
  'pre_transit',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'available_for_pickup',
  'return_to_sender',
  'failure',
  'cancelled',
  'error',
] as const;
export type TrackerStatus = (typeof trackerStatuses)[number];

export interface TrackingDetail {
  object: 'TrackingDetail';
  message: string;
  description: string;
  status: TrackerStatus;
  status_detail: string;
  datetime: string;
  source: string;
  carrier_code: string;
  tracking_location: TrackingLocation;
  est_delivery_date: string | null;
}

export interface Tracker {
  id: string;
  object: 'Tracker';
  mode: 'test';
  tracking_code: string;
  status: TrackerStatus;
  status_detail: string;
  created_at: string;
  updated_at: string;
  signed_by: string | null;
  weight: number | null;
  est_delivery_date: string | null;
  shipment_id: string | null;
  carrier: string;
  tracking_details: TrackingDetail[];
  fees: Fee[];
  carrier_detail: null;
  finalized: boolean;
  is_return: boolean;
  public_url: string;
}

export interface Shipment {
  id: string;
  object: 'Shipment';
  created_at: string;
  updated_at: string;
  mode: 'test';
  is_return: boolean;
  messages: RateMessage[];
  options: Record<string, unknown>;
  reference: string | null;
  status: string;
  tracking_code: string | null;
  batch_id: null;
  batch_status: null;
  batch_message: null;
  customs_info: unknown;
  from_address: Address;
  to_address: Address;
  return_address: Address;
  buyer_address: Address;
  insurance: string | null;
  order_id: null;
  parcel: Parcel;
  postage_label: PostageLabel | null;
  rates: Rate[];
  refund_status: 'submitted' | 'refunded' | 'rejected' | null;
  scan_form: null;
  selected_rate: Rate | null;
  tracker: Tracker | null;
  usps_zone: number | null;
  forms: Form[];
  fees: Fee[];
}

export interface Webhook {
  id: string;
  object: 'Webhook';
  mode: 'test';
  url: string;
  created_at: string;
  disabled_at: string | null;
  custom_headers: { name: string; value: string }[];
}

export interface EasyPostEvent {
  id: string;
  object: 'Event';
  mode: 'test';
  description: string;
  previous_attributes: Record<string, unknown>;
  result: unknown;
  status: string;
  pending_urls: string[];
  completed_urls: string[];
  user_id: string;
  created_at: string;
  updated_at: string;
}
