// What leaves the phone because she tapped: by the share sheet, by the clipboard, as a file. And the picture of a plan, drawn
// on a canvas with the fonts of the page. In JavaScript, where it is a third of the size that it would be in the module.
// `done` is told what became of it, in the order of `Shared` (src/platform/mod.rs).
const SENT = 0, COPIED = 1, SAVED = 2, REFUSED = 3, BY_HAND = 4;

export function shareText(text, done) {
  if (navigator.share) navigator.share({ text }).then(() => done(SENT), () => done(REFUSED));
  else copyText(text, done);
}

/** There is no clipboard on plain http and in some browsers inside other apps. */
export function copyText(text, done) {
  const copied = navigator.clipboard?.writeText(text);
  if (copied) copied.then(() => done(COPIED), () => done(BY_HAND));
  else done(BY_HAND);
}

export function saveFile(name, type, part) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([part], { type }));
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** `lines`: one a line, its mark (src/platform/mod.rs) first. `path`: a QR code, an SVG path on a square of `size`. */
export function sharePicture(name, lines, size, path, done) {
  draw(lines.split('\n'), size, path).toBlob((blob) => {
    if (!blob) return done(REFUSED);
    handOn(name, blob, done);
  }, 'image/png');
}

/** Text files pass through the share sheets of Chrome and Safari, and Telegram takes them; .json, .ics and .zip do not. */
export function shareFile(name, type, part, done) {
  handOn(name, new Blob([part], { type }), done);
}

/** A text as letters that may stand in a link: deflated, base64url. `done` gets nothing where the browser cannot. */
export function packText(text, done) {
  through('CompressionStream', new Blob([text])).then((bytes) => {
    let letters = '';
    for (const byte of bytes) letters += String.fromCharCode(byte);
    done(btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''));
  }).catch(() => done(undefined));
}

/** The way back; nothing when it is no such text, or longer than `most` bytes. */
export function unpackText(code, most, done) {
  Promise.resolve().then(() => {
    const bytes = Uint8Array.from(atob(code.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
    return through('DecompressionStream', new Blob([bytes]), most);
  }).then((bytes) => done(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).catch(() => done(undefined));
}

/** Reads a stream to its end, and stops a bomb in time. */
async function through(kind, blob, most = Infinity) {
  const reader = blob.stream().pipeThrough(new window[kind]('deflate-raw')).getReader();
  const parts = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) throw new Error('too long');
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Chrome on Android reads codes by itself; elsewhere the phone's own scanner opens the link in each code. */
export function canScan() {
  return 'BarcodeDetector' in window && !!navigator.mediaDevices?.getUserMedia;
}

/** The camera's picture in the element `place`; `found` is told every code and says whether to go on. Nothing leaves this page. */
export async function scan(place, found) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    const video = document.createElement('video');
    video.muted = video.playsInline = true;
    video.srcObject = stream;
    document.getElementById(place).replaceChildren(video);
    await video.play();
    const reader = new window.BarcodeDetector({ formats: ['qr_code'] });
    for (let go = true; go && video.isConnected;) {
      for (const { rawValue } of await reader.detect(video)) go = go && found(rawValue);
      await new Promise(requestAnimationFrame);
    }
    video.remove();
  } catch {
    found('');
  }
  stream?.getTracks().forEach((track) => track.stop());
}

/** 32 bytes of a secret; `done` gets nothing where the browser has no WebCrypto (plain http). */
export function derive(secret, salt, iterations, done) {
  const own = salt.slice(); // the module's memory may grow meanwhile
  Promise.resolve().then(() => crypto.subtle.importKey('raw', new TextEncoder().encode(secret.normalize()), 'PBKDF2', false, ['deriveBits']))
    .then((key) => crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: own, iterations }, key, 256))
    .then((bits) => done(new Uint8Array(bits))).catch(() => done(undefined));
}

