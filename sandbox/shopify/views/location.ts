import { gid } from '../gid';
import type { Location } from '../model';
import type { View } from '../view';
import type { World } from '../world';
import { inventoryLevelFields } from './inventory';

export function locationView(world: World, location: Location): View {
  const { address } = location;
  return {
    __typename: 'Location',
    id: gid('Location', location.id),
    legacyResourceId: location.id,
    name: location.name,
    address: {
      address1: address.address1,
      address2: address.address2,
      city: address.city,
      zip: address.zip,
      province: address.provinceCode,
      provinceCode: address.provinceCode,
      country: address.country,
      countryCode: address.countryCode,
      phone: address.phone,
      formatted: [address.address1, `${address.zip} ${address.city}`, address.country],
    },
    addressVerified: true,
    isActive: true,
    isFulfillmentService: false,
    isPrimary: location.id === world.mainLocation().id,
    shipsInventory: true,
    fulfillsOnlineOrders: true,
    hasActiveInventory: world.store.levels.some((level) => level.locationId === location.id),
    createdAt: location.createdAt,
    updatedAt: location.createdAt,
    fulfillmentService: null,
    ...inventoryLevelFields(world, { locationId: location.id }),
  };
}
