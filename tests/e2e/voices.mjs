// Voices for a browser that has none, and a recording of nothing.

export const KM = { name: 'Khmer', lang: 'km-KH', localService: true, default: false };
export const EN = { name: 'English', lang: 'en-GB', localService: true, default: true };
/** A voice that sends the words to somebody. */
export const REMOTE = (lang) => ({ name: 'far away', lang, localService: false, default: true });

/** Runs in the page before its scripts. `late`: the voices are there only after `voice.come()`; `voice.end()`: the sentence was said. */
export function giveVoices({ voices, late }) {
  let known = late ? [] : voices;
  const voice = window.voice = {
    said: [],
    now: null,
    come() { known = voices; window.speechSynthesis.onvoiceschanged?.(); },
    end() {
      const { now } = voice;
      voice.now = null;
      now?.onend?.();
    },
  };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      onvoiceschanged: null,
      getVoices: () => known,
      speak(words) {
        if (voice.now) throw new Error('two voices at once');
        voice.now = words;
        voice.said.push({ text: words.text, lang: words.lang, rate: words.rate, own: words.voice.localService });
      },
      cancel() {
        const { now } = voice;
        voice.now = null;
        if (now) setTimeout(() => now.onerror?.({ error: 'interrupted' }));
      },
    },
  });
}

/** An Opus file of so many seconds without a sound: Ogg pages by hand, frames of 20 ms. */
export function silence(seconds) {
  const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
  const head = bytes('OpusHead', [1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]);
  const tags = bytes('OpusTags', [0, 0, 0, 0, 0, 0, 0, 0]);
  const frames = Math.round(seconds * 50);
  const page = (number, kind, samples, packets) => {
    const top = Buffer.alloc(27);
    top.write('OggS', 0, 'latin1');
    top[5] = kind;
    top.writeUInt32LE(samples, 6);
    top.writeUInt32LE(1, 14);
    top.writeUInt32LE(number, 18);
    top[26] = packets.length;
    const whole = Buffer.concat([top, Buffer.from(packets.map((packet) => packet.length)), ...packets]);
    whole.writeUInt32LE(crc(whole), 22);
    return whole;
  };
  return Buffer.concat([page(0, 2, 0, [head]), page(1, 0, 0, [tags]), page(2, 4, frames * 960, Array.from({ length: frames }, () => Buffer.from([0xf8, 0xff, 0xfe])))]);
}

/** Ogg's sum: polynomial 0x04c11db7, nothing turned round. */
function crc(buffer) {
  let sum = 0;
  for (const byte of buffer) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
