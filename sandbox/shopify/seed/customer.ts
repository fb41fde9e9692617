import type { Address, Customer } from '../model';
import type { World } from '../world';
import type { OrderSeed } from './order-shape';

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

export function addressOf(seed: OrderSeed): Address {
  const { shippingAddress: address, customer } = seed;
  return {
    firstName: address.firstName ?? customer.firstName,
    lastName: address.lastName ?? customer.lastName,
    company: address.company ?? null,
    address1: address.address1,
    address2: address.address2 ?? null,
    city: address.city,
    zip: address.zip,
    provinceCode: address.provinceCode ?? null,
    countryCode: address.countryCode,
    country: address.country ?? countryNames.of(address.countryCode) ?? address.countryCode,
    phone: address.phone ?? customer.phone ?? null,
  };
}

/** The customer with this e-mail address; their orders are counted up or set. */
export function customerOf(world: World, seed: OrderSeed, createdAt: string): Customer {
  const known = [...world.store.customers.values()].find((customer) => customer.email === seed.email);
  if (known !== undefined) {
    known.orders = seed.customerOrders ?? known.orders + 1;
    return known;
  }
  const { customer } = seed;
  const made: Customer = {
    id: world.nextId(),
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: seed.email,
    phone: customer.phone ?? null,
    locale: customer.locale,
    orders: seed.customerOrders ?? 1,
    tags: customer.tags,
    createdAt,
  };
  world.store.customers.set(made.id, made);
  return made;
}
