import type { ActKind } from '../../shared/model/act.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { parseCurrent } from '../../shared/parse/current-settings.ts';
import { typedAddress } from '../../shared/parse/typed-address.ts';
import { said } from '../../shared/text/said.ts';
import type { ActRequest } from '../backend/acting.ts';
import { worded } from '../backend/input.ts';
import type { Arguments } from './command.ts';

const defaultWaitSeconds = 60;
const mostWaitSeconds = 3600;

/** What `login` and `send-test` are asked, from their arguments. A Problem's field is the argument. */
export function readActOptions(kind: ActKind, args: Arguments): Result<ActRequest> {
  const given = args.positionals[0];
  if (given === undefined) return fail('address', said('cli.wrong.act-address'));
  const address = worded('address', typedAddress(given));
  if (!address.ok) return address;
  const server = args.value('server');
  const named = server === undefined ? undefined : worded('--server', parseCurrent(server));
  if (named && !named.ok) return named;
  const to = args.value('to');
  const recipient = to === undefined ? undefined : worded('--to', typedAddress(to));
  if (recipient && !recipient.ok) return recipient;
  const wait = readWait(args.value('wait'));
  if (!wait.ok) return wait;
  const agreed = args.value('accept-certificate');
  if (agreed !== undefined && fingerprintIn(agreed) === null)
    return fail('--accept-certificate', said('cli.wrong.fingerprint', { found: agreed.slice(0, 40) }));
  const user = args.value('user');
  return ok({
    kind,
    address: address.value.mailAddress,
    waitMs: wait.value * 1000,
    ...(named && { server: named.value }),
    ...(recipient && { to: recipient.value.mailAddress }),
    ...(user !== undefined && { user }),
  });
}

/** Whether the mailbox is looked into for the message: only the person's own, and only when somebody waits. */
export function isWatched({ kind, address, to = address, waitMs }: ActRequest): boolean {
  return kind === 'message' && to === address && waitMs > 0;
}

/** A SHA-256 fingerprint as Node writes it, of one that was typed or copied; null when it is none. */
export function fingerprintIn(text: string): string | null {
  const digits = text.replace(/[\s:]/g, '').toUpperCase();
  return /^[0-9A-F]{64}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : null;
}

function readWait(text: string | undefined): Result<number> {
  if (text === undefined) return ok(defaultWaitSeconds);
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds <= mostWaitSeconds) return ok(seconds);
  return fail('--wait', said('cli.wrong.wait', { found: text.slice(0, 40), most: mostWaitSeconds }));
}
