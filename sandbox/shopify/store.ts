import type { Random } from '../core/random';
import type {
  Customer,
  GiftCard,
  Id,
  InventoryLevel,
  Location,
  Order,
  Product,
  QuantityName,
  Return,
  ReturnReasonDefinition,
  StoreCreditAccount,
  Time,
  Variant,
  WebhookSubscription,
} from './model';

/** The general reasons of the published library, with the numbers that every shop sees them under. */
export const returnReasonDefinitions: readonly ReturnReasonDefinition[] = [
  { id: '1', handle: 'unknown', name: 'Unknown', legacy: 'UNKNOWN' },
  { id: '2', handle: 'changed-my-mind', name: 'Changed my mind', legacy: 'UNWANTED' },
  { id: '3', handle: 'item-not-as-described', name: 'Item not as described', legacy: 'NOT_AS_DESCRIBED' },
  { id: '4', handle: 'received-the-wrong-item', name: 'Received the wrong item', legacy: 'WRONG_ITEM' },
  { id: '5', handle: 'other-reason', name: 'Other', legacy: 'OTHER' },
  { id: '6', handle: 'damaged-or-defective', name: 'Damaged or defective', legacy: 'DEFECTIVE' },
  { id: '7', handle: 'too-small', name: 'Too small', legacy: 'SIZE_TOO_SMALL' },
  { id: '8', handle: 'too-big', name: 'Too big', legacy: 'SIZE_TOO_LARGE' },
  { id: '9', handle: 'style', name: 'Style', legacy: 'STYLE' },
  { id: '10', handle: 'color', name: 'Color', legacy: 'COLOR' },
];

/** Everything one shop holds. */
export class Store {
  readonly customers = new Map<Id, Customer>();
  readonly products = new Map<Id, Product>();
  readonly variants = new Map<Id, Variant>();
  readonly locations = new Map<Id, Location>();
  readonly orders = new Map<Id, Order>();
  readonly subscriptions = new Map<Id, WebhookSubscription>();
  readonly storeCredit = new Map<Id, StoreCreditAccount>();
  readonly giftCards = new Map<Id, GiftCard>();
  readonly levels: InventoryLevel[] = [];

  private lastId: number;

  constructor(random: Random) {
    // Real ids have ten to fourteen digits; a random start keeps two worlds from sharing any.
    this.lastId = random.int(1_000_000, 8_999_999) * 1_000_000;
  }

  nextId(): Id {
    this.lastId += 1;
    return String(this.lastId);
  }

  allOrders(): Order[] {
    return [...this.orders.values()];
  }

  allReturns(): Return[] {
    return this.allOrders().flatMap((order) => order.returns);
  }

  orderNamed(name: string): Order | undefined {
    return this.allOrders().find((order) => order.name === name || order.name === `#${name}`);
  }

  variantBySku(sku: string): Variant | undefined {
    return [...this.variants.values()].find((variant) => variant.sku === sku);
  }

  level(itemId: Id, locationId: Id): InventoryLevel | undefined {
    return this.levels.find((level) => level.itemId === itemId && level.locationId === locationId);
  }

  /** The level of an item at a location; made with zeros where the item was not stocked there yet. */
  ensureLevel(itemId: Id, locationId: Id, now: Time): InventoryLevel {
    const found = this.level(itemId, locationId);
    if (found !== undefined) return found;
    const quantities: Record<QuantityName, number> = {
      available: 0,
      damaged: 0,
      incoming: 0,
      quality_control: 0,
      reserved: 0,
      safety_stock: 0,
    };
    const level = { id: this.nextId(), itemId, locationId, quantities, committed: 0, updatedAt: now };
    this.levels.push(level);
    return level;
  }
}
