/** How carriers are called, where EasyPost's own word for them is a code. https://docs.easypost.com/carriers */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    australiapost: 'Australia Post',
    canadapost: 'Canada Post',
    dhlecs: 'DHL eCommerce',
    dhlexpress: 'DHL Express',
    dhlpaket: 'DHL Paket',
    dhlparcel: 'DHL Parcel',
    dpdfr: 'DPD',
    dpdnl: 'DPD',
    dpduk: 'DPD',
    fedexdefault: 'FedEx',
    laposte: 'La Poste',
    mondialrelay: 'Mondial Relay',
    parcelforce: 'Parcelforce',
    royalmail: 'Royal Mail',
    upsdap: 'UPS',
  }),
);

/** What a shopper knows a carrier by, for the chapters that name it; nothing where EasyPost's word is the name. */
export function carrierNameOf(carrier: string): { carrierName?: string } {
  const carrierName = names.get(carrier.toLowerCase());
  return carrierName === undefined ? {} : { carrierName };
}
