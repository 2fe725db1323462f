declare module 'punycode.js' {
  const punycode: {
    /** A domain or mail address with its `xn--` labels in letters. Throws a RangeError for one that is no Punycode (RFC 3492). */
    readonly toUnicode: (input: string) => string;
  };
  export default punycode;
}
