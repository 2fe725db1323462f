import { faulty, type Parsed, trimmed, understood } from './fault.ts';

/** As many as the check accepts. */
const maxPorts = 20;

/** Reads one TCP port: decimal, 1 to 65535. */
export function parsePort(input: string): Parsed<number> {
  const text = trimmed(input);
  if (!/^\d+$/.test(text)) return faulty(text === '' ? 'port-missing' : 'port-number', text);
  const port = Number(text);
  return port >= 1 && port <= 65535 ? understood(port) : faulty('port-range', text);
}

/** Reads ports with commas or spaces between them, such as `25, 465,587`; one named twice counts once. At most 20. */
export function parsePorts(input: string): Parsed<readonly number[]> {
  const ports = new Set<number>();
  for (const word of trimmed(input).split(/[\s,]+/)) {
    if (word === '') continue;
    const port = parsePort(word);
    if (!port.ok) return port;
    ports.add(port.value);
  }
  if (ports.size === 0 || ports.size > maxPorts) return faulty('ports-count', input);
  return understood([...ports]);
}
