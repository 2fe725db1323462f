import { expect, test } from 'vitest';
import type { Step } from '../../../shared/clients/client.ts';
import { controlsOf, settingOrder } from '../../../shared/clients/dialog.ts';
import { gmailApp } from '../../../shared/clients/gmail-app.ts';
import { samsungEmail } from '../../../shared/clients/samsung-email.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const settings = someSettings({
  outgoing: aServer({ port: 587, security: 'starttls' }),
  change: [{ field: 'port', from: '25', to: '587' }],
});
const form = (steps: readonly Step[]) => {
  const dialog = steps.find(({ id }) => id === 'server')?.dialogs[0];
  if (!dialog) throw new Error('no form');
  return dialog;
};

test.each(gmailApp.languages)(
  'the form of the Gmail app is drawn wholly in %s, in the order of its screen',
  (language) => {
    const steps = gmailApp.steps(settings, { language, version: 'current', way: '' });
    const dialogs = steps.flatMap((step) => step.dialogs);
    expect(dialogs.map((dialog) => [dialog.language, dialog.likeness, dialog.isAbridged])).toEqual([
      [language, 'exact', false],
      [language, 'exact', false],
    ]);
    expect(steps.flatMap(({ notes }) => notes)).toHaveLength(1); // never "accept all certificates"
    const { groups } = form(steps);
    expect(groups.flatMap(({ controls }) => controls.map(({ kind }) => kind))).toEqual([
      'text',
      'number',
      'drop-down',
      'check-box',
      'text',
      'password',
    ]);
  },
);

test('the encryption is chosen before the port, which it changes, and never with "accept all certificates"', () => {
  const dialog = form(gmailApp.steps(settings, { language: 'ja', version: 'current', way: '' }));
  expect(settingOrder(dialog).map(({ label }) => label)).toEqual([
    'SMTPサーバー',
    'セキュリティの種類',
    'ポート',
    'ログインが必要',
    'ユーザー名',
    'パスワード',
  ]);
  const security = controlsOf(dialog).find(({ kind }) => kind === 'drop-down');
  expect(security).toMatchObject({ value: 'STARTTLS' });
  expect(security?.kind === 'drop-down' && security.choices).toHaveLength(5);
});

test('Samsung Email shows receiving above sending, and leaves it', () => {
  const dialog = form(samsungEmail.steps(settings, { language: 'en', version: 'current', way: '' }));
  expect(dialog.groups.map(({ label }) => label)).toEqual(['Account', 'Incoming server', 'Outgoing server']);
  const [account, incoming, outgoing] = dialog.groups;
  for (const { set } of [...(account?.controls ?? []), ...(incoming?.controls ?? [])]) {
    expect(set).toBeUndefined();
  }
  expect(outgoing?.controls.map(({ label }) => label)).toEqual([
    'SMTP server',
    'Port',
    'Security type',
    'Require sign-in',
    'User name',
    'Password',
  ]);
});
