import { judgedAct } from '../../shared/judge/judge-act.ts';
import type { Act } from '../../shared/model/act.ts';
import type { Report } from '../../shared/model/report.ts';
import type { Say } from '../../shared/text/words.ts';
import { type ActRequest, type ActWay, type PreparedAct, runAct } from './acting.ts';
import { systemFor } from './system-for.ts';

/**
 * Does what was asked after a check and keeps it in the report: the act's facts with what they mean, in words. The password is in nothing
 * that comes back. Rejects only for a fault of our own.
 */
export async function actInReport(
  report: Report,
  request: ActRequest,
  prepared: PreparedAct,
  way: Omit<ActWay, 'message'>,
  say: Say,
  signal: AbortSignal,
): Promise<{ readonly report: Report; readonly act: Act }> {
  const { system, close } = await systemFor(report.practiceScenario);
  try {
    const message = {
      subject: say('act.test.subject'),
      text: say('act.test.text', { from: request.address }),
    };
    const facts = await runAct(request, prepared, { ...way, message }, system, signal);
    const act = judgedAct(facts, report.discovery, say);
    return { report: { ...report, acts: [...(report.acts ?? []), act] }, act };
  } finally {
    await close();
  }
}
