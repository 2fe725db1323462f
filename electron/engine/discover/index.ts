import { autoconfig } from './autoconfig.ts';
import { autodiscover } from './autodiscover.ts';
import { guess } from './guess.ts';
import { ispdb } from './ispdb.ts';
import { mx } from './mx.ts';
import { pacc } from './pacc.ts';
import type { DiscoverySource } from './source.ts';
import { srv } from './srv.ts';
import { user } from './user.ts';
import { wellKnown } from './well-known.ts';

/** Places that are asked for settings and answer at once or as fast as DNS does. */
export const nearbySources: readonly DiscoverySource[] = [user, wellKnown, srv, mx];

/** Usual names: found as fast, but only of use at a service that lets mail programs in. */
export const guesses: readonly DiscoverySource[] = [guess];

/** Mozilla's list, on the web, which hears a domain and never the address. Nothing waits for the web but the end of the check. */
export const lists: readonly DiscoverySource[] = [ispdb];

/** The domain's own places on the web, which are told the mail address. */
export const ownPlaces: readonly DiscoverySource[] = [autoconfig, autodiscover, pacc];
