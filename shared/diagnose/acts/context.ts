import type { Cause, Retry } from '../../model/explanation.ts';

/** What is known besides the act itself; where it came from is the caller's business. */
export type ActContext = {
  /** What the server's reply is known to mean, the most probable first; empty when nobody knows it. */
  readonly causes: readonly Cause[];
  /** The same of the notice with which a message came back. */
  readonly bounceCauses?: readonly Cause[];
  /** When the same may be tried again, by the reply. */
  readonly retry: Retry | null;
  /** What the provider wants in place of the account's password; absent: nothing special is known. */
  readonly secret?: 'app-password' | 'browser';
  /** What the provider is called, or its host. */
  readonly provider: string;
  /** Where that password is made, or a switch is found. */
  readonly secretAt?: string;
};
