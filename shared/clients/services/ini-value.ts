import { refuseIfMatches } from '../required.ts';

/**
 * A value for an INI file that go-ini reads (Gitea, Grafana): between backquotes all is literal but the backquote and `%(name)s`. Throws
 * `ExportRefused` with `field` for those, and for `${…}` and `$__env{…}`, which Grafana would expand.
 */
export function iniValue(field: string, value: string): string {
  refuseIfMatches(field, value, /`|%\(|\$(__\w+)?\{/);
  return `\`${value}\``;
}
