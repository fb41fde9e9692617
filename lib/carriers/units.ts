/** Rounded up to a tenth: a carrier that weighs more than was declared sends a bill. */
const upToTenth = (value: number): number => Math.ceil(Math.round(value * 1e6) / 1e5) / 10;

/** Avoirdupois ounces of exactly 28.349523125 g, at least a tenth. */
export const ouncesOf = (grams: number): number => Math.max(0.1, upToTenth(grams / 28.349523125));

/** Inches of exactly 2.54 cm, at least a tenth. */
export const inchesOf = (centimetres: number): number => Math.max(0.1, upToTenth(centimetres / 2.54));
