/** A host's name as it is compared: names differ neither by case nor by the dot of the root. */
export function plainName(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
