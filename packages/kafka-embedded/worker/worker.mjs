// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The thread of one cluster: it owns the sockets and passes bytes to and from the broker in WebAssembly
// (../go/worker.go is the other side). Whatever ends it too early is thrown, and so reaches the main thread.
// The build copies this file beside kafka.wasm and Go's wasm_exec.js.
import { once } from 'node:events';
import net from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import './wasm_exec.js'; // defines globalThis.Go, and a globalThis.fs that reaches no file

const OUTPUT_KEPT = 1 << 20;
const CAUSE_KEPT = 1 << 13;

const { module, ports, registryPort, ...options } = workerData;
const sockets = new Map();
let lastId = 0;

let output = '';
const decoder = new TextDecoder();
globalThis.fs.writeSync = (_descriptor, bytes) => {
  output = (output + decoder.decode(bytes)).slice(-OUTPUT_KEPT);
  return bytes.length;
};

const ready = Promise.withResolvers();
const host = {
  ready: ready.resolve,
  failed: message => ready.reject(new Error(message)),
  write: (id, bytes) => sockets.get(id)?.write(bytes) ?? true,
  consumed: id => sockets.get(id)?.resume(),
  end: id => sockets.get(id)?.destroySoon(),
};

function connect(socket, port) {
  if (socket.destroyed) return;
  const id = ++lastId;
  sockets.set(id, socket);
  socket.on('data', chunk => {
    socket.pause(); // until `consumed`
    host.data(id, chunk);
  });
  socket.on('drain', () => host.drained(id));
  socket.on('error', () => {}); // 'close' follows
  socket.on('close', () => {
    sockets.delete(id);
    host.close(id);
  });
  host.accept(id, port, socket.remotePort);
  socket.resume();
}

async function listen(wanted) {
  const server = net.createServer({ noDelay: true, pauseOnConnect: true });
  server.listen({ port: wanted, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address();
  // Clients of an earlier run come back before the broker is there.
  server.on('connection', socket =>
    ready.promise.then(() => connect(socket, port)),
  );
  return { server, port };
}

const listening = [];
for (const port of ports) listening.push(await listen(port));
const registry =
  registryPort === undefined ? undefined : await listen(registryPort);

host.options = JSON.stringify({
  ...options,
  ports: listening.map(({ port }) => port),
  registryPort: registry?.port ?? 0,
});
globalThis.fairwayKafkaHost = host;

const go = new globalThis.Go();
let exitCode = 0;
go.exit = code => {
  exitCode = code;
};
const instance = await WebAssembly.instantiate(module, go.importObject);
// The main thread stops a cluster by ending the thread, so the program never ends by itself.
const crashed = go.run(instance).then(() => {
  const said = output.match(/^(panic|fatal error): .*$/m);
  const start = said?.index ?? 0;
  throw new Error(said?.[0] ?? `the program ended with code ${exitCode}`, {
    cause: output.slice(start, start + CAUSE_KEPT), // then come other threads
  });
});
await Promise.race([ready.promise, crashed]);
parentPort.postMessage({
  ports: listening.map(({ port }) => port),
  registryPort: registry?.port,
});
await crashed;
