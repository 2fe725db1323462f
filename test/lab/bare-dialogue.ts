import type { Line } from './line.ts';

/**
 * How long the bare dialogue takes from a line's home computer, in milliseconds: the SRV record, the address, and SMTP with
 * STARTTLS up to the second EHLO reply, one step after the other, with nothing else to do. It is what the protocols, this wire and
 * this server need; no client that asks the same can be quicker.
 */
export async function bareDialogueMs(line: Line, domain: string): Promise<number> {
  const { stdout, stderr } = await line.run([line.programs.node, '-e', program, domain], 30_000);
  const elapsedMs = Number(stdout);
  if (!(elapsedMs > 0)) throw new Error(`the bare dialogue failed: ${stdout}${stderr}`);
  return elapsedMs;
}

/** Round trips in it, counted: SRV record, address, TCP, greeting, EHLO, STARTTLS, TLS 1.3, EHLO. */
export const bareRoundTrips = 8;

const program = `
const dns = require('node:dns').promises;
const net = require('node:net');
const tls = require('node:tls');
const replyOf = (socket) => new Promise((resolve, reject) => {
  let text = '';
  socket.on('error', reject);
  socket.on('data', function hear(chunk) {
    text += chunk;
    if (/^\\d{3} .*\\r\\n$/m.test(text)) { socket.off('data', hear); resolve(text); }
  });
});
(async () => {
  const started = performance.now();
  const [{ name, port }] = await dns.resolveSrv('_submission._tcp.' + process.argv[1]);
  const { address } = await dns.lookup(name);
  const plain = net.connect(port, address);
  await replyOf(plain);
  plain.write('EHLO home.test\\r\\n');
  await replyOf(plain);
  plain.write('STARTTLS\\r\\n');
  await replyOf(plain);
  const secure = tls.connect({ socket: plain, servername: name });
  await new Promise((resolve, reject) => { secure.once('secureConnect', resolve); secure.once('error', reject); });
  secure.write('EHLO home.test\\r\\n');
  await replyOf(secure);
  console.log(performance.now() - started);
  process.exit();
})();
`;
