// Renders public/icons/*.png from icon.svg and plain.svg there with Chromium. Run after a change of the drawing: `make icons`.
// The maskable ones bleed to the edge (phones cut them to a circle or a drop); the mark stays inside the safe circle of 80 %.
// Also public/previews/, what messengers show beside a link: one picture for each kind of page and language (tools/head.mjs names them).
import fs from 'node:fs';
import { launch } from './chromium.mjs';
import { PREVIEWS } from './head.mjs';
import { indexed } from './png.mjs';

const SVG = fs.readFileSync('public/icons/icon.svg', 'utf8').trim();
const MASKABLE = SVG.replace(/ rx="\d+"/, '').replace('<g id="mark">', '<g id="mark" transform="translate(4.8 4.8) scale(.85)">');
const PLAIN = fs.readFileSync('public/icons/plain.svg', 'utf8').trim();

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

// ---- previews, 1200 × 630 as Facebook and Telegram ask

const ABOUT = { km: ['ផ្លូវសិទ្ធិ', 'សិទ្ធិ និងសេវាសាធារណៈ សម្រាប់ស្ត្រីធ្វើអាជីវកម្ម'], en: ['Phlov', 'Rights and public services for women in business'] };
const [WIDTH, HEIGHT] = [1200, 630];
await page.setViewportSize({ width: WIDTH, height: HEIGHT });
fs.mkdirSync('public/previews', { recursive: true });
for (const [kind, titles] of Object.entries(PREVIEWS)) {
  for (const [lang, title] of Object.entries(titles)) {
    const [app, about] = ABOUT[lang];
    await page.setContent(`<!doctype html><html lang="${lang}"><meta charset="utf-8"><style>
      body { margin: 0; height: ${HEIGHT}px; box-sizing: border-box; padding: 110px 90px 0; background: #faf7f2; color: #1d2530; font: 38px/1.7 "Noto Sans Khmer", "Noto Sans", sans-serif; }
      body::before { content: ""; position: fixed; inset: 0 0 auto; height: 28px; background: repeating-linear-gradient(90deg, #a51d2d 0 36px, #faf7f2 36px 72px) 0 100% / 100% 20px no-repeat, #a51d2d; }
      div { display: flex; align-items: center; gap: 28px; font-weight: 700; } svg { width: 110px; height: 110px; }
      h1 { margin: 28px 0 14px; color: #a51d2d; font-size: 84px; line-height: 1.6; } p { margin: 0; color: #4c5766; }
    </style><div>${SVG}${app}</div><h1>${title}</h1><p>${about}</p>`);
    const shot = (await page.screenshot()).toString('base64');
    const pixels = await page.evaluate(async ([source, width, height]) => {
      const image = new Image();
      image.src = 'data:image/png;base64,' + source;
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      context.drawImage(image, 0, 0);
      return Array.from(context.getImageData(0, 0, width, height).data);
    }, [shot, WIDTH, HEIGHT]);
    const png = indexed(pixels, WIDTH, HEIGHT);
    fs.writeFileSync(`public/previews/${kind}-${lang}.png`, png);
    console.log(`previews/${kind}-${lang}.png  ${png.length} bytes`);
  }
}
await browser.close();
