/** A code as windows of programs show it, such as Outlook's 0x800CCC0E. No address and no server looks so. */
const errorCode = /^0x[0-9a-f]{7,8}$/i;

/** The code of an error that somebody typed where an address or a command belongs; undefined where there is none. */
export function errorCodeIn(argv: readonly string[]): string | undefined {
  return argv.find((word, index) => errorCode.test(word) && argv[index - 1] !== '--error');
}
