import { autoconfig } from './autoconfig.ts';
import { autodiscover } from './autodiscover.ts';
import { guess } from './guess.ts';
import { ispdb } from './ispdb.ts';
import { mx } from './mx.ts';
import type { DiscoverySource } from './source.ts';
import { srv } from './srv.ts';
import { user } from './user.ts';
import { wellKnown } from './well-known.ts';

/** Places that are asked for settings and answer at once or as fast as DNS does. */
export const nearbySources: readonly DiscoverySource[] = [user, wellKnown, srv, mx];

/** Usual names: found as fast, but only of use at a service that lets mail programs in. */
export const guesses: readonly DiscoverySource[] = [guess];

/** Places on the web, which may take seconds: nothing waits for them but the end of the check. They hear the mail address. */
export const webSources: readonly DiscoverySource[] = [autoconfig, ispdb, autodiscover];
