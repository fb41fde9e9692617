import { printLabel, type LabelFormat, type PrintLabel } from './label/print';
import type { EasyPostEvent, Shipment, Tracker, Webhook } from './objects';

export interface StoredFile {
  mediaType: string;
  bytes: Buffer;
}

/** Everything this account holds, oldest first. */
export class EasyPostStore {
  readonly shipments = new Map<string, Shipment>();
  readonly trackers = new Map<string, Tracker>();
  readonly webhooks = new Map<string, Webhook>();
  /** Secrets by webhook; never answered. */
  readonly secrets = new Map<string, string>();
  readonly events = new Map<string, EasyPostEvent>();
  /** Labels and forms by file name. */
  readonly files = new Map<string, StoredFile>();
  /** When the refund of a label was asked for, in milliseconds. */
  readonly refundRequests = new Map<string, number>();

  constructor(readonly print: PrintLabel = printLabel) {}

  clear(keepSubscriptions: boolean): void {
    const worlds = [this.shipments, this.trackers, this.events, this.files, this.refundRequests];
    for (const world of worlds) world.clear();
    if (keepSubscriptions) return;
    this.webhooks.clear();
    this.secrets.clear();
  }

  /** By id or by the caller's own reference, of which the newest wins: EasyPost does not keep them unique. */
  findShipment(idOrReference: string): Shipment | undefined {
    const byId = this.shipments.get(idOrReference);
    return byId ?? [...this.shipments.values()].reverse().find((shipment) => shipment.reference === idOrReference);
  }

  findTracker(trackingCode: string): Tracker | undefined {
    return [...this.trackers.values()].reverse().find((tracker) => tracker.tracking_code === trackingCode);
  }
}

/** File name of a label in a format. */
export const labelFileName = (labelId: string, format: LabelFormat): string => `${labelId}.${format.toLowerCase()}`;
