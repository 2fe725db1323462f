import { join } from 'node:path';
import { type Certificate, type CertificateRequest, makeAuthority, makeLeafKey } from './authority.ts';
import { type CertificateKind, hostOf, type Site } from './sites.ts';
import { otherName } from './zone.ts';

/** Every certificate of the lab's internet, made when first asked for. */
export type Certificates = {
  /** Roots of the lab's public authorities, PEM. */
  readonly publicRoots: readonly string[];
  /** What a site shows. */
  ofSite(site: Site): Certificate;
  /** A good one for a name, from one of the public authorities: not all operators have the same. */
  by(hostName: string): Certificate;
  /** What a virus scanner makes for a name; its authority is on no list. */
  byAntivirus(hostName: string): Certificate;
};

/** Makes the authorities: three public ones, a private one of a company, and a virus scanner's. */
export function makeCertificates(folder: string): Certificates {
  const leafKey = join(folder, 'server.key');
  makeLeafKey(leafKey);
  const make = (name: string) => makeAuthority(join(folder, name.replaceAll(' ', '-')), name, leafKey);
  const [first, second, third] = [make('Lab Trust'), make('Test Authority'), make('Example Certificates')];
  const company = make('Company Inside');
  const antivirus = make('Lab Antivirus Mail Shield');
  const publicOnes = [first, second, third];

  const made = new Map<string, Certificate>();
  const once = (key: string, issue: () => Certificate): Certificate => {
    const known = made.get(key) ?? issue();
    made.set(key, known);
    return known;
  };
  return {
    publicRoots: publicOnes.map(({ rootPem }) => rootPem),
    ofSite: (site) =>
      once(`site ${site.name}`, () => {
        const kind = site.certificate ?? 'good';
        return (kind === 'private-authority' ? company : first).issue(requestFor(hostOf(site), kind));
      }),
    by: (hostName) =>
      once(`host ${hostName}`, () => (publicOnes[hostName.length % 3] ?? first).issue({ names: [hostName] })),
    byAntivirus: (hostName) => once(`antivirus ${hostName}`, () => antivirus.issue({ names: [hostName] })),
  };
}

function requestFor(hostName: string, kind: CertificateKind): CertificateRequest {
  const names = [hostName];
  switch (kind) {
    case 'good':
    case 'private-authority':
      return { names };
    case 'expired':
      return { names, validFromDays: -90, validToDays: -3 };
    case 'wrong-name':
    case 'by-name':
      return { names: [otherName] };
    case 'self-made':
      return { names, isSelfMade: true };
    case 'incomplete':
      return { names, isChainIncomplete: true };
    case 'sha1':
      return { names, digest: 'sha1' };
  }
}
