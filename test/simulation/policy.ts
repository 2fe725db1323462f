import type { Family } from '../../shared/model/family.ts';
import type { Situation } from './situation.ts';

export type Owner = 'own' | 'own web' | 'large' | 'small' | 'other';
export type Fate = 'passes' | 'dropped' | 'refused' | 'prohibited';
export type Target = { readonly port: number; readonly family: Family };

export const mailPorts = [25, 26, 465, 587, 2525, 143, 993, 110, 995];

/** What becomes of a packet to somebody's port on its way there. */
export function fateOnTheWay(
  { network }: Situation,
  { port, family }: Target,
  owner: Owner | undefined,
): Fate {
  const isSubmission = port === 587 || port === 465;
  const isMail = mailPorts.includes(port);
  switch (network) {
    case 'open':
    case 'submission mute':
    case 'submission cut':
    case 'mail mute':
    case '25 mute':
    case 'TLS cut':
    case 'IPv6 mute':
      return 'passes';
    case '25 dropped':
      return port === 25 ? 'dropped' : 'passes';
    case '25 refused':
      return port === 25 ? 'refused' : 'passes';
    case '25 prohibited':
      return port === 25 ? 'prohibited' : 'passes';
    case 'submission dropped':
      return isSubmission ? 'dropped' : 'passes';
    case 'submission refused':
      return isSubmission ? 'refused' : 'passes';
    case 'mail dropped':
      return isMail ? 'dropped' : 'passes';
    case 'mail refused':
      return isMail ? 'refused' : 'passes';
    case 'allow list':
      return (isSubmission || port === 25) && owner !== 'large' ? 'dropped' : 'passes';
    case 'IPv6 dropped':
      return family === 6 ? 'dropped' : 'passes';
    case 'strangers dropped':
      return owner === 'own' || owner === 'own web' ? 'passes' : 'dropped';
    case 'offline':
      return 'dropped';
  }
}

/** What a packet meets at the person's own provider. */
export function fateAtSite({ site }: Situation, { port, family }: Target, ports: readonly number[]): Fate {
  const isOpen: Fate = ports.includes(port) ? 'passes' : 'refused';
  switch (site) {
    case 'well':
    case 'bans the busy':
    case 'mute on 587':
    case 'mute for sending':
    case 'cuts sending':
    case 'turns away at EHLO':
    case 'says no to STARTTLS':
    case 'IPv4 mute':
    case 'IPv6 mute':
      return isOpen;
    case 'drops 25':
      return port === 25 ? 'dropped' : isOpen;
    case 'refuses 25':
      return port === 25 ? 'refused' : isOpen;
    case 'has no 465':
      return port === 465 ? 'refused' : isOpen;
    case 'drops 465':
      return port === 465 ? 'dropped' : isOpen;
    case 'only 465':
      return [465, 993].includes(port) ? isOpen : 'refused';
    case 'drops 143 and 110':
      return [143, 110].includes(port) ? 'dropped' : isOpen;
    case 'IPv6 dead':
      return family === 6 ? 'dropped' : isOpen;
    case 'IPv4 dead':
      return family === 4 ? 'dropped' : isOpen;
    case 'off':
      return 'dropped';
    case 'all refused':
      return 'refused';
  }
}

/** How a port behaves once it has connected. */
export type Manner = 'well' | 'mute' | 'cut' | 'TLS cut' | 'turned away' | 'no to STARTTLS';

/** What stands on the way and answers in the server's place, if anything does. */
export function mannerOnTheWay({ network }: Situation, { port, family }: Target): Manner {
  const isMail = mailPorts.includes(port);
  switch (network) {
    case 'submission mute':
      return isForSending(port) ? 'mute' : 'well';
    case 'submission cut':
      return isForSending(port) ? 'cut' : 'well';
    case 'mail mute':
      return isMail ? 'mute' : 'well';
    case '25 mute':
      return port === 25 ? 'mute' : 'well';
    case 'TLS cut':
      return isMail ? 'TLS cut' : 'well';
    case 'IPv6 mute':
      return isMail && family === 6 ? 'mute' : 'well';
    default:
      return 'well';
  }
}

/** The connection is made by what stands on the way, whether the server takes any or not. */
export function isAnsweredOnTheWay(manner: Manner): boolean {
  return manner === 'mute' || manner === 'cut';
}

/** How the person's own provider behaves on a port that takes connections. */
export function mannerAtSite({ site }: Situation, { port, family }: Target): Manner {
  switch (site) {
    case 'mute on 587':
      return port === 587 ? 'mute' : 'well';
    case 'mute for sending':
      return isForSending(port) ? 'mute' : 'well';
    case 'cuts sending':
      return isForSending(port) ? 'cut' : 'well';
    case 'turns away at EHLO':
      return isForSending(port) ? 'turned away' : 'well';
    case 'says no to STARTTLS':
      return [25, 26, 587, 2525].includes(port) ? 'no to STARTTLS' : 'well';
    case 'IPv4 mute':
      return family === 4 ? 'mute' : 'well';
    case 'IPv6 mute':
      return family === 6 ? 'mute' : 'well';
    default:
      return 'well';
  }
}

function isForSending(port: number): boolean {
  return port === 587 || port === 465;
}
