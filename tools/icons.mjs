// Renders public/icons/*.png from icon.svg and plain.svg there with Chromium. Run after a change of the drawing: `make icons`.
// The maskable ones bleed to the edge (phones cut them to a circle or a drop); the mark stays inside the safe circle of 80 %.
// PNGs are written with a palette of at most 8 colours: a tenth of the bytes of Chromium's own.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { launch } from './chromium.mjs';

const SVG = fs.readFileSync('public/icons/icon.svg', 'utf8').trim();
const MASKABLE = SVG.replace(/ rx="\d+"/, '').replace('<g id="mark">', '<g id="mark" transform="translate(4.8 4.8) scale(.85)">');
const PLAIN = fs.readFileSync('public/icons/plain.svg', 'utf8').trim();
const COLOURS = 8;

const browser = await launch();
const page = await browser.newPage();
for (const [name, svg, sizes] of [['icon', SVG, [192]], ['maskable', MASKABLE, [512]], ['plain', PLAIN, [192, 512]]]) {
  for (const size of sizes) {
    const pixels = await page.evaluate(async ([source, width]) => {
      const image = new Image(width, width);
      image.src = 'data:image/svg+xml,' + encodeURIComponent(source.replace('<svg ', `<svg width="${width}" height="${width}" `));
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height: width });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return Array.from(context.getImageData(0, 0, width, width).data);
    }, [svg, size]);
    const png = indexed(pixels, size);
    fs.writeFileSync(`public/icons/${name}-${size}.png`, png);
    console.log(`${name}-${size}.png  ${png.length} bytes`);
  }
}
await browser.close();

/** A PNG with a palette: the most frequent colours; every other pixel takes the nearest of them. */
function indexed(pixels, size) {
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
  const raw = Buffer.alloc((width + 1) * size); // filter byte 0 before each row
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const index = nearest.get(key((y * size + x) * 4));
      const at = y * (width + 1) + 1 + (bits === 8 ? x : x >> 1);
      raw[at] |= bits === 8 ? index : index << (x % 2 ? 0 : 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
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

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let i = 0; i < 8; i++) value = value >>> 1 ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
