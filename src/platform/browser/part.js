// The part of the module that only helpers need (tools/split.mjs): fetched when it is asked for, compared with its sum, and joined to the
// module that runs. The build puts its address and sum here; without them all is one module.
const [FILE, SUM] = ['__PART__', '__PART_SUM__'];
let joined;

/** `exports` of the running module. `done` is told whether the part works now. */
export function loadPart(exports, done) {
  if (FILE.startsWith('__')) return done(true);
  joined ??= bytes(3).then((part) => WebAssembly.instantiate(part, { p: exports }));
  joined.then(() => done(true), () => { joined = undefined; done(false); });
}

async function bytes(tries) {
  const inside = document.getElementById('part'); // the single file (tools/single.mjs) has it in it
  if (inside) return new Response(new Blob([Uint8Array.from(atob(inside.textContent), (letter) => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  try {
    const answer = await fetch((document.documentElement.dataset.base || '') + FILE, { integrity: SUM });
    if (!answer.ok) throw new Error('not the part');
    return await answer.arrayBuffer();
  } catch (error) {
    if (tries > 1 && navigator.onLine) return bytes(tries - 1);
    throw error;
  }
}
