/** A YAML string in double quotes: every JSON string is one (YAML 1.2.2 section 1.3), so that no word of YAML's own is made of it. */
export function yamlString(value: string): string {
  return JSON.stringify(value);
}
