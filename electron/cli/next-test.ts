import { addressIn, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { thenType } from './then-type.ts';

/** An address with signs that a shell reads is not repeated. */
const plain = /^[\w.+-]{1,64}@[\w.-]{1,255}$/;

/**
 * What to type next to prove the settings: for who came with an error, or with settings that have to be changed. Nothing where no login
 * could go.
 */
export function nextTest(report: Report, columns: number): string[] {
  const { recommendation, suspicion, practice, interrupted } = report;
  const address = addressIn(report);
  const hasTrouble = suspicion !== undefined || (recommendation?.change ?? []).length > 0;
  if (!recommendation || !hasTrouble || practice || interrupted) return [];
  const { security, auth } = recommendation.outgoing;
  if (security === 'none' || auth === 'none' || auth === 'oauth2') return [];
  if (address === undefined || !plain.test(address)) return [];
  return thenType(say('cli.check.then-test', { address }), columns);
}
