// Paths of icons, as short as the eye allows: every command relative, every number to a tenth of the 24 steps an icon is wide.
// Each point is counted from where the pen really stands, so roundings do not add up.

const LENGTH = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** The path `d` in few signs. */
export function short(d) {
  const out = [];
  let [x, y, startX, startY] = [0, 0, 0, 0]; // where the path means to be
  let [penX, penY, penStartX, penStartY] = [0, 0, 0, 0]; // where the rounded one is
  for (const { command, numbers } of commands(d)) {
    const kind = command.toLowerCase();
    const here = command === kind ? [x, y] : [0, 0];
    if (kind === 'z') {
      [x, y, penX, penY] = [startX, startY, penStartX, penStartY];
      out.push('z', []);
      continue;
    }
    const place = (value, vertical) => tenth(value + here[vertical] - (vertical ? penY : penX));
    let made;
    if (kind === 'h') { made = [place(numbers[0], 0) || DOT]; x = here[0] + numbers[0]; penX += made[0]; }
    else if (kind === 'v') { made = [place(numbers[0], 1) || DOT]; y = here[1] + numbers[0]; penY += made[0]; }
    else {
      const turn = kind === 'a' ? [tenth(numbers[0]) || numbers[0], tenth(numbers[1]) || numbers[1], ...numbers.slice(2, 5)] : [];
      const points = kind === 'a' ? numbers.slice(5) : numbers;
      const moved = points.map((value, i) => place(value, i % 2));
      if (kind === 'l' && !moved.some(Boolean)) moved[0] = DOT;
      made = [...turn, ...moved];
      x = here[0] + points.at(-2); y = here[1] + points.at(-1);
      penX += moved.at(-2); penY += moved.at(-1);
    }
    if (kind === 'm') [startX, startY, penStartX, penStartY] = [x, y, penX, penY];
    out.push(kind, made);
  }
  return write(out);
}

/** A dot is a line of nearly no length; of none at all, some browsers draw nothing. */
const DOT = 0.01;

const tenth = (n) => Math.round(n * 10) / 10;

/** One command with its numbers at a time; the flags of an arc may stand without a space. */
function commands(d) {
  const found = [];
  for (const [, letter, rest] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = letter.toLowerCase();
    const number = /\s*,?\s*(-?(?:\d+\.?\d*|\.\d+))/y;
    const flag = /\s*,?\s*([01])/y;
    let at = 0;
    const next = (form) => {
      form.lastIndex = at;
      const read = form.exec(rest);
      if (!read) return undefined;
      at = form.lastIndex;
      return Number(read[1]);
    };
    let command = letter;
    do {
      const numbers = [];
      while (numbers.length < LENGTH[kind]) numbers.push(next(kind === 'a' && [3, 4].includes(numbers.length) ? flag : number));
      if (numbers.includes(undefined)) throw new Error(`a path cannot be read: ${d}`);
      found.push({ command, numbers });
      if (kind === 'm') command = letter === 'M' ? 'L' : 'l';
    } while (kind !== 'z' && rest.slice(at).trim());
  }
  return found;
}

/** A path in one text: a space only where two numbers would run together. */
function write(parts) {
  let text = '', last = '';
  for (let i = 0; i < parts.length; i += 2) {
    const [kind, numbers] = [parts[i], parts[i + 1]];
    if (kind !== last || kind === 'm' || kind === 'z') text += kind;
    for (const value of numbers) {
      const word = String(Math.round(value * 100) / 100).replace(/^(-?)0\./, '$1.').replace(/^-0$/, '0');
      const apart = /[\d.]$/.test(text) && !word.startsWith('-') && !(word.startsWith('.') && /\.\d+$/.test(text));
      text += (apart ? ' ' : '') + word;
    }
    last = kind;
  }
  return text.replace(/^m/, 'M');
}
