import type { WindowMessage } from './channel.ts';

/**
 * A call with a password as one frame of bytes: its JSON without the password, a NUL, which no JSON has, and the password in UTF-8. JSON
 * would make a string of it, which nobody can overwrite.
 */
export function passwordFrame(message: WindowMessage, password: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify({ ...message, argument: withoutPassword(message) }));
  const frame = new Uint8Array(text.length + 1 + password.length);
  frame.set(text);
  frame.set(password, text.length + 1);
  return frame;
}

/** The call again; its password lies in `frame`. Undefined when it is no such frame. */
export function readPasswordFrame(frame: Uint8Array): unknown {
  const end = frame.indexOf(0);
  if (end < 0) return undefined;
  try {
    const message = JSON.parse(new TextDecoder().decode(frame.subarray(0, end)));
    return { ...message, argument: { ...message.argument, password: frame.subarray(end + 1) } };
  } catch {
    return undefined;
  }
}

function withoutPassword(message: WindowMessage): unknown {
  return message.kind === 'call' ? { ...(message.argument as object), password: undefined } : undefined;
}
