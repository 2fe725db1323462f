declare module 'punycode.js' {
  const punycode: {
    /** A domain or mail address with its `xn--` labels in letters. Throws a RangeError for one that is no Punycode (RFC 3492). */
    readonly toUnicode: (input: string) => string;
  };
  // biome-ignore lint/style/noDefaultExport: that is how the library gives it
  export default punycode;
}
