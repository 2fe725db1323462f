import { expect, test } from 'vitest';
import { withChange } from '../../../renderer/steps/changed.ts';
import { noAnswers, requestOf } from '../../../renderer/wizard/answers.ts';
import { blockedReport, downReport } from '../../support/sample-reports.ts';

const outgoing = blockedReport.recommendation?.outgoing;
const recommended = { host: outgoing?.host, port: outgoing?.port, security: outgoing?.security };
const before = { ...noAnswers, address: 'you@example.org', errorText: '0x800CCC0E' };

test('what was recommended is what the program uses, and the message from before is no news', () => {
  const after = { ...before, currentServer: 'old.example.org', currentPort: '25' };
  const request = requestOf({ ...after, ...withChange(after, blockedReport) });
  expect(request.current).toEqual(recommended);
  expect(request.error).toBeUndefined();
});

test('the same in practice, and only in this round of it', () => {
  const practice = {
    id: 'port-25-blocked',
    group: 'To begin with',
    name: 'Port 25 is blocked',
    story: '',
    address: 'you@practice.example',
    current: { host: 'mail.practice.example', port: 25, security: 'none' as const },
  };
  const answers = { ...before, isPractice: true, practice };
  const change = withChange(answers, { ...blockedReport, practice: true });
  expect(requestOf({ ...answers, ...change }).current).toEqual(recommended);
  expect(change.currentServer).toBeUndefined();
  expect(practice.current.port).toBe(25);
});

test('where nothing was recommended, nothing is said to be in use', () => {
  const change = withChange(before, { ...downReport, recommendation: null });
  expect(change).toEqual({ arrived: '', errorText: '' });
});

test('a program that sends from somebody else’s computers uses nothing from here', () => {
  const answers = {
    ...before,
    mailProgram: 'gmail-send-as',
    currentServer: 'old.example.org',
    currentPort: '25',
  };
  expect(requestOf({ ...answers, ...withChange(answers, blockedReport) }).current).toBeUndefined();
  const thunderbird = { ...answers, mailProgram: 'thunderbird' };
  expect(requestOf({ ...thunderbird, ...withChange(thunderbird, blockedReport) }).current).toEqual(
    recommended,
  );
});
