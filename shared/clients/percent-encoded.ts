/** Everything but what RFC 3986 section 2.3 calls unreserved, so that a value ends where it should in a URL or a query. */
export function percentEncoded(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
