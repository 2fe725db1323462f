import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { type Report, renderReport } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import type { ActRequest, PreparedAct } from '../backend/acting.ts';
import { canBePassword } from '../engine/send/secret.ts';
import { fingerprintIn, isWatched } from './act-options.ts';
import { actExitStatus, renderAct } from './act-result.ts';
import type { Arguments, Context } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';

/** Longest password that is read. */
const mostPasswordChars = 1000;
/** What may stand on standard input: password managers print notes below the password. */
const mostStdinChars = 100_000;

/**
 * Logs in, or sends a test message, with the settings of a report: asks for the password, does it once, and shows what it means. Contract,
 * section 8. Resolves to the exit status; ends at once on Ctrl-C.
 */
export async function actAfter(
  reportFor: (signal: AbortSignal) => Promise<Result<Report>>,
  request: ActRequest,
  args: Arguments,
  context: Context,
): Promise<Result<number>> {
  const stop = new AbortController();
  const forget = context.shell.onInterrupt(() => stop.abort());
  try {
    const report = await Promise.race([reportFor(stop.signal), aborted(stop.signal)]);
    if (report === null || stop.signal.aborted) return ok(exitStatus.interrupted);
    if (!report.ok) return report;
    return await actOn(report.value, request, args, context, stop.signal);
  } finally {
    forget();
  }
}

async function actOn(
  report: Report,
  request: ActRequest,
  args: Arguments,
  { shell, services }: Context,
  signal: AbortSignal,
): Promise<Result<number>> {
  const prepared = await services.prepareAct(report, request);
  if (!prepared.ok) {
    // Why there is none is what the check found out.
    if (report.verdict.code !== 'all-clear') tell(shell, report.verdict.headline);
    tell(shell, `postway: ${say(prepared.problem.message)}`);
    return ok(exitStatus.inconclusive);
  }
  const consent = await consentTo(prepared.value, report.practice, args, shell);
  if (consent === 'no') return ok(exitStatus.inconclusive);
  const tries = await services.refusedBefore(report, prepared.value);
  const { host } = prepared.value.server.endpoint;
  if (tries > 0) tell(shell, say('sending.refused', { tries, provider: host }));
  const password = await passwordFrom(prepared.value, request, args, shell, signal);
  if (!password.ok) return password;
  if (password.value === null || signal.aborted) return ok(exitStatus.interrupted);
  const done = await services.act(report, request, prepared.value, {
    password: password.value,
    consent,
    onProgress: (step) => tell(shell, say(`sending.step.${step}`)),
    signal,
  });
  shell.stdout.write(
    args.has('json') ? renderReport(done.report) : renderAct(done.act, shell.stdout.columns()),
  );
  return ok(signal.aborted ? exitStatus.interrupted : actExitStatus(done.act, request.waitMs > 0));
}

/** The fingerprint that the person agreed to, `no`, or null when there is nothing to agree to. */
async function consentTo(
  { server, needsConsent }: PreparedAct,
  isPractice: boolean,
  args: Arguments,
  shell: Shell,
): Promise<string | null> {
  if (!needsConsent) return null;
  const { fingerprint256: fingerprint, endpoint } = server;
  if (fingerprintIn(args.value('accept-certificate') ?? '') === fingerprint) return fingerprint;
  const { host } = endpoint;
  tell(
    shell,
    isPractice
      ? say('cli.act.certificate-practice', { host })
      : say('cli.act.certificate', { host, fingerprint }),
  );
  return 'no';
}

/** The password; null when the person gave up. */
async function passwordFrom(
  { user, server, mailbox }: PreparedAct,
  request: ActRequest,
  args: Arguments,
  shell: Shell,
  signal: AbortSignal,
): Promise<Result<string | null>> {
  if (args.has('password-stdin')) {
    const text = await Promise.race([shell.readStdin(mostStdinChars), aborted(signal)]);
    if (text === null) return ok(null);
    return text.ok ? given(firstLine(text.value)) : fail('--password-stdin', text.problem.message);
  }
  if (shell.isStdinPiped) return fail('--password-stdin', said('cli.wrong.password-stdin'));
  const { host } = server.endpoint;
  const watched = isWatched(request) && typeof mailbox !== 'string' ? mailbox.endpoint.host : null;
  const question =
    watched === null
      ? say('cli.act.password', { user, host })
      : say('cli.act.password-both', { user, host, mailbox: watched });
  shell.stderr.write(`${safeText(question)} `);
  const typed = await shell.readSecret();
  shell.stderr.write('\n');
  return typed === null ? ok(null) : given(typed);
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? '';
}

function given(password: string): Result<string> {
  if (password.length > mostPasswordChars) {
    return fail('password', said('cli.wrong.input-too-large', { max: mostPasswordChars }));
  }
  if (password === '') return fail('password', said('cli.wrong.password-empty'));
  return canBePassword(Buffer.from(password))
    ? ok(password)
    : fail('password', said('act.wrong.password-control'));
}

function tell(shell: Shell, line: string): void {
  shell.stderr.write(`${safeText(line)}\n`);
}
