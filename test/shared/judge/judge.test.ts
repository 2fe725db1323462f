import { expect, test } from 'vitest';
import { judge } from '../../../shared/judge/judge.ts';
import { aFailedConnect, aJudgedReport, anObservation } from '../../support/builders.ts';

test('findings know the recommendation, and both come from the same evidence', () => {
  const { observations, discovery, input } = aJudgedReport();
  const { verdict, findings, recommendation } = judge({ observations, discovery, input });
  expect(verdict.code).toBe('all-clear');
  expect(findings[0]).toBe(verdict);
  expect(recommendation?.outgoing).toMatchObject({ host: 'mail.example.org', port: 587 });
});

test('without anything that works there is nothing to recommend, and still a verdict', () => {
  const { discovery, input } = aJudgedReport();
  const { verdict, recommendation } = judge({
    observations: [aFailedConnect(), anObservation({ auth: [] })],
    discovery,
    input,
  });
  expect(recommendation).toBeNull();
  expect(verdict.code).not.toBe('all-clear');
});
