import { shop as merchant, tiktokShopAccount } from '../accounts';
import type { SandboxContext } from '../core/context';
import type { Random } from '../core/random';
import { Answers } from './answers';
import { type Clocks, clocksOf } from './clocks';
import { belongsToOther, invalidParameter } from './errors';
import type {
  AftersalesRequest,
  Cancellation,
  Conversation,
  Order,
  Return,
  Rma,
  Seconds,
  Shop,
  Sku,
  StoredImage,
  Warehouse,
} from './model';
import { providerName } from './names';
import { RateLimit } from './rate-limit';
import { Timers } from './timers';
import { Tokens } from './tokens';

export interface Settings {
  /** Sandbox time between the approval of a refund and its payment. */
  refundDelaySeconds: number;
  /** Where the consent page sends the seller back to; it answers the code itself when there is none. */
  redirectUrl: string | undefined;
  /** Receives every event, as an address set in Partner Center does. */
  partnerCenterAddress: string | undefined;
  appSecret: string;
  /** Whether the app's list of allowed addresses has the caller's. */
  isAddressAllowed: boolean;
}

const defaults: Settings = {
  refundDelaySeconds: 1,
  redirectUrl: undefined,
  partnerCenterAddress: undefined,
  appSecret: tiktokShopAccount.appSecret,
  isAddressAllowed: true,
};

export interface Subscription {
  shopId: string;
  eventType: string;
  address: string;
  createTime: Seconds;
  updateTime: Seconds;
}

/** The marketplace as one app sees it: shops, what is sold and sent back there, and what the app may do. */
export class World {
  readonly shops = new Map<string, Shop>();
  readonly orders = new Map<string, Order>();
  readonly returns = new Map<string, Return>();
  private readonly returnsByOrder = new Map<string, readonly Return[]>();
  readonly cancellations = new Map<string, Cancellation>();
  readonly aftersales = new Map<string, AftersalesRequest>();
  readonly rmas = new Map<string, Rma>();
  readonly skus = new Map<string, Sku>();
  readonly warehouses = new Map<string, Warehouse>();
  readonly conversations = new Map<string, Conversation>();
  readonly images = new Map<string, StoredImage>();
  readonly subscriptions = new Map<string, Subscription>();
  readonly clocks = new Map<string, Clocks>();
  readonly answered = new Answers<object>();
  readonly reviewed = new Answers<object[]>();
  settings: Settings = { ...defaults };
  /** What comes of a return that nobody touched in time; set where the simulator is put together. */
  lapse: (entry: Return) => void = () => undefined;
  /** Told of every change of a return's status, for what follows it. */
  follow: (entry: Return) => void = () => undefined;
  /** A stream of its own, so that this marketplace does not shift the ids of the other providers. */
  random: Random;
  readonly tokens: Tokens;
  readonly rateLimit: RateLimit;
  readonly timers: Timers;

  constructor(readonly context: SandboxContext) {
    this.random = context.random.fork(providerName);
    this.tokens = new Tokens(context.clock, () => this.random);
    this.rateLimit = new RateLimit(() => context.clock.now());
    this.timers = new Timers(context.clock);
    this.openMainShop();
  }

  /** Kept subscriptions mean a receiver that stays up: its tokens stay good too. */
  reset(keepSubscriptions: boolean): void {
    const worlds = [this.shops, this.orders, this.returns, this.cancellations, this.aftersales, this.rmas, this.skus];
    for (const world of [
      ...worlds,
      this.warehouses,
      this.conversations,
      this.images,
      this.clocks,
      this.answered,
      this.reviewed,
    ]) {
      world.clear();
    }
    this.random = this.context.random.fork(providerName);
    const { partnerCenterAddress } = this.settings;
    this.settings = { ...defaults, ...(keepSubscriptions && { partnerCenterAddress }) };
    if (!keepSubscriptions) {
      this.subscriptions.clear();
      this.tokens.reset();
    }
    this.returnsByOrder.clear();
    this.rateLimit.reset();
    this.timers.clear();
    this.openMainShop();
  }

  /** While what was due in the past is made up for, the instant that it was due. */
  now(): Seconds {
    return this.timers.runningAt ?? this.context.clock.unix();
  }

  /** An id as TikTok's: 19 digits, more than a JSON number holds. */
  nextId(prefix: string): string {
    return prefix + this.random.digits(19 - prefix.length);
  }

  clocksOf(region: string): Clocks {
    return this.clocks.get(region) ?? clocksOf(region);
  }

  record(effect: string, reference: string, detail: Record<string, unknown>): void {
    this.context.journal.record({ provider: providerName, effect, reference, detail });
  }

  mainShop(): Shop {
    const [first] = this.shops.values();
    if (first === undefined) throw new Error('there is no shop');
    return first;
  }

  shopOf({ shopId }: { shopId: string }): Shop {
    const found = this.shops.get(shopId);
    if (found === undefined) throw new Error('there is no such shop');
    return found;
  }

  orderOf({ orderId }: { orderId: string }): Order {
    const found = this.orders.get(orderId);
    if (found === undefined) throw new Error('there is no such order');
    return found;
  }

  addReturn(entry: Return): void {
    this.returns.set(entry.id, entry);
    this.returnsByOrder.set(entry.orderId, [...this.returnsOf(entry.orderId), entry]);
  }

  returnsOf(orderId: string): readonly Return[] {
    return this.returnsByOrder.get(orderId) ?? [];
  }

  /** @throws TikTokError when the shop has no such order */
  ensureOrder(shop: Shop, id: string): Order {
    return ensureOwn(shop, this.orders.get(id), 'order_id');
  }

  ensureReturn(shop: Shop, id: string): Return {
    return ensureOwn(shop, this.returns.get(id), 'return_id');
  }

  ensureCancellation(shop: Shop, id: string): Cancellation {
    return ensureOwn(shop, this.cancellations.get(id), 'cancel_id');
  }

  ensureRma(shop: Shop, id: string): Rma {
    return ensureOwn(shop, this.rmas.get(id), 'rma_id');
  }

  warehousesOf(shop: Shop): Warehouse[] {
    return [...this.warehouses.values()].filter(({ shopId }) => shopId === shop.id);
  }

  /** A shop with one warehouse to sell from and one to send back to. */
  openShop(shop: Shop): Shop {
    this.shops.set(shop.id, shop);
    const address = {
      name: merchant.name,
      phone: merchant.phone,
      line1: merchant.address.line1,
      line2: '',
      city: merchant.address.city,
      state: '',
      postalCode: merchant.address.postalCode,
      regionCode: shop.region,
    };
    for (const type of ['SALES_WAREHOUSE', 'RETURN_WAREHOUSE'] as const) {
      const id = this.nextId('7068');
      const name = `${shop.name} ${type === 'SALES_WAREHOUSE' ? 'stock' : 'returns'}`;
      this.warehouses.set(id, { id, shopId: shop.id, name, type, isDefault: type === 'SALES_WAREHOUSE', address });
    }
    return shop;
  }

  private openMainShop(): void {
    this.openShop({
      id: tiktokShopAccount.shopId,
      name: merchant.name,
      region: tiktokShopAccount.region,
      sellerType: 'LOCAL',
      cipher: tiktokShopAccount.shopCipher,
      code: 'FRLCLUNE1',
      currency: merchant.currency,
    });
  }
}

function ensureOwn<T extends { shopId: string }>(shop: Shop, found: T | undefined, parameter: string): T {
  if (found === undefined) throw invalidParameter(parameter);
  if (found.shopId !== shop.id) throw belongsToOther();
  return found;
}
