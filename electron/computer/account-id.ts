import { createHash } from 'node:crypto';
import type { MailProgram } from '../../shared/model/found-account.ts';

/** The same id for the same account each time; whoever holds it cannot choose a path with it. */
export function accountId(program: MailProgram, ...names: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([program, ...names]))
    .digest('hex')
    .slice(0, 16);
}
