import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';

type Call = (...args: number[]) => number;
const callSchema = z.custom<Call>((value) => typeof value === 'function');
const exportsSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  _initialize: callSchema,
  malloc: callSchema,
  free: callSchema,
  hb_blob_create: callSchema,
  hb_blob_destroy: callSchema,
  hb_blob_get_length: callSchema,
  hb_blob_get_data: callSchema,
  hb_face_create: callSchema,
  hb_face_destroy: callSchema,
  hb_face_reference_blob: callSchema,
  hb_set_add: callSchema,
  hb_subset_input_create_or_fail: callSchema,
  hb_subset_input_destroy: callSchema,
  hb_subset_input_unicode_set: callSchema,
  hb_subset_input_set: callSchema,
  hb_subset_input_set_flags: callSchema,
  hb_subset_or_fail: callSchema,
});

const NO_HINTING = 1;
const DROP_TABLES = 3;
const WRITABLE = 2;
/** Names, metrics for vertical text and style links: a PDF needs none of them. */
const UNUSED_TABLES = ['name', 'post', 'OS/2', 'STAT', 'DSIG', 'MATH', 'gasp', 'meta', 'vhea', 'vmtx', 'VORG', 'BASE'];

/** Keeps the glyphs of the given code points, with everything that shaping needs. Runs HarfBuzz's own subsetter. */
export function subset(font: Uint8Array, codePoints: Iterable<number>): Uint8Array {
  const wasm = readFileSync(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'));
  const hb = exportsSchema.parse({ ...new WebAssembly.Instance(new WebAssembly.Module(wasm), {}).exports });
  hb._initialize();
  const pointer = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, pointer);
  const blob = hb.hb_blob_create(pointer, font.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const point of codePoints) hb.hb_set_add(wanted, point);
  const dropped = hb.hb_subset_input_set(input, DROP_TABLES);
  for (const tag of UNUSED_TABLES) hb.hb_set_add(dropped, Buffer.from(tag, 'latin1').readUInt32BE());
  hb.hb_subset_input_set_flags(input, NO_HINTING);
  const result = hb.hb_subset_or_fail(face, input);
  if (result === 0) throw new Error('HarfBuzz could not make the subset');
  const output = hb.hb_face_reference_blob(result);
  const start = hb.hb_blob_get_data(output, 0);
  // The instance is thrown away with all its memory, so nothing needs to be freed.
  return new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(output));
}
