import { expect, test } from 'vitest';
import { type Course, type StepId, steps, stepWithContent } from '../../../renderer/wizard/steps.ts';
import type { Report } from '../../../shared/model/report.ts';
import { blockedReport, downReport } from '../../support/sample-reports.ts';

const course: Course = { isPractice: false, isOpened: false, hasReport: true, cameFrom: null };

test.each<[StepId, StepId | null, StepId]>([
  ['settings', 'coach', 'coach'],
  ['settings', 'arrived', 'arrived'],
  ['settings', 'verdict', 'verdict'],
  ['settings', 'send-test', 'verdict'],
  ['send-test', 'arrived', 'arrived'],
  ['send-test', 'settings', 'settings'],
  ['send-test', null, 'arrived'],
  ['arrived', 'verdict', 'verdict'],
  ['arrived', 'coach', 'coach'],
])('back from %s, reached from %s, leads to %s', (step, cameFrom, back) => {
  expect(steps[step].back({ ...course, cameFrom })).toBe(back);
});

test.each<[StepId, string, Report | null, boolean, StepId]>([
  ['address', 'nothing', null, false, 'address'],
  ['practice', 'nothing', null, false, 'practice'],
  ['check', 'nothing', null, false, 'address'],
  ['send-test', 'nothing', null, false, 'address'],
  ['settings', 'a check that runs', null, true, 'settings'],
  ['arrived', 'a check that runs', null, true, 'check'],
  ['coach', 'a report with settings', blockedReport, true, 'coach'],
  ['coach', 'a report without settings', { ...downReport, recommendation: null }, true, 'verdict'],
  ['settings', 'a report without settings', { ...downReport, recommendation: null }, true, 'verdict'],
  ['arrived', 'a saved report', blockedReport, false, 'arrived'],
])('%s with %s shows %5$s', (step, _what, report, hasCheck, shown) => {
  expect(stepWithContent(step, report, hasCheck)).toBe(shown);
});
