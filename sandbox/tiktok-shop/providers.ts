/** The one way in which the sandbox's warehouses send. */
export const deliveryOption = { id: '7129720299146184453', name: 'Standard shipping', type: 'STANDARD' } as const;

/** Carriers of that way; the last one stands for any other. */
export const shippingProviders = [
  { id: '6841743441349706241', name: 'Mondial Relay' },
  { id: '7117858858072016686', name: 'Colissimo' },
  { id: '6599541761693270018', name: 'Chronopost' },
  { id: '6707206504077901825', name: 'Others' },
] as const;

export const providerNameOf = (id: string): string =>
  shippingProviders.find((provider) => provider.id === id)?.name ?? 'Others';
