import type { FoundAccount } from '../../shared/model/found-account.ts';
import { findIniAccounts } from './ini-accounts.ts';
import { findOutlookAccounts } from './outlook-accounts.ts';
import { findProfiles, type Looked, type ProfileAccount, readProfiles } from './thunderbird-profiles.ts';
import type { Workstation } from './workstation.ts';

/** What was found, for people; `thunderbird` also says in which profile, for those accounts that can be changed. */
export type FoundAccounts = Looked<FoundAccount> & { readonly thunderbird: readonly ProfileAccount[] };

/**
 * The accounts that mail programs on this computer have set up: Thunderbird's; on Windows Outlook's; on Linux those of Evolution, KMail, Claws
 * Mail and Geary. Changes nothing.
 */
export async function findAccounts(workstation: Workstation, signal: AbortSignal): Promise<FoundAccounts> {
  const [thunderbird, outlook, others] = await Promise.all([
    findThunderbirdAccounts(workstation, signal),
    findOutlookAccounts(workstation, signal),
    findIniAccounts(workstation, signal),
  ]);
  return {
    thunderbird: thunderbird.found,
    found: [...thunderbird.found.map(({ found }) => found), ...outlook.found, ...others.found],
    unread: [...thunderbird.unread, ...outlook.unread, ...others.unread],
    places: [...thunderbird.places, ...outlook.places, ...others.places],
  };
}

/** The accounts of every Thunderbird profile in use. */
export async function findThunderbirdAccounts(
  workstation: Workstation,
  signal: AbortSignal,
): Promise<Looked<ProfileAccount>> {
  const profiles = await findProfiles(workstation, signal);
  const accounts = await readProfiles(profiles.found, signal);
  return {
    found: accounts.found,
    unread: [...profiles.unread, ...accounts.unread],
    places: [...profiles.places, ...accounts.places],
  };
}