/** To another app; where the sheet takes no such file, a download. */
function handOn(name, blob, done) {
  const save = () => { saveFile(name, blob.type, blob); done(SAVED); };
  const files = [new File([blob], name, { type: blob.type })];
  if (!navigator.canShare?.({ files })) return save();
  navigator.share({ files }).then(() => done(SENT), (error) => (error.name === 'AbortError' ? done(REFUSED) : save()));
}

/** A text file that she chooses; `done` gets its text, nothing when it is longer than `most` bytes or cannot be read. */
export function pickFile(most, done) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.txt,text/plain';
  input.onchange = () => {
    const file = input.files[0];
    if (!file) return;
    if (file.size > most) done(undefined);
    else file.text().then((text) => done(text), () => done(undefined));
  };
  input.click();
}

const WIDTH = 1080, EDGE = 60, CODE = 240;
/** Of each mark: size of the letters, weight, room above, indent. */
const LOOKS = { T: [54, 700, 0, 0], H: [40, 700, 34, 0], N: [36, 400, 10, 0], Q: [32, 400, 4, 0], '-': [36, 400, 10, 54], '+': [36, 400, 10, 54], '?': [36, 400, 14, 0], F: [28, 400, 20, 0] };

function draw(lines, size, path) {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const family = getComputedStyle(document.documentElement).fontFamily;
  const rows = [];
  let y = EDGE;
  for (const line of lines) {
    const [letters, weight, above, indent] = LOOKS[line[0]] ?? [];
    if (!letters) continue;
    const font = `${weight} ${letters}px ${family}`;
    pen.font = font;
    y += above;
    const beside = path && y < EDGE + CODE ? CODE + 30 : 0;
    const words = wrap(line.slice(1), WIDTH - 2 * EDGE - indent - beside, (text) => pen.measureText(text).width);
    words.forEach((text, at) => {
      rows.push({ text, font, x: EDGE + indent, y: y + letters * 1.2, box: indent && !at && line[0] });
      y += letters * 1.7; // Khmer stacks are up to 1.6 high
    });
  }
  canvas.width = WIDTH;
  canvas.height = Math.ceil(Math.max(y, path ? EDGE + CODE : 0) + EDGE);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, canvas.height);
  pen.fillStyle = pen.strokeStyle = '#000';
  pen.lineWidth = 4;
  for (const { text, font, x, y: at, box } of rows) {
    pen.font = font;
    pen.fillText(text, x, at);
    if (box) pen.strokeRect(x - 52, at - 29, 32, 32);
    if (box === '+') pen.stroke(new Path2D(`M${x - 45} ${at - 14}l8 9 14-18`));
  }
  if (path) {
    pen.translate(WIDTH - EDGE - CODE, EDGE);
    pen.scale(CODE / size, CODE / size);
    pen.fill(new Path2D(path));
  }
  return canvas;
}

/** What may not begin a line, and what may not end one. */
const CLOSES = /^[\s\u200b។៕៖ៗ,.;:!?)\]»”%]/u, OPENS = /[«“([]$/u;

/** The text in lines no wider than `width`: cut between words, a word that is too wide between letters. */
export function wrap(text, width, measure) {
  const lines = [];
  let line = '';
  const put = (piece) => {
    if (line && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  };
  for (const word of pieces(text, 'word')) {
    if (measure(word.trimEnd()) > width) pieces(word, 'grapheme').forEach(put);
    else put(word);
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Words (with the signs that belong to them) or letters. Without a dictionary: Khmer letters with all that is stacked on them. */
function pieces(text, granularity) {
  const cut = globalThis.Intl?.Segmenter
    ? Array.from(new Intl.Segmenter('km', { granularity }).segment(text), ({ segment }) => segment)
    : text.match(granularity === 'word' ? /[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*|[^\s\u1780-\u17b3]+|\s/gu : /./gu) ?? [];
  const out = [];
  for (const piece of cut) {
    const last = out.at(-1);
    if (granularity === 'word' && last && (CLOSES.test(piece) || OPENS.test(last))) out[out.length - 1] += piece;
    else out.push(piece);
  }
  return out;
}
