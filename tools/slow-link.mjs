// A slow mobile link in front of a local server, as a TCP proxy: one shared rate each way, the delay of the way, two round
// trips to open a connection (TCP and TLS 1.3), and slow start (10 segments, doubled each round trip). No packet loss.
import net from 'node:net';

const SEGMENT = 1460;

/** Gives { url, close() }. `kbps` down and up, `rtt` in ms. */
export async function slowLink({ port, kbps, rtt }) {
  const sockets = new Set();
  let free = 0; // when the shared downlink has sent what it was given
  const later = (at, work) => setTimeout(work, Math.max(0, at - performance.now()));
  const proxy = net.createServer({ noDelay: true }, (phone) => {
    const host = net.connect({ port, host: '127.0.0.1', noDelay: true });
    for (const socket of [phone, host]) {
      sockets.add(socket);
      socket.on('error', () => { phone.destroy(); host.destroy(); }).on('close', () => sockets.delete(socket));
    }
    let open = performance.now() + 2 * rtt + rtt / 2; // first byte of a request arrives after the handshakes and half a round trip
    let window = 10 * SEGMENT, flying = 0, ended = false;
    const up = [], down = []; // timers may fire a little out of order; bytes never
    const queue = [];
    phone.on('data', (bytes) => {
      open = Math.max(open, performance.now() + rtt / 2 + bytes.length * 8 / kbps);
      up.push(bytes);
      later(open, () => { const next = up.shift(); if (host.writable) host.write(next); });
    });
    const pump = () => {
      while (queue.length && flying < window) {
        const room = Math.min(SEGMENT, window - flying);
        const piece = queue[0].subarray(0, room);
        if (queue[0].length > room) queue[0] = queue[0].subarray(room); else queue.shift();
        flying += piece.length;
        free = Math.max(free, performance.now()) + (piece.length + 40) * 8 / kbps;
        down.push(piece);
        later(free + rtt / 2, () => { const next = down.shift(); if (phone.writable) phone.write(next); });
        later(free + rtt, () => { flying -= piece.length; window += piece.length; pump(); });
      }
      if (ended && !queue.length) later(free + rtt, () => phone.end());
    };
    host.on('data', (bytes) => { queue.push(bytes); pump(); }).on('end', () => { ended = true; pump(); });
    phone.on('close', () => host.destroy());
  });
  await new Promise((ok) => { proxy.listen(0, '127.0.0.1', ok); });
  return {
    url: `http://127.0.0.1:${proxy.address().port}`,
    close: () => new Promise((ok) => { proxy.close(ok); for (const socket of sockets) socket.destroy(); }),
  };
}
