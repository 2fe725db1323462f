import type { Family } from '../../../shared/model/family.ts';

/** Which address family reaches which host: learnt on one port, of use to the others. One for each check. */
export type Preferences = {
  /** The other family of this host stayed silent or had no way while this one connected. */
  prefer(host: string, family: Family): void;
  /** The family to begin with, or null while nothing speaks for either. */
  of(host: string): Family | null;
  /** In another network other families lead somewhere. */
  forget(): void;
};

/** A new, empty record for one check. */
export function preferences(): Preferences {
  const families = new Map<string, Family>();
  return {
    prefer: (host, family) => {
      families.set(host.toLowerCase(), family);
    },
    of: (host) => families.get(host.toLowerCase()) ?? null,
    forget: () => families.clear(),
  };
}
