// How long a key takes in a search box, on a processor six times slower: from the input event until the answer stands in the page.

/** Milliseconds of each key of these words, typed into the box on the page. */
export async function keyTimes(page, box, typed) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const times = await page.locator(box).first().evaluate(async (box, typed) => {
    const times = [];
    for (const words of typed) {
      for (let end = 1; end <= words.length; end += 1) {
        const from = performance.now();
        box.value = words.slice(0, end);
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
        times.push(performance.now() - from);
        await new Promise((done) => { setTimeout(done, 60); });
      }
    }
    return times;
  }, typed);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return times;
}

/** One line of the report. */
export function tell(where, [first, ...times]) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(1);
  console.log(`a key in ${where}, processor 6 times slower: the first ${first.toFixed(0)} ms, then median ${at(0.5)} ms, nine of ten ${at(0.9)} ms, longest ${at(1)} ms (aim: 16 ms)`);
}
