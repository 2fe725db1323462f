/** The few globals that Node, Electron and browsers share and that pure code may use. */

interface PlatformEventTarget {
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

interface AbortSignal extends PlatformEventTarget {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare const AbortController: { new (): AbortController };

interface URL {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly username: string;
  readonly password: string;
}

declare const URL: { new (url: string, base?: string): URL; canParse(url: string, base?: string): boolean };

/** Base64 of a string of bytes, one character each. */
declare function btoa(bytes: string): string;

/** Vite's: the files that match, each with what loads it. */
interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly import: 'default' },
  ): Readonly<Record<string, () => Promise<object>>>;
}

/** Decodes the charsets of the Encoding Standard; an unknown one throws a RangeError. */
declare class TextDecoder {
  constructor(label?: string);
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
