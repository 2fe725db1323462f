// Gives a process of Node's what Electron gives a utility process: a port to the one that started it.
const { EventEmitter } = require('node:events');

const port = new EventEmitter();
port.postMessage = (message) => {
  if (process.connected) process.send(message);
};
process.parentPort = port;
process.on('message', (data) => port.emit('message', { data }));
process.on('disconnect', () => process.exit());
