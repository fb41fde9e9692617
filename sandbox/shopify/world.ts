import { shopifyAccount } from '../accounts';
import type { SandboxContext } from '../core/context';
import { IdempotencyKeys } from './idempotency';
import type { Id, Location, Order, Time } from './model';
import { AppTokens } from './app-tokens';
import type { BulkOperation } from './bulk';
import { providerName, timeOf } from './names';
import { Store } from './store';
import { ThrottleBucket } from './throttle';
import { createViews, type Views } from './views/index';

export interface Settings {
  /** Static token of a custom app; tokens from the client credentials grant are accepted beside it. */
  accessToken: string;
  clientId: string;
  /** Also signs the webhooks. */
  clientSecret: string;
  /** How long a mutation with an idempotency key takes, so that two can meet. Real milliseconds. */
  idempotentDelayMs: number;
  /** What becomes of refund transactions. */
  refundStatus: 'SUCCESS' | 'PENDING' | 'FAILURE';
}

const defaults: Settings = {
  accessToken: shopifyAccount.accessToken,
  clientId: 'sandbox-client-id',
  clientSecret: shopifyAccount.clientSecret,
  idempotentDelayMs: 0,
  refundStatus: 'SUCCESS',
};

interface PendingEvent {
  topic: string;
  payload: Record<string, unknown>;
}

/** One shop with its app: what it holds, how it is set, what it has yet to tell. */
export class World {
  store: Store;
  settings: Settings = { ...defaults };
  readonly throttle: ThrottleBucket;
  readonly views: Views;
  readonly idempotency: IdempotencyKeys;
  readonly tokens: AppTokens;
  readonly bulk = new Map<Id, BulkOperation>();
  /** Webhook events of the running operation, sent when it is over. */
  private events: PendingEvent[] = [];
  private lastOrderNumber = 1000;

  constructor(readonly context: SandboxContext) {
    this.store = new Store(context.random);
    this.views = createViews(this);
    this.idempotency = new IdempotencyKeys(() => context.clock.now());
    this.tokens = new AppTokens(
      () => context.clock.now(),
      () => context.random.hex(32),
    );
    this.throttle = new ThrottleBucket(() => context.clock.now());
    this.addMainLocation();
  }

  reset(keepSubscriptions: boolean): void {
    const kept = keepSubscriptions ? [...this.store.subscriptions] : [];
    this.store = new Store(this.context.random);
    for (const [id, subscription] of kept) this.store.subscriptions.set(id, subscription);
    this.settings = { ...defaults };
    this.events = [];
    this.tokens.clear();
    this.bulk.clear();
    this.lastOrderNumber = 1000;
    this.throttle.reset();
    this.idempotency.clear();
    this.addMainLocation();
  }

  now(): Time {
    return timeOf(this.context.clock.now());
  }

  nextId(): Id {
    return this.store.nextId();
  }

  nextOrderNumber(): number {
    this.lastOrderNumber += 1;
    return this.lastOrderNumber;
  }

  mainLocation(): Location {
    const [location] = this.store.locations.values();
    if (location === undefined) throw new Error('the shop has no location');
    return location;
  }

  /** Notes in the sandbox's journal that something really happened. */
  record(effect: string, reference: string, detail: Record<string, unknown>): void {
    this.context.journal.record({ provider: providerName, effect, reference, detail });
  }

  /** Notes an event for the subscribers. An order that changes several times in one operation is told of once, as it ends. */
  emit(topic: string, payload: Record<string, unknown>): void {
    if (topic === 'ORDERS_UPDATED') {
      this.events = this.events.filter((event) => event.topic !== topic || event.payload['id'] !== payload['id']);
    }
    this.events.push({ topic, payload });
  }

  takeEvents(): PendingEvent[] {
    return this.events.splice(0);
  }

  touch(order: Order): void {
    order.updatedAt = this.now();
  }

  /** The static token of a custom app, or one that was given out and has not expired. */
  isTokenValid(token: string): boolean {
    return token === this.settings.accessToken || this.tokens.isValid(token);
  }

  private addMainLocation(): void {
    const id = this.nextId();
    this.store.locations.set(id, {
      id,
      name: 'Atelier Lune Paris',
      address: {
        firstName: '',
        lastName: '',
        company: 'Atelier Lune',
        address1: '12 rue des Tournelles',
        address2: null,
        city: 'Paris',
        zip: '75004',
        provinceCode: null,
        countryCode: 'FR',
        country: 'France',
        phone: '+33142720000',
      },
      createdAt: this.now(),
    });
  }
}
