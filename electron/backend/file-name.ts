/** Names that Windows gives to devices, whatever follows after a dot. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name to suggest in a save dialog, from one that the window asked for: never a path, nothing that a file system or a dialog would
 * act on, at most 100 characters.
 */
export function safeFileName(asked: string): string {
  const lastPart = asked.split(/[/\\]/).at(-1) ?? '';
  const plain = lastPart
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .slice(-100)
    .replace(/^\.{2,}/, '.')
    .replace(/[. ]+$/, '')
    .trim();
  if (plain === '') return 'postway.txt';
  return deviceName.test(plain) ? `_${plain}` : plain;
}
