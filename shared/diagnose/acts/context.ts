import type { Secret } from '../../model/check.ts';
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
  readonly secret?: Exclude<Secret, 'password'>;
  /** The last day (ISO 8601) on which a password may do beside the sign-in by the browser, where that had not passed. */
  readonly passwordUntil?: string;
  /** What the provider is called, or its host. */
  readonly provider: string;
  /** Where that password is made. */
  readonly secretAt?: string;
  /** Such a password is made only after a sign-in in two steps has been switched on. */
  readonly needsTwoStep?: true;
  /** Where mail programs are switched on, at a provider that lets none in before; empty: it is known to have such a switch. */
  readonly switchAt?: string;
  /** A private person's mailbox at Microsoft: nobody runs it who could switch anything on. */
  readonly isPersonal?: true;
};
