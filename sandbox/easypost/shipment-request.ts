import { z } from 'zod/v4';
import { EasyPostError, type FieldError, missing } from './errors';

const text = z.string().nullish();

const addressShape = z.object({
  id: text,
  name: text,
  company: text,
  street1: text,
  street2: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  phone: text,
  email: text,
  residential: z.boolean().nullish(),
});

const length = z.coerce.number().nullish();

const shipmentShape = z.object({
  to_address: addressShape.nullish(),
  from_address: addressShape.nullish(),
  return_address: addressShape.nullish(),
  buyer_address: addressShape.nullish(),
  parcel: z
    .object({
      length,
      width: length,
      height: length,
      predefined_package: text,
      weight: z.union([z.number(), z.string()]).nullish(),
    })
    .nullish(),
  is_return: z.boolean().nullish(),
  reference: text,
  options: z.record(z.string(), z.unknown()).nullish(),
  customs_info: z.unknown(),
  carrier_accounts: z.array(z.union([z.string(), z.object({ id: z.string() })])).nullish(),
  service: text,
});

export type AddressInput = z.infer<typeof addressShape>;
export type ShipmentInput = z.infer<typeof shipmentShape> & {
  from_address: AddressInput;
  to_address: AddressInput;
  parcel: NonNullable<z.infer<typeof shipmentShape>['parcel']>;
};

/** Ounces in 150 pounds, more than any parcel service carries. */
const heaviest = 2400;

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Whether this is the two-letter code of a country. */
export function isCountry(code: string): boolean {
  if (!/^[A-Za-z]{2}$/.test(code)) return false;
  const name = regions.of(code.toUpperCase());
  return name !== undefined && !/^Unknown Region/.test(name);
}

function isBlank(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === '';
}

function addressErrors(address: AddressInput, role: string): FieldError[] {
  const required = ['street1', 'city', 'zip', 'country'] as const;
  const errors: FieldError[] = required
    .filter((field) => isBlank(address[field]))
    .map((field) => ({ field: `${role}.${field}`, message: 'cannot be blank' }));
  if (isBlank(address.name) && isBlank(address.company)) {
    errors.push({ field: `${role}.name`, message: 'name or company must be present' });
  }
  const country = address.country ?? '';
  if (country !== '' && !isCountry(country)) {
    errors.push({ field: `${role}.country`, message: 'is not a valid ISO 3166-1 alpha-2 country code' });
  }
  return errors;
}

/** Ounces, when EasyPost could read them as a number. */
export function readWeight(value: number | string | null | undefined): number {
  return value === null || value === undefined || value === '' ? Number.NaN : Number(value);
}

function parcelErrors(parcel: NonNullable<ShipmentInput['parcel']>): FieldError[] {
  const weight = readWeight(parcel.weight);
  if (!Number.isFinite(weight)) return [{ field: 'parcel.weight', message: 'must be a number' }];
  if (weight <= 0) return [{ field: 'parcel.weight', message: 'must be greater than 0' }];
  if (weight > heaviest) return [{ field: 'parcel.weight', message: `must be less than or equal to ${heaviest}` }];
  return [];
}

const invalid = (errors: readonly FieldError[]): EasyPostError =>
  new EasyPostError(
    422,
    'SHIPMENT.INVALID_PARAMS',
    'Unable to create shipment, one or more parameters were invalid.',
    errors,
  );

/** Reads `POST /v2/shipments`. Throws a 422 that names every field which is missing or makes no sense. */
export function readShipmentRequest(body: unknown): ShipmentInput {
  const outer = z.object({ shipment: z.unknown() }).safeParse(body);
  const inner = outer.success ? outer.data.shipment : undefined;
  if (inner === undefined || inner === null) throw missing('shipment');
  const read = shipmentShape.safeParse(inner);
  if (!read.success) {
    throw invalid(read.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })));
  }
  const { to_address: to, from_address: from, parcel } = read.data;
  const absent = Object.entries({ to_address: to, from_address: from, parcel })
    .filter(([, value]) => value === null || value === undefined)
    .map(([name]) => ({ [name]: 'Required and missing.' }));
  if (!to || !from || !parcel) throw invalid(absent);
  const errors = [...addressErrors(to, 'to_address'), ...addressErrors(from, 'from_address'), ...parcelErrors(parcel)];
  if (errors.length > 0) throw invalid(errors);
  return { ...read.data, to_address: to, from_address: from, parcel };
}
