import type { PlannedProbe, Server } from '../model/check.ts';
import type { HereDoubts } from '../model/here.ts';
import type { Proposal } from './own-servers.ts';

/** What a check does next. */
export type Move =
  | { readonly do: 'ask-sources' | 'hurry-sources' | 'look-at-network' | 'stop' | 'end' }
  /** `both`: the addresses of both families are wanted. `again`: a second, thorough look-up. */
  | { readonly do: 'look-up'; readonly host: string; readonly both: boolean; readonly again: boolean }
  | { readonly do: 'probe'; readonly key: string; readonly proposal: Proposal }
  | NoteLookUp
  | { readonly do: 'tell-usable'; readonly server: Server }
  | { readonly do: 'open-tier'; readonly tier: 2 | 3; readonly role?: 'incoming' }
  | { readonly do: 'wait-until'; readonly atMs: number }
  /** `about` tells these doubts from others. */
  | { readonly do: 'look-here'; readonly doubts: HereDoubts; readonly about: string }
  | { readonly do: 'begin-anew'; readonly isAskedAnew: boolean };

/** What DNS said of a host is an observation of its own. */
export type NoteLookUp = {
  readonly do: 'note-look-up';
  readonly key: string;
  readonly probe: Omit<PlannedProbe, 'id'>;
  /** It said nothing of one family's addresses, and that is noted. */
  readonly isUnheard?: boolean;
};
