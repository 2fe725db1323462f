import { guess } from './guess.ts';
import { mx } from './mx.ts';
import type { DiscoverySource } from './source.ts';
import { srv } from './srv.ts';
import { user } from './user.ts';

/** Every place that is asked for settings; all are started at once. */
export const discoverySources: readonly DiscoverySource[] = [user, srv, mx, guess];
