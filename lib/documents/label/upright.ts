type Matrix = readonly [number, number, number, number, number, number];

/**
 * Undoes a page's /Rotate, at scale 1: maps the unrotated page to its upright place at (x, y).
 * @param turn degrees clockwise, a multiple of 90. Source: ISO 32000-2, table 31
 */
export function uprightMatrix(
  { width, height, turn }: { width: number; height: number; turn: number },
  x: number,
  y: number,
): Matrix {
  switch (((turn % 360) + 360) % 360) {
    case 90:
      return [0, -1, 1, 0, x, y + width];
    case 180:
      return [-1, 0, 0, -1, x + width, y + height];
    case 270:
      return [0, 1, -1, 0, x + height, y];
    default:
      return [1, 0, 0, 1, x, y];
  }
}
