import { expect, test } from 'vitest';
import { check } from '../../../electron/engine/check.ts';
import { practiceSystem } from '../../../electron/practice/practice-system.ts';
import { type PracticeScenario, scenarios } from '../../../electron/practice/scenarios.ts';
import { reportIn } from '../../../shared/diagnose/worded.ts';
import type { CheckInput } from '../../../shared/model/check.ts';
import { defaultOutgoingPorts } from '../../../shared/model/endpoint.ts';
import { parseReport, type Report, renderReport } from '../../../shared/model/report.ts';
import { english } from '../../support/english.ts';

const input: CheckInput = {
  address: 'you@practice.example',
  domain: 'practice.example',
  ports: [...defaultOutgoingPorts],
  incoming: true,
  lookup: true,
  references: true,
  customReferences: [],
  resolvers: [],
  timeoutMs: 10_000,
};

async function checked(scenario: PracticeScenario): Promise<Report> {
  const { system, close } = await practiceSystem(scenario);
  try {
    return reportIn(await check(input, { system, version: '0.0.0' }, new AbortController().signal), english);
  } finally {
    await close();
  }
}

/** The longest waits out two slow greetings one after the other; the rest is for a busy machine. */
const patienceMs = 60_000;

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s: a check says what is wrong and what to use',
  async (_id, scenario) => {
    const report = await checked(scenario);
    const outgoing = report.recommendation?.outgoing;
    expect({
      verdict: report.verdict.code,
      outgoing: outgoing ? { host: outgoing.host, port: outgoing.port, security: outgoing.security } : null,
    }).toEqual({ verdict: scenario.expected.verdict, outgoing: scenario.expected.outgoing });
    expect(report.practice).toBe(true);
    expect(parseReport(renderReport(report)).ok).toBe(true);
  },
  patienceMs,
);
