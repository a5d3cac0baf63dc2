// The kill switch: put this file in the place of sw.js on the host, and every phone that comes by loses the worker and its
// caches, and nothing else: her plans are in localStorage and IndexedDB, which a worker cannot and does not touch here.
// Pages then come from the network again. (tests/e2e/worker.test.mjs tries it; docs/deploy.md says when to use it.)
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('phlov-')) await caches.delete(name);
  registration.unregister(); // not waited for: it ends when this event has ended
})()));
