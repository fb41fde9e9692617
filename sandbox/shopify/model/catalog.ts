import type { Address } from './people';
import type { Id, Time } from './scalars';

export interface Product {
  id: Id;
  title: string;
  handle: string;
  productType: string;
  vendor: string;
  tags: string[];
  optionName: string;
  variantIds: Id[];
  createdAt: Time;
}

export interface Variant {
  id: Id;
  productId: Id;
  inventoryItemId: Id;
  title: string;
  sku: string;
  price: number;
  currency: string;
  taxRate: string;
  weightGrams: number;
  position: number;
  createdAt: Time;
}

export const quantityNames = [
  'available',
  'damaged',
  'incoming',
  'quality_control',
  'reserved',
  'safety_stock',
] as const;
export type QuantityName = (typeof quantityNames)[number];

export interface InventoryLevel {
  id: Id;
  itemId: Id;
  locationId: Id;
  quantities: Record<QuantityName, number>;
  committed: number;
  updatedAt: Time;
}

export interface Location {
  id: Id;
  name: string;
  address: Address;
  createdAt: Time;
}
