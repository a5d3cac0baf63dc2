// How long a key takes in a search box, on a processor six times slower: from the input event until the answer stands in the page. A
// browser slows itself by stopping for moments, so that one key takes 1 ms now and 20 ms then: all is typed several times, and the middle
// of each key's times counts.

const ROUNDS = 5;

/** Milliseconds of each key of these words, typed into the box on the page; the first key of all stands apart. */
export async function keyTimes(page, box, typed) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const rounds = await page.locator(box).first().evaluate(async (box, { typed, count }) => {
    const rounds = [];
    for (let round = 0; round < count; round += 1) {
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
      rounds.push(times);
    }
    return rounds;
  }, { typed, count: ROUNDS });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { first: rounds[0][0], times: rounds[0].map((_, key) => middle(rounds.map((times) => times[key]))) };
}

function middle(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** One line of the report. */
export function tell(where, { first, times }) {
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(1);
  console.log(`a key in ${where}, processor 6 times slower: the first ${first.toFixed(0)} ms, then median ${at(0.5)} ms, nine of ten ${at(0.9)} ms, longest ${at(1)} ms (aim: 16 ms)`);
}
