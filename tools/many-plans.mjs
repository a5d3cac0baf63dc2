// Records as the app stores them: one with another content, for a test, and the same plan under many names, for the benches.

/** A record in its envelope (src/saved/envelope.rs). The CRC-32 covers its key, its head and its content, line by line. */
export function sealed(key, head, content) {
  let sum = 0xffffffff;
  for (const byte of Buffer.from([key, head, content].join('\n'))) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return `phlov1 ${head} ${(~sum >>> 0).toString(16).padStart(8, '0')}\n${content}`;
}

/**
 * So many records, [key, text] each, with what the plan `text` that lies under `key` holds. `mixed`: each was edited at another time, in no
 * order, as on a phone; else all at once.
 */
export function manyPlans(key, text, count, mixed = false) {
  const [line, content] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
  const head = line.split(' ').slice(1, -1).join(' ');
  if (sealed(key, head, content) !== text) throw new Error('the envelope has changed; see src/saved/envelope.rs');
  const clock = (n) => (mixed ? 100 * ((n * 7919) % count) : 0);
  const edited = (n) => content.replace(/(?<="|":)\d+(?=\.|\})/g, (edit) => `${Number(edit) + clock(n)}`);
  return Array.from({ length: count }, (_, n) => [`phlov:plan:bench${n}`, edited(n)]).map(([name, plan]) => [name, sealed(name, head, plan)]);
}

/** Puts so many more plans like the one that is there into the shelf of the page. */
export async function addPlans(page, count) {
  const [key, text] = await page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith('phlov:plan:')));
  await page.evaluate((records) => { for (const [name, record] of records) localStorage.setItem(name, record); }, manyPlans(key, text, count));
}
