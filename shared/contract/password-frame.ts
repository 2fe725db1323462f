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

/** Sends such a frame. Afterwards neither the frame nor `password` holds it any more, whether it was sent or `send` threw. */
export function sendWithPassword(
  message: WindowMessage,
  password: Uint8Array,
  send: (frame: Uint8Array<ArrayBuffer>) => void,
): void {
  const frame = passwordFrame(message, password);
  try {
    send(frame);
  } finally {
    frame.fill(0);
    password.fill(0);
  }
}

/** Overwrites the password of a call that was passed on by copy; of any other message nothing. */
export function forgetPassword(message: unknown): void {
  const { argument } = (message ?? {}) as { readonly argument?: { readonly password?: unknown } | null };
  const password = argument?.password;
  if (password instanceof Uint8Array) password.fill(0);
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
