import type { Duplex } from 'node:stream';

/** Thunderbird's remote control: one client, one session, scripts with the rights of Thunderbird's own code. */
export type Marionette = {
  /** Calls a command by its name (`WebDriver:NewSession`); what it returned. Throws what Thunderbird says, or after `limitMs`. */
  call(command: string, parameters?: Readonly<Record<string, unknown>>, limitMs?: number): Promise<unknown>;
};

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/**
 * Speaks Marionette's protocol 3: `<length in bytes>:<JSON>`, first a greeting of the server, then `[0, id, command, parameters]` there
 * and `[1, id, error, result]` back. (Firefox source docs, "Marionette Protocol".)
 */
export function connectMarionette(stream: Duplex): Marionette {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let received: Buffer = Buffer.alloc(0);

  const failAll = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('Thunderbird is gone'));
    waiting.clear();
  };
  stream.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let frame = firstFrame(received); frame !== null; frame = firstFrame(received)) {
      received = received.subarray(frame.end);
      hear(frame.message);
    }
  });
  stream.once('error', failAll).once('close', failAll);

  const hear = (message: unknown): void => {
    if (!Array.isArray(message)) return; // the greeting
    const [, id, error, result] = message;
    const one = waiting.get(id);
    waiting.delete(id);
    if (error) one?.reject(new Error(`${error.error}: ${error.message}\n${error.stacktrace ?? ''}`));
    else one?.resolve(result);
  };

  return {
    call(command, parameters = {}, limitMs = 30_000) {
      lastId += 1;
      const id = lastId;
      const text = JSON.stringify([0, id, command, parameters]);
      return new Promise((resolve, reject) => {
        const late = () => {
          waiting.delete(id);
          reject(new Error(`Thunderbird did not answer ${command} within ${limitMs} ms`));
        };
        const limit = setTimeout(late, limitMs);
        const once = <T>(settle: (value: T) => void) => {
          return (value: T) => {
            clearTimeout(limit);
            settle(value);
          };
        };
        waiting.set(id, { resolve: once(resolve), reject: once(reject) });
        stream.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
  };
}

function firstFrame(bytes: Buffer): { readonly message: unknown; readonly end: number } | null {
  const colon = bytes.indexOf(':');
  if (colon < 0) return null;
  const end = colon + 1 + Number(bytes.toString('latin1', 0, colon));
  if (bytes.length < end) return null;
  return { message: JSON.parse(bytes.toString('utf8', colon + 1, end)), end };
}
