import { z } from 'zod/v4';
import { once } from '../../http';

/** The parts of EasyPost's answers that are read. Everything else is left out at the door. */
export const rateSchema = once(() =>
  z.object({
    id: z.string(),
    carrier: z.string(),
    service: z.string(),
    rate: z.string(),
    currency: z.string(),
  }),
);
export type Rate = z.output<ReturnType<typeof rateSchema>>;

const detailSchema = once(() =>
  z.object({
    datetime: z.string().nullish(),
    message: z.string().nullish(),
    status: z.string().nullish(),
    status_detail: z.string().nullish(),
    tracking_location: z.object({ city: z.string().nullish(), country: z.string().nullish() }).nullish(),
  }),
);

export const trackerSchema = once(() =>
  z.object({
    id: z.string(),
    object: z.literal('Tracker').optional(),
    tracking_code: z.string(),
    carrier: z.string().nullish(),
    status: z.string().nullish(),
    status_detail: z.string().nullish(),
    public_url: z.string().nullish(),
    shipment_id: z.string().nullish(),
    created_at: z.string().nullish(),
    updated_at: z.string().nullish(),
    tracking_details: z.array(detailSchema()).nullish(),
  }),
);
export type Tracker = z.output<ReturnType<typeof trackerSchema>>;

export const postageLabelSchema = once(() =>
  z.object({
    created_at: z.string().nullish(),
    label_file_type: z.string().nullish(),
    label_url: z.string().nullish(),
    label_pdf_url: z.string().nullish(),
    label_zpl_url: z.string().nullish(),
  }),
);

export const shipmentSchema = once(() =>
  z.object({
    id: z.string(),
    reference: z.string().nullish(),
    rates: z.array(rateSchema()).default([]),
    messages: z.array(z.object({ carrier: z.string().nullish(), message: z.unknown() })).nullish(),
    postage_label: postageLabelSchema().nullish(),
    selected_rate: rateSchema().nullish(),
    tracking_code: z.string().nullish(),
    tracker: trackerSchema().nullish(),
  }),
);
export type Shipment = z.output<ReturnType<typeof shipmentSchema>>;
