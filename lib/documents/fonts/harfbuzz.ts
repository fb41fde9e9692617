import { readFileSync } from 'node:fs';

/**
 * HarfBuzz shapes text: it joins Arabic, forms Indic conjuncts and places Thai marks. We speak to its WebAssembly build
 * directly, because the package's own wrapper is an ES module with a top-level await, which a CommonJS package can
 * neither load synchronously nor run under jest.
 */
interface HarfBuzz {
  memory: { buffer: ArrayBuffer; grow(pages: number): number };
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_font_get_nominal_glyph(font: number, codePoint: number, glyph: number): number;
  hb_font_get_glyph_h_advance(font: number, glyph: number): number;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, count: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

const FUNCTIONS = [
  '__wasm_call_ctors',
  'malloc',
  'hb_blob_create',
  'hb_face_create',
  'hb_font_create',
  'hb_font_get_nominal_glyph',
  'hb_font_get_glyph_h_advance',
  'hb_buffer_create',
  'hb_buffer_clear_contents',
  'hb_buffer_add_utf16',
  'hb_buffer_set_direction',
  'hb_buffer_guess_segment_properties',
  'hb_buffer_get_length',
  'hb_buffer_get_glyph_infos',
  'hb_buffer_get_glyph_positions',
  'hb_shape',
] as const;

const isHarfBuzz = (exports: object): exports is HarfBuzz =>
  'memory' in exports && FUNCTIONS.every((name) => typeof Reflect.get(exports, name) === 'function');

/** The part of the WebAssembly global that is used; Node's types leave it to the browser's library. */
interface WebAssemblyHost {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: object };
}

const isHost = (value: unknown): value is WebAssemblyHost =>
  typeof value === 'object' && value !== null && 'Module' in value && 'Instance' in value;

const PAGE = 65_536;
const WRITABLE = 2;
const LEFT_TO_RIGHT = 4;
const RIGHT_TO_LEFT = 5;
/** Size of hb_glyph_info_t and of hb_glyph_position_t. */
const RECORD = 20;

/** One glyph in the order in which it is drawn, from left to right; distances in font units. */
export interface PlacedGlyph {
  id: number;
  /** Index in the text, in UTF-16 units, of the first character that this glyph stands for. */
  cluster: number;
  advance: number;
  dx: number;
  dy: number;
}

export interface ShapingFont {
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
  /** Shapes text of one direction and one script. */
  shape(text: string, rightToLeft: boolean): PlacedGlyph[];
}

function start(): HarfBuzz {
  const host: unknown = Reflect.get(globalThis, 'WebAssembly');
  if (!isHost(host)) throw new Error('This runtime has no WebAssembly, which text shaping needs');
  const refuse = (): never => {
    throw new Error('HarfBuzz stopped');
  };
  let grow = (_bytes: number): boolean => false;
  const imports = {
    wasi_snapshot_preview1: { proc_exit: refuse },
    env: {
      _emscripten_runtime_keepalive_clear: () => undefined,
      _abort_js: refuse,
      _setitimer_js: () => 0,
      emscripten_resize_heap: (bytes: number) => (grow(bytes) ? 1 : 0),
    },
  };
  const wasm = readFileSync(require.resolve('harfbuzzjs/dist/harfbuzz.wasm'));
  const { exports } = new host.Instance(new host.Module(wasm), imports);
  if (!isHarfBuzz(exports)) throw new Error('This version of harfbuzzjs does not offer what text shaping needs');
  grow = (bytes) => exports.memory.grow(Math.ceil((bytes - exports.memory.buffer.byteLength) / PAGE)) !== -1;
  exports.__wasm_call_ctors();
  return exports;
}

let running: { hb: HarfBuzz; buffer: number; scratch: number; room: number } | undefined;

/** One instance for the process. */
function harfBuzz(): NonNullable<typeof running> {
  if (running === undefined) {
    const hb = start();
    running = { hb, buffer: hb.hb_buffer_create(), scratch: hb.malloc(4096), room: 4096 };
  }
  return running;
}

/** @param sfnt a whole TrueType file; it stays in memory as long as the process lives */
export function openShapingFont(sfnt: Uint8Array): ShapingFont {
  const { hb } = harfBuzz();
  const data = hb.malloc(sfnt.length);
  new Uint8Array(hb.memory.buffer).set(sfnt, data);
  const font = hb.hb_font_create(hb.hb_face_create(hb.hb_blob_create(data, sfnt.length, WRITABLE, 0, 0), 0));
  return {
    glyphOf: (codePoint) => {
      const { scratch } = harfBuzz();
      if (hb.hb_font_get_nominal_glyph(font, codePoint, scratch) === 0) return 0;
      return new DataView(hb.memory.buffer).getUint32(scratch, true);
    },
    advanceOf: (glyph) => hb.hb_font_get_glyph_h_advance(font, glyph),
    shape: (text, rightToLeft) => shapeWith(font, text, rightToLeft),
  };
}

function shapeWith(font: number, text: string, rightToLeft: boolean): PlacedGlyph[] {
  const state = harfBuzz();
  const { hb, buffer } = state;
  if (text.length * 2 > state.room) {
    // Grows at most a few times in the life of a process, so the smaller block is not worth a free.
    state.room = text.length * 4;
    state.scratch = hb.malloc(state.room);
  }
  const units = new DataView(hb.memory.buffer, state.scratch);
  for (let index = 0; index < text.length; index += 1) units.setUint16(index * 2, text.charCodeAt(index), true);
  hb.hb_buffer_clear_contents(buffer);
  hb.hb_buffer_add_utf16(buffer, state.scratch, text.length, 0, text.length);
  hb.hb_buffer_guess_segment_properties(buffer);
  hb.hb_buffer_set_direction(buffer, rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
  hb.hb_shape(font, buffer, 0, 0);
  const infos = hb.hb_buffer_get_glyph_infos(buffer, 0);
  const positions = hb.hb_buffer_get_glyph_positions(buffer, 0);
  const view = new DataView(hb.memory.buffer);
  return Array.from({ length: hb.hb_buffer_get_length(buffer) }, (_, index) => {
    const info = infos + RECORD * index;
    const position = positions + RECORD * index;
    return {
      id: view.getUint32(info, true),
      cluster: view.getUint32(info + 8, true),
      advance: view.getInt32(position, true),
      dx: view.getInt32(position + 8, true),
      dy: view.getInt32(position + 12, true),
    };
  });
}
