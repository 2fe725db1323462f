import type { Observation } from '../../../shared/model/observation.ts';

/** What a dialogue may put into its observation. */
export type Seen = Partial<
  Pick<
    Observation,
    | 'greeting'
    | 'serverName'
    | 'capabilities'
    | 'capabilitiesBeforeTls'
    | 'auth'
    | 'tls'
    | 'web'
    | 'injectedBytes'
    | 'literalRefused'
  >
>;
