import type { Server } from '../../shared/model/check.ts';
import { encryptionSigns } from '../../shared/model/encryption-signs.ts';
import type { FoundServer } from '../../shared/model/found-account.ts';
import { type Said, said } from '../../shared/text/said.ts';

/** Why a setting without encryption must not be written unless the person has been told and wants it. */
export type PlainDanger = {
  /** `lowers`: sending is encrypted today. `contradicts`: receiving from the same provider is. */
  readonly kind: 'lowers' | 'contradicts';
  /** The server that encrypts today. */
  readonly host: string;
};

type Account = { readonly outgoing: FoundServer | null; readonly incoming: FoundServer | null };

/** What is dangerous about giving an account this outgoing server; null where it encrypts, or nothing says that it could. */
export function plainDanger({ outgoing, incoming }: Account, wanted: Server): PlainDanger | null {
  if (wanted.security !== 'none') return null;
  if (outgoing && outgoing.security !== 'none') return { kind: 'lowers', host: outgoing.host };
  const input = incoming ? { earlier: [incoming] } : {};
  const [sign] = encryptionSigns(wanted.host, { observations: [], discovery: [], input });
  return sign ? { kind: 'contradicts', host: sign.endpoint.host } : null;
}

/** The danger, named for the person who decides. */
export function dangerWords({ kind, host }: PlainDanger): Said {
  return said(`computer.danger.${kind}`, { host });
}
