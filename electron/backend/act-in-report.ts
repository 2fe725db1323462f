import { judgedAct } from '../../shared/judge/judge-act.ts';
import type { Act, ActFacts } from '../../shared/model/act.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import type { Say } from '../../shared/text/words.ts';
import type { ActTask } from './act-task.ts';
import type { ActRequest, PreparedAct } from './acting.ts';

/**
 * Has done what was asked after a check and keeps it in the report: the act's facts with what they mean, in words. The password is in
 * nothing that comes back. Rejects only for a fault of our own.
 */
export async function actInReport(
  report: Report,
  wanted: { readonly request: ActRequest; readonly prepared: PreparedAct; readonly consent: string | null },
  perform: (task: ActTask) => Promise<ActFacts>,
  say: Say,
): Promise<{ readonly report: Report; readonly act: Act }> {
  const { request, prepared, consent } = wanted;
  const { practiceScenario } = report;
  const facts = await perform({
    request,
    prepared,
    consent,
    message: {
      subject: say('act.test.subject'),
      text: say('act.test.text', { from: request.address }),
    },
    language: say.language,
    ...(practiceScenario !== undefined && { practiceScenario }),
  });
  const act = judgedAct(ofAccount(facts, report, request), report, say);
  return { report: { ...report, acts: [...(report.acts ?? []), act] }, act };
}

/** The name of another account is no name for the settings of this report. */
function ofAccount(facts: ActFacts, report: Report, { address }: ActRequest): ActFacts {
  const { user: _, ...nameless } = facts;
  return (addressIn(report) ?? address).toLowerCase() === address.toLowerCase() ? facts : nameless;
}
