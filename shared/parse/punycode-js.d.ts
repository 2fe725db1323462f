declare module 'punycode.js' {
  /** A domain or mail address with its `xn--` labels in letters. Throws a RangeError for one that is no Punycode (RFC 3492). */
  export function toUnicode(input: string): string;
}
