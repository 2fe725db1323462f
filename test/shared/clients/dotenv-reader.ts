/** Reads a `.env` file by the published grammar of the widely used `dotenv` package, its quirks included. */
export function parseDotenv(text: string): Record<string, string> {
  const line =
    /^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/gm;
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(line)) {
    const trimmed = value.trim();
    const bare = trimmed.replace(/^(['"`])([\s\S]*)\1$/, '$2');
    found[name] = trimmed.startsWith('"') ? bare.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : bare;
  }
  return found;
}
