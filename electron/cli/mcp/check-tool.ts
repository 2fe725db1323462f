import * as z from 'zod/mini';
import { CheckRequest } from '../../../shared/contract/contract.ts';
import { CurrentSettings } from '../../../shared/model/check.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import type { Report } from '../../../shared/model/report.ts';
import { said } from '../../../shared/text/said.ts';
import { parseCheckRequest } from '../../backend/input.ts';
import { plain } from '../paint.ts';
import { renderResult } from '../result.ts';
import { columns } from './page.ts';
import { type Tool, tool } from './tool.ts';

const { shape } = CheckRequest;
/** Attempts that are told of; a check of one domain makes a few dozen. */
const mostAttempts = 100;

/** `check`: what `postway check` does. */
export const checkTool: Tool = tool({
  name: 'check',
  command: 'check',
  asksNetwork: true,
  description:
    'Finds out from this computer why mail can or cannot be sent: connects to the mail servers of an address, domain or host, compares with other operators’ servers where that is needed, and gives a verdict with its evidence and the settings that work. Takes seconds. Logs in nowhere, sends no message, takes no password. The answer holds a name (`check`) for the tools `settings` and `compare`.',
  takes: {
    subject: shape.subject.check(z.describe('A mail address, a domain, or host[:port].')),
    server: shape.server.check(z.describe('The server for sending, where it is known: host or host:port.')),
    current: z
      .optional(z.strictObject(CurrentSettings.shape))
      .check(z.describe('What the mail program uses today for sending.')),
    ports: shape.ports.check(z.describe('Ports for sending to try. Default: 25, 26, 465, 587, 2525.')),
    incoming: shape.incoming.check(z.describe('Also check IMAP and POP3.')),
    lookup: shape.lookup.check(z.describe('False: ask no web server for published settings, only DNS.')),
    references: shape.references.check(z.describe('False: contact nobody but the provider itself.')),
    error: shape.error.check(
      z.describe(
        'The error text of the mail program. It is explained, and the check says whether it confirms it.',
      ),
    ),
    isDomainSure: shape.isDomainSure.check(
      z.describe('True: the person was asked, and the domain is spelt right although it looks like a slip.'),
    ),
    practice: shape.practice.check(
      z.describe('Play a situation on this computer instead, with no network: for example port-25-blocked.'),
    ),
  },
  async answer(request, session, { signal, onStep }) {
    const { services } = session;
    const { practice = null, error } = request;
    if (practice !== null && !(await services.scenarios()).some(({ id }) => id === practice)) {
      return fail('practice', said('backend.unknown-scenario', { scenario: practice }), 'not-found');
    }
    const input = parseCheckRequest(request, request.ports ? {} : { brief: true });
    if (!input.ok) return input;
    const asked = error === undefined ? input.value : await withErrorText(input.value, error);
    const found = await session.inTurn(() =>
      services.check(
        asked,
        practice,
        (event) => {
          if (event.type !== 'observed') return;
          const { host, port, outcome } = event.observation;
          onStep(`${host}:${port} ${outcome}`);
        },
        signal,
      ),
    );
    const report = session.shown(found);
    return ok({
      text: renderResult(report, { columns, paint: plain }),
      data: { check: session.remember(found), ...conclusionOf(report) },
    });
  },
});

async function withErrorText(
  ...asked: Parameters<typeof import('../../backend/suspicion.ts').withErrorText>
) {
  const suspicion = await import('../../backend/suspicion.ts');
  return suspicion.withErrorText(...asked);
}

/** Without what the servers said of themselves, and without anything about this computer's network. */
function conclusionOf(report: Report) {
  const { verdict, findings, recommendation, suspicion, startedAt, elapsedMs, practice } = report;
  const attempts = report.observations
    .slice(0, mostAttempts)
    .map(({ id, role, protocol, host, port, security, address, outcome, stage }) => {
      return { id, role, protocol, host, port, security, address, outcome, stage };
    });
  return {
    startedAt,
    elapsedMs,
    practice,
    ...(report.interrupted && { interrupted: true }),
    ...(report.internal && { internal: true }),
    verdict: bare(verdict),
    findings: findings.map(bare),
    recommendation,
    ...(suspicion && { suspicion }),
    attempts,
  };
}

function bare({ code, severity, confidence, headline, detail, advice, evidence }: Finding) {
  return { code, severity, confidence, headline, detail, advice, evidence };
}
