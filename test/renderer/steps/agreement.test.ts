import { describe, expect, test } from 'vitest';
import { nextAction } from '../../../renderer/steps/next-action.ts';
import { recordedPractice } from '../../support/recorded-reports.ts';

const settingIsNamed = /^In your mail program, set the outgoing server/;
const nothingIsToChange = /as they are|[Nn]othing needs to be changed|do not (tell|accept)/;

describe('a verdict, its advice and its main button agree', () => {
  test.each(recordedPractice().map(({ name, report }) => [name, report] as const))('%s', (_name, report) => {
    const { advice, headline, detail } = report.verdict;
    const action = nextAction(report);
    expect(new Set([headline, detail, ...advice]).size, 'nothing is said twice').toBe(advice.length + 2);
    if (action === 'coach')
      expect(
        advice.some((one) => settingIsNamed.test(one)),
        'clicks are announced',
      ).toBe(true);
    if (advice.some((one) => nothingIsToChange.test(one))) {
      expect(['coach', 'settings'], 'nobody is led to settings that are to stay').not.toContain(action);
      expect(advice.filter((one) => settingIsNamed.test(one))).toEqual([]);
    }
    if (/^(Ask|Tell) your mail provider|^Ask the people who run/.test(advice[0] ?? ''))
      expect(action).toBe('tell');
    if (/^Use another network/.test(advice[0] ?? '')) expect(action).toBe('elsewhere');
    // To go elsewhere is said once: the list has it, or the link beside the button, and never a way around as well.
    expect(advice.filter((one) => /another network|hotspot/.test(one)).length).toBeLessThanOrEqual(1);
    // Where a port is named to set, it is the one of the settings, and the verdict does not say of it that it fails.
    const { outgoing } = report.recommendation ?? {};
    for (const sentence of advice.filter((one) => settingIsNamed.test(one))) {
      expect(sentence).toContain(`${outgoing?.host}, port ${outgoing?.port},`);
      expect(headline).not.toMatch(new RegExp(`(on|port) ${outgoing?.port}\\b.*(closed|blocked|silent)`));
    }
    if (action === 'coach') expect(advice.join(' ')).not.toMatch(/do not try to get around/);
    if (action === 'coach') expect(headline).not.toMatch(/does not let mail programs send/);
  });
});
