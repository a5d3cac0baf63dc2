// Drawings as small PNG files: with a palette of a few colours they take a tenth of the bytes of a browser's own.
import zlib from 'node:zlib';

const COLOURS = 8;

/** A PNG with a palette, of RGBA `pixels`: the most frequent colours; every other pixel takes the nearest of them. */
export function indexed(pixels, size, height = size) {
  const key = (i) => (pixels[i] << 24 | pixels[i + 1] << 16 | pixels[i + 2] << 8 | pixels[i + 3]) >>> 0;
  const frequency = new Map();
  for (let i = 0; i < pixels.length; i += 4) frequency.set(key(i), (frequency.get(key(i)) ?? 0) + 1);
  const parts = (colour) => [colour >>> 24, colour >>> 16 & 255, colour >>> 8 & 255, colour & 255];
  const distance = (a, b) => parts(a).reduce((sum, part, i) => sum + (part - parts(b)[i]) ** 2, 0);
  // Take colours by frequency, but not two that nobody can tell apart.
  const palette = [];
  for (const [colour] of [...frequency].sort((a, b) => b[1] - a[1])) {
    if (palette.length < COLOURS && palette.every((other) => distance(colour, other) > 300)) palette.push(colour);
  }
  const nearest = new Map([...frequency.keys()].map((colour) => [colour, palette.reduce((best, other, i) => (distance(colour, other) < distance(colour, palette[best]) ? i : best), 0)]));
  const bits = palette.length <= 16 ? 4 : 8;
  const width = Math.ceil(size * bits / 8);
  const raw = Buffer.alloc((width + 1) * height); // filter byte 0 before each row
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < size; x++) {
      const index = nearest.get(key((y * size + x) * 4));
      const at = y * (width + 1) + 1 + (bits === 8 ? x : x >> 1);
      raw[at] |= bits === 8 ? index : index << (x % 2 ? 0 : 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => parts(colour).slice(0, 3)))), chunk('tRNS', Buffer.from(palette.map((colour) => colour & 255))),
    chunk('IDAT', zlib.deflateSync(raw, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

export function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let i = 0; i < 8; i++) value = value >>> 1 ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
